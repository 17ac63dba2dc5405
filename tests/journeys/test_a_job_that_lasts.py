"""From knowing the person to a job kept for thirteen weeks, with one job lost and one hold on the way."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.conftest import BrowserAs, browsers
from tests.journeys.first_weeks import add_employer, first_time
from tests.journeys.house import running_house
from tests.journeys.lasting_job import (
    NAME,
    PHONE,
    Around,
    answer_areas,
    begin_job,
    colleague_sees_the_employer_only,
    find_lead,
    log_contact_on_phone,
    make_plan,
    review_profile,
    says_what_may_be_told,
    write_profile,
)
from tests.journeys.lasting_job_later import (
    begin_again,
    course_is_drawn,
    follow_along,
    guideline_is_read,
    job_is_kept,
    keep_contact,
    lose_job,
    supervisor_reads_figures,
    take_search_up,
    wait_with_search,
)
from tests.journeys.pages import Seen, open_person
from tests.journeys.watching import Watch


@pytest.mark.timeout(900)
@pytest.mark.req("I-4.2a", "I-4.2b", "I-4.2c", "I-6.1", "I-6.2", "I-6.3", "I-7.1", "I-9", "W-05")
def test_from_the_assessment_to_a_job_kept_for_thirteen_weeks(
    chromium: Browser, visits: list[Watch], demo: Path, tmp_path: Path, seen: Seen
) -> None:
    seen = first_time(seen)

    @contextmanager
    def on(day: str) -> Iterator[tuple[BrowserAs, Around]]:
        """The same house on another day, with Siv and Nora in it."""
        visits.clear()
        with (
            running_house(tmp_path, demo, today=day) as house,
            browsers(chromium, house, visits) as browser_as,
        ):
            siv, nora = browser_as("siv"), browser_as("nora", viewport=PHONE)
            open_person(siv, NAME)
            yield browser_as, Around(siv, nora, siv.url.removeprefix(house), seen)

    with on("2026-11-22") as (browser_as, around):
        answer_areas(around)
        write_profile(around)
        review_profile(around, browser_as("berit"))
        add_employer(around.siv)
        make_plan(around)
        says_what_may_be_told(around)
        log_contact_on_phone(browser_as("siv", viewport=PHONE), seen)
        colleague_sees_the_employer_only(browser_as("jonas"))
        find_lead(around)
        begin_job(around, "01.12.2026", "18,5")

    with on("2026-12-15") as (browser_as, around):
        lose_job(around)
        wait_with_search(around, browser_as("berit"), browser_as("hege"))
        keep_contact(around)

    with on("2027-01-25") as (browser_as, around):
        take_search_up(around)
        begin_again(around)

    with on("2027-05-10") as (browser_as, around):
        follow_along(around)
        job_is_kept(around, browser_as("berit"))
        course_is_drawn(around)
        supervisor_reads_figures(browser_as("mette"), around.record, seen)
        guideline_is_read(around)
