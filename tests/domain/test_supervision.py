"""Supervision, by cases that a supervisor can read."""

from datetime import date

import pytest

from fotfeste.domain.rules.reading import read_facts
from fotfeste.domain.supervision import SupervisionFacts, may_be_answered, may_be_put_down
from tests.domain.cases import HERE, Case, as_json, read

CASES = read(HERE / "cases_supervision.yaml")
ON = date(2026, 11, 22)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_can_be_put_down_and_answered(case: Case) -> None:
    if "put" in case:
        found = may_be_put_down(read_facts(SupervisionFacts, as_json(case["put"])), on=ON)
    else:
        found = may_be_answered(is_answered=case["answered"])

    assert [reason.code for reason in found] == case["refused"]
