"""The start-up's agenda, by cases that a practitioner can read."""

import pytest

from fotfeste.domain.rules.reading import read_facts
from fotfeste.domain.start_up_points import points_left
from fotfeste.domain.startup import StartUp
from tests.domain.cases import HERE, Case, as_json, read

CASES = read(HERE / "cases_start_up_points.yaml")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_is_left(case: Case) -> None:
    left = points_left(read_facts(StartUp, as_json(case["start_up"])))

    assert (left[0].value, len(left)) == (case["first"], case["left"])
