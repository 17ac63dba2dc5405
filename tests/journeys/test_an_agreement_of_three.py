"""Jobseeker, employer and NAV agree, keep it, change it and end it; each in a browser of their own."""

from pathlib import Path

import pytest

from tests.journeys import agreement as step
from tests.journeys import agreement_later as later
from tests.journeys.agreement import Three
from tests.journeys.conftest import BrowserAs
from tests.journeys.first_weeks import PHONE, first_time
from tests.journeys.measure import NAME, HouseOn
from tests.journeys.pages import Seen, open_person


def three_of(browser_as: BrowserAs, seen: Seen, place: Path, *where: str) -> Three:
    """Each in a browser of their own, Nora with her phone."""
    nora = browser_as("nora", viewport=PHONE)
    return Three(nora, browser_as("erik"), browser_as("hege"), seen, place, *where)


@pytest.mark.timeout(900)
@pytest.mark.req("A-01", "A-02", "A-04", "A-05", "A-07", "A-10", "A-12", "A-13")
def test_three_parties_agree_and_keep_it_and_end_it(house_on: HouseOn, seen: Seen, tmp_path: Path) -> None:
    seen = first_time(seen)
    with house_on("2026-11-23") as browser_as:
        siv = browser_as("siv")
        open_person(siv, NAME)
        step.may_know(siv, siv.url.partition("?")[0], seen)
        step.shows_interest(browser_as(None), seen)
        three = three_of(browser_as, seen, tmp_path)
        step.asks(three.nora, seen)
        three = step.answers_and_opens(three)
        step.assesses(three)
        three = step.lets_the_employer_in(three)
        step.all_draft(three)
        step.nobody_signs_without_a_contact_person(three)
        step.names_contact(three, "Hege Dahl")
        step.lays_out(three, 1)
        step.all_sign(three)
        later.verifies(three, 1, tmp_path)

    with house_on("2026-12-20") as browser_as:
        three = three_of(browser_as, seen, tmp_path, three.record, three.theirs)
        later.all_see_that_it_is_late(three)
        later.question_is_answered(three)
        later.contact_person_changes(three, "Tom Aasen")
        later.verifies(three, 2, tmp_path)
        later.terms_change(three)
        step.lays_out(three, 3)
        step.all_sign(three)
        later.verifies(three, 3, tmp_path)
        later.ends(three)
