"""Who comes first, what an assessment lacks, and when a request must be answered, by cases."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.agreements.answering import (
    AskedFacts,
    answer_by,
    asked_status,
    is_late,
    may_be_answered,
    told_in_order,
)
from fotfeste.domain.agreements.assessment import AssessmentFacts, assessment_missing
from fotfeste.domain.agreements.requests import AskedAnswer, TargetGroup
from fotfeste.domain.agreements.target_group import (
    TargetFacts,
    is_young,
    may_be_used,
    noted,
    target_group,
)
from fotfeste.domain.rules.reading import read_facts
from fotfeste.domain.verdict import Verdict
from fotfeste.parameters import AGREEMENT_LIMITS
from fotfeste.parameters.holidays_no import norwegian_holidays
from tests.domain.cases import HERE, Case, as_json, read

ON = date(2026, 11, 23)
LIMITS = AGREEMENT_LIMITS.on(ON)
CASES = read(HERE / "cases_agreements_ways_in.yaml")
DAYS = st.dates(date(1950, 1, 1), date(2040, 12, 31))


def codes(verdict: Verdict) -> list[str]:
    return [reason.code for reason in verdict]


@pytest.mark.parametrize("case", CASES["target"], ids=lambda case: case["name"])
def test_the_young_with_reduced_capacity_come_first_and_others_need_a_reason(case: Case) -> None:
    facts = read_facts(TargetFacts, as_json(case["facts"]))

    assert target_group(facts, LIMITS, on=ON) == case["group"]
    assert codes(may_be_used(facts, LIMITS, on=ON)) == case["refused"]
    assert codes(noted(facts, LIMITS, on=ON)) == case["noted"]


@pytest.mark.parametrize("case", CASES["assessment"], ids=lambda case: case["name"])
def test_what_the_joint_assessment_lacks(case: Case) -> None:
    facts = read_facts(AssessmentFacts, as_json(case["facts"]))

    assert codes(assessment_missing(facts)) == case["missing"]


@pytest.mark.parametrize("case", CASES["answers"], ids=lambda case: case["name"])
def test_what_can_be_answered_and_where_it_stands(case: Case) -> None:
    facts = read_facts(AskedFacts, as_json(case["facts"]))

    assert codes(may_be_answered(facts, AskedAnswer(case["answer"]), has_words=False)) == case["refused"]
    assert asked_status(facts) == case["status"]


@pytest.mark.parametrize("case", CASES["clock"], ids=lambda case: case["name"])
def test_the_last_day_to_answer_is_a_working_day(case: Case) -> None:
    holidays = norwegian_holidays(2026, 2027)

    assert answer_by(case["asked"], LIMITS, holidays) == case["last"]


def test_late_is_the_day_after_the_last_and_never_once_it_is_answered() -> None:
    assert not is_late("", ON, on=ON)
    assert is_late("", ON, on=ON + timedelta(days=1))
    assert not is_late("informed", ON, on=ON + timedelta(days=90))


@pytest.mark.parametrize("case", CASES["told"], ids=lambda case: case["name"])
def test_nobody_was_told_before_they_asked(case: Case) -> None:
    assert codes(told_in_order(case["told"], case["asked"])) == case["refused"]


@given(born=DAYS, on=DAYS)
def test_one_is_young_until_the_birthday_and_never_again(born: date, on: date) -> None:
    facts = TargetFacts(born, True)

    if is_young(facts, LIMITS, on=on):
        assert is_young(facts, LIMITS, on=on - timedelta(days=1))
        assert target_group(facts, LIMITS, on=on) is TargetGroup.YOUNG
    else:
        assert not is_young(facts, LIMITS, on=on + timedelta(days=1))


@given(born=st.none() | DAYS, reduced=st.none() | st.booleans(), on=DAYS)
def test_a_reason_on_record_is_always_enough_and_priority_never_comes_from_what_is_unknown(
    born: date | None, reduced: bool | None, on: date
) -> None:
    assert may_be_used(TargetFacts(born, reduced, has_reason=True), LIMITS, on=on) == ()
    if born is None or reduced is None:
        assert target_group(TargetFacts(born, reduced), LIMITS, on=on) is TargetGroup.OTHER
