"""The whole job with the keyboard alone, and one always sees where one is."""

from playwright.sync_api import Page, expect

from tests.journeys.conftest import BrowserAs
from tests.journeys.pages import Seen, heading

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
