"""Files for programs: the same doors and the same words as the pages."""

import uuid
from typing import Any

import pytest

from fotfeste.apps.attachments.models import Attachment
from fotfeste.cli.cast import Cast
from tests.api.conftest import Make, problem
from tests.files_made import MADE, pdf


def files(cast: Cast) -> str:
    return f"/people/{cast.people['nora'].public_id}/attachments"


def codes(answer: Any) -> list[str]:
    return [reason["code"] for reason in problem(answer)["reasons"]]


@pytest.mark.req("I-6.2")
def test_a_program_sends_fetches_and_deletes_a_file(cast: Cast, program: Make) -> None:
    siv, nora = program("siv"), program("nora")
    saved = siv.upload(files(cast), MADE["docx"](), {"kind": "application", "name": "Søknad"})
    assert saved.status_code == 201
    one = saved.json()["id"]

    (listed,) = nora.get("/me/attachments").json()["attachments"]
    assert (listed["name"], listed["file_kind"], listed["kind"]) == ("Søknad.docx", "docx", "application")
    got = nora.get(f"/me/attachments/{one}")
    assert got.content == MADE["docx"]()
    assert got["Content-Disposition"].startswith("attachment; ")
    assert got["X-Content-Type-Options"] == "nosniff"
    assert nora.send("DELETE", f"/me/attachments/{one}", {}).status_code == 200
    again = siv.send("DELETE", f"{files(cast)}/{one}", {})
    assert codes(again) == ["attachment.not-there"]
    assert siv.get(f"{files(cast)}/{one}").status_code == 404


def test_the_same_call_again_adds_nothing(cast: Cast, program: Make) -> None:
    siv, key = program("siv"), {"Idempotency-Key": str(uuid.uuid4())}
    first = siv.upload(files(cast), pdf(), {"kind": "cv"}, **key)
    again = siv.upload(files(cast), pdf(), {"kind": "cv"}, **key)

    assert first.content == again.content
    assert Attachment.objects.count() == 1
    assert siv.upload(files(cast), pdf("to"), {"kind": "cv"}, **key).status_code == 422


@pytest.mark.parametrize(
    ("made", "more", "code"),
    [
        ("nothing", {}, "attachment.empty"),
        ("html", {}, "attachment.of-another-kind"),
        ("docx_macros", {}, "attachment.has-programs"),
        ("pdf", {"about": "lead:nonsense"}, "attachment.belongs-nowhere"),
        ("pdf", {"about": "🙂"}, "attachment.belongs-nowhere"),
    ],
)
def test_what_is_refused_is_said_in_codes(
    cast: Cast, program: Make, made: str, more: dict[str, str], code: str
) -> None:
    answer = program("siv").upload(files(cast), MADE[made](), {"kind": "cv", **more})

    assert codes(answer) == [code]
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(("name", "status"), [("odd", 404), ("berit", 403), ("mette", 403), ("amir", 404)])
def test_it_is_not_for_others(cast: Cast, program: Make, name: str, status: int) -> None:
    one = program("siv").upload(files(cast), pdf("kanarifugl"), {"kind": "cv"}).json()["id"]
    other = program(name)

    assert other.get(files(cast)).status_code == status
    assert other.get(f"{files(cast)}/{one}").status_code == status
    assert other.send("DELETE", f"{files(cast)}/{one}", {}).status_code == status
    assert other.upload(files(cast), pdf("min"), {"kind": "cv"}).status_code == status
    assert Attachment.objects.filter(removed_on=None).count() == 1
