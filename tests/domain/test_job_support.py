"""What a job support plan must say, when it can be extended, and who may be chosen to read it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.agenda import JobseekerFacts, lines
from fotfeste.domain.job_support import (
    JobSupport,
    JobSupportPlan,
    PlanReader,
    SupportChoice,
    is_shared_with,
    may_not_be_extended,
    may_not_be_kept,
)
from fotfeste.domain.permissions import Role
from fotfeste.domain.referral import Referral
from fotfeste.parameters import guideline_on
from tests.domain.cases import HERE, Case, read

CASES = read(HERE / "cases_job_support.yaml")
TODAY = date(2026, 11, 22)
DAYS = st.dates(TODAY - timedelta(days=400), TODAY + timedelta(days=400))
PLANS = st.builds(JobSupportPlan, DAYS, st.none() | DAYS, st.none() | DAYS)
SUPPORTS = st.builds(
    JobSupport,
    job=st.just("j1"),
    started_on=DAYS,
    ended_on=st.none() | DAYS,
    choice=st.none() | st.sampled_from(SupportChoice),
    plan=st.none() | PLANS,
)


@pytest.mark.parametrize("case", CASES["kept"], ids=lambda case: case["name"])
def test_what_a_version_must_say(case: Case) -> None:
    found = may_not_be_kept(words=case["words"], from_day=case["from_day"], until=case["until"])

    assert [reason.code for reason in found] == case["reasons"]


@pytest.mark.parametrize("case", CASES["extended"], ids=lambda case: case["name"])
def test_when_a_plan_can_be_extended(case: Case) -> None:
    found = may_not_be_extended(until=case["until"], to_day=case["to_day"])

    assert [reason.code for reason in found] == case["reasons"]


@pytest.mark.parametrize("role", Role)
def test_only_a_clinician_and_an_adviser_can_be_chosen_to_read_the_plan(role: Role) -> None:
    everybody, nobody = frozenset(PlanReader), frozenset[PlanReader]()

    assert is_shared_with(role, everybody) == (role in (Role.CLINICIAN, Role.NAV_ADVISER))
    assert not is_shared_with(role, nobody)
    assert not is_shared_with(role, frozenset({PlanReader.EMPLOYER}))


@given(support=SUPPORTS, on=DAYS)
def test_a_job_asks_for_one_thing_at_a_time_and_for_nothing_once_it_has_ended(
    support: JobSupport, on: date
) -> None:
    facts = JobseekerFacts(referral=Referral(TODAY - timedelta(days=300)), job_supports=(support,))
    found = [each for each in lines(facts, on=on, rules=guideline_on(TODAY)) if "job-support" in each.code]

    assert len(found) <= 1
    assert not found or support.ended_on is None or support.ended_on >= on
    assert all(each.about == "j1" for each in found)
