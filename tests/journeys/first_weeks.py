"""The steps of a jobseeker's first weeks, each as the one who takes it sees the pages."""

import re
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from fotfeste.cli.cast import PASSWORD
from tests.journeys.pages import Seen, follow, heading, press

NAME, NUMBER = "Ella Nygård", "19849821191"
TODAY = "22.11.2026"
PHONE = {"width": 390, "height": 844}
EMPLOYER, READER = "Stormyra Mat", "kari@stormyra.example"
PLAN = "Siv sender en melding samme dag. Svarer jeg ikke, ringer hun søsteren min."
WATCHED = "At jeg ikke kommer til et møte uten å si fra."
NOT_FOR_YOU = "Jobbsøkeren har ikke sagt ja til kontakt med NAV."


def first_time(seen: Seen) -> Seen:
    """Looks at a page by its name the first time one comes to it."""
    known: set[str] = set()

    def look_at(page: Page, name: str) -> None:
        if name not in known:
            known.add(name)
            seen(page, name)

    return look_at


@dataclass(frozen=True)
class Around:
    """Those who take part, each in a browser of their own; and where the jobseeker's record is."""

    siv: Page
    record: str
    seen: Seen

    def act(self, slug: str) -> Page:
        """Siv opens the page of an act."""
        self.siv.goto(f"{self.record}/gjor/{slug}")
        return self.siv


def add_employer(siv: Page, *, email: str = "") -> None:
    """The team gets to know an employer, and somebody there."""
    siv.goto("/arbeidsgivere/ny")
    siv.get_by_label("Navn", exact=True).fill(EMPLOYER)
    press(siv, "Lagre")
    expect(heading(siv, EMPLOYER)).to_be_visible()
    siv.get_by_role("link", name="Legg til kontaktperson").click()
    siv.get_by_label("Navn", exact=True).fill("Kari Krok")
    siv.get_by_label("E-post").fill(email)
    press(siv, "Lagre")
    expect(siv.get_by_role("region", name="Hvem vi kjenner der").get_by_role("strong")).to_have_text(
        "Kari Krok"
    )


def refer(berit: Page, seen: Seen) -> None:
    """The clinician refers a person nobody here knows. No team is chosen for her."""
    berit.goto("/henvisninger/sendt")
    follow(berit, "Henvis til IPS")
    team = berit.get_by_label("Til hvilket team?")
    expect(team).to_have_value("")
    seen(berit, "first-weeks-refer")
    press(berit, "Send henvisningen")
    expect(berit.get_by_role("link", name=re.compile("^Til hvilket team"))).to_be_visible()
    seen(berit, "first-weeks-refer-faults")
    team.select_option(label="IPS Salten")
    berit.get_by_label("Navn", exact=True).fill(NAME)
    berit.get_by_label("Fødselsnummer eller d-nummer").fill(NUMBER)
    berit.get_by_label("Telefon").fill("900 11 223")
    protected = berit.get_by_role("group", name="Har personen adressesperre?")
    protected.get_by_label("Nei", exact=True).check()
    berit.get_by_label("Personen ønsker å jobbe").check()
    berit.get_by_label("Er i behandling", exact=True).check()
    berit.get_by_label("Ikke holdt: den står først på listen for oppstarten").check()
    berit.get_by_label("NAV-kontor").fill("NAV Bodø")
    berit.get_by_label("NAV-veileder, med navn").fill("Hege Dahl")
    berit.get_by_label("Personen sier ja til kontakt med NAV").check()
    press(berit, "Send henvisningen")
    expect(berit.get_by_text("Henvisningen er sendt til teamet.")).to_be_visible()
    seen(berit, "first-weeks-sent")


def accept(siv: Page, seen: Seen) -> str:
    """The specialist sees how many she follows, and takes the person on. The record's address."""
    siv.goto("/i-dag")
    follow(siv, "Nye henvisninger: 1")
    expect(heading(siv, "Henvisninger")).to_be_visible()
    seen(siv, "first-weeks-inbox")
    follow(siv, NAME)
    expect(
        siv.get_by_label("Siv Rønning, følger 2, metoden råder til inntil 20 i 100 % stilling")
    ).to_be_visible()
    seen(siv, "first-weeks-answer")
    siv.get_by_label("Ta imot", exact=True).check()
    press(siv, "Svar")
    expect(heading(siv, NAME)).to_be_visible()
    expect(siv.get_by_text("Begynn møtet med den.").first).to_be_visible()
    seen(siv, "first-weeks-person")
    return siv.url


