"""Leaving the caseload, by cases that a practitioner can read (I-7.2)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.discharge import Considered, DischargeFacts, departures, may_be_discharged, missing
from fotfeste.domain.method import Method
from tests.domain.cases import HERE, Case, read

ON, REFERRED = date(2026, 11, 22), date(2026, 6, 1)
HEARD = {"is_heard": True, "has_supervisor_view": True, "has_clinician_view": True}
CASES = read(HERE / "cases_discharge.yaml")
SEEN = st.builds(
    Considered,
    st.just(ON),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sampled_from(Method),
)


def facts(case: Case) -> DischargeFacts:
    known = {**HEARD, **case.get("considered", {})}
    known["method"] = Method(known.get("method", Method.IPS))
    considered = Considered(since=ON, **known)
    return DischargeFacts(
        **{"day": ON, "considered": considered, "referred_on": REFERRED, **case.get("but", {})}
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_decision(case: Case) -> None:
    assert [reason.code for reason in may_be_discharged(facts(case), on=ON)] == case["refused"]


@given(considered=SEEN)
def test_a_guideline_never_locks__a_reason_is_enough(considered: Considered) -> None:
    decided = DischargeFacts(day=ON, considered=considered, says_why_departed=True)
    codes = {reason.code for reason in may_be_discharged(decided, on=ON)}

    assert codes <= {"discharge.jobseeker-not-heard"}


@given(considered=SEEN)
def test_what_is_missing_is_who_was_not_heard_and_every_departure(considered: Considered) -> None:
    assert len(missing(considered)) == len(departures(considered)) + (not considered.is_heard)
