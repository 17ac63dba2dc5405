"""The agreement while it holds: late promises, questions, another contact person, other words, the end."""

import re
import shutil
import subprocess
import time
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.agreement import CHAIR, Three, save
from tests.journeys.measure import fill, pick
from tests.journeys.pages import SOON, press
from tests.reading_pdf import metadata

QUESTION, ANSWER = "Når kommer stolen?", "Stolen er bestilt, og kommer torsdag."


def all_see_that_it_is_late(three: Three) -> None:
    """A day made it late; nobody did."""
    for page, address in (
        (three.hege, f"{three.record}/avtale/lofter"),
        (three.nora, "/min-side/avtale/lofter"),
        (three.erik, three.theirs),
    ):
        page.goto(address)
        row = page.get_by_role("row").filter(has_text=CHAIR)
        expect(row.get_by_text(re.compile("[Ff]or sent")).first).to_be_visible()
    three.seen(three.hege, "agreement-promises")
    three.seen(three.nora, "agreement-own-promises")
    three.seen(three.erik, "agreement-employer-page")
    three.hege.goto("/avtale/lofter")
    expect(three.hege.get_by_text(CHAIR).first).to_be_visible()
    three.seen(three.hege, "agreement-coordinated")


def question_is_answered(three: Three) -> None:
    """To the contact person, who sees it waits; the jobseeker reads the answer, the employer does not."""
    nora = three.own("own-agreement-ask")
    fill(nora, {"Hva lurer du på?": QUESTION})
    press(nora, "Send spørsmålet")
    hege = three.hege
    hege.goto(f"{three.record}/avtale/sporsmal")
    three.seen(hege, "agreement-questions")
    hege.get_by_role("link", name=re.compile("^Svar")).first.click()
    fill(hege, {"Svar": ANSWER})
    press(hege, "Send svaret")
    nora.goto("/min-side/avtale/sporsmal")
    expect(nora.get_by_text(ANSWER)).to_be_visible()
    three.seen(nora, "agreement-own-questions")
    three.erik.goto(three.theirs)
    expect(three.erik.get_by_text(QUESTION)).to_have_count(0)


def contact_person_changes(three: Three, who: str) -> None:
    """All are told, the agreement is amended, and nobody signs anew."""
    hege = three.act("agreement-contact")
    pick(hege, "Hvem er fast kontaktperson i NAV?", who)
    fill(hege, {"Hva bør den nye vite?": "Stolen er forsinket."})
    save(hege)
    for page, address in ((three.nora, "/min-side/avtale/versjon/2"), (three.erik, three.theirs)):
        page.goto(address)
        expect(page.get_by_text(who).first).to_be_visible()
        page.goto("/avtale/beskjeder")
        expect(page.get_by_text("Avtalen har fått en ny fast kontaktperson i NAV.").first).to_be_visible()
    three.seen(three.nora, "agreement-own-notices")
    three.seen(three.erik, "agreement-employer-notices")


def terms_change(three: Three) -> None:
    """Other words: all sign anew."""
    hege = three.hege
    hege.goto(f"{three.record}/avtale/tekst")
    hege.get_by_role("listitem").filter(has_text=CHAIR).get_by_role("link", name="Endre").first.click()
    fill(hege, {"Hva er avtalt?": f"{CHAIR}, og et bord", "Innen hvilken dag?": "15.01.2027"})
    save(hege)


def ends(three: Three) -> None:
    """With a reason; the employer sees it for twelve weeks more."""
    nora = three.own("own-agreement-ask-end")
    fill(nora, {"Vil du si hvorfor?": "Jeg er trygg i jobben nå."})
    press(nora, "Send")
    hege = three.act("agreement-end")
    three.seen(hege, "agreement-ends")
    hege.get_by_label("Hvorfor avsluttes avtalen?").select_option(label="Jobbsøkeren ba om det")
    fill(hege, {"Begrunnelse": "Nora er trygg i jobben."})
    press(hege, "Avslutt avtalen")
    nora.goto("/min-side/avtale")
    expect(nora.get_by_text("Nora er trygg i jobben.")).to_be_visible()
    three.seen(nora, "agreement-over")
    three.erik.goto(three.theirs)
    expect(three.erik.get_by_text("Avtalen er avsluttet").first).to_be_visible()
    expect(three.erik.get_by_text("Nora er trygg i jobben.")).to_have_count(0)


def verifies(three: Three, number: int, folder: Path) -> None:
    """The sealed file of a version: whole by our page and by another program; changed, refused by both."""
    whole = folder / f"versjon-{number}.pdf"
    whole.write_bytes(_document(three.hege, f"{three.record}/avtale/versjon/{number}/dokument"))
    said = metadata(whole.read_bytes())
    assert "<pdfaid:part>2</pdfaid:part>" in said
    assert "<pdfuaid:part>1</pdfuaid:part>" in said
    changed = folder / f"endret-{number}.pdf"
    content = bytearray(whole.read_bytes())
    content[len(content) // 3] ^= 1
    changed.write_bytes(bytes(content))
    for file, words in ((whole, "hel og uendret"), (changed, "kan ikke godtas")):
        three.hege.goto("/avtale/kontroller")
        three.hege.locator("input[type=file]").set_input_files(file)
        press(three.hege, "Kontroller")
        expect(three.hege).to_have_title(re.compile(words))
    if shutil.which("pdfsig"):
        assert "Signature is Valid" in _pdfsig(whole)
        assert "Signature is Valid" not in _pdfsig(changed)


def _pdfsig(file: Path) -> str:
    ran = subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=False)
    return ran.stdout + ran.stderr


def _document(page: Page, address: str) -> bytes:
    """The file, once the worker has made it."""
    give_up = time.monotonic() + SOON / 1000
    while time.monotonic() < give_up:
        answer = page.request.get(address)
        if "pdf" in answer.headers.get("content-type", ""):
            return answer.body()
        time.sleep(0.3)
    raise AssertionError(f"No document at {address}")
