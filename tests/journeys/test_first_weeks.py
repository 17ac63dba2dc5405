"""A jobseeker's first weeks: four people, each in a browser of their own, and what was agreed is obeyed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import BrowserAs, browsers
from tests.journeys.first_weeks import (
    EMPLOYER,
    NAME,
    NOT_FOR_YOU,
    PHONE,
    PLAN,
    READER,
    Around,
    accept,
    add_employer,
    first_time,
    give_log_in,
    hold_meeting,
    is_over,
    miss_meeting,
    name_nav_adviser,
    plan_meeting,
    refer,
    sign,
)
from tests.journeys.first_weeks_told import (
    agree_for_employer,
    agree_in_general,
    archive_consent,
    compose,
    queue,
    take_back,
    talk_it_through,
)
from tests.journeys.house import letters, running_house, running_worker
from tests.journeys.pages import SOON, Seen, follow, heading
from tests.journeys.watching import Watch

pytestmark = pytest.mark.postgres

REFUSED = 403
NOT_THERE = 404


@pytest.fixture
def open_house(
    chromium: Browser, visits: list[Watch], demo: Path, tmp_path: Path
) -> Iterator[tuple[str, BrowserAs]]:
    """A house where nothing leaves the outbox before the journey lets the worker in."""
    with (
        running_house(tmp_path, demo, worker=False) as house,
        browsers(chromium, house, visits) as browser_as,
    ):
        yield house, browser_as


@pytest.mark.timeout(900)
@pytest.mark.req(
    "I-3.1", "I-3.3", "I-4.1a", "I-4.1c", "I-4.1e", "I-4.1h", "I-4.3a", "I-4.3b", "I-4.3c", "I-4.4c", "I-5.0a"
)
def test_from_the_referral_to_the_day_nav_is_let_out_again(
    open_house: tuple[str, BrowserAs], seen: Seen, tmp_path: Path
) -> None:
    house, browser_as = open_house
    seen = first_time(seen)
    berit, siv, hege = (browser_as(name) for name in ("berit", "siv", "hege"))
    ella = browser_as(None, viewport=PHONE)

    refer(berit, seen)
    around = Around(siv, accept(siv, seen), seen)
    is_told_of_the_answer(berit)
    give_log_in(around, ella)
    name_nav_adviser(around)
    assert hege.request.get(around.record).status == NOT_THERE

    plan_meeting(around, "10.00", "Kafé Kystens")
    sees_the_meeting(ella, seen)
    hold_meeting(around)
    plan_meeting(around, "14.00", "Biblioteket")
    miss_meeting(around)
    has_the_plan_at_hand(ella, seen)
    is_over(around)

    sign(ella, "Å delta i IPS", "Ja, jeg undertegner", seen)
    sign(ella, "Kontakt med NAV", "Ja, jeg undertegner", seen)
    with running_worker(tmp_path, house):
        has_her_document(ella, seen)
    assert [letter["to"] for letter in letters(tmp_path)] == ["hege@example.no"]
    assert not says(letters(tmp_path)[0].get_content(), NAME, "IPS", "Fotfeste")
    archive_consent(around)
    opens_the_record(hege, seen)

    add_employer(siv, email=READER)
    talk_it_through(around)
    agree_in_general(around)
    agree_for_employer(around)
    bound = compose(around, "Vil gjerne begynne med korte dager")
    queue(around)
    compose(around, "Jeg hjelper med å finne riktig jobb")
    queue(around)
    take_back(ella, "At en jobbspesialist hjelper", seen)

    sign(ella, "Kontakt med NAV", "Trekk samtykket", seen)
    is_refused_at_the_very_next_click(hege, around.record, seen)
    sign(ella, "Kontakt med NAV", "Ja, jeg undertegner", seen)
    sign(ella, "Kontakt med NAV", "Trekk samtykket", seen)
    with running_worker(tmp_path, house):
        expect_at_siv(siv, around, f"{EMPLOYER}, sendt, 22. november 2026")
    to_hege, *left = letters(tmp_path)
    assert [letter["to"] for letter in left] == [READER]
    assert left[0].get_content().strip() == bound
    assert to_hege["to"] == "hege@example.no"
    what_is_left_to_do(siv, around, seen)
    nav_keeps_its_own(ella, siv, around, seen)


def is_told_of_the_answer(berit: Page) -> None:
    berit.reload()
    expect(berit.locator("li", has_text=NAME).get_by_text("tatt imot")).to_be_visible()


def sees_the_meeting(ella: Page, seen: Seen) -> None:
    ella.goto("/min-side")
    expect(ella.get_by_text("Kafé Kystens").first).to_be_visible()
    seen(ella, "first-weeks-mine-meeting")


def has_the_plan_at_hand(ella: Page, seen: Seen) -> None:
    ella.goto("/min-side/arbeidsbok")
    expect(ella.get_by_text(PLAN)).to_be_visible()
    seen(ella, "first-weeks-workbook")


def has_her_document(ella: Page, seen: Seen) -> None:
    """The worker has made it: signed, and hers to take along."""
    download = ella.get_by_role("link", name="Last ned").first
    for _ in range(SOON // 1000):
        ella.goto("/min-side/samtykker")
        address = download.get_attribute("href")
        answer = ella.request.get(address or "")
        if answer.headers["content-type"] == "application/pdf":
            break
        ella.wait_for_timeout(1000)
    assert answer.body().startswith(b"%PDF-")
    seen(ella, "first-weeks-consents")


def opens_the_record(hege: Page, seen: Seen) -> None:
    """She has been told by mail that there is something to see."""
    hege.goto("/delt-med-meg")
    follow(hege, NAME)
    expect(heading(hege, NAME)).to_be_visible()
    seen(hege, "first-weeks-as-nav")


def is_refused_at_the_very_next_click(hege: Page, record: str, seen: Seen) -> None:
    """The page she has open is still there; the next one is not."""
    expect(heading(hege, NAME)).to_be_visible()
    follow(hege, "Tidslinje")
    expect(hege.get_by_text(NOT_FOR_YOU)).to_be_visible()
    expect(hege.get_by_text("NAVs egen sak")).to_be_visible()
    assert NAME not in hege.content()
    seen(hege, "first-weeks-nav-refused")
    parts = ("", "/tidslinje", "/fakta", "/folk-rundt", "/samtykker")
    assert {hege.request.get(record + part).status for part in parts} == {REFUSED}
    hege.goto("/delt-med-meg")
    assert NAME not in hege.content()


def expect_at_siv(siv: Page, around: Around, state: str) -> None:
    """On the page about disclosure, once the worker has been at it."""
    found = siv.get_by_text(state)
    for _ in range(SOON // 1000):
        siv.goto(f"{around.record}/apenhet")
        if found.count():
            break
        siv.wait_for_timeout(1000)
    expect(found).to_have_count(1)
    expect(siv.get_by_text(f"{EMPLOYER}, stoppet, ikke sendt, 22. november 2026")).to_have_count(1)


def what_is_left_to_do(siv: Page, around: Around, seen: Seen) -> None:
    """The specialist is told that a text was stopped, and talks with her about what a no to NAV means."""
    siv.goto(around.record)
    expect(siv.locator("li.line", has_text=f"En tekst til {EMPLOYER} ble stoppet")).to_have_count(1)
    expect(siv.locator("li.line", has_text="Forklar følgene av et nei til NAV")).to_have_count(1)
    seen(siv, "first-weeks-left-to-do")


def nav_keeps_its_own(ella: Page, siv: Page, around: Around, seen: Seen) -> None:
    """Who the adviser is stays known; NAV's archive keeps what it has, and is told of the withdrawal."""
    ella.goto("/min-side")
    expect(ella.locator("li", has_text="Hege Dahl")).to_contain_text("ser ingenting")
    siv.goto(f"{around.record}/samtykker")
    task = siv.get_by_role("region", name="At samtykket er trukket, til NAVs arkiv")
    expect(task).to_contain_text("Det som er arkivert, blir liggende.")
    seen(siv, "first-weeks-archive")


def says(text: str, *words: str) -> bool:
    """Whether any of the words is in the text, however it is written."""
    return any(word.casefold() in text.casefold() for word in words)
