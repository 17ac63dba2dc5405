"""Getting to know a person and finding a first job, each step as the one who takes it sees the pages."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.journeys.first_weeks import EMPLOYER
from tests.journeys.first_weeks import Around as Telling
from tests.journeys.first_weeks_told import agree_for_employer, agree_in_general, talk_it_through
from tests.journeys.pages import Seen, follow, heading, press

NAME = "Nora Lunde"
PHONE = {"width": 390, "height": 844}
GOAL = "Vil arbeide på et kjøkken der det er ro om morgenen."
MONEY, HEALTH = "Skylder husleie for to måneder.", "Sover dårlig om vinteren."
OUTCOME = "Kari tar gjerne en prat om en jobb på kjøkkenet."
HERS = {
    "Arbeid du har gjort": "Var på kjøkkenet på skolen i to år.",
    "Hverdagen og det du liker": "Står opp tidlig, og liker å lage mat.",
    "Penger": MONEY,
}
WRITTEN_DOWN = {
    "Deg og det som bærer deg": "Bor sammen med søsteren.",
    "Skole og kurs": "Kokkelinja, første år.",
    "Andre som hjelper deg": "Berit hver fjortende dag.",
    "Hva en arbeidsplass får vite": "Sier selv fra om søvnen.",
    "Det som blir bra, og det som blir vanskelig": "Bra: egne penger. Vanskelig: å komme i gang.",
    "Hvor mye, og når": "Fire timer om formiddagen.",
}


@dataclass(frozen=True)
class Around:
    """The specialist at her desk, the jobseeker with her phone, and where the record is."""

    siv: Page
    nora: Page
    record: str
    seen: Seen

    def act(self, slug: str) -> Page:
        """Siv opens the page of an act."""
        self.siv.goto(f"{self.record}/gjor/{slug}")
        return self.siv

    def part(self, name: str) -> Page:
        """Siv opens a part of the record."""
        self.siv.goto(f"{self.record}/{name}")
        return self.siv


def card(page: Page, name: str) -> Locator:
    """A part of a page, by its heading."""
    return page.get_by_role("region", name=name, exact=True)


def answer_areas(around: Around) -> None:
    """Both write, area by area; a strength is named by each; not wanting to answer is an answer."""
    siv, nora, seen = around.siv, around.nora, around.seen
    for area, text in HERS.items():
        write_area(nora, "/min-side/kartlegging", area, text)
    seen(nora, "lasting-mine-assessment")
    write_area(
        nora, "/min-side/kartlegging", "Helse, så langt den betyr noe for jobb", kind="Ønsker ikke å svare"
    )
    for area, text in WRITTEN_DOWN.items():
        write_area(siv, f"{around.record}/kartlegging", area, text)
    strength = {"kind": "En styrke", "use": "Der alt skal stå klart når andre kommer."}
    write_area(nora, "/min-side/kartlegging", "Arbeid du har gjort", "Får folk til å slappe av.", **strength)
    write_area(
        siv, f"{around.record}/kartlegging", "Arbeid du har gjort", "Kommer alltid før tida.", **strength
    )
    expect(siv.get_by_text("10 av 10 områder er snakket om.")).to_be_visible()
    health = card(siv, "Helse, så langt den betyr noe for jobb")
    expect(health.get_by_role("emphasis")).to_be_visible()
    expect(card(siv, "Styrker").get_by_text("Nora Lunde, jobbsøkeren")).to_be_visible()
    expect(card(siv, "Styrker").get_by_text("Siv Rønning, jobbspesialist")).to_be_visible()
    seen(siv, "lasting-assessment")


def write_area(page: Page, at: str, area: str, text: str = "", *, kind: str = "", use: str = "") -> None:
    """One contribution, in one's own name."""
    page.goto(at)
    page.get_by_role("link", name=re.compile(f"^Skriv ?: {re.escape(area)}$")).click()
    expect(page.get_by_role("heading", name=area)).to_be_visible()
    if kind:
        page.get_by_label(kind, exact=True).check()
    page.get_by_label("Skriv med dine egne ord").fill(text)
    page.get_by_label("Hvor er styrken nyttig i arbeidslivet?").fill(use)
    press(page, "Lagre")
    expect(page.locator("h1")).not_to_have_text("Skriv i kartleggingen")


