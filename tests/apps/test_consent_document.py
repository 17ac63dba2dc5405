"""The signed consent as a file: PDF/A-2a and PDF/UA-1, the very words that were signed, and the same."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from fotfeste.apps.consents.models import ConsentDocument, ConsentStatement
from fotfeste.apps.consents.services.signing import Signature
from fotfeste.apps.mine.consents import access_my_document, act_sign
from fotfeste.apps.outbox.models import Errand
from fotfeste.cli.cast import Cast
from fotfeste.documents.consent import ConsentPaper, digest_of, made
from fotfeste.domain.consent import Reply
from fotfeste.domain.permissions import ConsentScope
from fotfeste.jobs.consent_documents import carry
from fotfeste.parameters.consent_texts import consent_text
from fotfeste.parameters.texts import LANGUAGES
from tests.reading_pdf import metadata, squeezed, words_in

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ON = date(2026, 11, 22)
PAPER = ConsentPaper("nb", "Samtykke", ON, ("Navn: Nora",), (), "Vil du?", "Svaret", "Ja.", ("Undertegnet.",))


def signed(cast: Cast, language: str, reply: Reply = Reply.YES) -> ConsentStatement:
    before = ConsentStatement.objects.filter(person=cast.people["amir"], ended_at=None).first()
    text = consent_text(ConsentScope.NAV_CONTACT, language, on=ON)
    signature = Signature(text, reply, text.digest, before.public_id.hex if before else "")
    return act_sign(cast.acting("amir"), signature, at=AT, on=ON)


def document(cast: Cast, said: ConsentStatement) -> bytes:
    for errand in Errand.objects.filter(kind="consent.document"):
        carry(errand, AT)
    found = access_my_document(cast.acting("amir"), said.public_id, at=AT)
    assert found is not None
    return found.content()


@pytest.mark.req("I-4.1c")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_holds_the_very_words_that_were_signed(language: str, cast: Cast) -> None:
    said = signed(cast, language)
    content = document(cast, said)

    words, text = words_in(content), consent_text(ConsentScope.NAV_CONTACT, language, on=ON)
    for section in text.sections:
        assert squeezed(section.heading) in words
        assert all(squeezed(each) in words for each in section.paragraphs)
    for each in (text.question, text.digest, text.version, cast.people["amir"].name, "Nordlandssykehuset"):
        assert squeezed(each) in words


@pytest.mark.req("I-4.1c")
def test_the_file_says_of_itself_what_archives_and_screen_readers_ask_for(cast: Cast) -> None:
    content = document(cast, signed(cast, "nb"))
    told = metadata(content)

    assert content.startswith(b"%PDF-1.7")
    assert "<pdfaid:part>2</pdfaid:part>" in told
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in told
    assert "<pdfuaid:part>1</pdfuaid:part>" in told
    assert b"/MarkInfo" in content
    assert b"/Lang" in content
    assert cast.people["amir"].name not in told


def test_the_file_holds_what_can_be_seen_in_it_of_what_the_two_standards_ask() -> None:
    """Tags in order, a language, a title that is shown, colours that are defined, every font within."""
    content = made(PAPER)

    for mark in (b"/Marked true", b"/Lang(nb)", b"/DisplayDocTitle true", b"/OutputIntents", b"/S/Document"):
        assert mark in content, mark
    assert content.count(b"/S/H1") == 1
    assert content.count(b"/FontFile") == content.count(b"/Type/FontDescriptor") > 0
    assert '<rdf:li xml:lang="x-default">Samtykke</rdf:li>' in metadata(content)
    for barred in (b"/Encrypt", b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/URI"):
        assert barred not in content, barred


def test_its_fingerprint_lies_with_the_statement_and_it_is_made_once(cast: Cast) -> None:
    said = signed(cast, "nb")
    content = document(cast, said)
    assert content == document(cast, said)

    said.refresh_from_db()
    assert said.document_digest == digest_of(content)
    assert ConsentDocument.objects.count() == 1
    sealed = bytes(ConsentDocument.objects.get().sealed_content)
    assert b"PDF" not in sealed


def test_a_withdrawal_is_a_document_too(cast: Cast) -> None:
    signed(cast, "nb")
    no = signed(cast, "nb", Reply.NO)

    assert squeezed("Jeg trekker samtykket.") in words_in(document(cast, no))


def test_an_answer_that_was_only_told_has_no_document(cast: Cast) -> None:
    told = ConsentStatement.objects.get(person=cast.people["nora"])

    assert access_my_document(cast.acting("nora"), told.public_id, at=AT) is None


def test_nobody_gets_another_person_s_document_through_their_own_door(cast: Cast) -> None:
    said = signed(cast, "nb")
    document(cast, said)

    assert access_my_document(cast.acting("nora"), said.public_id, at=AT) is None


def test_the_same_paper_gives_the_same_file_byte_for_byte() -> None:
    assert made(PAPER) == made(PAPER)
    assert made(PAPER) != made(replace(PAPER, answer="Nei."))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Áilu Čáhci Đoŋŋi Šáŋtŧž", "ÁiluČáhciĐoŋŋiŠáŋtŧž"),
        ("#strong[x] $y$ \\ */ //", "#strong[x]$y$\\*///"),
        ("诺拉 😀", "[U+8BFA][U+62C9][U+1F600]"),
        ("Nora\x00\ud83d", "Nora[U+0000][U+D83D]"),
    ],
)
def test_a_name_is_only_ever_a_name(name: str, shown: str) -> None:
    assert shown in words_in(made(replace(PAPER, head=(f"Navn: {name}",))))
