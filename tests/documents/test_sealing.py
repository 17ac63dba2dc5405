"""A sealed document: found whole, and refused when one byte of it is another. A second tool says the same."""

import re
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fotfeste.apps.vault import certificate as vault
from fotfeste.apps.vault.certificate import new_certificate, sealing_certificate
from fotfeste.documents import seal_check
from fotfeste.documents.seal_check import MOST_SEALS, SealCheck, checked
from fotfeste.documents.sealing import CannotBeSealed, sealed
from fotfeste.parameters.texts import LANGUAGES, text
from tests.documents.sealing import AT, plain, said_by_pdfsig, whole
from tests.reading_pdf import metadata, words_in

GOOD = SealCheck(is_sealed_here=True, is_unchanged=True, sealed_at=AT, problem="")
PLACE_OF_SEAL = re.compile(rb"/Contents <[0-9A-F]+>")


def changed(content: bytes, at: int, to: bytes) -> bytes:
    return content[:at] + to + content[at + len(to) :]


@pytest.mark.req("A-02")
def test_a_sealed_document_is_known_again_with_its_time() -> None:
    assert checked(whole()) == GOOD
    assert checked(plain()).problem == "seal.none"


def test_the_seal_is_added_and_nothing_of_the_document_is_touched() -> None:
    content = whole()

    assert content.startswith(plain())
    assert words_in(content) == words_in(plain())
    assert metadata(content) == metadata(plain())
    added = content[len(plain()) :]
    assert b"<?xpacket" not in added, "what the file says of itself stays as PDF/A asks for"
    assert b"pyHanko" not in added
    assert re.search(rb"/Rect \[ -\d+ -\d+ -\d+ -\d+ \]", added), "the field is outside the page"
    assert b"/Tabs /S" in added
    assert b"/F 132" in added, "printed and locked, as PDF/A asks for"
    assert b"/Marked true" in added
    assert b"/P 1" in added, "no change is allowed"


@pytest.mark.req("A-02")
def test_a_second_tool_finds_it_valid_and_covering_the_whole_file(tmp_path: Path) -> None:
    told = said_by_pdfsig(whole(), tmp_path)

    assert "Signature is Valid" in told
    assert "Total document signed" in told
    assert "ETSI.CAdES.detached" in told


@pytest.mark.req("A-02")
def test_a_tampered_copy_is_refused_by_us_and_by_the_second_tool(tmp_path: Path) -> None:
    at = whole().index(b"/Lang(nb)")
    copy = changed(whole(), at, b"/Lang(nn)")

    assert checked(copy).problem == "seal.changed"
    assert "Digest Mismatch" in said_by_pdfsig(copy, tmp_path)


def test_a_third_reading_of_it_by_the_rules_of_pades_says_the_same() -> None:
    from io import BytesIO

    from asn1crypto import x509
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    ours = x509.Certificate.load(sealing_certificate().certificates[0])
    trust = ValidationContext(trust_roots=[ours], allow_fetching=False, moment=AT)
    (signature,) = PdfFileReader(BytesIO(whole())).embedded_signatures
    status = validate_pdf_signature(signature, trust)

    assert status.bottom_line
    assert status.coverage.name == "ENTIRE_FILE"
    assert status.docmdp_ok


@settings(max_examples=120)
@given(at=st.integers(min_value=0), to=st.integers(1, 255))
def test_no_byte_can_be_changed_unseen(at: int, to: int) -> None:
    content = whole()
    at %= len(content)
    other = bytes([content[at] ^ to])

    assert not checked(changed(content, at, other)).is_good


def test_no_sign_of_the_signature_itself_can_be_changed_unseen() -> None:
    """Also where no digest reaches: letter case, room left over, what the signature does not cover."""
    found = PLACE_OF_SEAL.search(whole())
    assert found is not None
    for at in [*range(found.start(), found.start() + 1_900, 7), *range(found.end() - 40, found.end())]:
        for flip in (1, 32):
            copy = changed(whole(), at, bytes([whole()[at] ^ flip]))
            assert not checked(copy).is_good, at


