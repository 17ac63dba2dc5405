"""Stepping back without leaving the person alone."""

from pathlib import Path

import pytest
import yaml

from fotfeste.domain.closeness import StepBackFacts, may_step_back

CASES = yaml.safe_load((Path(__file__).parent / "cases_closeness.yaml").read_text())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_stepping_back(case: dict) -> None:
    facts = StepBackFacts(
        case["is_the_specialist"], case["names_successor"], case.get("successor_may_see", False)
    )

    assert [reason.code for reason in may_step_back(facts)] == case["refused"]
