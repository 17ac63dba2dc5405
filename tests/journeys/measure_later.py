"""A measure from its start to the final report: provider, guide, length, aim, the letter on the sick note."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.measure import NAME, Case, choose, fill, save, wrong
from tests.journeys.pages import Seen, follow, heading, press

GUIDE = "Guro Vang"


def begins(guro: Page, seen: Seen) -> None:
    """The provider confirms the start, and says who is the guide."""
    guro.goto("/deltakere/venter")
    seen(guro, "measure-waits")
    follow(guro, NAME)
    guro.get_by_label("Hvem er veileder?").select_option(label=GUIDE)
    press(guro, "Bekreft oppstart")
    expect(heading(guro, NAME)).to_be_visible()
    seen(guro, "measure-participation")


def knows_the_guide(nora: Page) -> None:
    """Who follows her, on her own page."""
    nora.goto("/min-side/tiltak/deltakelse")
    expect(nora.get_by_text(GUIDE).first).to_be_visible()


def sees_only_the_participation(guro: Page, record: str) -> None:
    """The guide has the participation; NAV's case and the record of the course are not hers."""
    for place in ("", "/tiltak", "/tiltak/sykmelder", "/kartlegging"):
        assert guro.request.get(f"{record}{place}").status in {403, 404}, place


def is_warned(case: Case, guro: Page, day: str) -> None:
    """Eight weeks before the last day the person, the guide and NAV see it."""
    case.nora.goto("/min-side")
    expect(case.nora.get_by_text(f"Tiltaket går ut {day}")).to_be_visible()
    case.seen(case.nora, "measure-runs-out")
    case.hege.goto("/tiltak/saker")
    expect(case.hege.get_by_text(f"Tiltaket går ut {day}")).to_be_visible()
    case.seen(case.hege, "measure-office")
    guro.goto("/deltakere")
    expect(guro.get_by_text(f"Tiltaket går ut {day}")).to_be_visible()


def proposes_longer(guro: Page, record: str, day: str) -> None:
    """The guide proposes; nothing changes by that."""
    guro.goto(f"{record}/tiltak/deltakelse")
    follow(guro, "Foreslå noe til NAV")
    choose(guro, {"Hva foreslår du?": "Forlenge"})
    fill(guro, {"Siste dag": day, "Hvorfor?": "Hun er nær ved å få en jobb."})
    press(guro, "Send forslaget")
    expect(guro.get_by_text("Forslaget er sendt til NAV.")).to_be_visible()


def accepts_proposal(case: Case) -> None:
    """NAV answers, and goes from the answer to the decision."""
    hege = case.page("/deltakelse")
    follow(hege, "Svar på forslaget")
    choose(hege, {"Hva svarer NAV?": "Ja"})
    press(hege, "Lagre")
    expect(hege.get_by_text("Svaret er lagret.")).to_be_visible()
    case.seen(hege, "measure-answered")
    expect(hege.get_by_role("link", name="Gjør endringen")).to_be_visible()


def extends(case: Case, day: str) -> None:
    """A new last day, with reason and letter."""
    hege = asks_for_longer(case, day)
    expect(hege.get_by_text("Vedtaket er lagret.")).to_be_visible()
    case.seen(hege, "measure-duration")


def is_refused(case: Case, day: str, *, latest: str) -> None:
    """Further than the law: the latest lawful day, what would give more, and where that stands."""
    hege = asks_for_longer(case, day)
    expect(wrong(hege)).to_contain_text(latest)
    expect(wrong(hege)).to_contain_text("arbeidsevne")
    case.seen(hege, "measure-refused")


def asks_for_longer(case: Case, day: str) -> Page:
    """The form of the extension, sent; what comes of it is for the one who calls to see."""
    hege = case.page("/varighet")
    hege.get_by_role("link", name=re.compile("^Forleng")).first.click()
    fill(hege, {"Ny siste dag": day, "Begrunnelse": "Det trengs mer tid for å lande i en jobb."})
    press(hege, "Lagre")
    return hege


def ends(case: Case, day: str, cause: str) -> None:
    """The decision that it ends."""
    hege = case.page("/varighet")
    hege.get_by_role("link", name=re.compile("^Avslutt")).first.click()
    fill(hege, {"Siste dag": day, "Begrunnelse": "Målet er nådd."})
    choose(hege, {"Hvorfor tar det slutt?": cause})
    press(hege, "Lagre")
    expect(hege.get_by_text("Vedtaket er lagret.")).to_be_visible()


def knows_the_employer(guro: Page, record: str, employer: str) -> None:
    """The guide follows into the job that was found."""
    guro.goto(f"{record}/tiltak/deltakelse")
    expect(guro.get_by_text(employer)).to_be_visible()


def reports(guro: Page, record: str, kind: str, words: str, status: str = "") -> None:
    """The guide writes what the regulation asks for."""
    guro.goto(f"{record}/tiltak/rapporter")
    follow(guro, "Skriv rapport")
    choose(guro, {"Hva skriver du?": kind})
    fill(guro, {"Hvordan går det?": words, "Hvor står personen på arbeidsmarkedet nå?": status})
    press(guro, "Lagre")
    expect(guro.get_by_text(words)).to_be_visible()


def reads_report(case: Case, words: str) -> None:
    """The person and NAV read the same."""
    case.nora.goto("/min-side/tiltak/rapporter")
    for page in (case.nora, case.page("/rapporter")):
        expect(page.get_by_text(words)).to_be_visible()
    case.seen(case.nora, "measure-reports")


def registers_plan(case: Case, in_house: str) -> None:
    """What NAV has from the employer on paper."""
    hege = case.act("measure-employer-plan")
    fill(
        hege,
        {"Dagen NAV fikk oppfølgingsplanen": "23.11.2026", "Hva dokumenterer planen?": "Lettere oppgaver."},
    )
    choose(
        hege,
        {
            "Hvordan kom den?": "På papir",
            "Har arbeidsgiver tilrettelagt slik loven krever?": "Ja",
            "Hva er dokumentert om tiltak i bedriften?": in_house,
        },
    )
    save(hege)


def changes_aim(case: Case, why: str) -> None:
    """Back to the same job is not possible: another job is the aim, and the clock goes on."""
    hege = case.page("/varighet")
    hege.get_by_role("link", name=re.compile("^Endre målet")).first.click()
    case.seen(hege, "measure-aim")
    fill(hege, {"Begrunnelse": why})
    press(hege, "Lagre")
    expect(hege.get_by_text("Vedtaket er lagret.")).to_be_visible()
    expect(hege.get_by_text("Finne en annen jobb").first).to_be_visible()


def tells_the_issuer(case: Case, event: str) -> None:
    """Who issues the sick note gets a letter; until it is sent it stands among what is left."""
    hege = case.act("measure-issuer")
    choose(hege, {"Er personen sykmeldt?": "Ja"})
    fill(hege, {"Hvem sykmelder?": "Lege Kari Fjell", "Kontor eller klinikk": "Storgata legekontor"})
    press(hege, "Lagre")
    case.page("/sykmelder")
    follow(hege, f"Lag brev: {event}")
    press(hege, "Lag brevet")
    expect(hege.get_by_text("ikke sendt")).to_be_visible()
    follow(hege, "Før opp dagen det ble sendt")
    fill(hege, {"Hvilken dag ble brevet sendt?": "01.12.2026"})
    press(hege, "Lagre")
    expect(hege.get_by_text("Ingenting gjenstår.")).to_be_visible()
    case.seen(hege, "measure-issuer")
