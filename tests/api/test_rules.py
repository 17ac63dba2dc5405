"""The rules, asked by anybody, without storing anything."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fotfeste.domain.rules import RULES
from fotfeste.web import limits
from tests.api.conftest import Program, problem

ASKED = {"facts": {"referred_on": "2026-11-02", "start_up": {"meetings": [{"held_on": "2026-11-20"}]}}}
FIRST = "/rules/startup.first-meeting"


@pytest.mark.req("I-4.1a", "I-9")
def test_a_rule_answers_with_reasons_days_and_the_numbers_it_used(nobody: Program) -> None:
    answer = nobody.post(FIRST, {**ASKED, "on": "2026-11-22"}, key="").json()

    assert answer["is_met"] is False
    reason = answer["reasons"][0]
    assert (reason["code"], reason["source"]) == ("startup.first-meeting-late", "I §4.1")
    assert reason["text"]
    assert answer["dates"]["first_meeting_by"] == "2026-11-09"
    used = answer["parameters"][0]
    assert (used["name"], used["value"]["first_meeting_days"], used["effect_from"]) == (
        "startup",
        7,
        "2020-04-01",
    )


def test_asking_a_rule_touches_no_table(nobody: Program) -> None:
    with CaptureQueriesContext(connection) as statements:
        assert nobody.post(FIRST, ASKED, key="").status_code == 200
        assert nobody.get("/rules").status_code == 200

    assert len(statements) == 0


def test_every_rule_is_listed_and_shown_with_the_facts_it_needs(nobody: Program) -> None:
    listed = nobody.get("/rules").json()["rules"]

    assert [each["rule"] for each in listed] == sorted(RULES)
    for each in listed:
        assert nobody.get(f"/rules/{each['rule']}").json() == each
        assert each["facts"]["type"] == "object"


@pytest.mark.parametrize(
    ("language", "title"),
    [("nb", "Første oppstartsmøte"), ("nn", "Første oppstartsmøte"), ("en", "First start-up meeting")],
)
def test_a_rule_speaks_the_language_that_was_asked_for(language: str, title: str, cast: object) -> None:
    assert Program("", language).get(FIRST).json()["title"] == title


def test_every_fault_in_the_facts_is_told_at_once(nobody: Program) -> None:
    answer = nobody.post(FIRST, {"facts": {"referred_on": "2026-02-30", "name": "Nora"}}, key="")

    assert answer.status_code == 422
    assert {reason["code"] for reason in problem(answer)["reasons"]} == {
        "rules.wrong-kind",
        "rules.unknown-fact",
    }


def test_a_day_before_there_was_a_rule_is_said_to_be_one(nobody: Program) -> None:
    answer = nobody.post("/rules/caseload.load", {"facts": {"active": 5}, "on": "1950-01-01"}, key="")

    assert (answer.status_code, problem(answer)["reasons"][0]["code"]) == (422, "api.not-in-force")


def test_a_rule_that_is_not_there_is_not_found(nobody: Program) -> None:
    for name in ("nothing", "startup", "%00", "٣", "startup.first-meeting%2F..", "a" * 500):
        assert nobody.get(f"/rules/{name}").status_code == 404
        assert nobody.post(f"/rules/{name}", ASKED, key="").status_code == 404


def test_anybody_may_ask_often_but_not_without_end(nobody: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fotfeste.api.guard.FOR_THE_PUBLIC", limits.Limit(2, 3_600))

    answers = [nobody.get("/rules").status_code for _ in range(3)]

    assert answers == [200, 200, 429]
