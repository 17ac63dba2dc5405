"""A measure from asking to granting, each step as the one who takes it sees the pages."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import BrowserAs
from tests.journeys.first_weeks import PHONE
from tests.journeys.pages import Seen, follow, heading, press

NAME = "Nora Lunde"
WISH = "Jeg vil ha noen som følger meg inn i en jobb."
YES, NO = "Ja", "Nei"
JOB = {
    "Arbeidsgiver": "Rana Mat",
    "Begynte i jobben": "01.02.2024",
    "Første dag med fravær, hvis sykmeldt": "02.11.2026",
}


@dataclass(frozen=True)
class Case:
    """NAV's adviser and the jobseeker, each in a browser of their own; and where the case is."""

    hege: Page
    nora: Page
    record: str
    seen: Seen

    def act(self, slug: str) -> Page:
        """The adviser opens the page of an act."""
        self.hege.goto(f"{self.record}/gjor/{slug}")
        return self.hege

    def page(self, place: str = "") -> Page:
        """The adviser opens the case, or one of its pages."""
        self.hege.goto(f"{self.record}/tiltak{place}")
        return self.hege


HouseOn = Callable[[str], AbstractContextManager[BrowserAs]]


@contextmanager
def on(house_on: HouseOn, day: str, seen: Seen, record: str = "") -> Iterator[tuple[BrowserAs, Case]]:
    """The house on that day, with Hege at her desk and Nora with her phone."""
    with house_on(day) as browser_as:
        yield browser_as, Case(browser_as("hege"), browser_as("nora", viewport=PHONE), record, seen)


def fill(page: Page, fields: Mapping[str, str]) -> None:
    """Type in each field by its label."""
    for label, words in fields.items():
        page.get_by_label(re.compile(rf"^{re.escape(label)}( \(valgfritt\))?$")).fill(words)


def choose(page: Page, fields: Mapping[str, str]) -> None:
    """Choose one answer to each question."""
    for question, answer in fields.items():
        page.get_by_role("group", name=question).get_by_label(answer, exact=True).check()


def pick(page: Page, label: str, words: str) -> None:
    """Of a list, the one that begins with these words."""
    chooser = page.get_by_label(label)
    value = chooser.locator("option", has_text=re.compile(rf"^{re.escape(words)}")).first.get_attribute(
        "value"
    )
    chooser.select_option(value=value)


def save(page: Page) -> None:
    """Send the form, and be back at the case."""
    press(page, "Lagre")
    expect(heading(page, NAME)).to_be_visible()


def wrong(page: Page) -> Locator:
    """What must be put right, above the form."""
    return page.get_by_role("group", name=re.compile("rettes før vi kan lagre"))


def agrees_with_provider(hege: Page, seen: Seen) -> None:
    """NAV's agreement with Brobygger: two places, for this office."""
    hege.goto("/tiltak/avtaler/ny")
    hege.get_by_label("Tiltaksarrangør").select_option(label="Brobygger Tiltak AS")
    fill(hege, {"Gjelder fra": "01.01.2026", "Plasser": "2"})
    hege.get_by_role("group", name="Hvilke NAV-kontor gjelder den for?").get_by_label("NAV Bodø").check()
    press(hege, "Lagre avtalen")
    hege.goto("/tiltak/avtaler")
    seen(hege, "measure-agreements")


def asks(nora: Page, seen: Seen) -> None:
    """On the phone, in her own words. She sees where it stands."""
    nora.goto("/min-side/tiltak")
    nora.get_by_label("Til hvilket NAV-kontor?").select_option(label="NAV Bodø")
    nora.get_by_label("Hva trenger du hjelp til?").fill(WISH)
    seen(nora, "measure-asks")
    press(nora, "Send søknaden")
    expect(nora.get_by_text(WISH)).to_be_visible()
    expect(nora.get_by_text("Kvittering")).to_be_visible()


