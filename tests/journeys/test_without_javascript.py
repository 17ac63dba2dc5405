"""The main job in a browser that runs no scripts: log in, see what is next, answer it, bring a list."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import BrowserAs
from tests.journeys.pages import LIST, SOON, bring_list, confirm_list, follow, heading, line, press, row

PHONE = {"width": 390, "height": 844}
NUMBER = "12849031234"


@pytest.fixture
def plain(browser_as: BrowserAs) -> Page:
    """Siv's phone, where no script runs."""
    return browser_as("siv", java_script_enabled=False, viewport=PHONE)


def test_a_line_of_today_is_answered(plain: Page) -> None:
    plain.goto("/i-dag")
    line(plain, "Amir Eira").get_by_role("link", name="Finn tid").click()
    expect(heading(plain, "Avtal et oppstartsmøte")).to_be_visible()

    press(plain, "Avtal møtet")
    expect(plain.locator("[data-error-summary]")).to_be_visible()
    plain.get_by_label("Dag", exact=True).fill("25. november")
    plain.get_by_label("Nøytralt sted").check()
    plain.get_by_label("Ja", exact=True).check()
    press(plain, "Avtal møtet")

    expect(heading(plain, "I dag")).to_be_visible()
    expect(plain.get_by_text("Møtet er avtalt")).to_be_visible()


def test_the_menus_and_the_search_work(plain: Page) -> None:
    plain.locator(".menu summary").click()
    plain.get_by_role("link", name="Min konto").click()
    expect(heading(plain, "Min konto")).to_be_visible()

    plain.goto("/sok")
    plain.get_by_label("Navn, fødselsnummer, telefon eller e-post").fill("Lunde")
    press(plain, "Søk")
    plain.get_by_role("link", name="Nora Lunde").click()
    expect(heading(plain, "Nora Lunde")).to_be_visible()


def test_a_list_is_brought_mended_and_confirmed(plain: Page, tmp_path: Path) -> None:
    bring_list(plain, a_short_list(tmp_path))
    expect(plain.locator(".lead")).to_contain_text("1 venter på et svar")
    row(plain, 2).get_by_role("link").click()
    plain.get_by_label("Fødselsnummer", exact=True).fill(NUMBER)
    press(plain, "Lagre svarene")
    expect(plain.get_by_text("Svaret er tatt med. Nå: Kommer inn.")).to_be_visible()
    follow(plain, "Tilbake til listen")
    expect(plain.locator(".lead")).to_contain_text("1 rad er klar")
    confirm_list(plain)
    expect(plain.get_by_text("1 ny kom inn.")).to_be_visible(timeout=SOON)

    plain.goto("/portefoljen")
    expect(plain.locator(".board__name", has_text="Kari Uten Skript")).to_be_visible()


def a_short_list(place: Path) -> Path:
    """One row without an identity number, under the headings of the team's own list."""
    headings = LIST.read_text("utf-8-sig").splitlines()[0].split(";")
    cells = {
        "Navn": "Kari Uten Skript",
        "Telefon": "41000077",
        "Henvist dato": "2026-11-16",
        "Jobbspesialist": "Siv Rønning",
    }
    file = place / "liste.csv"
    written = ";".join(cells.get(each, "") for each in headings)
    file.write_text(f"{';'.join(headings)}\r\n{written}\r\n", "utf-8")
    return file
