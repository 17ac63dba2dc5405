"""The method of a course, by cases that a practitioner can read (W-11)."""

import pytest
from hypothesis import given

from fotfeste.domain.method import Method, asks_clinician, may_be_chosen
from fotfeste.domain.startup import StartUp, clinician_was_absent, departures
from fotfeste.parameters import guideline_on
from tests.domain.agenda.strategies import START_UPS, TODAY
from tests.domain.cases import HERE, Case, read


@pytest.mark.parametrize("case", read(HERE / "cases_method.yaml"), ids=lambda case: case["name"])
def test_changing_the_method(case: Case) -> None:
    against = may_be_chosen(Method(case["now"]), Method(case["chosen"]), reason=case["reason"])

    assert [reason.code for reason in against] == case["refused"]


@given(start_up=START_UPS)
def test_without_a_clinician_none_is_missed(start_up: StartUp) -> None:
    rules = guideline_on(TODAY).start_up
    codes = {reason.code for reason in departures(start_up, TODAY, rules)}

    if not asks_clinician(start_up.method):
        assert not clinician_was_absent(start_up, rules)
        assert "startup.clinician-never-there" not in codes