def taken_up(case: Case) -> Case:
    """From the office's inbox. The case with its place."""
    hege = case.hege
    hege.goto("/tiltak/soknader")
    case.seen(hege, "measure-inbox")
    follow(hege, NAME)
    choose(hege, {"Svar": "Ta opp søknaden"})
    press(hege, "Svar")
    expect(heading(hege, NAME)).to_be_visible()
    return replace(case, record=urlsplit(hege.url).path.removesuffix("/tiltak"))


def works_through(case: Case, *, job: Mapping[str, str] | None = None) -> None:
    """Need, what was tried, whether to assess first, content, amount, with or without a job."""
    talks_need(case, reduced="Vet ikke ennå")
    hege = case.act("measure-tried")
    choose(hege, {"Hva ble prøvd?": "En arbeidsgiver"})
    fill(hege, {"Hva, hvor og når?": "Butikk i 2024", "Hvordan gikk det?": "For mye støy"})
    save(hege)
    case.act("measure-weigh")
    choose(hege, {"Trengs avklaring først?": "Nei, det trengs ikke"})
    hege.get_by_label("Vi har vurdert det sammen med personen").check()
    fill(hege, {"Hvorfor?": "Vi vet nok."})
    save(hege)
    case.act("measure-content")
    choose(hege, {"Del av innholdet": "Hjelp til å søke og begynne i arbeid"})
    fill(hege, {"Hvorfor trengs det?": "Har ikke søkt på fire år"})
    save(hege)
    case.act("measure-amount")
    fill(hege, {"Timer i uka": "3,5", "Hvorfor så mye?": "Mye i starten"})
    save(hege)
    tells_of_job(case, job)
    case.seen(case.page(), "measure-case")


def talks_need(case: Case, *, reduced: str) -> None:
    """The need is talked through, at first or again."""
    hege = case.act("measure-need")
    fill(
        hege,
        {
            "Fødselsdato": "14.03.1994",
            "Mulighetene på arbeidsmarkedet": "Det finnes jobber i butikk.",
            "Behovet for hjelp": "Trenger en som følger med over tid.",
        },
    )
    choose(
        hege,
        {
            "Trenger personen mer hjelp enn NAV selv kan gi?": YES,
            "Er arbeidsevnen nedsatt?": reduced,
            "Er personen i behandling i helsetjenesten?": NO,
        },
    )
    save(hege)


def tells_of_job(case: Case, job: Mapping[str, str] | None) -> None:
    """With a job, or without."""
    hege = case.act("measure-branch")
    if job is None:
        choose(hege, {"Har personen en jobb?": "Nei, søker arbeid"})
    else:
        choose(hege, {"Har personen en jobb?": "Ja: tiltaket er knyttet til den jobben"})
        fill(hege, job)
    save(hege)


def decides_need(case: Case, *, group: str, goal: str = "Skaffe arbeid") -> None:
    """The decision on the need for help, with its letter."""
    hege = case.act("measure-decide-need")
    choose(hege, {"Hva vedtas?": "Behov for hjelp (§ 14 a)", "Hovedmål": goal, "Behov for hjelp": group})
    fill(hege, {"Begrunnelse": "Slik vurderer vi det sammen."})
    save(hege)


def grants(case: Case, first: str, last: str) -> None:
    """With Brobygger as provider."""
    hege = asks_for_grant(case, first, last)
    expect(heading(hege, NAME)).to_be_visible()


def asks_for_grant(case: Case, first: str, last: str) -> Page:
    """The form of the decision, sent; what comes of it is for the one who calls to see."""
    hege = case.act("measure-decide")
    choose(hege, {"Hva vedtas?": "Innvilget"})
    fill(hege, {"Første dag": first, "Siste dag": last, "Begrunnelse": "Trenger mer enn kontoret kan gi."})
    pick(hege, "Tiltaksarrangør", "Brobygger Tiltak AS")
    case.seen(hege, "measure-decide")
    press(hege, "Lagre")
    return hege


def reads_the_letter(case: Case, kind: str, words: str) -> None:
    """She finds it on her own pages."""
    nora = case.nora
    nora.goto("/min-side/tiltak/sak")
    case.seen(nora, "measure-my-case")
    follow(nora, kind)
    expect(nora.get_by_text(words).first).to_be_visible()
    case.seen(nora, "measure-letter")
