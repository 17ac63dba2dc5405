"""The check of a seal for programs: without a key, as the page says it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fotfeste.web.limits import FOR_CHECKING_SEALS
from tests.documents.sealing import plain, whole

pytestmark = pytest.mark.django_db


def ask(content: bytes, client: Client | None = None, **headers: str) -> object:
    file = SimpleUploadedFile("avtale.pdf", content, "application/pdf")
    return (client or Client()).post("/api/v1/seals/check", {"file": file}, headers=headers)


@pytest.mark.req("A-02")
def test_a_program_is_told_the_same_as_the_page_says() -> None:
    good = ask(whole(), Accept_Language="en").json()  # type: ignore[attr-defined]  # Django's test response
    assert good["code"] == "seal.whole"
    assert good["is_sealed_here"] is good["is_unchanged"] is True
    assert good["text"].startswith("The file was sealed here on 22 November 2026")

    for content, code in ((plain(), "seal.none"), (whole() + b"\n", "seal.added-to"), (b"", "seal.empty")):
        told = ask(content).json()  # type: ignore[attr-defined]  # as above
        assert (told["code"], told["is_unchanged"], told["sealed_at"]) == (code, False, None)
        assert told["text"]


def test_a_flood_from_one_place_is_stopped_and_a_call_without_a_file_told() -> None:
    client = Client()
    assert client.post("/api/v1/seals/check", {}).status_code == 422
    answers = {ask(b"x", client).status_code for _ in range(FOR_CHECKING_SEALS.calls + 1)}  # type: ignore[attr-defined]  # as above

    assert answers == {200, 429}
