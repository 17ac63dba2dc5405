"""An agreement of three, from interest to the last signature, each step as who takes it sees it."""

import re
import time
from dataclasses import dataclass, replace
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.journeys.first_weeks import Around
from tests.journeys.first_weeks_told import talk_it_through
from tests.journeys.house import letters
from tests.journeys.measure import NAME, choose, fill, pick
from tests.journeys.pages import SOON, Seen, follow, heading, press

EMPLOYER, NUMBER, MAIL = "Rana Renhold", "912345602", "erik@rana.example"
CHAIR, CHAIR_DAY = "Skaffe en arbeidsstol som kan stilles", "10.12.2026"
MENTOR, PLAN = "En fast fadder de første ukene", "Komme på samtalene hver fjortende dag"
SECRET = "Nora har angst og møter psykologen hver torsdag"
READ = "Jeg har lest hele teksten, og er enig"


@dataclass(frozen=True)
class Three:
    """Jobseeker, employer and NAV, each in a browser of their own; where the record and the mail are."""

    nora: Page
    erik: Page
    hege: Page
    seen: Seen
    place: Path
    record: str = ""
    theirs: str = ""
    """The employer's page of the agreement."""

    def act(self, slug: str) -> Page:
        """The adviser opens the page of an act."""
        self.hege.goto(f"{self.record}/gjor/{slug}")
        return self.hege

    def own(self, slug: str) -> Page:
        """The jobseeker does."""
        self.nora.goto(f"/min-side/gjor/{slug}")
        return self.nora

    def theirs_do(self, slug: str) -> Page:
        """The employer does."""
        self.erik.goto(f"{self.theirs}/gjor/{slug}")
        return self.erik


def may_know(siv: Page, record: str, seen: Seen) -> None:
    """What Nora agrees that the employer may know: her name and the adaptation; nothing else."""
    siv.goto("/arbeidsgivere/ny")
    fill(siv, {"Navn": EMPLOYER, "Organisasjonsnummer": NUMBER})
    press(siv, "Lagre")
    expect(heading(siv, EMPLOYER)).to_be_visible()
    around = Around(siv, record, seen)
    talk_it_through(around)
    for topic, words in {"Navnet": "Nora Lunde", "Behov for tilrettelegging": "Trenger en god stol."}.items():
        asked = siv.locator("fieldset.topic", has=siv.get_by_text(topic, exact=True))
        asked.get_by_label("Kan sies", exact=True).check()
        asked.get_by_label("Ordene som skal brukes").fill(words)
    press(siv, "Lagre")
    around.act("compose-text")
    siv.get_by_role("link", name=f"avklar åpenhet først {EMPLOYER}").click()
    siv.get_by_label("Jobbsøkeren har sagt ja til dette for denne arbeidsgiveren").check()
    press(siv, "Lagre")
    expect(siv.get_by_text("Avtalen er lagret. Den gjelder fra nå.")).to_be_visible()


def shows_interest(visitor: Page, seen: Seen) -> None:
    """Without a log-in, and without naming anybody."""
    visitor.goto("/avtale/interesse")
    visitor.get_by_label("Til hvilket NAV-kontor?").select_option(label="NAV Bodø")
    fill(
        visitor,
        {
            "Arbeidsgiverens navn": EMPLOYER,
            "Kontakt hos arbeidsgiveren": "Erik Stormo",
            "E-post til arbeidsgiveren": MAIL,
            "Hva vil dere vite, eller ha hjelp til?": "Vi kan ta inn en renholder. Hvilken hjelp får vi?",
        },
    )
    seen(visitor, "agreement-interest")
    press(visitor, "Send")
    expect(visitor.get_by_text("Kvittering").first).to_be_visible()


def asks(nora: Page, seen: Seen) -> None:
    """On the phone."""
    nora.goto("/min-side/avtale/be-om")
    nora.get_by_label("Til hvilket NAV-kontor?").select_option(label="NAV Bodø")
    fill(nora, {"Hva ønsker du av avtalen?": "En fast kontakt i NAV, og en stol jeg kan sitte i."})
    seen(nora, "agreement-asks")
    press(nora, "Send spørsmålet")


