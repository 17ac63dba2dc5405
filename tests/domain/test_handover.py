"""Handing over, and standing in: cases a team can read, and what holds of every handover."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.handover import (
    HandedOver,
    HandoverFacts,
    HandoverLimits,
    StandInFacts,
    last_day_of_giver,
    may_hand_over,
    may_stand_in,
)
from fotfeste.parameters import HANDOVER_LIMITS

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)
LIMITS: HandoverLimits = HANDOVER_LIMITS.on(TODAY)
HANDOVERS = yaml.safe_load((HERE / "cases_handover.yaml").read_text())
STAND_INS = yaml.safe_load((HERE / "cases_stand_in.yaml").read_text())
DAYS = st.dates(TODAY - timedelta(days=60), TODAY + timedelta(days=200))


def facts(case: dict) -> HandoverFacts:
    to = case.get("to", "colleague")
    return HandoverFacts(
        on=TODAY,
        from_day=case["from_day"],
        overlap_until=case.get("overlap_until"),
        is_to_oneself=to == "oneself",
        is_to_colleague=to == "colleague",
        people=tuple(
            HandedOver(
                key=f"person-{number}",
                is_still_theirs=person.get("is_still_theirs", True),
                receiver_may_see=person.get("receiver_may_see", True),
            )
            for number, person in enumerate(case["people"])
        ),
    )


@pytest.mark.parametrize("case", HANDOVERS, ids=lambda case: case["name"])
def test_handover(case: dict) -> None:
    refused = [reason.code for reason in may_hand_over(facts(case), LIMITS)]

    assert refused == case["refused"]


@pytest.mark.parametrize("case", STAND_INS, ids=lambda case: case["name"])
def test_stand_in(case: dict) -> None:
    who = {"is_the_specialist": False, "is_colleague": True, "may_see": True} | case.get("who", {})

    refused = [reason.code for reason in may_stand_in(StandInFacts(TODAY, case["until"], **who), LIMITS)]

    assert refused == case["refused"]


def test_the_one_it_is_about_is_named_by_key_only() -> None:
    asked = facts({"from_day": TODAY, "people": [{}, {"is_still_theirs": False}]})

    (reason,) = may_hand_over(asked, LIMITS)

    assert reason.data == (("person", "person-1"),)


@given(from_day=DAYS, overlap_until=st.none() | DAYS)
def test_a_handover_that_is_allowed_never_keeps_the_giver_longer_than_the_limit(
    from_day: date, overlap_until: date | None
) -> None:
    asked = facts({"from_day": from_day, "overlap_until": overlap_until, "people": [{}]})

    if not may_hand_over(asked, LIMITS):
        last = last_day_of_giver(asked)
        assert from_day - timedelta(days=1) <= last
        assert last <= from_day + timedelta(days=LIMITS.most_overlap_days)


@given(from_day=DAYS, overlap_until=st.none() | DAYS)
def test_the_person_is_never_without_a_specialist_in_between(
    from_day: date, overlap_until: date | None
) -> None:
    asked = facts({"from_day": from_day, "overlap_until": overlap_until, "people": [{}]})

    if not may_hand_over(asked, LIMITS):
        assert last_day_of_giver(asked) + timedelta(days=1) >= from_day
