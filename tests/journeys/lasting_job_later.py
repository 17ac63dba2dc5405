"""What comes after the first job began: it is lost, search waits, and a new job is kept."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.lasting_job import EMPLOYER, NAME, Around, begin_job, card
from tests.journeys.pages import Seen, follow, heading, line, press

HOPE = "Lukta av nybakt brød klokka seks."
WHY = "Orker ikke å søke nå, sover nesten ikke."
BETWEEN_US = "Lederen Kari vet om søvnen."
KEPT = "Beholdt i 13 uker 2. mai 2027."


def lose_job(around: Around) -> None:
    """The last day is put down, and the way leads back to search, not out."""
    siv, seen = around.siv, around.seen
    follow_job(around, "Jobben slutter")
    siv.get_by_label("Siste dag").fill("14.12.2026")
    siv.get_by_label("Hvorfor?").select_option(label="Ble ikke videre etter prøvetiden")
    siv.get_by_label("Med jobbsøkerens egne ord").fill("Kveldsvaktene ble for mye.")
    press(siv, "Lagre")
    expect(siv.get_by_text("Siste dag er ført.")).to_be_visible()
    siv.goto(around.record)
    expect(siv.get_by_text("Søker jobb").first).to_be_visible()
    expect(line(siv, "jobben tok slutt").or_(line(siv, "Siste dag")).first).to_be_visible()
    seen(siv, "lasting-job-lost")
    around.nora.goto("/min-side/jobb")
    expect(around.nora.get_by_text("1. desember 2026 til 14. desember 2026")).to_be_visible()


def follow_job(around: Around, act: str) -> None:
    """An act on the job, from its own card."""
    around.part("jobb").get_by_role("link", name=re.compile(f"^{act} ?: {EMPLOYER}$")).first.click()


def wait_with_search(around: Around, berit: Page, hege: Page) -> None:
    """Search waits, hope stays in sight; others see that it waits, and not why."""
    siv = around.act("hold-search")
    siv.get_by_label("Jobbsøkeren har det verre").check()
    siv.get_by_label("Mer om det").fill(WHY)
    siv.get_by_label("Hvem holder kontakten?").fill("Siv")
    siv.get_by_label("Hvor ofte?").select_option(label="hver uke")
    siv.get_by_label("En tur eller en kaffe ute").check()
    siv.get_by_label("Hva vil jobbsøkeren holde fast ved?").fill(HOPE)
    siv.get_by_label("Når ser dere på det igjen?").fill("25.01.2027")
    around.seen(siv, "lasting-hold")
    press(siv, "La søket vente")
    expect(card(siv, "Jobbsøket venter").get_by_text(HOPE)).to_be_visible()
    around.seen(siv, "lasting-waits")
    around.nora.goto("/min-side")
    expect(card(around.nora, "Jobbsøket venter").get_by_text(HOPE)).to_be_visible()
    around.seen(around.nora, "lasting-mine-waits")
    for other in (berit, hege):
        other.goto(around.record)
        expect(heading(other, NAME)).to_be_visible()
        expect(card(other, "Jobbsøket venter")).to_be_visible()
        assert not any(words in other.content() for words in (HOPE, WHY, "har det verre"))


def keep_contact(around: Around) -> None:
    """Contact meanwhile is one touch on her page."""
    siv = around.siv
    siv.goto(around.record)
    card(siv, "Jobbsøket venter").get_by_role("button", name=re.compile("^Var i kontakt")).click()
    expect(siv.get_by_text("Ført: fikk tak i jobbsøkeren.")).to_be_visible()


def take_search_up(around: Around) -> None:
    """It is looked at again on the day that was agreed, and search goes on."""
    siv = around.siv
    siv.goto(around.record)
    follow(siv, "Ta opp søket")
    siv.get_by_label("Hvordan gikk det videre?").fill("Sover bedre, vil prøve formiddager.")
    press(siv, "Ta opp søket")
    expect(siv.get_by_text("Jobbsøket er tatt opp igjen.")).to_be_visible()
    expect(card(siv, "Jobbsøket venter")).to_have_count(0)
    around.nora.goto("/min-side")
    assert HOPE not in around.nora.content()


def begin_again(around: Around) -> None:
    """Back at the same place, in the mornings; what is known of the job stays between the two."""
    begin_job(around, "01.02.2027", "20")
    follow_job(around, "Endre")
    siv = around.siv
    siv.get_by_label("Er arbeidsavtalen undertegnet?").select_option(label="Ja")
    siv.get_by_label("Undertegnet dag").fill("22.01.2027")
    siv.get_by_label("Tilrettelegging på arbeidsplassen").fill("Bare formiddager.")
    siv.get_by_label("Hvem på jobben vet hva?").fill(BETWEEN_US)
    press(siv, "Lagre")
    expect(siv.get_by_text("Lagret.")).to_be_visible()


FOLLOW_ALONG = (
    "28.01.2027",
    "03.02.2027",
    "10.02.2027",
    "17.02.2027",
    "24.02.2027",
    "20.03.2027",
    "19.04.2027",
)


def follow_along(around: Around) -> None:
    """Contacts in the rhythm that is advised, as they were noted on the way."""
    for day in FOLLOW_ALONG:
        siv = around.act("log-contact")
        siv.get_by_label("Dag", exact=True).fill(day)
        siv.get_by_label("Arbeidsplass", exact=True).check()
        press(siv, "Lagre")
        expect(siv).to_have_url(re.compile(around.record))


def job_is_kept(around: Around, berit: Page) -> None:
    """Thirteen weeks are said, with the rhythm as a picture and a table; each sees a part."""
    siv, nora, seen = around.part("jobb"), around.nora, around.seen
    expect(siv.get_by_text(KEPT)).to_be_visible()
    expect(siv.locator("svg.rhythm").first).to_be_visible()
    expect(siv.get_by_text(BETWEEN_US)).to_be_visible()
    siv.get_by_text("Vis som tabell").first.click()
    seen(siv, "lasting-jobs")
    nora.goto("/min-side/jobb")
    expect(nora.get_by_text("fra 1. februar 2027")).to_be_visible()
    seen(nora, "lasting-mine-jobs")
    berit.goto(f"{around.record}/jobb")
    expect(berit.get_by_text("fra 1. februar 2027")).to_be_visible()
    assert BETWEEN_US not in berit.content()


def course_is_drawn(around: Around) -> None:
    """The whole course as a picture, and the same as a table: stages, jobs, the hold, contacts."""
    siv, nora = around.part("forlopet"), around.nora
    table = siv.get_by_role("table")
    for what in (f"Jobb: {EMPLOYER}", "venter", "Arbeidsgiver"):
        expect(
            table.get_by_role("row").filter(has_text=re.compile(what, re.IGNORECASE)).first
        ).to_be_visible()
    expect(siv.get_by_role("img", name=re.compile("^Forløpet"))).to_be_visible()
    around.seen(siv, "lasting-course")
    nora.goto("/min-side/forlopet")
    expect(nora.get_by_role("table").get_by_text(EMPLOYER).first).to_be_visible()
    around.seen(nora, "lasting-mine-course")


def supervisor_reads_figures(mette: Page, record: str, seen: Seen) -> None:
    """She reads the team's figures and next steps; a record opens only when she says why."""
    mette.goto("/teamet/metoden")
    expect(mette.get_by_text("Bestått").or_(mette.locator("main h1")).first).to_be_visible()
    assert NAME not in mette.content()
    seen(mette, "lasting-figures")
    mette.goto("/teamet/veiledning")
    follow(mette, "Siv Rønning")
    seen(mette, "lasting-supervision")
    mette.goto(f"{record}/jobb")
    expect(mette.get_by_role("heading", level=1)).not_to_have_text(NAME)
    assert BETWEEN_US not in mette.content()


def guideline_is_read(around: Around) -> None:
    """Which version of the guideline applies, and that the course follows it."""
    siv = around.siv
    siv.goto("/retningslinjen")
    expect(siv.get_by_text("Godkjent av").first).to_be_visible()
    around.seen(siv, "lasting-guideline")
    expect(
        around.part("fakta").get_by_text("2020-04").or_(siv.get_by_text("IPS-retningslinjen")).first
    ).to_be_visible()