def answers_and_opens(three: Three) -> Three:
    """NAV answers the employer, and decides that the agreement is used."""
    hege = three.hege
    hege.goto("/avtale/soknader")
    three.seen(hege, "agreement-inbox")
    follow(hege, EMPLOYER)
    choose(hege, {"Svar": "Arbeidsgiveren har fått svar"})
    fill(hege, {"Hva svarer dere?": "Fortalte om avtalen, og avtalte et møte."})
    press(hege, "Svar")
    hege.goto("/avtale/soknader")
    follow(hege, NAME)
    choose(
        hege,
        {
            "Svar": "Bruk avtalen",
            "Er arbeidsevnen nedsatt?": "Ja",
            "Hva gjør arbeidsgiveren?": "En arbeidsgiver ansetter personen",
        },
    )
    fill(hege, {"Fødselsdato": "14.03.2001"})
    press(hege, "Svar")
    expect(heading(hege, NAME)).to_be_visible()
    record = urlsplit(hege.url).path.removesuffix("/avtale")
    return replace(three, record=record)


def assesses(three: Three) -> None:
    """Together, before anything is written from it."""
    hege = three.act("agreement-assess")
    hege.get_by_label("Jobbsøkeren var med").check()
    choose(hege, {"Var arbeidsgiveren med?": "Ja"})
    fill(
        hege,
        {
            "Hvilken oppfølging trengs?": "Samtaler hver fjortende dag",
            "Hvilke tiltak, hjelpemidler og tilrettelegging trengs?": "En stol, og korte dager i starten",
        },
    )
    save(hege)
    three.seen(hege, "agreement-page")


def lets_the_employer_in(three: Three) -> Three:
    """By a link in a mail that says nothing, and a code told another way."""
    hege = three.act("agreement-employer")
    choose(hege, {"Er en arbeidsgiver part i avtalen?": "Ja"})
    fill(
        hege,
        {
            "Navnet på bedriften": EMPLOYER,
            "Organisasjonsnummer": NUMBER,
            "Hvem er kontakt der?": "Erik Stormo",
            "E-post": MAIL,
        },
    )
    save(hege)
    hege.goto(f"{three.record}/avtale/arbeidsgiver")
    fill(hege, {"Navn": "Erik Stormo", "E-post": MAIL, "Organisasjonsnummer": NUMBER})
    hege.get_by_label("Kan signere for virksomheten").check()
    three.seen(hege, "agreement-invites")
    press(hege, "Inviter")
    code = hege.locator(".secret code").inner_text()
    mail = _mail_to(three.place, MAIL)
    assert not re.search("nora|lunde|ips|helse|renhold", f"{mail['subject']} {mail.get_content()}".lower())
    link = re.search(r"https?://\S+/invitasjon/\S+", mail.get_content())
    assert link is not None
    erik = three.erik
    erik.goto(urlsplit(link[0]).path)
    fill(erik, {"Organisasjonsnummer": NUMBER, "Kode": "FEIL-KODE-HER"})
    press(erik, "Gå videre")
    expect(erik.get_by_text("stemmer ikke").first).to_be_visible()
    fill(erik, {"Organisasjonsnummer": NUMBER, "Kode": code})
    press(erik, "Gå videre")
    press(erik, "Bruk denne innloggingen")
    erik.goto("/arbeidsgiver")
    three.seen(erik, "agreement-employer-front")
    follow(erik, NAME)
    return replace(three, theirs=urlsplit(erik.url).path)


def all_draft(three: Three) -> None:
    """Each writes what they promise. What the employer may not know never reaches its pages."""
    erik = three.theirs_do("commitment")
    fill(
        erik,
        {"Hva er avtalt?": MENTOR, "Hvem er ansvarlig?": "Erik Stormo", "Innen hvilken dag?": "07.12.2026"},
    )
    erik.get_by_label("Hvem gjelder det for?").select_option(label="Jobbsøkeren")
    three.seen(erik, "agreement-employer-writes")
    press(erik, "Lagre")
    nora = three.own("own-agreement-follow-up")
    fill(nora, {"Hva er avtalt?": PLAN, "Hvem er ansvarlig?": NAME, "Fra hvilken dag?": "23.11.2026"})
    nora.get_by_label("Hvor ofte?").select_option(label="Annenhver uke")
    three.seen(nora, "agreement-writes")
    press(nora, "Lagre")
    _nav_writes(three, "agreement-follow-up", "NAV ringer og spør hvordan det går", every=True)
    _nav_writes(three, "agreement-commitment", CHAIR, deadline=CHAIR_DAY)
    _nav_writes(three, "agreement-accommodation", SECRET, deadline=CHAIR_DAY, topic="Diagnose og helse")
    erik.goto(three.theirs)
    expect(erik.get_by_text(CHAIR).first).to_be_visible()
    expect(erik.get_by_text("psykologen")).to_have_count(0)
    hege = three.act("agreement-review")
    fill(hege, {"Når går dere gjennom avtalen neste gang?": "22.02.2027"})
    press(hege, "Lagre")


