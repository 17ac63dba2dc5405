"""Small steps that several journeys take, and where things are on the pages."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

LIST = Path(__file__).parents[1] / "data" / "caseload-salten.csv"
Seen = Callable[..., None]

SOON = 60_000
"""Milliseconds for what the worker does beside the pages, on a busy machine."""


def press(page: Page, name: str) -> None:
    """The button with exactly this name."""
    page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    """The link with exactly this name, the first if the menu has one too."""
    page.get_by_role("link", name=name, exact=True).first.click()


def heading(page: Page, text: str) -> Locator:
    """The page's own heading, to be expected."""
    return page.get_by_role("heading", level=1, name=text, exact=True)


def choose_language(page: Page, language: str) -> None:
    """By the choice at the foot of every page."""
    if page.url == "about:blank":
        page.goto("/")
    page.locator(f"footer button[value={language}]").click()
    expect(page.locator("html")).to_have_attribute("lang", language)


def bring_list(page: Page, file: Path = LIST) -> None:
    """Choose the file and have it read, until one can look it over."""
    page.goto("/hent-inn")
    page.get_by_label("Fil (CSV eller Excel)").set_input_files(file)
    press(page, "Les listen")
    expect(heading(page, "Se over listen")).to_be_visible(timeout=SOON)


def confirm_list(page: Page) -> None:
    """Bring in what is ready, until it is in."""
    page.get_by_role("button", name=re.compile("^Hent inn ")).click()
    expect(heading(page, "Listen er hentet inn")).to_be_visible(timeout=SOON)


def row(page: Page, number: int) -> Locator:
    """A row among those that are shown, by its number in the list."""
    return page.locator("article", has=page.locator(f"#row-{number}"))


def line(page: Page, about: str) -> Locator:
    """A line of *Today* or of a person's next steps, by words in it."""
    return page.locator("li.line", has_text=about)


def open_person(page: Page, name: str) -> None:
    """From the caseload to the person's page."""
    page.goto("/portefoljen")
    page.locator(".board__name", has_text=name).first.click()
    expect(heading(page, name)).to_be_visible()
