"""Access in an emergency: two people, one hour."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.emergency import (
    EmergencyAnswer,
    EmergencyLimits,
    EmergencyRequest,
    ends_at,
    lapses_at,
    may_answer,
    may_ask,
)
from fotfeste.parameters import EMERGENCY_LIMITS

HERE = Path(__file__).parent
ASKED_AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LIMITS: EmergencyLimits = EMERGENCY_LIMITS.on(date(2026, 11, 22))
ANSWERS = yaml.safe_load((HERE / "cases_emergency.yaml").read_text())
REQUESTS = yaml.safe_load((HERE / "cases_emergency_request.yaml").read_text())


def answer(case: dict) -> EmergencyAnswer:
    who = {
        "is_same_person": False,
        "is_supervisor_of_owning_unit": True,
        "is_close": False,
        "is_answered": False,
    }
    return EmergencyAnswer(
        asked_at=ASKED_AT,
        at=case.get("at", ASKED_AT + timedelta(minutes=5)),
        minutes=case["minutes"],
        **(who | case.get("who", {})),
    )


@pytest.mark.parametrize("case", ANSWERS, ids=lambda case: case["name"])
def test_answering(case: dict) -> None:
    refused = [reason.code for reason in may_answer(answer(case), LIMITS)]

    assert refused == case["refused"]


@pytest.mark.parametrize("case", REQUESTS, ids=lambda case: case["name"])
def test_asking(case: dict) -> None:
    request = EmergencyRequest(
        says_why=case.get("says_why", True),
        is_close=case.get("is_close", False),
        may_see_protected=case.get("may_see_protected", True),
    )

    assert [reason.code for reason in may_ask(request)] == case["refused"]


@given(minutes=st.integers(-1000, 1000), after=st.integers(0, 3000))
def test_nothing_that_is_allowed_lasts_longer_than_an_hour(minutes: int, after: int) -> None:
    at = ASKED_AT + timedelta(minutes=after)

    if not may_answer(answer({"minutes": minutes, "at": at}), LIMITS):
        assert at < ends_at(at, minutes) <= at + timedelta(minutes=60)
        assert at <= lapses_at(ASKED_AT, LIMITS)