def nobody_signs_without_a_contact_person(three: Three) -> None:
    """The page says what is missing, and laying it out is refused."""
    hege = three.hege
    hege.goto(f"{three.record}/avtale/tekst")
    expect(hege.get_by_text("kontaktperson").first).to_be_visible()
    three.seen(hege, "agreement-lacks")
    three.act("agreement-lay-out")
    press(hege, "Legg fram")
    expect(hege.get_by_text(re.compile("kontaktperson")).first).to_be_visible()
    expect(hege.get_by_role("heading", name="Versjon 1 venter på signatur")).to_have_count(0)


def names_contact(three: Three, who: str) -> None:
    """The fixed contact person in NAV."""
    hege = three.act("agreement-contact")
    pick(hege, "Hvem er fast kontaktperson i NAV?", who)
    press(hege, "Lagre")


def lays_out(three: Three, version: int) -> None:
    """All see the same words."""
    hege = three.act("agreement-lay-out")
    press(hege, "Legg fram")
    expect(hege.get_by_role("heading", name=f"Versjon {version} venter på signatur")).to_be_visible()
    three.seen(hege, "agreement-laid-out")


def all_sign(three: Three) -> None:
    """The employer first this time, then the jobseeker, NAV last: until then it does not hold."""
    three.erik.goto(three.theirs)
    follow(three.erik, "Les og signer")
    expect(three.erik.get_by_text("psykologen")).to_have_count(0)
    three.seen(three.erik, "agreement-employer-signs")
    _signs(three.erik)
    three.own("own-agreement-sign")
    three.seen(three.nora, "agreement-signs")
    _signs(three.nora)
    three.hege.goto(f"{three.record}/avtale")
    expect(three.hege.get_by_text("Gjelder", exact=True)).to_have_count(0)
    three.act("agreement-sign")
    _signs(three.hege)
    three.hege.goto(f"{three.record}/avtale")
    expect(three.hege.get_by_text("Gjelder", exact=True).first).to_be_visible()


def save(page: Page) -> None:
    """Send the form."""
    press(page, "Lagre")
    expect(page.get_by_role("group", name=re.compile("rettes før vi kan lagre"))).to_have_count(0)


def _signs(page: Page) -> None:
    page.get_by_label(READ).check()
    press(page, "Signer")
    expect(page.get_by_label(READ)).to_have_count(0)


def _nav_writes(
    three: Three, slug: str, words: str, *, every: bool = False, deadline: str = "", topic: str = ""
) -> None:
    hege = three.act(slug)
    hege.get_by_label("Hvem lover det?").select_option(label="NAV")
    hege.get_by_label("Hvem gjelder det for?").select_option(label="Jobbsøkeren")
    fill(hege, {"Hva er avtalt?": words, "Hvem er ansvarlig?": "Kari Nes, hjelpemiddelsentralen"})
    if every:
        hege.get_by_label("Hvor ofte?").select_option(label="Annenhver uke")
        fill(hege, {"Fra hvilken dag?": "23.11.2026"})
    if deadline:
        fill(hege, {"Innen hvilken dag?": deadline})
    if topic:
        hege.get_by_label("Hva forteller linjen om jobbsøkeren?").select_option(label=topic)
    save(hege)


def _mail_to(place: Path, address: str) -> EmailMessage:
    """The newest mail to an address, once the worker has sent it."""
    give_up = time.monotonic() + SOON / 1000
    while time.monotonic() < give_up:
        found = [each for each in letters(place) if address in str(each["to"])]
        if found:
            return found[-1]
        time.sleep(0.2)
    raise AssertionError(f"No mail to {address}")
