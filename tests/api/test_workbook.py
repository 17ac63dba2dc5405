"""The workbook and signed documents through the API: one's own, or what one may see anyway (I-4.1h)."""

from base64 import b64decode, b64encode
from uuid import UUID

import pytest

from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.consents.models import ConsentDocument, ConsentStatement
from fotfeste.apps.episodes.models import Episode, Meeting
from fotfeste.apps.vault.keys import keys_of
from fotfeste.cli.cast import Cast
from fotfeste.domain.consent import Reply
from tests.api.conftest import Make
from tests.api.test_consents import sign
from tests.people import AT, ON


@pytest.mark.req("I-4.1h")
def test_one_reads_one_s_own_workbook(cast: Cast, program: Make) -> None:
    nora = cast.people["nora"]
    episode = Episode.objects.get(person=nora, discharged_on=None)
    meeting = Meeting.objects.create(
        person=nora, episode=episode, kind="jobseeker", held_on=ON, is_held=False
    )

    found = program("nora").get("/me/workbook").json()

    assert found["name"] == nora.name
    assert [each["id"] for each in found["meetings"]] == [str(meeting.public_id)]
    assert "Siv Rønning" in [each["name"] for each in found["around"]]
    assert program("siv").get("/me/workbook").status_code == 403


@pytest.mark.req("I-4.1c")
def test_a_signed_document_is_taken_by_those_who_may_and_by_nobody_else(cast: Cast, program: Make) -> None:
    amir = cast.people["amir"]
    statement = str(UUID(sign(cast, Reply.YES)))
    path = f"/people/{amir.public_id}/consents/{statement}/document"
    siv = program("siv")
    assert siv.get(path).status_code == 404, "not made yet"
    document = ConsentDocument(person=amir, statement_id=_row(statement), made_at=AT)
    key = keys_of([(amir.pk, amir.public_id)])[amir.pk]
    document.seal("sealed_content", b64encode(b"%PDF-1.7 paper").decode(), key)
    document.save()

    taken = siv.get(path).json()

    assert b64decode(taken["content"]) == b"%PDF-1.7 paper"
    assert amir.name not in taken["name"]
    assert LogRow.objects.order_by("-seq")[0].action == "consent.document_taken"
    assert program("amir").get(f"/me/consents/{statement}/document").json() == taken
    assert program("nora").get(f"/me/consents/{statement}/document").status_code == 404
    for who in ("odd", "tom", "berit"):
        assert program(who).get(path).status_code in {403, 404}


def _row(statement: str) -> int:
    return ConsentStatement.objects.get(public_id=statement).pk
