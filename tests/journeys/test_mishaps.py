"""Double clicks, stale tabs, expired log-ins, two at once: nothing typed is lost, nothing is done twice."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import BrowserAs
from tests.journeys.pages import Seen, follow, heading, open_person, press

NOTE = "Møtes på kafé, ikke på DPS.\nVil gjerne jobbe med «tre kopper»."


def act_of(page: Page, act: str) -> str:
    """The page of an act on Nora."""
    open_person(page, "Nora Lunde")
    return f"{page.url}/gjor/{act}"


def notes_with(page: Page, text: str) -> int:
    """How many of Nora's notes say this."""
    open_person(page, "Nora Lunde")
    follow(page, "Notater")
    page.wait_for_url("**/notater")
    return page.locator("article", has_text=text).count()


@pytest.mark.parametrize("scripts", [True, False])
def test_an_impatient_double_click_saves_once(browser_as: BrowserAs, scripts: bool) -> None:
    page, text = browser_as("siv", java_script_enabled=scripts), f"Trykket to ganger, {scripts}."
    page.goto(act_of(page, "note"))
    page.get_by_label("Notat", exact=True).fill(text)
    page.get_by_role("button", name="Lagre", exact=True).dblclick()
    expect(heading(page, "Nora Lunde")).to_be_visible()

    assert notes_with(page, text) == 1


@pytest.mark.parametrize("scripts", [True, False])
def test_going_back_and_saving_again_saves_once(browser_as: BrowserAs, seen: Seen, scripts: bool) -> None:
    page, text = browser_as("siv", java_script_enabled=scripts), f"Gikk tilbake, {scripts}."
    page.goto(act_of(page, "note"))
    page.get_by_label("Notat", exact=True).fill(text)
    press(page, "Lagre")
    expect(heading(page, "Nora Lunde")).to_be_visible()

    page.go_back()
    expect(page.get_by_label("Notat", exact=True)).to_have_value(text)
    press(page, "Lagre")

    expect(page.get_by_role("heading", name="Dette er lagret")).to_be_visible()
    if scripts:
        seen(page, "just-saved")
    follow(page, "Tilbake")
    assert notes_with(page, text) == 1


def test_a_stale_tab_is_shown_both_texts_and_decides(browser_as: BrowserAs, seen: Seen) -> None:
    first = browser_as("siv")
    address = act_of(first, "wishes")
    second = first.context.new_page()
    for tab in (first, second):
        tab.goto(address)
    first.get_by_label("Hva slags arbeid?").fill("Lager, helst tidlig vakt")
    press(first, "Lagre")
    expect(heading(first, "Nora Lunde")).to_be_visible()

    second.get_by_label("Hva slags arbeid?").fill("Butikk")
    press(second, "Lagre")
    expect(second.get_by_text("Ingenting er borte.")).to_be_visible()
    expect(second.locator(".version--own")).to_contain_text("Butikk")
    expect(second.locator(".version").nth(1)).to_contain_text("Lager, helst tidlig vakt")
    seen(second, "both-texts")

    press(second, "Bruk min tekst")
    expect(heading(second, "Nora Lunde")).to_be_visible()
    expect(second.get_by_text("Butikk")).to_be_visible()


def test_two_people_edit_an_employer_and_neither_loses_a_word(browser_as: BrowserAs, seen: Seen) -> None:
    siv, jonas = browser_as("siv"), browser_as("jonas")
    siv.goto("/arbeidsgivere/ny")
    siv.get_by_label("Navn", exact=True).fill("Mo Bakeri")
    press(siv, "Lagre")
    expect(heading(siv, "Mo Bakeri")).to_be_visible()
    for page in (siv, jonas):
        page.goto(f"{siv.url.removesuffix('/endre')}/endre")

    siv.get_by_label("Navn", exact=True).fill("Mo Bakeri AS")
    press(siv, "Lagre")
    expect(heading(siv, "Mo Bakeri AS")).to_be_visible()
    jonas.get_by_label("Navn", exact=True).fill("Mo Bakeri og Kafé")
    press(jonas, "Lagre")

    expect(jonas.get_by_text("Ingenting er borte.")).to_be_visible()
    expect(jonas.locator(".version--own")).to_contain_text("Mo Bakeri og Kafé")
    expect(jonas.locator(".version").nth(1)).to_contain_text("Mo Bakeri AS")
    seen(jonas, "both-texts-of-two")
    press(jonas, "Bruk min tekst")
    expect(heading(jonas, "Mo Bakeri og Kafé")).to_be_visible()


def test_what_was_typed_outlives_an_expired_log_in(browser_as: BrowserAs, seen: Seen) -> None:
    page = browser_as("siv")
    page.goto(act_of(page, "note"))
    page.get_by_label("Notat", exact=True).fill(NOTE)
    page.context.clear_cookies(name="session")
    press(page, "Lagre")

    expect(heading(page, "Du er logget ut")).to_be_visible()
    expect(page.locator("textarea")).to_have_value(NOTE)
    seen(page, "logged-out-text-kept")
    with page.context.expect_page() as opened:
        follow(page, "Logg inn i ny fane")
    log_in_there(opened.value)

    press(page, "Send det igjen")
    expect(page.locator("textarea")).to_have_value(NOTE)  # the key of the form was from before the log-in
    press(page, "Send det igjen")
    expect(page.get_by_text("Notatet er lagret.")).to_be_visible()
    assert notes_with(page, "Vil gjerne jobbe med «tre kopper».") == 1


def log_in_there(page: Page) -> None:
    """In the other tab, as one who tries the demo does."""
    page.get_by_role("link", name="Velg en oppdiktet person i demoen").click()
    page.locator('button[name="username"][value="siv"]').click()
    expect(heading(page, "I dag")).to_be_visible()


def test_leaving_a_page_with_something_typed_is_asked_about(browser_as: BrowserAs) -> None:
    page, asked = browser_as("siv"), []
    page.goto(act_of(page, "note"))
    page.get_by_label("Notat", exact=True).press_sequentially("Halvferdig")
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))

    follow(page, "Porteføljen")

    expect(page.get_by_label("Notat", exact=True)).to_have_value("Halvferdig")
    assert asked == ["beforeunload"]
