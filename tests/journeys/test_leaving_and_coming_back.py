"""Discharged after it was talked through, with a letter; back by a new referral, with nothing old valid."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.conftest import browsers
from tests.journeys.first_weeks import PHONE, add_employer, first_time
from tests.journeys.house import running_house
from tests.journeys.lasting_job import NAME, Around, says_what_may_be_told
from tests.journeys.leaving import (
    advise,
    come_back,
    consider,
    leave,
    others_are_out,
    reads_the_letter,
    refer_again,
    starts_over,
)
from tests.journeys.pages import Seen, open_person
from tests.journeys.watching import Watch


@pytest.mark.timeout(900)
@pytest.mark.req("I-7.2", "I-7.3", "I-8")
def test_from_the_talk_about_leaving_to_the_day_one_is_back(
    chromium: Browser, visits: list[Watch], demo: Path, tmp_path: Path, seen: Seen
) -> None:
    seen = first_time(seen)
    with running_house(tmp_path, demo) as house, browsers(chromium, house, visits) as browser_as:
        siv, nora = browser_as("siv"), browser_as("nora", viewport=PHONE)
        berit, hege, mette = (browser_as(name) for name in ("berit", "hege", "mette"))
        open_person(siv, NAME)
        around = Around(siv, nora, siv.url.removeprefix(house), seen)
        add_employer(siv)
        says_what_may_be_told(around)

        consider(around)
        advise(mette, around.record, seen)
        letter = leave(around, berit)
        reads_the_letter(nora, letter, seen)
        others_are_out(around.record, hege, berit)

        refer_again(berit)
        come_back(around, hege)
        starts_over(around)
