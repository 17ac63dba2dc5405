"""Half a caseload is handed over with an overlap; when it is past, the giver has no way in any more."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import browsers
from tests.journeys.house import running_house
from tests.journeys.pages import Seen, bring_list, confirm_list, follow, heading, line, open_person, press
from tests.journeys.watching import Watch

LAST_DAY_OF_OVERLAP = "06.12.2026"
THE_DAY_AFTER = "2026-12-07"
NO_LONGER = "Du følger ikke lenger opp denne jobbsøkeren."


def test_the_new_one_sees_them_at_once_and_the_old_one_until_the_overlap_is_past(
    chromium: Browser, visits: list[Watch], seen: Seen, demo: Path, tmp_path: Path
) -> None:
    with running_house(tmp_path, demo) as house, browsers(chromium, house, visits) as browser_as:
        mette = browser_as("mette")
        bring_list(mette)
        confirm_list(mette)
        siv = browser_as("siv")
        names = hand_half_over(siv, seen)
        record = address_of(siv, names[0])
        expect(siv.get_by_text("Du ser dette fordi")).to_be_visible()
        jonas = browser_as("jonas")
        sees_them_on_today(jonas, names, seen)
        address_of(jonas, names[0])
        expect(jonas.get_by_role("link", name="Skriv notat")).to_be_visible()

    visits.clear()
    with (
        running_house(tmp_path, demo, today=THE_DAY_AFTER) as house,
        browsers(chromium, house, visits) as browser_as,
    ):
        siv = browser_as("siv")
        is_told_why_not(siv, record, seen)
        siv.goto("/portefoljen")
        assert not set(names) & set(siv.locator(".board__name").all_inner_texts())
        address_of(browser_as("jonas"), names[0])


def hand_half_over(page: Page, seen: Seen) -> list[str]:
    """Siv ticks every other one of hers, and gives them to Jonas. Their names."""
    page.goto("/portefoljen")
    follow(page, "Gi videre")
    expect(heading(page, "Overlevering")).to_be_visible()
    boxes = page.get_by_role("checkbox")
    half = range(0, boxes.count(), 2)
    names = [page.locator("label:has(+ *), .aksel-checkbox__label").nth(n).inner_text() for n in half]
    for n in half:
        boxes.nth(n).check()
    page.get_by_label("Jonas Eidissen").check()
    page.get_by_label("Til og med hvilken dag kan begge se saken?").fill(LAST_DAY_OF_OVERLAP)
    seen(page, "handover")
    press(page, "Gi videre")
    expect(page.get_by_text(f"{len(names)} jobbsøkere er overlevert.")).to_be_visible()
    return [name.splitlines()[0] for name in names]


def sees_them_on_today(page: Page, names: list[str], seen: Seen) -> None:
    page.goto("/i-dag")
    seen(page, "today-after-handover")
    for name in names:
        page.get_by_label("For", exact=True).select_option(label=name)
        press(page, "Vis")
        expect(line(page, name).filter(has_text="Overlappen for")).to_have_count(1)


def address_of(page: Page, name: str) -> str:
    open_person(page, name)
    return page.url.partition("//")[2].partition("/")[2]


def is_told_why_not(page: Page, record: str, seen: Seen) -> None:
    for part in ("", "/notater", "/logg", "/gjor/note"):
        answer = page.goto(f"/{record}{part}")
        assert answer is not None
        assert answer.status == 403
        expect(page.get_by_text(NO_LONGER)).to_be_visible()
    seen(page, "former-specialist")
