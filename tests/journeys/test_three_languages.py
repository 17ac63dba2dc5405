"""Every main page in bokmål, nynorsk and English: no word of one language among those of another."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from playwright.sync_api import Page, expect

from fotfeste.parameters.texts import all_texts
from tests.journeys.conftest import BrowserAs
from tests.journeys.pages import choose_language, heading, open_person
from tests.journeys.watching import no_wider_than_the_screen

LOCALE = Path(__file__).parents[2] / "src" / "fotfeste" / "locale"
PHONE = {"width": 390, "height": 844}

PAGES = {
    None: ("/", "/logg-inn", "/glemt-passord", "/kilder", "/regler"),
    "siv": (
        "/i-dag",
        "/portefoljen",
        "/arbeidsgivere",
        "/arbeidsgivere/ny",
        "/arbeidsgivere/loggfor",
        "/arbeidsgivere/uka",
        "/teammoter",
        "/veiledning",
        "/henvisninger",
        "/yrker",
        "/retningslinjen",
        "/hent-inn",
        "/sok",
        "/min-konto",
    ),
    "mette": (
        "/teamet",
        "/overlever",
        "/teamet/logg",
        "/teamet/sporsmal",
        "/teamet/metoden",
        "/teamet/veiledning",
        "/teamet/utskriving",
        "/teammoter/nytt",
    ),
    "nora": (
        "/min-side",
        "/min-side/om-meg",
        "/min-side/hvem-har-sett",
        "/min-side/mine-opplysninger",
        "/min-side/kartlegging",
        "/min-side/profil",
        "/min-side/profil/ark",
        "/min-side/plan",
        "/min-side/jobb",
        "/min-side/muligheter",
        "/min-side/forlopet",
    ),
    "hege": ("/delt-med-meg", "/sok"),
    "berit": ("/delt-med-meg", "/teammoter", "/henvisninger/sendt"),
    "guro": ("/deltakere",),
    "erik": ("/arbeidsgiver",),
    "arne": ("/administrasjon", "/administrasjon/brukere", "/nodtilgang"),
}
PERSON = (
    "",
    "/tidslinje",
    "/fakta",
    "/folk-rundt",
    "/notater",
    "/logg",
    "/vern",
    "/kartlegging",
    "/profil",
    "/profil/nav",
    "/jobbplan",
    "/jobbsok",
    "/jobb",
    "/forlopet",
    "/utskriving",
    "/gjor/plan-meeting",
    "/gjor/start-job",
    "/gjor/job-plan",
    "/gjor/hold-search",
    "/gjor/add-lead",
    "/gjor/consider-discharge",
)

SAID = """
() => {
  const found = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement;
    if (!parent.closest("script, style, [lang]:not(html)")) found.add(texts.currentNode.data);
  }
  for (const one of document.querySelectorAll("[aria-label], [placeholder]"))
    for (const name of ["aria-label", "placeholder"]) found.add(one.getAttribute(name) ?? "");
  return [...found].map((text) => text.replace(/\\s+/g, " ").trim());
}
"""


@cache
def not_said_in(language: str) -> set[str]:
    """Whole texts in bokmål that this language says otherwise, or has no words for yet."""
    if language == "nb":
        return set()
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        catalogue = {each.id: each.string for each in read_po(file) if isinstance(each.id, str) and each.id}
    found = {text for text, said in catalogue.items() if said != text}
    for said in all_texts().values():
        found |= {text for part, text in said["nb"].items() if said[language].get(part) != text}
    return {re.sub(r"\s+", " ", text).strip() for text in found}


@pytest.mark.parametrize("name", PAGES, ids=str)
def test_every_main_page_speaks_one_language(browser_as: BrowserAs, name: str | None) -> None:
    page = browser_as(name, viewport=PHONE)
    addresses = [*PAGES[name], *(of_nora(page) if name == "siv" else ())]

    foreign, too_wide = {}, []
    for language in ("nb", "nn", "en"):
        with speaking(page, language):
            for address in addresses:
                page.goto(address)
                expect(page.locator("html")).to_have_attribute("lang", language)
                foreign[language, address] = set(page.evaluate(SAID)) & not_said_in(language)
                if not no_wider_than_the_screen(page):
                    too_wide.append((language, address))

    assert {where: said for where, said in foreign.items() if said} == {}
    assert too_wide == []


@contextmanager
def speaking(page: Page, language: str) -> Iterator[None]:
    """In this language, and in bokmål again for the journeys that follow."""
    choose_language(page, language)
    try:
        yield
    finally:
        page.goto("/kilder")
        choose_language(page, "nb")


def of_nora(page: Page) -> list[str]:
    open_person(page, "Nora Lunde")
    return [page.url + part for part in PERSON]


@pytest.mark.parametrize(("language", "today"), [("nb", "I dag"), ("nn", "I dag"), ("en", "Today")])
def test_the_language_that_is_chosen_stays(browser_as: BrowserAs, language: str, today: str) -> None:
    page = browser_as("jonas")
    with speaking(page, language):
        page.goto("/i-dag")
        expect(heading(page, today)).to_be_visible()
        elsewhere = browser_as("jonas")
        elsewhere.goto("/portefoljen")
        expect(elsewhere.locator("html")).to_have_attribute("lang", language)
