"""Files: what they are by their content, and a name that is safe anywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.attachments import (
    LONGEST_NAME,
    AttachmentLimits,
    FileKind,
    cleaned_name,
    read_kind,
)
from tests.domain.cases import HERE, Case, read
from tests.files_made import MADE, pdf

CASES = read(HERE / "cases_attachments.yaml")
LIMITS = AttachmentLimits(2, 2, 20, 3, "pdf docx odt jpg png txt")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_file(case: Case) -> None:
    found = read_kind(MADE[case["made"]](), LIMITS)

    if "kind" in case:
        assert found == FileKind(case["kind"])
    else:
        assert not isinstance(found, FileKind)
        assert [reason.code for reason in found] == [case["refused"]]


def test_a_kind_that_the_house_does_not_take_is_refused() -> None:
    found = read_kind(pdf(), AttachmentLimits(2, 2, 20, 3, "txt"))

    assert not isinstance(found, FileKind)
    assert dict(found[0].data) == {"kinds": "txt"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("CV Nora.pdf", "CV Nora.pdf"),
        ("CV.PDF", "CV.pdf"),
        ("cv.pdf.exe", "cv.pdf.exe.pdf"),
        ("cv.docx", "cv.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\nora\\cv.pdf", "cv.pdf"),
        ("cv\u202efdp.exe", "cvfdp.exe.pdf"),
        ("a\r\nSet-Cookie: x", "a Set-Cookie x.pdf"),
        ('"><img src=x>.pdf', "img src=x.pdf"),
        ("Áŋŋel Čáhcesuolu.pdf", "Áŋŋel Čáhcesuolu.pdf"),
        ("...", ""),
        (".pdf", ""),
        ("\x00\x01", ""),
        ("", ""),
    ],
)
def test_a_name_is_cleaned(typed: str, kept: str) -> None:
    assert cleaned_name(typed, FileKind.PDF) == kept


@given(st.text(max_size=300))
def test_any_name_becomes_one_that_is_short_ends_right_and_leads_nowhere(typed: str) -> None:
    kept = cleaned_name(typed, FileKind.ODT)

    assert len(kept) <= LONGEST_NAME + len(".odt")
    assert not set(kept) & set('/\\<>:"|?*\r\n\x00')
    assert kept == "" or (kept.endswith(".odt") and kept[0] not in " .-")
    assert cleaned_name(kept, FileKind.ODT) == kept


@given(st.binary(max_size=400))
def test_any_bytes_are_answered(content: bytes) -> None:
    for beginning in (b"", b"PK\x03\x04", b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"):
        found = read_kind(beginning + content, LIMITS)
        assert isinstance(found, FileKind) or len(found) == 1
