"""The whole job with the keyboard alone, and one always sees where one is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import BrowserAs, browsers
from tests.journeys.first_weeks import EMPLOYER
from tests.journeys.house import running_house
from tests.journeys.pages import Seen, heading, open_person
from tests.journeys.watching import Watch

MOST_KEYS = 80

SHOWS_WHERE_ONE_IS = """
() => {
  const at = document.activeElement;
  const near = [at, at.nextElementSibling, at.closest("label"), at.parentElement].filter(Boolean);
  const shows = (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
    || style.boxShadow !== "none";
  return near.some((one) => shows(getComputedStyle(one)));
}
"""


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the cursor is on what says these words, and see that it shows."""
    for _ in range(MOST_KEYS):
        page.keyboard.press("Tab")
        if words in name_of_where_one_is(page):
            assert page.evaluate(SHOWS_WHERE_ONE_IS), f"Nothing shows that the cursor is on «{words}»."
            return
    raise AssertionError(f"«{words}» cannot be reached with Tab.")


def name_of_where_one_is(page: Page) -> str:
    """What a screen reader says of where the cursor is: its kind and its name. Pauses are left out."""
    at = page.locator(":focus")
    said = at.aria_snapshot().splitlines()[0] if at.count() else ""
    return said.replace(" :", ":")


def test_log_in_open_a_line_and_answer_it(browser_as: BrowserAs, seen: Seen) -> None:
    page = browser_as(None)
    page.goto("/demo/")
    tab_to(page, "Logg inn: Jonas Eidissen")
    page.keyboard.press("Enter")
    expect(heading(page, "I dag")).to_be_visible()

    page.goto("/i-dag")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    assert page.evaluate(SHOWS_WHERE_ONE_IS)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()

    answer = page.get_by_text("Finn tid: Hold oppstartsmøte med Sofie Strand")
    expect(answer).to_have_count(1)
    tab_to(page, "Finn tid: Hold oppstartsmøte med Sofie Strand")
    page.keyboard.press("Enter")
    expect(heading(page, "Avtal et oppstartsmøte")).to_be_visible()
    fill_in_the_meeting(page)
    expect(page.get_by_text("Møtet er avtalt")).to_be_visible()
    seen(page)
    expect(answer).to_have_count(0)


def fill_in_the_meeting(page: Page) -> None:
    """Day, place, and whether the clinician joins; sent with Enter."""
    tab_to(page, "Dag")
    page.keyboard.type("24.11.2026")
    tab_to(page, "Nøytralt sted")
    page.keyboard.press("Space")
    tab_to(page, "Ja")
    page.keyboard.press("Space")
    tab_to(page, "Avtal møtet")
    page.keyboard.press("Enter")


def test_the_menu_of_one_s_account_is_opened_and_left_by_keyboard(browser_as: BrowserAs) -> None:
    page = browser_as("siv")
    page.goto("/portefoljen")
    tab_to(page, "Siv Rønning")
    page.keyboard.press("Enter")
    tab_to(page, "Min konto")
    page.keyboard.press("Enter")
    expect(heading(page, "Min konto")).to_be_visible()


@pytest.fixture
def own_house(chromium: Browser, visits: list[Watch], demo: Path, tmp_path: Path) -> Iterator[BrowserAs]:
    """A house that nobody else looks at: what is done here changes what stands on others' pages."""
    with (
        running_house(tmp_path, demo, worker=False) as house,
        browsers(chromium, house, visits) as browser_as,
    ):
        yield browser_as


def test_the_middle_and_the_end_of_the_course_without_a_mouse(own_house: BrowserAs) -> None:
    siv = own_house("siv")
    open_person(siv, "Nora Lunde")
    record = siv.url
    get_to_know(siv, record)
    look_for_a_job(siv, record)
    be_in_a_job(siv, record)
    wait_after_an_error(siv, record)
    leave(siv, record)


def get_to_know(page: Page, record: str) -> None:
    """An area of the assessment, a part of the profile, and what is wished for, each from its own link."""
    go(page, f"{record}/kartlegging", "Skriv: Skole og kurs")
    type_in(page, "Skriv med dine egne ord", "Kokkelinja, første år.")
    save(page, "Lagre", "Kokkelinja, første år.")
    go(page, f"{record}/profil", "Skriv: Det jeg vil")
    type_in(page, "Teksten", "Et lite kjøkken.")
    save(page, "Lagre", "Et lite kjøkken.")
    page.goto(f"{record}/gjor/job-plan")
    type_in(page, "Hva slags arbeid?", "5120 Kokker")
    type_in(page, "Hva er målet?", "En fast jobb.")
    save(page, "Lagre", "En fast jobb.", at=f"{record}/jobbplan")


def look_for_a_job(page: Page, record: str) -> None:
    """An employer nobody knew, and a visit there."""
    page.goto("/arbeidsgivere/ny")
    type_in(page, "Navn", EMPLOYER)
    save(page, "Lagre", EMPLOYER)
    page.goto("/arbeidsgivere/loggfor")
    tab_to(page, EMPLOYER)
    page.keyboard.press("Space")
    type_in(page, "Hvordan gikk det?", "Fikk se kjøkkenet.")
    save(page, "Lagre", "Fikk se kjøkkenet.")


def be_in_a_job(page: Page, record: str) -> None:
    """A job has begun, and it gets a plan for who follows up."""
    page.goto(f"{record}/gjor/start-job")
    type_in(page, "Første dag", "09.11.2026")
    type_in(page, "Timer i uken", "20")
    save(page, "Lagre", "fra 9. november 2026", at=f"{record}/jobb")
    tab_to(page, "Støtte i jobben")
    page.keyboard.press("Enter")
    tab_to(page, "Skriv en plan")
    page.keyboard.press("Enter")
    type_in(page, "Hva er målet?", "Ro om morgenen.")
    save(page, "Lagre", "Ro om morgenen.")


def wait_after_an_error(page: Page, record: str) -> None:
    """Sent too early, the cursor is on what is missing; from there one goes to the field, and sends again."""
    page.goto(f"{record}/gjor/hold-search")
    tab_to(page, "La søket vente")
    page.keyboard.press("Enter")
    expect(page.locator("[data-error-summary]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[aria-invalid=true]").first).to_be_focused()
    page.keyboard.press("Space")
    type_in(page, "Hvem holder kontakten?", "Siv")
    type_in(page, "Hvor ofte?", "hver uke")
    tab_to(page, "radio")
    page.keyboard.press("Space")
    type_in(page, "Hva vil jobbsøkeren holde fast ved?", "Lukta av nybakt brød.")
    type_in(page, "Når ser dere på det igjen?", "25.01.2027")
    save(page, "La søket vente", "Lukta av nybakt brød.")


def leave(page: Page, record: str) -> None:
    """The talk about leaving the caseload."""
    page.goto(f"{record}/gjor/consider-discharge")
    type_in(page, "Hvorfor vurderer dere utskriving?", "Flytter.")
    type_in(page, "Hva sier jobbsøkeren?", "Jeg vil ha en pause.")
    save(page, "Lagre", "Jeg vil ha en pause.", at=f"{record}/utskriving")


def go(page: Page, address: str, link: str) -> None:
    """By a link on the page at this address."""
    page.goto(address)
    tab_to(page, link)
    page.keyboard.press("Enter")


def type_in(page: Page, field: str, words: str) -> None:
    """The next field of this name."""
    tab_to(page, field)
    page.keyboard.type(words)


def save(page: Page, button: str, seen: str, *, at: str = "") -> None:
    """By its button, until what was typed stands on the page one comes to, or on the one at this address."""
    tab_to(page, button)
    page.keyboard.press("Enter")
    expect(page.locator("main form[data-unsaved]")).to_have_count(0)
    if at:
        page.goto(at)
    expect(page.get_by_text(seen).first).to_be_visible()
