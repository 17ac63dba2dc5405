"""Leaving the caseload after it is talked through, and coming back by a new referral."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.first_weeks import EMPLOYER
from tests.journeys.lasting_job import NAME, Around, card
from tests.journeys.pages import SOON, Seen, follow, heading, line, press

NUMBER = "14839421142"
WHY, HERS = "Lang pause: flytter til søsteren i vinter.", "Jeg vil ha en pause, men tilbake til våren."
CONS, ADVICE = "Hun mister farten.", "Greit nå, om hun vet veien tilbake."
BACK = "Ring Siv når du vil, eller be Berit henvise deg."


def consider(around: Around) -> None:
    """Why, and what she herself says; what the guideline advises first is said, and locks nothing."""
    siv = around.act("consider-discharge")
    siv.get_by_label("Hvorfor vurderer dere utskriving?").fill(WHY)
    siv.get_by_label("Hva sier jobbsøkeren?").fill(HERS)
    press(siv, "Lagre")
    around.part("utskriving")
    expect(siv.get_by_text("Retningslinjen råder til dette først")).to_be_visible()
    around.seen(siv, "leaving-considered")
    follow(siv, "Spør metodeveilederen")
    siv.get_by_label("Hva vil du spørre metodeveilederen om?").fill("Bør vi vente til jul?")
    press(siv, "Lagre")
    expect(siv.get_by_text("Spørsmålet er sendt.")).to_be_visible()


def advise(mette: Page, record: str, seen: Seen) -> None:
    """The supervisor sees the one she is asked about, and weighs it up."""
    mette.goto("/teamet/utskriving")
    seen(mette, "leaving-asked")
    follow(mette, "Siv Rønning spør om råd")
    expect(heading(mette, NAME)).to_be_visible()
    for words in (WHY, HERS, "Bør vi vente til jul?"):
        expect(mette.get_by_text(words)).to_be_visible()
    mette.get_by_label("Fordeler ved utskriving").fill("Ro til å flytte.")
    mette.get_by_label("Ulemper ved utskriving").fill(CONS)
    mette.get_by_label("Rådet ditt").fill(ADVICE)
    seen(mette, "leaving-advice")
    press(mette, "Send rådet")
    expect(mette.get_by_text("Rådet er sendt til jobbspesialisten.")).to_be_visible()


def leave(around: Around, berit: Page) -> str:
    """Talked through with the clinician, decided, with everything open decided too. The letter's address."""
    siv = around.part("utskriving")
    expect(siv.get_by_text(ADVICE)).to_be_visible()
    follow(siv, "Drøftet med behandler")
    siv.get_by_label("Fordeler ved utskriving").fill("Behandlingen fortsetter.")
    siv.get_by_label("Hva kom dere fram til?").fill("Berit henviser igjen til våren.")
    press(siv, "Lagre")
    assert berit.request.get(f"{around.record}/utskriving").status in {403, 404}
    follow(around.part("utskriving"), "Skriv ut")
    siv.get_by_label("Et lengre opphold i jobbsøket").check()
    siv.get_by_label("Begrunnelsen").fill("Du ønsker en pause mens du flytter.")
    siv.get_by_label("Hva sier dere om å komme tilbake?").fill(BACK)
    for away in siv.get_by_label("Avlyses eller legges bort").all():
        away.check()
    around.seen(siv, "leaving-decide")
    press(siv, "Skriv ut")
    expect(siv.get_by_text("Jobbsøkeren er skrevet ut.")).to_be_visible()
    around.seen(around.part("utskriving"), "leaving-left")
    return siv.get_by_role("link", name="Brevet til jobbsøkeren (PDF)").get_attribute("href") or ""


def reads_the_letter(nora: Page, letter: str, seen: Seen) -> None:
    """She finds it on her own page, when the worker has made it."""
    nora.goto("/min-side/forlopet")
    seen(nora, "leaving-mine")
    for _ in range(SOON // 1000):
        answer = nora.request.get(letter)
        if answer.headers["content-type"] == "application/pdf":
            break
        nora.wait_for_timeout(1000)
    assert answer.body().startswith(b"%PDF-")
    nora.goto("/min-side")
    expect(heading(nora, "Ditt neste steg")).to_be_visible()


def others_are_out(record: str, *others: Page) -> None:
    """Clinician and NAV adviser have no way in any more, and it is nowhere on their lists."""
    for page in others:
        assert page.request.get(record).status in {403, 404}
        page.goto("/delt-med-meg")
        assert NAME not in page.content()


def refer_again(berit: Page) -> None:
    """A new referral by her number."""
    berit.goto("/henvisninger/sendt")
    follow(berit, "Henvis til IPS")
    berit.get_by_label("Til hvilket team?").select_option(label="IPS Salten")
    berit.get_by_label("Navn", exact=True).fill(NAME)
    berit.get_by_label("Fødselsnummer eller d-nummer").fill(NUMBER)
    protected = berit.get_by_role("group", name="Har personen adressesperre?")
    protected.get_by_label("Nei", exact=True).check()
    berit.get_by_label("Personen ønsker å jobbe").check()
    berit.get_by_label("Er i behandling", exact=True).check()
    berit.get_by_label("Ikke holdt: den står først på listen for oppstarten").check()
    press(berit, "Send henvisningen")
    expect(berit.get_by_text("Henvisningen er sendt til teamet.")).to_be_visible()


def come_back(around: Around, hege: Page) -> None:
    """Siv takes her on again: the history is at hand, and nothing that was agreed holds unreviewed."""
    siv, seen = around.siv, around.seen
    siv.goto("/henvisninger")
    follow(siv, NAME)
    siv.get_by_label("Ta imot", exact=True).check()
    press(siv, "Svar")
    expect(heading(siv, NAME)).to_be_visible()
    seen(siv, "leaving-back")
    expect(around.part("fakta").get_by_text("Tidligere løp").first).to_be_visible()
    expect(around.part("utskriving").get_by_text(BACK)).to_be_visible()
    expect(around.part("forlopet").get_by_role("table").get_by_text("Skrevet ut").first).to_be_visible()
    around.act("compose-text")
    expect(siv.get_by_role("link", name=f"avklar åpenhet først {EMPLOYER}")).to_be_visible()
    expect(siv.get_by_role("link", name=re.compile(f"^{EMPLOYER}$"))).to_have_count(0)
    around.part("apenhet")
    seen(siv, "leaving-disclosure")
    assert hege.request.get(around.record).status in {403, 404}
    around.nora.goto("/min-side/apenhet")
    seen(around.nora, "leaving-mine-disclosure")


def starts_over(around: Around) -> None:
    """What is next says that she has been here before, and that it is gone through again."""
    around.siv.goto(around.record)
    expect(line(around.siv, "Begynn møtet").or_(around.siv.locator("li.line")).first).to_be_visible()
    expect(card(around.siv, "Jobbsøket venter")).to_have_count(0)
