"""A team brings the list it keeps today, and each specialist sees what is next for whom, and why."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import BrowserAs
from tests.journeys.pages import (
    Seen,
    bring_list,
    confirm_list,
    follow,
    line,
    open_person,
    press,
    row,
)

pytestmark = pytest.mark.postgres

RIGHT_NUMBER = "04868224571"
"""What the digits of row 48 become when the last one is right."""


def test_the_list_is_mended_and_confirmed_and_brought_again_nothing_doubles(
    browser_as: BrowserAs, seen: Seen
) -> None:
    page = browser_as("mette")
    bring_list(page)
    expect(page.locator(".lead")).to_contain_text("32 rader er klare")
    expect(page.locator(".lead")).to_contain_text("31 venter på svar")
    seen(page, "bring-preview")

    answer_for_all(page, "Går post til feil person", "Vet ikke. Ta den ikke med nå, og spør senere")
    expect(page.get_by_text("18 rader fikk svaret.")).to_be_visible()
    mend_the_identity_number_of_row_48(page, seen)
    accept_the_lost_zero_of_row_6(page, seen)
    answer(page, 39, "Ja")
    expect(page.locator(".lead")).to_contain_text("49 rader er klare")
    confirm_list(page)
    expect(page.get_by_text("49 nye kom inn.")).to_be_visible()
    expect(page.get_by_text("14 rader ble stående igjen.")).to_be_visible()
    seen(page, "bring-done")

    bring_list(page)
    expect(page.locator(".lead")).to_contain_text("0 rader er klare")
    expect(page.locator(".lead")).to_contain_text("49 er her fra før")
    expect(page.get_by_role("button", name=re.compile("^Hent inn "))).to_have_count(0)
    seen(page, "bring-again")


def answer_for_all(page: Page, question: str, choice: str) -> None:
    """A question that several rows ask, answered once."""
    asked = page.locator("form", has=page.get_by_role("group", name=re.compile(question)))
    asked.get_by_label(choice).check()
    asked.get_by_role("button", name="Svar det samme for alle").click()


def mend_the_identity_number_of_row_48(page: Page, seen: Seen) -> None:
    row(page, 48).get_by_role("link").click()
    expect(page.get_by_text("Kontrollsifrene i fødselsnummeret stemmer ikke.")).to_be_visible()
    seen(page, "bring-row-held-back")
    page.get_by_label("Fødselsnummer").fill("04868224752")
    press(page, "Lagre svarene")
    expect(page.get_by_text("Kontrollsifrene i fødselsnummeret stemmer ikke.")).to_be_visible()
    page.get_by_label("Fødselsnummer").fill(RIGHT_NUMBER)
    press(page, "Lagre svarene")
    expect(page.get_by_text("Svaret er tatt med. Nå: Kommer inn.")).to_be_visible()
    follow(page, "Tilbake til listen")


def accept_the_lost_zero_of_row_6(page: Page, seen: Seen) -> None:
    row(page, 6).get_by_role("link").click()
    page.get_by_label("Ja, sett nullen foran").check()
    seen(page, "bring-row-asked")
    press(page, "Lagre svarene")
    expect(page.get_by_text("Svaret er tatt med. Nå: Kommer inn.")).to_be_visible()
    follow(page, "Tilbake til listen")


def answer(page: Page, number: int, choice: str) -> None:
    """What one row asks, answered on its own page."""
    row(page, number).get_by_role("link").click()
    page.get_by_label(re.compile(f"^{choice}")).first.check()
    press(page, "Lagre svarene")
    follow(page, "Tilbake til listen")


def test_today_says_what_is_next_and_why_and_leads_to_the_source(browser_as: BrowserAs, seen: Seen) -> None:
    page = browser_as("siv")
    page.goto("/i-dag")
    seen(page, "today")

    line(page, "Nora Lunde").get_by_role("link", name="IPS-retningslinjen").first.click()
    expect(page).to_have_url(re.compile("/kilder/"))
    expect(page.get_by_role("heading", name="Hva den sier")).to_be_visible()
    seen(page, "source")


def test_the_jobseeker_sees_that_very_look_in_her_log(browser_as: BrowserAs, seen: Seen) -> None:
    hers = browser_as("nora")
    hers.goto("/min-side/hvem-har-sett")
    seen(hers, "who-has-looked")

    siv = browser_as("siv")
    open_person(siv, "Nora Lunde")
    seen(siv, "person")
