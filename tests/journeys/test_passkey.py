"""A passkey in a real browser: made, used instead of a password, and no way in when it is gone.

Browsers make passkeys for names, not for numbers: this journey goes to «localhost».
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from fotfeste.cli.cast import PASSWORD
from tests.journeys.pages import heading, press
from tests.journeys.watching import Watch

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(house: str, chromium: Browser) -> Iterator[Page]:
    """A browser with a passkey holder built in, watched like the others."""
    home = house.replace("127.0.0.1", "localhost")
    context = chromium.new_context(base_url=home, locale="nb-NO")
    watch = Watch(context, home)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    yield page
    context.close()
    assert not watch.complaints(), "\n".join(watch.complaints())


def log_in_by_password(page: Page, name: str) -> None:
    """Until there is an answer: in, or asked for the second step."""
    page.goto("/logg-inn")
    page.get_by_label("E-post eller brukernavn").fill(name)
    page.get_by_label("Passord", exact=True).fill(PASSWORD)
    press(page, "Logg inn")
    page.wait_for_url(lambda url: not url.endswith("/logg-inn"))


def log_out(page: Page) -> None:
    page.goto("/logg-ut")
    page.get_by_role("main").get_by_role("button", name="Logg ut").click()
    page.wait_for_url(lambda url: not url.endswith("/logg-ut"))


def add_passkey(page: Page) -> None:
    page.goto("/min-konto/to-trinn/passnokkel")
    page.get_by_label("Passord", exact=True).fill(PASSWORD)
    press(page, "Bekreft")
    page.get_by_label("Navn på passnøkkelen").fill("Jobbtelefonen")
    press(page, "Lag passnøkkelen")
    page.wait_for_url("**/min-konto/to-trinn/reservekoder")


def test_a_passkey_is_made_used_and_taken_away(page: Page) -> None:
    log_in_by_password(page, "tom")
    add_passkey(page)

    # Alone it opens the account, without user name, password or code.
    log_out(page)
    page.goto("/logg-inn")
    press(page, "Logg inn med passnøkkel")
    page.wait_for_url(lambda url: "/logg-inn" not in url)
    page.goto("/min-konto/to-trinn")
    expect(page.get_by_role("heading", name="Jobbtelefonen")).to_be_visible()

    # With a password it is the second step, and nothing opens before it.
    log_out(page)
    log_in_by_password(page, "tom")
    assert page.url.endswith("/logg-inn/trinn-to")
    press(page, "Bruk passnøkkelen")
    page.wait_for_url(lambda url: "/logg-inn" not in url)

    # Taken away it opens nothing, and the password is enough again.
    page.goto("/min-konto/to-trinn")
    page.get_by_role("link", name="Ta bort").click()
    taken_away = heading(page, "Ta bort passnøkkelen?")
    expect(taken_away.or_(heading(page, "Bekreft at det er deg"))).to_be_visible()
    if not taken_away.is_visible():
        page.get_by_label("Passord", exact=True).fill(PASSWORD)
        press(page, "Bekreft")
    press(page, "Ta bort")
    page.wait_for_url("**/min-konto/to-trinn")
    log_out(page)
    page.goto("/logg-inn")
    press(page, "Logg inn med passnøkkel")
    expect(page.get_by_role("status")).to_have_text(
        "Passnøkkelen ble ikke brukt. Prøv igjen, eller bruk en annen måte."
    )
    assert page.url.endswith("/logg-inn")
    log_in_by_password(page, "tom")
    assert "/logg-inn" not in page.url


def test_without_javascript_the_page_says_what_to_do_instead(house: str, chromium: Browser) -> None:
    context = chromium.new_context(base_url=house, java_script_enabled=False)
    page = context.new_page()

    page.goto("/logg-inn")

    expect(page.get_by_text("Uten det logger du inn med passord")).to_be_visible()
    expect(page.get_by_role("button", name="Logg inn med passnøkkel")).to_be_hidden()
    log_in_by_password(page, "hege")
    assert "/logg-inn" not in page.url
    context.close()
