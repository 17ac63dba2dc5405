"""The rules of measures, asked by a program: any day since 2015, without storing anything."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.api.conftest import Program

NEED = {"reduced_capacity": True}
START = {"measure": "follow_up", "born_on": "2000-05-17", "start": "2026-12-01", "needs_more_help": True}
EXTENSION = {
    "measure": "follow_up",
    "first_start": "2026-07-01",
    "last_day": "2026-12-31",
    "wanted_last_day": "2027-07-01",
    "has_reason": True,
}


def ask(nobody: Program, rule: str, facts: Mapping[str, Any], on: str = "2026-11-22") -> dict[str, Any]:
    answer = nobody.post(f"/rules/{rule}", {"facts": facts, "on": on}, key="")
    assert answer.status_code == 200, answer.content
    told: dict[str, Any] = answer.json()
    return told


def codes(answer: Mapping[str, Any], kind: str = "reasons") -> list[str]:
    return [reason["code"] for reason in answer[kind]]


@pytest.mark.req("F-12")
def test_an_extension_too_far_is_refused_with_the_latest_lawful_day_and_what_would_change_it(
    nobody: Program,
) -> None:
    answer = ask(nobody, "measure.extension", EXTENSION)

    assert codes(answer) == ["measure.beyond-latest-day", "measure.reduced-capacity-gives"]
    beyond, change = answer["reasons"]
    assert beyond["source"] == change["source"] == "FOR-2015-12-11-1598 §4-4"
    assert "Siste lovlige dag er 30. juni 2027, 12 måneder fra første start." in beyond["text"]
    assert change["data"]["latest"] == "2029-06-30"
    assert answer["dates"]["latest_lawful_end"] == "2027-06-30"
    assert answer["rule_version"]
    assert [used["name"] for used in answer["parameters"]] == ["duration_follow_up", "nav_practice"]


@pytest.mark.req("F-12")
def test_with_reduced_work_capacity_the_same_extension_is_lawful(nobody: Program) -> None:
    answer = ask(nobody, "measure.extension", {**EXTENSION, "need": NEED})

    assert answer["is_met"]
    assert answer["dates"]["latest_lawful_end"] == "2029-06-30"


@pytest.mark.req("F-12")
def test_a_break_is_told_and_moves_nothing(nobody: Program) -> None:
    facts = {"measure": "follow_up", "first_start": "2024-02-29", "breaks": [{"first": "2024-05-01"}]}

    answer = ask(nobody, "measure.latest-end", facts)

    assert answer["dates"]["latest_lawful_end"] == "2025-02-27"
    assert "measure.break-moves-nothing" in codes(answer, "notes")


@pytest.mark.req("F-03")
def test_a_need_nobody_has_assessed_stops_a_grant(nobody: Program) -> None:
    assert ask(nobody, "measure.start", START)["is_met"]
    assert codes(ask(nobody, "measure.start", {**START, "needs_more_help": None})) == [
        "measure.need-not-assessed"
    ]


@pytest.mark.req("F-09")
def test_an_employee_is_stopped_until_the_employers_plan_is_in_and_what_is_missing_is_said(
    nobody: Program,
) -> None:
    job = {"duty_met": True, "in_house": "not_possible", "sick_listed_from": "2026-10-01"}

    stopped = ask(nobody, "measure.start", {**START, "job": job})
    through = ask(nobody, "measure.start", {**START, "job": {**job, "plan_received_on": "2026-11-22"}})

    assert codes(stopped) == ["gate.plan-missing"]
    assert stopped["reasons"][0]["source"] == "FOR-2015-12-11-1598 §1-8"
    assert through["is_met"]
    assert through["values"]["branch"] == "in_employment"


@pytest.mark.req("F-09")
def test_where_regulation_and_information_differ_both_are_shown_and_the_regulation_decides(
    nobody: Program,
) -> None:
    answer = ask(nobody, "measure.gate", {"job": {"duty_met": True}, "reduced_capacity": False})

    assert answer["is_met"]
    assert codes(answer, "notes") == ["gate.plan-wanted"]


@pytest.mark.req("F-06", "W-10")
def test_the_offer_is_a_suggestion_once_the_assessment_measure_has_been_weighed(nobody: Program) -> None:
    need = {"needs_more_help": True, "in_treatment": True, "office_is_integrated": False}

    before = ask(nobody, "measure.offer", need)
    after = ask(nobody, "measure.offer", {**need, "weighed": "not_needed"})

    assert codes(before) == ["offer.assessment-not-weighed"]
    assert after["is_met"]
    assert codes(after, "notes") == ["offer.unmet-need"]


@pytest.mark.req("F-08")
def test_a_new_aim_midway_changes_the_branch_and_not_the_clock(nobody: Program) -> None:
    change = {
        "measure": "follow_up",
        "first_start": "2026-07-01",
        "last_day": "2026-12-31",
        "changed_on": "2026-11-20",
        "aim_before": "keep_job",
        "aim_after": "new_job",
        "has_reason": True,
    }

    answer = ask(nobody, "measure.aim", {**change, "decided_by_nav": True})

    assert answer["values"]["branch"] == "without_employment"
    assert (answer["dates"]["clock_from"], answer["dates"]["latest_lawful_end"]) == (
        "2026-07-01",
        "2027-06-30",
    )
    assert codes(ask(nobody, "measure.aim", change)) == ["measure.nav-decides"]


@pytest.mark.req("F-13")
def test_it_is_told_eight_four_and_one_week_ahead_and_what_can_still_be_granted(nobody: Program) -> None:
    facts = {"measure": "follow_up", "first_start": "2026-07-01", "last_day": "2026-12-31"}

    answer = ask(nobody, "measure.expiry", facts)

    days = answer["dates"]
    assert (days["first_warning"], days["second_warning"], days["last_warning"]) == (
        "2026-11-05",
        "2026-12-03",
        "2026-12-24",
    )
    assert codes(answer, "notes") == [
        "expiry.runs-out",
        "expiry.can-be-extended",
        "measure.reduced-capacity-gives",
    ]
    assert [used["provisional"] for used in answer["parameters"]] == [False, True]


@pytest.mark.req("F-14")
def test_whoever_issued_the_sick_note_is_to_be_told_and_it_rises_when_overdue(nobody: Program) -> None:
    facts = {"is_sick_listed": True, "enrolled_on": "2026-11-20", "issuer": "legekontoret"}

    assert codes(ask(nobody, "measure.issuer", facts)) == ["issuer.tell-of-enrolment"]
    assert codes(ask(nobody, "measure.issuer", facts, on="2026-12-01")) == ["issuer.overdue"]
    told = {**facts, "letters": [{"issuer": "legekontoret", "told_on": "2026-11-22"}]}
    assert ask(nobody, "measure.issuer", told)["is_met"]


@pytest.mark.req("F-15")
def test_money_is_told_with_the_rate_of_the_day_or_that_nobody_knows_it(nobody: Program) -> None:
    facts = {"measure": "follow_up", "born_on": "2000-05-17", "children": 1}

    assert ask(nobody, "measure.allowance", facts)["values"]["kroner_a_day"] == 368
    assert ask(nobody, "measure.allowance", facts, on="2025-06-01")["values"]["kroner_a_day"] == 353
    unknown = ask(nobody, "measure.allowance", facts, on="2027-06-01")
    assert unknown["is_met"]
    assert unknown["values"]["kroner_a_day"] is None
    assert codes(unknown, "notes") == ["allowance.rate-not-known"]
    kept = ask(nobody, "measure.allowance", {**facts, "benefit": "sickness"})
    assert (codes(kept), codes(kept, "notes")) == (["allowance.other-benefit"], ["allowance.keeps-sickness"])


@pytest.mark.req("F-02")
def test_the_time_to_complain_is_counted_with_holidays(nobody: Program) -> None:
    answer = ask(nobody, "measure.complaint", {"reached_on": "2026-02-19"}, on="2026-03-01")

    assert answer["dates"]["complain_by"] == "2026-04-07"
    assert codes(answer, "notes") == ["complaint.moved"]


@pytest.mark.req("F-16")
def test_each_day_is_answered_by_the_scheme_that_was_in_force(nobody: Program) -> None:
    facts = {"measure": "follow_up", "first_start": "2014-10-01"}

    in_2015 = ask(nobody, "measure.latest-end", facts, on="2015-06-01")
    in_2016 = ask(nobody, "measure.latest-end", facts, on="2016-06-01")

    assert in_2015["parameters"][0]["source"] == "FOR-2008-12-11-1320 §5-2"
    assert in_2016["parameters"][0]["source"] == "FOR-2015-12-11-1598 §4-4"


@pytest.mark.parametrize(
    ("facts", "on", "refused"),
    [
        ({"measure": "follow_up", "first_start": "2014-10-01"}, "2014-12-31", "measure.no-rule-that-day"),
        (
            {"measure": "work_with_assistance", "first_start": "2015-05-04"},
            "2017-01-01",
            "measure.old-code-ended",
        ),
        ({"measure": "follow_up", "first_start": "9999-12-31"}, "2026-11-22", "rules.out-of-range"),
        ({"measure": "follow_up", "first_start": "1899-12-31"}, "2026-11-22", "rules.out-of-range"),
        ({"measure": "follow_up", "first_start": "2026-02-30"}, "2026-11-22", "rules.wrong-kind"),
        ({"measure": "mentor", "first_start": "2026-02-01"}, "2026-11-22", "rules.not-a-choice"),
    ],
)
@pytest.mark.req("F-16")
def test_a_day_or_a_measure_without_a_rule_is_a_clear_refusal(
    facts: dict[str, Any], on: str, refused: str, nobody: Program
) -> None:
    answer = nobody.post("/rules/measure.latest-end", {"facts": facts, "on": on}, key="")

    assert answer.status_code == 422
    assert [reason["code"] for reason in answer.json()["reasons"]] == [refused]