def give_log_in(around: Around, ella: Page) -> None:
    """She scans the code on Siv's screen with her phone, makes her password and comes in."""
    siv, seen = around.siv, around.seen
    siv.goto(f"{around.record}/folk-rundt")
    follow(siv, "Gi innlogging eller lag ny lenke")
    seen(siv, "first-weeks-log-in")
    siv.get_by_label("Brukernavn").fill("ella27")
    siv.get_by_label("Jobbsøkeren har vist legitimasjon").check()
    press(siv, "Gi innlogging")
    seen(siv, "first-weeks-log-in-link")
    ella.goto(siv.locator("[data-link]").inner_text())
    seen(ella, "first-weeks-password")
    ella.get_by_label("Nytt passord", exact=True).fill(PASSWORD)
    ella.get_by_label("Nytt passord en gang til").fill(PASSWORD)
    press(ella, "Lagre passordet")
    ella.get_by_role("main").get_by_role("link", name="Logg inn").click()
    ella.get_by_label("E-post eller brukernavn").fill("ella27")
    ella.get_by_label("Passord", exact=True).fill(PASSWORD)
    press(ella, "Logg inn")
    expect(heading(ella, "Ditt neste steg")).to_be_visible()
    seen(ella, "first-weeks-mine")


def name_nav_adviser(around: Around) -> None:
    """The name in the referral is Hege, who has a log-in here. That alone opens nothing."""
    siv = around.siv
    siv.goto(f"{around.record}/folk-rundt")
    around.seen(siv, "first-weeks-around")
    link = siv.get_by_role("link", name=re.compile("^Knytt til en bruker ?: Hege Dahl$"))
    link.click()
    siv.get_by_label("Hege Dahl, NAV Bodø").check()
    around.seen(siv, "first-weeks-nav-adviser")
    press(siv, "Lagre")
    expect(heading(siv, NAME)).to_be_visible()
    expect(link).to_have_count(0)


def plan_meeting(around: Around, clock: str, place: str) -> None:
    """A start-up meeting today, with the clinician asked to come."""
    siv = around.act("plan-meeting")
    around.seen(siv, "first-weeks-plan-meeting")
    siv.get_by_label("Dag", exact=True).fill(TODAY)
    siv.get_by_label("Klokkeslett").fill(clock)
    siv.get_by_label("Nøytralt sted, for eksempel kafé, bibliotek eller tur").check()
    siv.get_by_label("Stedet med ord").fill(place)
    siv.get_by_role("group", name="Blir behandler eller primærkontakt med?").get_by_label(
        "Ja", exact=True
    ).check()
    press(siv, "Avtal møtet")
    expect(siv.get_by_text("Møtet er avtalt.")).to_be_visible()


def hold_meeting(around: Around) -> None:
    """The first is held, the clinician came, and the list of the start-up is begun."""
    siv, seen = around.act("log-meeting"), around.seen
    seen(siv, "first-weeks-log-meeting")
    siv.get_by_label("Møtet ble holdt").check()
    siv.get_by_role("group", name="Var behandler eller primærkontakt med?").get_by_label(
        "Ja", exact=True
    ).check()
    press(siv, "Lagre")
    expect(siv.get_by_text("Møtet er ført.")).to_be_visible()
    around.act("go-through-start-up")
    seen(siv, "first-weeks-points")
    for point in ("Hva behandlingsteamet gjør", "Hvem som gjør hva, og hvordan dere samarbeider"):
        siv.get_by_label(point, exact=True).check()
    press(siv, "Lagre")
    expect(siv.get_by_text("Listen er lagret.")).to_be_visible()
    around.act("make-contingency-plan")
    seen(siv, "first-weeks-plan")
    siv.get_by_label("Hva gjør dere når kontakten glipper?").fill(PLAN)
    siv.get_by_label("Annet dere vil følge med på").fill(WATCHED)
    siv.get_by_label("Planen er skrevet sammen med jobbsøkeren").check()
    press(siv, "Lagre")
    expect(siv.get_by_text("Planen er lagret.")).to_be_visible()


def miss_meeting(around: Around) -> None:
    """She does not come. One missed is not two; but it is what the two agreed to watch."""
    siv, shown = around.siv, around.siv.get_by_role("heading", name="Planen for problemer gjelder nå")
    siv.goto(around.record)
    siv.get_by_role("button", name=re.compile("^Kom ikke")).click()
    expect(siv.get_by_text("kom ikke", exact=True)).to_be_visible()
    expect(shown).to_have_count(0)
    siv.get_by_text("Loggfør noe annet").click()
    follow(siv, "Noe dere følger med på, har skjedd")
    around.seen(siv, "first-weeks-problem")
    press(siv, "Vis planen")
    expect(shown).to_be_visible()
    expect(siv.get_by_text(PLAN)).to_be_visible()
    around.seen(siv, "first-weeks-problem-shown")


def is_over(around: Around) -> None:
    """They are in touch again."""
    siv = around.siv
    siv.goto(around.record)
    follow(siv, "Det er over")
    press(siv, "Det er over")
    expect(siv.get_by_role("heading", name="Planen for problemer gjelder nå")).to_have_count(0)


def sign(ella: Page, consent: str, answer: str, seen: Seen) -> None:
    """She reads one consent on her phone, and answers it."""
    ella.goto("/min-side/samtykker")
    ella.get_by_role("link", name=re.compile(f": {consent}$")).click()
    expect(heading(ella, consent)).to_be_visible()
    seen(ella, f"first-weeks-consent-{answer.split(maxsplit=1)[0].casefold().strip(',')}")
    press(ella, answer)
    expect(heading(ella, "Mine samtykker")).to_be_visible()
