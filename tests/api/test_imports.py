"""A list that a program brings: read, mended, confirmed, and nobody else's business."""

import uuid
from typing import Any

import pytest

from fotfeste.apps.imports.models import ImportBatch
from fotfeste.apps.people.models import Person
from fotfeste.jobs.loop import carry_next
from tests.api.conftest import LIST, Make, Program, problem
from tests.api.examples import GOOD, a_list


def work() -> None:
    while carry_next():
        pass


@pytest.fixture
def siv(program: Make) -> Program:
    return program("siv")


def brought(caller: Program, content: bytes = LIST) -> str:
    """The list, brought and read."""
    answer = caller.upload("/imports", content, {"kind": "caseload"})
    assert answer.status_code == 201, answer.content
    work()
    return answer["Location"].removeprefix("/api/v1")


def test_a_list_comes_in_and_the_same_again_does_nothing(siv: Program) -> None:
    before = Person.objects.count()
    one = brought(siv)
    shown = siv.get(one).json()
    assert shown["stage"] == "preview"
    ready = shown["counts"]["ready"]

    assert siv.post(f"{one}/confirm").status_code == 200
    work()

    assert Person.objects.count() == before + ready
    assert siv.get(one).json()["outcome"]["new"] == ready
    again = brought(siv)
    assert siv.get(again).json()["counts"]["ready"] == 0
    siv.post(f"{again}/confirm")
    work()
    assert Person.objects.count() == before + ready


def test_every_row_is_there_a_page_at_a_time(siv: Program) -> None:
    one, after, numbers = brought(siv), 0, []
    while True:
        page = siv.get(f"{one}?after={after}").json()
        numbers += [row["number"] for row in page["rows"]]
        after = page["next_after"]
        if not after:
            break

    assert numbers == sorted(set(numbers))
    assert len(numbers) == page["total_rows"]


def test_a_row_that_waits_is_mended_and_comes_in(siv: Program) -> None:
    one = brought(siv, a_list({**GOOD, "Telefon": "9000"}))
    row = siv.get(one).json()["rows"][0]
    address = f"{one}/rows/{row['id']}"
    assert row["state"] == "waits"

    version = siv.get(address)["ETag"]
    answer = siv.post(address, {"cells": {"phone": "90000001"}}, If_Match=version)

    assert (answer.status_code, answer.json()["state"]) == (200, "ready")
    cell = next(cell for cell in siv.get(address).json()["cells"] if cell["column"] == "phone")
    assert (cell["written"], cell["now"]) == ("9000", "90000001")


def test_somebody_who_mended_first_is_not_overwritten(siv: Program, program: Make) -> None:
    one = brought(siv, a_list({**GOOD, "Telefon": "9000"}))
    address = f"{one}/rows/{siv.get(one).json()['rows'][0]['id']}"
    version = siv.get(address)["ETag"]
    program("mette").post(address, {"cells": {"phone": "90000002"}}, If_Match=version)

    answer = siv.post(address, {"cells": {"phone": "90000001"}}, If_Match=version)

    assert answer.status_code == 412
    conflict = problem(answer)["conflict"]
    assert conflict["sent"]["cells"]["phone"] == "90000001"
    assert conflict["current"]["cells"]["phone"] == "90000002"


def test_only_what_was_asked_is_answered_and_only_with_what_was_offered(siv: Program) -> None:
    one = brought(siv, a_list(GOOD, more="Skonummer"))
    shown = siv.get(one).json()
    asked = shown["problems"][0]
    address = f"{one}/rows/{shown['rows'][0]['id']}"
    version = siv.get(address)["ETag"]

    assert siv.post(f"{one}/confirm").status_code == 409
    assert siv.post(f"{one}/answers", {"answers": {asked["key"]: "Nora Moen"}}).status_code == 422
    assert siv.post(f"{one}/answers", {"answers": {"diagnose": "F20"}}).status_code == 422
    wrong = {"cells": {"diagnose": "F20"}, "answers": {"x:y": "z"}}
    assert siv.post(address, wrong, If_Match=version).status_code == 422
    assert siv.post(address, {"cells": {"note": "x" * 2_001}}, If_Match=version).status_code == 422
    batch = ImportBatch.objects.get()
    assert batch.answers == {}
    assert batch.rows.get().answers == {}

    choice = asked["choices"][0]["id"]
    assert siv.post(f"{one}/answers", {"answers": {asked["key"]: choice}}).status_code == 200
    assert siv.post(f"{one}/confirm").status_code == 200


