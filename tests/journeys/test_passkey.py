"""A passkey in a real browser: made, used instead of a password, and no way in when it is gone.

Browsers make passkeys for names, not for numbers: this journey goes to «localhost».
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from fotfeste.cli.cast import PASSWORD
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
    page.goto("/logg-inn")
    page.get_by_label("E-post eller brukernavn").fill(name)
    page.get_by_label("Passord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Logg inn", exact=True).click()
    page.wait_for_load_state()


def log_out(page: Page) -> None:
    page.goto("/logg-ut")
    page.get_by_role("main").get_by_role("button", name="Logg ut").click()
    page.wait_for_load_state()


def add_passkey(page: Page) -> None:
    page.goto("/min-konto/to-trinn/passnokkel")
    page.get_by_label("Passord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Bekreft").click()
    page.get_by_label("Navn på passnøkkelen").fill("Jobbtelefonen")
    page.get_by_role("button", name="Lag passnøkkelen").click()
    page.wait_for_url("**/min-konto/to-trinn/reservekoder")


def test_a_passkey_is_made_used_and_taken_away(page: Page) -> None:
    log_in_by_password(page, "tom")
    add_passkey(page)

    # Alone it opens the account, without user name, password or code.
    log_out(page)
    page.goto("/logg-inn")
    page.get_by_role("button", name="Logg inn med passnøkkel").click()
    page.wait_for_url(lambda url: "/logg-inn" not in url)
    page.goto("/min-konto/to-trinn")
    assert page.get_by_role("heading", name="Jobbtelefonen").is_visible()

    # With a password it is the second step, and nothing opens before it.
    log_out(page)
    log_in_by_password(page, "tom")
    assert page.url.endswith("/logg-inn/trinn-to")
    page.get_by_role("button", name="Bruk passnøkkelen").click()
    page.wait_for_url(lambda url: "/logg-inn" not in url)

    # Taken away it opens nothing, and the password is enough again.
    page.goto("/min-konto/to-trinn")
    page.get_by_role("link", name="Ta bort").click()
    page.wait_for_load_state()
    if page.get_by_label("Passord", exact=True).count():
        page.get_by_label("Passord", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Bekreft").click()
    page.get_by_role("button", name="Ta bort").click()
    page.wait_for_url("**/min-konto/to-trinn")
    log_out(page)
    page.goto("/logg-inn")
    page.get_by_role("button", name="Logg inn med passnøkkel").click()
    page.wait_for_load_state()
    assert "/logg-inn" in page.url
    log_in_by_password(page, "tom")
    assert "/logg-inn" not in page.url


def test_without_javascript_the_page_says_what_to_do_instead(house: str, chromium: Browser) -> None:
    context = chromium.new_context(base_url=house, java_script_enabled=False)
    page = context.new_page()

    page.goto("/logg-inn")

    assert page.get_by_text("Uten det logger du inn med passord").is_visible()
    assert not page.get_by_role("button", name="Logg inn med passnøkkel").is_visible()
    log_in_by_password(page, "hege")
    assert "/logg-inn" not in page.url
    context.close()