def write_profile(around: Around) -> None:
    """The goal by the specialist, from what was said; how much and when by the jobseeker herself."""
    siv, nora = around.siv, around.nora
    write_section(siv, f"{around.record}/profil", "Det jeg vil", GOAL)
    write_section(siv, f"{around.record}/profil", "Penger", MONEY)
    write_section(nora, "/min-side/profil", "Hvor mye, og når", "Fire timer, helst før tolv.")
    around.seen(nora, "lasting-mine-profile")
    siv.reload()
    expect(siv.get_by_text("Fire timer, helst før tolv.")).to_be_visible()
    follow(siv, "Tidligere versjoner og forskjeller")
    around.seen(siv, "lasting-versions")


def write_section(page: Page, at: str, section: str, text: str) -> None:
    """One part of the profile."""
    page.goto(at)
    page.get_by_role("link", name=re.compile(f"^(Skriv|Endre) ?: {re.escape(section)}$")).click()
    page.get_by_label("Teksten").fill(text)
    press(page, "Lagre")
    expect(page.get_by_text(text)).to_be_visible()


def review_profile(around: Around, berit: Page) -> None:
    """The clinician is asked, reads it without what is not hers, and comments."""
    siv = around.act("ask-profile-review")
    siv.get_by_label("Berit Aas").check()
    press(siv, "Spør")
    berit.goto("/delt-med-meg")
    expect(berit.get_by_text("Du er bedt om å gå gjennom profilen").first).to_be_visible()
    berit.goto(f"{around.record}/profil")
    expect(berit.get_by_text(GOAL)).to_be_visible()
    assert MONEY not in berit.content()
    assert berit.request.get(f"{around.record}/kartlegging").status in {403, 404}
    around.seen(berit, "lasting-profile-clinician")
    follow(berit, "Jeg har gått gjennom den")
    berit.get_by_label("Kommentar til jobbsøkeren og jobbspesialisten").fill("Ta det rolig den første uken.")
    press(berit, "Lagre")
    for page, at in ((siv, f"{around.record}/profil"), (around.nora, "/min-side/profil")):
        page.goto(at)
        expect(page.get_by_text("Ta det rolig den første uken.")).to_be_visible()
    around.seen(siv, "lasting-profile")


def make_plan(around: Around) -> None:
    """Wishes first, then an employer, something to do, and how much help; she has it on her phone."""
    siv = around.act("job-plan")
    siv.get_by_label("Hva slags arbeid?").fill("5120 Kokker")
    siv.get_by_label("Hvor?", exact=False).first.fill("Bodø")
    siv.get_by_label("Hvor mye, i prosent av full stilling?").fill("50")
    siv.get_by_label("Hva er målet?").fill("En fast jobb på et lite kjøkken.")
    press(siv, "Lagre")
    around.act("name-employer").get_by_label("Arbeidsgiver", exact=True).select_option(label=EMPLOYER)
    press(siv, "Lagre")
    around.act("plan-activity").get_by_label("Hva skal gjøres?").fill("Besøke kjøkkenet på Stormyra")
    siv.get_by_label("Jobbspesialisten", exact=True).check()
    press(siv, "Lagre")
    around.act("agree-help").get_by_label("Kontakt med arbeidsgivere").select_option(label="Sammen")
    press(siv, "Lagre")
    around.seen(around.part("jobbplan"), "lasting-plan")
    around.nora.goto("/min-side/plan")
    expect(around.nora.get_by_text("En fast jobb på et lite kjøkken.")).to_be_visible()
    around.seen(around.nora, "lasting-mine-plan")


