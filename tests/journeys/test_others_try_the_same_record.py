"""Everybody else tries the same record: 404 for those who may not know of it, a reason for those who may."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import BrowserAs, log_in
from tests.journeys.pages import Seen, heading, open_person, press

pytestmark = pytest.mark.postgres

PARTS = (
    "",
    "/tidslinje",
    "/fakta",
    "/folk-rundt",
    "/folk-rundt/naer",
    "/notater",
    "/logg",
    "/vern",
    "/gjor/note",
    "/gjor/plan-meeting",
)
SHARED = ("", "/tidslinje", "/fakta", "/folk-rundt", "/folk-rundt/naer")
"""What a clinician of the same hospital and a NAV adviser whom she has said yes to may see."""
STRANGERS = ("odd", "jonas", "marit", "tom", "guro", "erik", "arne", "amir")
NOT_FOUND = "Vi finner ikke siden"
NOT_THIS_PART = "Denne delen av saken er ikke for deg."


@pytest.fixture(scope="module")
def nora(house: str, chromium: Browser) -> str:
    """The address of Nora's record, as the one who follows her has it."""
    return address_of("Nora Lunde", "siv", house, chromium)


@pytest.fixture(scope="module")
def liv(house: str, chromium: Browser) -> str:
    """The address of Liv's record. She has a strictly confidential address (kode 6)."""
    return address_of("Liv Hemmelig", "marit", house, chromium)


def address_of(name: str, specialist: str, house: str, chromium: Browser) -> str:
    """Where somebody's record is."""
    with chromium.new_context(base_url=house, locale="nb-NO") as context:
        page = context.new_page()
        log_in(page, specialist)
        open_person(page, name)
        return page.url


def status(page: Page, address: str) -> int:
    """How an address answers the one who is logged in."""
    return page.request.get(address, max_redirects=0).status


def statuses(page: Page, record: str) -> dict[str, int]:
    """How each part of a record answers."""
    return {part: status(page, record + part) for part in PARTS}


@pytest.mark.parametrize("name", STRANGERS)
def test_to_those_who_do_not_stand_around_her_she_is_not_here(
    browser_as: BrowserAs, seen: Seen, nora: str, name: str
) -> None:
    page = browser_as(name)

    assert statuses(page, nora) == dict.fromkeys(PARTS, 404)
    page.goto(nora)
    expect(heading(page, NOT_FOUND)).to_be_visible()
    assert "Nora" not in page.content()
    seen(page)


@pytest.mark.parametrize("name", ["berit", "hege"])
def test_those_she_shares_with_see_that_and_are_told_why_not_the_rest(
    browser_as: BrowserAs, seen: Seen, nora: str, name: str
) -> None:
    page = browser_as(name)
    page.get_by_role("link", name="Nora Lunde").click()
    expect(heading(page, "Nora Lunde")).to_be_visible()
    seen(page, f"person-as-{name}")
    expect(page.get_by_role("link", name="Skriv notat")).to_have_count(0)

    assert statuses(page, nora) == {part: 200 if part in SHARED else 403 for part in PARTS}
    page.goto(nora + "/notater")
    expect(page.get_by_text(NOT_THIS_PART)).to_be_visible()
    seen(page, "not-this-part")


def test_the_supervisor_says_why_before_she_sees_and_then_reads_but_does_not_act(
    browser_as: BrowserAs, seen: Seen, nora: str
) -> None:
    page = browser_as("mette")

    assert statuses(page, nora) == dict.fromkeys(PARTS, 403)
    page.goto(nora)
    expect(heading(page, "Hvorfor åpner du denne saken?")).to_be_visible()
    assert "Nora" not in page.content()
    seen(page, "say-why")
    page.get_by_label("Veiledning av jobbspesialisten").check()
    press(page, "Åpne saken")

    expect(heading(page, "Nora Lunde")).to_be_visible()
    seen(page, "person-as-mette")
    assert status(page, nora + "/gjor/note") == 403
    assert status(page, nora + "/vern") == 403
    hers = browser_as("nora")
    hers.goto("/min-side/hvem-har-sett")
    expect(hers.get_by_text("Hvorfor: veiledet jobbspesialisten").first).to_be_visible()


def test_nora_sees_her_own_and_a_visitor_only_the_log_in(browser_as: BrowserAs, nora: str) -> None:
    hers = browser_as("nora")
    assert statuses(hers, nora) == {part: own(part) for part in PARTS}

    visitor = browser_as(None)
    assert statuses(visitor, nora) == dict.fromkeys(PARTS, 302)
    visitor.goto(nora)
    expect(visitor).to_have_url(re.compile(r"/logg-inn\?next="))
    assert "Nora" not in visitor.content()


def own(part: str) -> int:
    """She reads everything about herself; acting and protection go through the specialist.

    She is nobody's relative in her own record, and does not step back from it.
    """
    return 403 if part.startswith(("/gjor", "/vern", "/folk-rundt/naer")) else 200


@pytest.mark.parametrize(
    "name", ["siv", *sorted(set(STRANGERS) - {"marit"}), "berit", "hege", "mette", "nora"]
)
def test_one_with_a_hidden_address_is_not_here_for_anybody_but_the_one_who_is_cleared(
    browser_as: BrowserAs, liv: str, name: str
) -> None:
    page = browser_as(name)

    assert statuses(page, liv) == dict.fromkeys(PARTS, 404)
    for start in ("/", "/portefoljen", "/delt-med-meg", "/teamet", "/overlever"):
        assert "Hemmelig" not in page.request.get(start).text()


def test_she_is_in_no_search_and_in_no_count_of_others(browser_as: BrowserAs, liv: str) -> None:
    siv = browser_as("siv")
    assert found(siv, "Hemmelig") == found(siv, "Ingen Heter Dette")

    mette = browser_as("mette")
    mette.goto("/teamet")
    marit_s = mette.get_by_role("row", name="Marit Balto").get_by_role("cell").first.inner_text()
    marit = browser_as("marit")
    marit.goto("/portefoljen")
    assert int(marit_s) == marit.locator(".board__name").count() - 1


def found(page: Page, typed: str) -> str:
    """What a search answers, without what was typed."""
    page.goto("/sok")
    page.get_by_label("Navn, fødselsnummer, telefon eller e-post").fill(typed)
    press(page, "Søk")
    results = page.locator("#results")
    expect(results).not_to_be_empty()
    return results.inner_text().replace(typed, "")


def test_who_is_cleared_sees_her_with_a_warning(browser_as: BrowserAs, seen: Seen, liv: str) -> None:
    page = browser_as("marit")
    page.goto(liv)

    expect(heading(page, "Liv Hemmelig")).to_be_visible()
    expect(page.get_by_text("Strengt fortrolig adresse (kode 6)")).to_be_visible()
    seen(page, "person-protected")


PROGRAMS = {
    "siv": (200, 404),
    "hege": (200, 404),
    "mette": (403, 404),
    "jonas": (404, 404),
    "odd": (404, 404),
    "arne": (404, 404),
    "marit": (404, 200),
    None: (401, 401),
}
"""How the front door for programs answers about Nora and about Liv."""


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_gets_the_same_answers(
    browser_as: BrowserAs, nora: str, liv: str, name: str | None
) -> None:
    page = browser_as(name)

    assert (status(page, by_program(nora)), status(page, by_program(liv))) == PROGRAMS[name]


def by_program(record: str) -> str:
    """Where a program finds the record."""
    return f"/api/v1/people/{record.rpartition('/')[2]}"
