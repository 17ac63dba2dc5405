"""The agreement on paper: what was said and nothing else, tagged, and the same each time."""

import re
from dataclasses import replace
from datetime import date

import pytest

from fotfeste.documents.agreement import (
    LONGEST_WORD,
    MOST_LETTERS,
    AgreementPaper,
    AgreementSection,
    AgreementSignature,
    AgreementTable,
    CannotBeMade,
    PaperMark,
    made,
)
from fotfeste.parameters.texts import LANGUAGES, text
from tests.reading_pdf import metadata, squeezed, words_in

TABLE = AgreementTable(("Hva", "Hvem", "Innen"), (("Svare på søknaden", "Ida Holm", "15. april 2027"),))
PAPER = AgreementPaper(
    language="nb",
    title="Tilretteleggings- og oppfølgingsavtale",
    on=date(2026, 11, 22),
    version=3,
    head=("Mellom Emma Lind, Sommerro kafé AS og NAV Eksempelby.",),
    sections=(
        AgreementSection("Løfter", ("Dette lover vi hverandre.",), TABLE),
        AgreementSection("Egne ord", lines=2),
    ),
    signatures=(
        AgreementSignature(
            "Jobbsøker", "Emma Lind", "22. nov. kl. 9.00", "Egen pålogging", "På vegne av Emma."
        ),
    ),
    foot=("Fingeravtrykk " + "ab" * 32, "Kontroller: https://eksempel.no/avtale/kontroller"),
)
HOSTILE = "#strong[x] $y$ \\ */ // {paper} <a>&amp; \u202ex\u202c"


def pages(content: bytes) -> int:
    return len(re.findall(rb"/Type/Page/", content))


@pytest.mark.req("A-02")
def test_the_paper_says_every_word_it_was_given() -> None:
    words = words_in(made(PAPER))

    said = [PAPER.title, "Versjon 3", *PAPER.head, *PAPER.foot, *TABLE.heads, *TABLE.rows[0]]
    said += ["Løfter", "Dette lover vi hverandre.", "Emma Lind", "Egen pålogging", "På vegne av Emma."]
    for each in said:
        assert squeezed(each) in words, each


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_says_that_it_is_one_in_every_language(language: str) -> None:
    for mark in (PaperMark.DRAFT, PaperMark.BLANK, PaperMark.EXAMPLE):
        said = squeezed(text("agreement.paper", language, f"mark_{mark}"))

        assert said in words_in(made(replace(PAPER, language=language, mark=mark)))
        assert said not in words_in(made(replace(PAPER, language=language)))


def test_it_holds_what_can_be_seen_in_it_of_what_the_two_standards_ask() -> None:
    content, told = made(PAPER), metadata(made(PAPER))

    assert "<pdfaid:part>2</pdfaid:part>" in told
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in told
    assert "<pdfuaid:part>1</pdfuaid:part>" in told
    for mark in (b"/Marked true", b"/Lang(nb)", b"/DisplayDocTitle true", b"/OutputIntents", b"/S/Document"):
        assert mark in content, mark
    assert content.count(b"/S/H1") == 1
    assert content.count(b"/S/H2") == 4
    assert content.count(b"/Scope/Column") == content.count(b"/S/TH\n") + content.count(b"/S/TH/") == 7
    assert content.count(b"/FontFile") == content.count(b"/Type/FontDescriptor") > 0
    assert "Emma" not in told
    for barred in (b"/Encrypt", b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/URI"):
        assert barred not in content, barred


def test_the_same_paper_gives_the_same_file_byte_for_byte() -> None:
    assert made(PAPER) == made(PAPER)
    assert made(PAPER) != made(replace(PAPER, version=4))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Áilu Čáhci Đoŋŋi Šáŋtŧž", "ÁiluČáhciĐoŋŋiŠáŋtŧž"),
        ("#strong[x] $y$ \\ */ //", "#strong[x]$y$\\*///"),
        ("诺拉 😀", "[U+8BFA][U+62C9][U+1F600]"),
        ("Nora\x00\x7f\xad\ud83d", "Nora[U+0000][U+007F][U+00AD][U+D83D]"),
        ("a\u202eb – «c» … €", "a[U+202E]b–«c»…€"),
    ],
)
def test_what_somebody_wrote_is_only_ever_words(written: str, shown: str) -> None:
    table = AgreementTable((written,), ((written,),))
    paper = replace(
        PAPER,
        head=(written,),
        sections=(AgreementSection(written, (written,), table),),
        signatures=(AgreementSignature(written, written, written, written, written),),
        foot=(written,),
    )

    words = words_in(made(paper))

    assert words.count(shown) >= 10 or shown.startswith("a[U+202E]"), words
    assert "paper" not in words


def test_a_hundred_pages_are_made() -> None:
    long = AgreementSection("Tekst", ("Et ord og et til. " * 150,) * 220)

    assert pages(made(replace(PAPER, sections=(long,)))) >= 100


def test_a_word_wider_than_the_paper_is_broken_and_stands_there_whole() -> None:
    word = "arbeidsmarkedstiltaksforskriftenogmer" * 8
    table = AgreementTable(("Hva", "Hvem", "Til hvem", "Innen"), ((word, "x", "y", "z"),))
    content = made(replace(PAPER, sections=(AgreementSection("Ord", (word,), table),)))

    assert words_in(content).count(word) == 2


@pytest.mark.parametrize(
    "paper",
    [
        replace(PAPER, sections=(AgreementSection("x", ("ord " * (MOST_LETTERS // 4 + 1),)),)),
        replace(PAPER, sections=(AgreementSection("x", ("a" * (LONGEST_WORD + 1),)),)),
        replace(PAPER, sections=(AgreementSection("x", (), AgreementTable(("a", "b"), (("bare én",),))),)),
        replace(PAPER, title=" "),
    ],
    ids=["too many letters", "a word without end", "a row without its cells", "no title"],
)
def test_what_cannot_be_set_is_said_so(paper: AgreementPaper) -> None:
    with pytest.raises(CannotBeMade):
        made(paper)


def test_what_stands_in_every_paper_is_said_in_each_language() -> None:
    words = words_in(made(replace(PAPER, language="en")))

    assert "Signatures" in words
    assert "Underskrifter" not in words