def log_contact_on_phone(phone: Page, seen: Seen) -> None:
    """In the street: who, how, on whose behalf, how it went. Three touches and a line."""
    phone.goto("/arbeidsgivere/loggfor")
    phone.get_by_role("radio", name=EMPLOYER).check()
    phone.get_by_label("På vegne av").select_option(label=NAME)
    phone.get_by_label("Hvordan gikk det?").fill(OUTCOME)
    seen(phone, "lasting-log-contact")
    press(phone, "Lagre")
    expect(phone.get_by_text("Kontakten er ført.")).to_be_visible()
    expect(card(phone, "På vegne av dine jobbsøkere").get_by_text(OUTCOME)).to_be_visible()
    seen(phone, "lasting-employer")


def colleague_sees_the_employer_only(jonas: Page) -> None:
    """Whom it was for is the jobseeker's matter: nothing of it stands with the employer."""
    jonas.goto("/arbeidsgivere")
    follow(jonas, EMPLOYER)
    expect(heading(jonas, EMPLOYER)).to_be_visible()
    assert not {NAME, OUTCOME} & set(re.findall(f"{NAME}|{re.escape(OUTCOME)}", jonas.content()))


def find_lead(around: Around) -> None:
    """She finds an advertisement on her phone, sends an application, and is asked to come."""
    siv, nora, seen = around.siv, around.nora, around.seen
    nora.goto("/min-side/muligheter")
    nora.get_by_label("Annonse eller lenke").fill("Kjøkkenhjelp søkes\nFire timer om formiddagen.")
    press(nora, "Legg til")
    expect(nora.get_by_role("heading", name="Kjøkkenhjelp søkes")).to_be_visible()
    seen(nora, "lasting-mine-leads")
    in_lead(around, "Arbeidsgiver").get_by_label("Arbeidsgiver", exact=True).select_option(label=EMPLOYER)
    press(siv, "Lagre")
    in_lead(around, "Søknad sendt").get_by_label("Jobbsøkeren selv").check()
    press(siv, "Lagre")
    in_lead(around, "Svar").get_by_label("Hva svarte de?").fill("Kom på intervju.")
    press(siv, "Lagre")
    in_lead(around, "Intervju").get_by_label("Jobbspesialisten er med").check()
    press(siv, "Lagre")
    follow(around.part("jobbsok"), "Forbered")
    siv.get_by_role("checkbox").first.check()
    press(siv, "Lagre")
    follow(around.part("jobbsok"), "Loggfør")
    siv.get_by_label("Ja", exact=True).check()
    siv.get_by_label("Hvordan gikk det?").fill("De ringer på mandag.")
    press(siv, "Lagre")
    expect(around.part("jobbsok").get_by_text("holdt")).to_be_visible()
    expect(card(siv, "Første møte med en arbeidsgiver").get_by_text("20 dager fra")).to_be_visible()
    seen(siv, "lasting-search")


def in_lead(around: Around, act: str) -> Page:
    """An act on the lead, from where it stands."""
    around.part("jobbsok").get_by_role("link", name=re.compile(f"^{act} Kjøkkenhjelp")).click()
    return around.siv


def begin_job(around: Around, day: str, hours: str) -> None:
    """A job begins, with what is known of it."""
    siv = around.act("start-job")
    expect(siv.get_by_label("Er det ordinært, lønnet arbeid?")).to_have_value("unknown")
    siv.get_by_label("Første dag").fill(day)
    siv.get_by_label("Arbeidsgiver", exact=False).first.select_option(label=EMPLOYER)
    siv.get_by_label("Yrke").fill("5120 Kokker")
    siv.get_by_label("Timer i uken").fill(hours)
    siv.get_by_label("Fast eller midlertidig?").select_option(label="Fast")
    siv.get_by_label("Er det ordinært, lønnet arbeid?").select_option(label="Ja")
    around.seen(siv, "lasting-start-job")
    press(siv, "Lagre")
    expect(siv.get_by_text("Jobben er ført.")).to_be_visible()


def says_what_may_be_told(around: Around) -> None:
    """As in the first weeks: in general, and for the employer."""
    telling = Telling(around.siv, around.record, lambda page, name: None)
    talk_it_through(telling)
    agree_in_general(telling)
    agree_for_employer(telling)
