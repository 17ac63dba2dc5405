"""What may be told: talked through, agreed topic by topic, composed from, taken back; and NAV's archive."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.first_weeks import EMPLOYER, TODAY, Around
from tests.journeys.pages import Seen, follow, heading, press

SUPPORT, ACCOMMODATION = "At en jobbspesialist hjelper", "Behov for tilrettelegging"
HEALTH, GAP = "Diagnose og helse", "Hull i CV-en"
WORDS = {
    SUPPORT: "Jeg hjelper med å finne riktig jobb, og følger opp også etterpå.",
    ACCOMMODATION: "Vil gjerne begynne med korte dager og øke etter hvert.",
    GAP: "Har vært ute av arbeid en tid og vil i gang igjen.",
}


def talk_it_through(around: Around) -> None:
    """Pros and cons come first, as a matter of their own."""
    siv = around.act("talk-disclosure-through")
    around.seen(siv, "first-weeks-talk")
    siv.get_by_label("Det som er bra med å fortelle noe").fill("Slipper å skjule hvorfor jeg trenger hjelp.")
    siv.get_by_label("Det som er vanskelig med å fortelle noe").fill("Redd for at det blir snakket om.")
    press(siv, "Lagre")
    expect(heading(siv, "Hva som kan sies til arbeidsgivere")).to_be_visible()


def agree_in_general(around: Around) -> None:
    """Topic by topic, in her own words. What is not answered may not be told."""
    siv = around.siv
    around.seen(siv, "first-weeks-agree")
    for topic, answer in {SUPPORT: "Kan sies", ACCOMMODATION: "Kan sies", GAP: "Bare hvis de spør"}.items():
        asked = siv.locator("fieldset.topic", has=siv.get_by_text(topic, exact=True))
        asked.get_by_label(answer, exact=True).check()
        asked.get_by_label("Ordene som skal brukes").fill(WORDS[topic])
    siv.locator("fieldset.topic", has=siv.get_by_text(HEALTH, exact=True)).get_by_label(
        "Kan ikke sies", exact=True
    ).check()
    press(siv, "Lagre")
    expect(siv.get_by_text("Avtalen er lagret. Den gjelder fra nå.")).to_be_visible()


def agree_for_employer(around: Around) -> None:
    """No text before it is clarified for that employer; the general answer is only a proposal."""
    siv = around.act("compose-text")
    around.seen(siv, "first-weeks-compose-which")
    siv.get_by_role("link", name=f"avklar åpenhet først {EMPLOYER}").click()
    expect(siv.get_by_text(f"Gjelder bare {EMPLOYER}.")).to_be_visible()
    around.seen(siv, "first-weeks-agree-employer")
    siv.get_by_label("Jobbsøkeren har sagt ja til dette for denne arbeidsgiveren").check()
    press(siv, "Lagre")
    expect(siv.get_by_text("Avtalen er lagret. Den gjelder fra nå.")).to_be_visible()


def compose(around: Around, chosen: str) -> str:
    """A text that can hold nothing but what is agreed. What is shown is what leaves."""
    siv = around.act("compose-text")
    follow(siv, EMPLOYER)
    for withheld in (HEALTH, "Navnet", "Rusmidler"):
        expect(siv.get_by_role("checkbox", name=withheld)).to_have_count(0)
    expect(siv.get_by_role("checkbox", name=GAP)).to_have_count(1)
    siv.get_by_label("Emne").fill("Avtale om besøk")
    siv.get_by_label("Hilsen").fill("Hei, Kari")
    is_warned_and_stopped(siv, around.seen)
    siv.get_by_label("Praktisk tekst").fill("Kan vi komme innom torsdag?")
    siv.get_by_role("checkbox", name=re.compile(chosen)).check()
    smuggle(siv)
    press(siv, "Vis nøyaktig det som går")
    expect(heading(siv, "Nøyaktig dette går til arbeidsgiveren")).to_be_visible()
    shown = siv.locator(".quote").inner_text()
    assert shown.startswith("Hei, Kari")
    assert chosen in shown
    assert "lidelse" not in shown
    around.seen(siv, "first-weeks-preview")
    return shown


def is_warned_and_stopped(siv: Page, seen: Seen) -> None:
    """A word of health in what is typed is pointed at; her name is not agreed and cannot stand there."""
    siv.get_by_label("Praktisk tekst").fill("Ella har vært innlagt med en psykose. Kan vi komme torsdag?")
    press(siv, "Vis nøyaktig det som går")
    expect(heading(siv, "Skriv til en arbeidsgiver")).to_be_visible()
    faults = siv.locator("[data-error-summary]")
    expect(faults).to_contain_text("psykose")
    expect(faults).to_contain_text("nevner jobbsøkeren ved navn")
    seen(siv, "first-weeks-compose-warned")


def smuggle(siv: Page) -> None:
    """A topic that is not agreed cannot be slipped in beside the page either."""
    siv.locator("form.form").evaluate(
        """form => form.insertAdjacentHTML("beforeend",
        '<input type="hidden" name="health" value="on"><input type="hidden" name="benefits" value="on">')"""
    )


def queue(around: Around) -> None:
    """It is put in the outbox, to somebody at the employer's."""
    siv = around.siv
    siv.get_by_label("Send som e-post herfra").check()
    siv.get_by_label("Kontaktperson hos arbeidsgiveren").select_option(index=1)
    press(siv, "Gjør det")
    expect(siv.get_by_text("Ført.")).to_be_visible()
    siv.goto(f"{around.record}/apenhet")
    expect(siv.get_by_text("i kø for å sendes").first).to_be_visible()
    around.seen(siv, "first-weeks-told")


def take_back(ella: Page, topic: str, seen: Seen) -> None:
    """On her phone, with one touch, for everybody."""
    ella.goto("/min-side/apenhet")
    seen(ella, "first-weeks-mine-told")
    ella.get_by_role("region", name="Generelt").get_by_role("button", name=re.compile(topic)).click()
    expect(ella.get_by_text("Det gjelder fra nå.")).to_be_visible()


def archive_consent(around: Around) -> None:
    """Registered as a jobseeker with NAV and agreed: then it is laid in NAV's archive."""
    siv = around.act("record-registration")
    siv.get_by_label("Ja", exact=True).check()
    siv.get_by_label("Når ble det sagt?").fill(TODAY)
    press(siv, "Lagre")
    siv.goto(f"{around.record}/samtykker")
    task = siv.get_by_role("region", name="Samtykket til NAVs arkiv")
    around.seen(siv, "first-weeks-to-archive")
    task.get_by_role("link", name=re.compile("^Det er gjort")).click()
    press(siv, "Lagre")
    siv.goto(f"{around.record}/samtykker")
    expect(task).to_contain_text("Gjort 22. november 2026")