@pytest.mark.parametrize("name", ["jonas", "odd", "nora", "hege", "berit", "guro", "erik", "arne"])
def test_a_list_is_for_the_one_who_brought_it_and_the_supervisor(
    siv: Program, program: Make, name: str
) -> None:
    one = brought(siv, a_list(GOOD))
    row = siv.get(one).json()["rows"][0]["id"]
    caller = program(name)

    for method, path, body in (
        ("GET", one, None),
        ("GET", f"{one}/rows/{row}", None),
        ("GET", f"{one}/report", None),
        ("POST", f"{one}/rows/{row}/leave-out", {"is_left_out": True}),
        ("POST", f"{one}/answers-alike", {"code": "x", "choice": "y"}),
        ("POST", f"{one}/confirm", {}),
        ("DELETE", one, {}),
    ):
        answer = caller.get(path) if method == "GET" else caller.send(method, path, body)
        assert answer.status_code == (404 if name in {"jonas", "odd", "hege"} else 403), path
    assert program("mette").get(one).status_code == 200
    assert siv.get(one).json()["stage"] == "preview"


def test_a_row_of_one_list_is_not_found_in_another(siv: Program) -> None:
    first, second = brought(siv, a_list(GOOD)), brought(siv, a_list({**GOOD, "Navn": "En Annen"}))
    row = siv.get(first).json()["rows"][0]["id"]

    assert siv.get(f"{second}/rows/{row}").status_code == 404
    left = siv.post(f"{second}/rows/{row}/leave-out", {"is_left_out": True})
    assert left.status_code == 404


def test_the_same_file_sent_twice_under_one_key_is_one_list(siv: Program) -> None:
    key = str(uuid.uuid4())
    first, second = (
        siv.upload("/imports", LIST, {"kind": "caseload"}, Idempotency_Key=key) for _ in range(2)
    )

    assert first.json() == second.json()
    assert ImportBatch.objects.count() == 1
    other = siv.upload("/imports", LIST + b"x", {"kind": "caseload"}, Idempotency_Key=key)
    assert (other.status_code, problem(other)["code"]) == (422, "api.key-used-for-something-else")


def test_what_is_no_list_is_said_to_be_none_and_never_a_fault(siv: Program) -> None:
    for content in (b"", b"\x00" * 500, b"\xff\xfe", b"PK\x03\x04" + b"x" * 200, b"%PDF-1.7", b"a;b\r\n1;2"):
        one = brought(siv, content)
        shown = siv.get(one).json()
        assert shown["rows"] == []
        assert shown["counts"]["ready"] == 0
        assert shown["problems"], content[:10]


def test_what_is_sent_must_be_a_form_with_one_file_of_a_known_kind(siv: Program) -> None:
    assert siv.upload("/imports", LIST, {"kind": "people"}).status_code == 422
    assert siv.upload("/imports", LIST, {}).status_code == 422
    assert siv.upload("/imports", LIST, {"kind": "caseload", "team": "1"}).status_code == 422
    assert siv.post("/imports", {"kind": "caseload"}).status_code == 415
    assert siv.upload("/imports", b"x" * 10_000_001, {"kind": "caseload"}).status_code == 413
    broken = siv._call(
        "POST",
        "/imports",
        b"--no boundary here",
        "multipart/form-data; boundary=x",
        {"Idempotency-Key": str(uuid.uuid4())},
    )
    assert broken.status_code in {400, 422}
    assert ImportBatch.objects.count() == 0


def test_the_report_opens_in_a_spreadsheet_and_runs_nothing(siv: Program) -> None:
    one = brought(siv, a_list({**GOOD, "Navn": "=cmd|' /C calc'!A0"}))

    answer: Any = siv.get(f"{one}/report")

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert not any(
        cell.startswith("=") for line in answer.content.decode().splitlines() for cell in line.split(";")
    )


def test_a_list_that_is_thrown_away_is_gone(siv: Program) -> None:
    one = brought(siv, a_list(GOOD))

    assert siv.send("DELETE", one).json()["stage"] == "dropped"

    assert siv.get(one).json()["rows"] == []
    assert siv.post(f"{one}/answers-alike", {"code": "x", "choice": "y"}).status_code == 409
