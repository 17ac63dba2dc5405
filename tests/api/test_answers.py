"""What every address answers, whatever it is asked."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.db import OperationalError
from django.test import Client

import fotfeste.api
from fotfeste.parameters.texts import all_texts
from tests.api.conftest import API, Make, Program, problem
from tests.web.test_sizes import sent


def test_an_address_that_is_not_there_answers_what_a_program_can_read(nobody: Program) -> None:
    for path in ("/", "/nothing", "/people/../../x", "/%00", "/employers/1"):
        answer = nobody.get(path)
        assert (answer.status_code, problem(answer)["code"]) == (404, "api.not-found")


def test_a_method_the_address_does_not_take_is_said_to_be_so(program: Make) -> None:
    siv = program("siv")
    for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
        answer = siv.send(method, "/me")

        assert (answer.status_code, answer["Allow"]) == (405, "GET"), method
        assert problem(answer)["code"] == "api.method-not-allowed"


@pytest.mark.parametrize(
    ("language", "title"),
    [("nb", "Du er ikke logget inn"), ("nn", "Du er ikkje logga inn"), ("en", "You are not logged in")],
)
def test_a_problem_is_told_in_the_language_that_was_asked_for(
    nobody: Program, language: str, title: str
) -> None:
    answer = Client().get(f"{API}/me", headers={"Accept-Language": language})

    assert problem(answer)["title"].startswith(title)
    assert answer["Content-Language"] == language


KEY = "6f1c3f6e-3c5a-4bd4-9a55-5d2e3a0a0a0a"
BAD_BODIES: dict[str, tuple[str | bytes, int]] = {
    "nothing": (" ", 400),
    "not JSON": ("{", 400),
    "half a text": ('{"name": "', 400),
    "not UTF-8": (b'{"name": "\xff"}', 400),
    "a name twice": ('{"name": "a", "name": "b"}', 400),
    "not a number": ('{"name": NaN}', 400),
    "deep": ("[" * 100_000, 400),
    "a number too long to read": ('{"name": ' + "9" * 5000 + "}", 400),
    "a list": ("[]", 422),
    "a word": ('"name"', 422),
    "null": ("null", 422),
    "a number for a text": ('{"name": 5}', 422),
    "2^63": ('{"name": 9223372036854775808}', 422),
    "a list for a text": ('{"name": ["a"]}', 422),
    "NUL": ('{"name": "a\\u0000"}', 422),
    "a lone surrogate": ('{"name": "\\ud800"}', 422),
    "a lone surrogate in a name": ('{"name": "a", "\\udfff": 1}', 422),
    "too long": (json.dumps({"name": "a" * 201}), 422),
    "unknown": (json.dumps({"name": "a", "team": 1, "version": 9, "public_id": "x"}), 422),
    "missing": ("{}", 422),
}


def test_a_bad_body_is_told_and_nothing_is_saved(program: Make) -> None:
    siv = program("siv")
    for case, (body, status) in BAD_BODIES.items():
        sent = body.encode() if isinstance(body, str) else body

        answer = siv._call("POST", "/employers", sent, "application/json", {"Idempotency-Key": KEY})

        assert answer.status_code == status, case
        assert problem(answer)["code"] in {"api.unreadable", "api.not-understood"}
    assert siv.get("/employers").json()["employers"] == []


def test_every_fault_is_told_at_once_with_its_field(program: Make) -> None:
    answer = program("siv", language="en").post("/employers", {"place": "x" * 81, "team": 1})

    told = {(reason["where"], reason["code"]) for reason in problem(answer)["reasons"]}
    assert told == {
        ("body.name", "api.missing-field"),
        ("body.place", "api.too-long"),
        ("body.team", "api.unknown-field"),
    }
    assert {"body.name is missing.", "body.place is too long."} < {
        r["text"] for r in problem(answer)["reasons"]
    }


KINDS = ("text/plain", "", "application/x-www-form-urlencoded", "application/xml", "multipart/form-data")


def test_another_kind_of_content_is_not_taken(program: Make) -> None:
    siv = program("siv")
    for kind in KINDS:
        answer = siv._call("POST", "/employers", b"{}", kind, {"Idempotency-Key": KEY})

        assert (answer.status_code, problem(answer)["code"]) == (415, "api.wrong-content-type"), kind


def test_more_than_can_be_taken_is_not_read(program: Make) -> None:
    answer = program("siv").post("/employers", {"name": "x" * 300_000})

    assert (answer.status_code, problem(answer)["code"]) == (413, "api.too-large")


@pytest.mark.parametrize(
    ("size", "status", "code"),
    [(13_000_000, 413, "api.too-large"), (None, 411, "api.length-missing")],
)
def test_a_program_is_told_the_same_once_it_is_known_who_calls(
    program: Make, size: int | None, status: int, code: str
) -> None:
    siv = program("siv")
    headers = {"HTTP_AUTHORIZATION": f"Bearer {siv.token}", "HTTP_IDEMPOTENCY_KEY": KEY}

    answer, was_read = sent(Client(), "/api/v1/imports", size, **headers)

    assert (answer.status_code, was_read) == (status, False)
    assert problem(answer)["code"] == code
    stranger, was_read = sent(Client(), "/api/v1/imports", size)
    assert (stranger.status_code, was_read) == (401, False)


BAD_QUERIES = ("q=a&q=b", "nonsense=1", "q=%00", f"q={'a' * 101}", "after=%ED%A0%80%00", "%F0%9F%98%80=1")


def test_a_query_is_read_strictly(program: Make) -> None:
    siv = program("siv")
    for query in BAD_QUERIES:
        answer = siv.get(f"/employers?{query}")

        assert (answer.status_code, problem(answer)["code"]) == (422, "api.not-understood"), query


def test_a_place_in_a_list_that_is_none_breaks_nothing(program: Make) -> None:
    siv = program("siv")
    for after in ("x", "|", "a|-1", "a|٣", "a|99999999999999999999", "|1", "%|%"):
        assert siv.get(f"/employers?after={quote(after)}").status_code in {200, 422}


def test_what_is_asked_for_is_kept_by_nobody_on_the_way(program: Make) -> None:
    answer = program("siv").get("/me")

    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_database_without_time_says_when_to_come_back(
    program: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    siv = program("siv")

    def locked(*_: Any, **__: Any) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr("fotfeste.api.operations.employers.access_employers", locked)

    answer = siv.get("/employers")

    assert (answer.status_code, problem(answer)["code"], answer["Retry-After"]) == (503, "api.busy", "5")


def test_a_fault_of_ours_tells_only_which_call_it_was(program: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    siv = program("siv")

    def broken(*_: Any, **__: Any) -> None:
        raise ValueError("Nora Moen")

    monkeypatch.setattr("fotfeste.api.operations.employers.access_employers", broken)

    answer = siv.get("/employers")

    assert (answer.status_code, problem(answer)["code"]) == (500, "api.fault")
    assert "Nora" not in answer.content.decode()


def test_every_problem_of_this_door_has_a_text_in_each_language() -> None:
    folder = Path(fotfeste.api.__file__).parent
    named = set(re.findall(r'"(api\.[a-z-]+)"', "".join(file.read_text() for file in folder.rglob("*.py"))))
    named -= {"api.json"}

    assert named
    assert named <= all_texts().keys()
    assert {code for code in all_texts() if code.startswith("api.")} <= named
