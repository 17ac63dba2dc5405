"""What every page is made from, in a real browser: at all widths, by keyboard, and without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import BrowserAs
from tests.journeys.pages import choose_language
from tests.journeys.watching import no_wider_than_the_screen, the_bar_has_room

BOOK = "/look-book"
PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize(
    ("frame", "width"),
    [
        ("base", 1280),
        ("base", 768),
        ("base", 390),
        ("base", 320),
        ("mine", 1280),
        ("mine", 390),
        ("public", 1280),
    ],
)
def test_every_part_fits_and_can_be_used_by_all(
    browser_as: BrowserAs, axe: Callable[[Page], None], frame: str, width: int
) -> None:
    page = browser_as(None, viewport={"width": width, "height": 800})
    page.goto(f"{BOOK}?frame={frame}&closed=1")
    assert no_wider_than_the_screen(page)
    assert the_bar_has_room(page)
    axe(page)


@pytest.mark.parametrize("language", ["nn", "en"])
def test_other_languages_fit_too(browser_as: BrowserAs, axe: Callable[[Page], None], language: str) -> None:
    page = browser_as(None, viewport={"width": 320, "height": 800})
    page.goto(BOOK)
    choose_language(page, language)
    assert page.url.endswith(BOOK)
    assert no_wider_than_the_screen(page)
    axe(page)


def test_at_400_per_cent_nothing_lies_over_the_text(browser_as: BrowserAs) -> None:
    page = browser_as(None, viewport={"width": 320, "height": 200})
    page.goto(BOOK)
    assert no_wider_than_the_screen(page)
    assert page.locator(".bar__nav").evaluate("nav => getComputedStyle(nav).position") == "static"


def test_the_menu_and_the_language_work_without_javascript(browser_as: BrowserAs) -> None:
    page = browser_as(None, java_script_enabled=False, viewport=PHONE)
    page.goto(BOOK)
    page.locator(".menu summary").click()
    page.locator(".menu__panel button[value=nn]").click()
    expect(page.locator("html")).to_have_attribute("lang", "nn")
    expect(page.locator(".skip")).to_have_text("Hopp til innhaldet")
    assert page.url.endswith(BOOK)


def test_the_first_key_leads_past_the_menu(browser_as: BrowserAs) -> None:
    page = browser_as(None, java_script_enabled=False)
    page.goto(f"{BOOK}?frame=public")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_list_of_faults_is_read_first_and_leads_to_the_field(browser_as: BrowserAs) -> None:
    page = browser_as(None)
    page.goto(BOOK)
    expect(page.locator("[data-error-summary]")).to_be_focused()
    page.locator("[data-error-summary] a").nth(1).click()
    expect(page.locator("#id_w-day")).to_be_focused()


def test_the_menu_closes_on_escape_and_gives_the_cursor_back(browser_as: BrowserAs) -> None:
    page = browser_as(None)
    page.goto(BOOK)
    page.locator(".menu summary").click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator(".menu")).not_to_have_attribute("open", "")
    expect(page.locator(".menu summary")).to_be_focused()


def test_an_impatient_double_click_sends_a_form_once(browser_as: BrowserAs) -> None:
    page = browser_as(None)
    page.goto(BOOK)
    posts: list[str] = []
    page.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
    button = page.locator("form[novalidate] [type=submit]")
    with page.expect_navigation():
        button.evaluate("button => { button.click(); button.click(); }")
    assert len(posts) == 1
    page.go_back()
    expect(button).not_to_have_attribute("aria-disabled", "true")