@pytest.mark.parametrize(
    ("copy", "problem", "is_ours"),
    [
        (lambda c: c + b"\n", "seal.added-to", True),
        (lambda c: c + c[len(plain()) :], "seal.added-to", True),
        (
            lambda c: c + b"1 0 obj\n<<>>\nendobj\nxref\n0 1\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n",
            "seal.added-to",
            True,
        ),
        (lambda c: c[:-1], "seal.not-whole", True),
        (lambda c: c[: len(c) // 2], "seal.none", False),
        (lambda c: c[:100] + c[101:], "seal.changed", True),
        (lambda c: b"\n" + c, "seal.not-a-pdf", False),
        (lambda c: c[:9] + b"\n" + c[9:], "seal.changed", True),
        (lambda c: c.replace(b"/M (D\\07220261122", b"/M (D\\07220261121"), "seal.changed", True),
        (lambda c: plain(), "seal.none", False),
        (lambda c: b"", "seal.empty", False),
        (lambda c: b"%PDF-", "seal.none", False),
        (lambda c: b"<html>", "seal.not-a-pdf", False),
        (lambda c: b"PK\x03\x04" * 100, "seal.not-a-pdf", False),
    ],
)
def test_what_is_wrong_is_told_apart(copy: object, problem: str, is_ours: bool) -> None:
    content = copy(whole())  # type: ignore[operator]  # a function in the table above

    found = checked(content)

    assert (found.problem, found.is_sealed_here) == (problem, is_ours)
    assert found.sealed_at is None
    assert not found.is_unchanged


def test_a_later_change_by_the_rules_of_pdf_is_refused(tmp_path: Path) -> None:
    """Added as PDF programs add: the old seal still fits its part of the file, and the pages are others."""
    from io import BytesIO

    from pyhanko.pdf_utils.generic import NameObject
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(BytesIO(whole()))
    page, _ = writer.find_page_for_modification(0)
    page.get_object()[NameObject("/Rotate")] = NameObject("/X")
    writer.mark_update(page)
    out = BytesIO()
    writer.write(out)

    assert checked(out.getvalue()).problem == "seal.added-to"
    assert "Not total document signed" in said_by_pdfsig(out.getvalue(), tmp_path)


def test_a_file_sealed_by_another_is_not_ours(tmp_path: Path) -> None:
    another = new_certificate(at=AT)
    copy = sealed(plain(), at=AT, certificate=another)

    assert checked(copy).problem == "seal.by-another"
    assert "Signature is Valid" in said_by_pdfsig(copy, tmp_path), "valid, and not ours: only we can say that"


def test_our_certificate_in_another_s_signature_is_not_a_seal_of_ours() -> None:
    ours = sealing_certificate()
    copy = sealed(plain(), at=AT, certificate=replace(new_certificate(at=AT), certificates=ours.certificates))

    assert checked(copy).problem == "seal.changed"


def test_what_an_earlier_certificate_sealed_is_still_known(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = new_certificate(at=AT)
    renewed = replace(fresh, certificates=fresh.certificates + sealing_certificate().certificates)
    monkeypatch.setattr(seal_check, "sealing_certificate", lambda: renewed)

    assert checked(whole()) == GOOD
    assert checked(sealed(plain(), at=AT, certificate=renewed)) == GOOD


def test_a_process_that_read_the_certificates_before_a_renewal_reads_them_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(seal_check, "sealing_certificate", lambda: new_certificate(at=AT))

    assert checked(whole()) == GOOD


LIKE_A_SEAL = (
    b">\n/ByteRange [0 9 99 999]\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n"
    b"/M (D\\07229999999999999Z)"
)
HOSTILE = {
    "many beginnings of a seal": b"/Contents <" * 150_000,
    "many seals": (b"/Contents <3080" + LIKE_A_SEAL) * 9_000,
    "a seal of nothing but depth": b"/Contents <" + b"30" * 9_000 + LIKE_A_SEAL,
    "a day that is none": b"/Contents <00" + LIKE_A_SEAL,
    "a packed bomb": b"1 0 obj<</Filter/FlateDecode>>stream\n\x78\x9c" + bytes(1_500_000),
    "open brackets": b"[" * 1_500_000,
    "nothing but zeros": bytes(1_500_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_an_answer_at_once(name: str) -> None:
    began = datetime.now(UTC)  # noqa: TID251  # how long it takes by the real clock

    found = checked(b"%PDF-1.7\n" + HOSTILE[name])

    assert not found.is_good
    assert not found.is_sealed_here
    assert (datetime.now(UTC) - began).total_seconds() < 2  # noqa: TID251  # as above


@settings(max_examples=60)
@given(st.binary(max_size=2_000), st.integers(0, 3))
def test_whatever_the_file_is_there_is_an_answer(content: bytes, where: int) -> None:
    begun = (content, b"%PDF-" + content, whole()[:-40] + content, content + whole())[where]

    assert not checked(begun).is_good or begun == whole()


def test_looking_at_a_file_takes_no_program_that_reads_pdf() -> None:
    """What is sent by anybody is never unpacked or interpreted."""
    import subprocess

    code = (
        "import sys, django; from django.conf import settings; settings.configure();"
        "import fotfeste.documents.seal_check, fotfeste.documents.seal_signature;"
        "sys.exit(any(name in sys.modules for name in ('pyhanko', 'typst', 'lxml', 'aiohttp')))"
    )
    root = Path(__file__).resolve().parents[2] / "src"
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


@pytest.mark.parametrize("content", [b"", b"no pdf", b"%PDF-1.7\n%%EOF", plain()[:5_000]])
def test_what_is_no_document_of_ours_cannot_be_sealed(content: bytes) -> None:
    with pytest.raises(CannotBeSealed):
        sealed(content, at=AT)


def test_a_sealed_document_is_not_sealed_again() -> None:
    with pytest.raises(CannotBeSealed):
        sealed(whole(), at=AT)


def test_every_answer_has_words_in_each_language() -> None:
    codes = set(re.findall(r'"(seal\.[a-z-]+)"', Path(seal_check.__file__).read_text()))

    assert len(codes) >= 7
    for code in codes:
        assert len({text(code, language, most=2) for language in LANGUAGES}) >= 2
    assert MOST_SEALS > 1
    assert vault.LASTS > vault.RENEWED_BEFORE
