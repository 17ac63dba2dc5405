"""Requests for a measure, and decisions with two pairs of eyes, by cases that a case worker can read."""

import pytest

from fotfeste.domain.measures.deciding import DecisionKind, NeedGroup, needs_second
from fotfeste.domain.measures.requests import RequestAnswer, RequestFacts, may_be_answered_so, status_of
from fotfeste.domain.rules.reading import read_facts
from tests.domain.cases import HERE, Case, as_json, read


@pytest.mark.parametrize("case", read(HERE / "cases_measure_requests.yaml"), ids=lambda case: case["name"])
def test_what_can_be_answered_and_where_it_stands(case: Case) -> None:
    facts = read_facts(RequestFacts, as_json(case["facts"]))

    found = may_be_answered_so(facts, RequestAnswer(case["answer"]), has_words=False)

    assert [reason.code for reason in found] == case["refused"]
    assert status_of(facts) == case["status"]


@pytest.mark.parametrize("group", NeedGroup)
def test_two_pairs_of_eyes_are_asked_for_where_little_or_part_work_is_expected(group: NeedGroup) -> None:
    is_asked_for = group in {NeedGroup.WORK_IN_PART, NeedGroup.LITTLE_CHANCE}

    assert needs_second(DecisionKind.NEED_14A, group) is is_asked_for
    assert not needs_second(DecisionKind.GRANT, group)
