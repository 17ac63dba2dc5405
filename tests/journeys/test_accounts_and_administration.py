"""The administrator's day and everyone's account page in a real browser: axe, both widths, a few steps."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from fotfeste.cli.cast import PASSWORD

BrowserAs = Callable[..., Page]
Look = Callable[[Page], None]
Picture = Callable[[Page, str], None]

FOR_VISITORS = {
    "front": "/",
    "demo": "/demo/",
    "log-in": "/logg-inn",
    "forgotten": "/glemt-passord",
    "sent": "/glemt-passord/sendt",
    "dead-link": "/lenke/" + "0" * 32 + "/x",
}
FOR_STAFF = {
    "account": "/min-konto",
    "close-to": "/min-konto/naere",
    "my-programs": "/min-konto/programmer",
    "two-steps": "/min-konto/to-trinn",
    "new-password": "/min-konto/passord",
    "roles": "/bytt-rolle",
    "log-out": "/logg-ut",
}
FOR_ADMINISTRATORS = {
    "administration": "/administrasjon",
    "users": "/administrasjon/brukere",
    "new-user": "/administrasjon/brukere/ny",
    "units": "/administrasjon/enheter",
    "new-unit": "/administrasjon/enheter/ny",
    "new-controller": "/administrasjon/behandlingsansvarlige/ny",
    "programs": "/administrasjon/programmer",
    "new-program": "/administrasjon/programmer/nytt",
}


@pytest.mark.parametrize(
    ("who", "pages"), [(None, FOR_VISITORS), ("jonas", FOR_STAFF), ("arne", FOR_ADMINISTRATORS)]
)
def test_every_page_can_be_read_by_all_and_fits_a_phone(
    browser_as: BrowserAs, axe: Look, picture: Picture, who: str | None, pages: dict[str, str]
) -> None:
    page = browser_as(who)
    for name, address in pages.items():
        page.goto(address)
        axe(page)
        picture(page, f"accounts-{name}")


def test_a_user_is_made_given_a_role_and_comes_in(browser_as: BrowserAs, axe: Look, picture: Picture) -> None:
    arne = browser_as("arne")
    arne.goto("/administrasjon/brukere/ny")
    arne.get_by_label("Navn", exact=True).fill("Kari Nord")
    arne.get_by_label("Brukernavn").fill("kari")
    arne.get_by_role("button", name="Lagre").click()
    arne.get_by_text("Gi en rolle", exact=True).click()
    arne.get_by_label("Rolle").select_option(label="NAV-veileder")
    arne.get_by_label("Enhet").select_option(label="NAV Rana")
    axe(arne)
    picture(arne, "accounts-give-role")
    arne.get_by_role("button", name="Gi rollen").click()
    arne.get_by_role("button", name="Vis lenke til å lage passord").click()
    link = arne.locator("main code").inner_text()

    kari = browser_as(None)
    kari.goto(link)
    kari.get_by_label("Nytt passord", exact=True).fill(PASSWORD)
    kari.get_by_label("Nytt passord en gang til").fill(PASSWORD)
    kari.get_by_role("button", name="Lagre passordet").click()
    kari.get_by_role("main").get_by_role("link", name="Logg inn").click()
    kari.get_by_label("E-post eller brukernavn").fill("kari")
    kari.get_by_label("Passord", exact=True).fill(PASSWORD)
    kari.get_by_role("button", name="Logg inn", exact=True).click()
    kari.wait_for_url("**/delt-med-meg")


def test_without_javascript_one_logs_in_switches_language_and_logs_out(browser_as: BrowserAs) -> None:
    page = browser_as(None, java_script_enabled=False)
    page.goto("/logg-inn")
    page.get_by_label("E-post eller brukernavn").fill("berit@example.no")
    page.get_by_label("Passord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Logg inn", exact=True).click()
    page.wait_for_url("**/delt-med-meg")
    page.goto("/min-konto")
    page.locator("footer").get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="My account")).to_be_visible()
    page.goto("/logg-ut")
    page.get_by_role("main").get_by_role("button", name="Log out").click()
    page.wait_for_url(lambda url: not url.endswith("/logg-ut"))
    page.goto("/min-konto")
    assert "/logg-inn" in page.url
