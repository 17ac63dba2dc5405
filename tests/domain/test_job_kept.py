"""Work kept for so many weeks: the cases a supervisor can read, and what must hold for any jobs at all."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.job_kept import Kept, KeptAnswer, WorkSpell, kept_for
from fotfeste.parameters import JOB_KEPT
from tests.domain.cases import HERE, Case, read

ON = date(2026, 11, 22)
RULE = JOB_KEPT.on(ON)
DAYS = st.dates(ON - timedelta(days=400), ON + timedelta(days=60))
SPELLS = st.lists(
    st.builds(WorkSpell, DAYS, st.none() | DAYS, st.none() | st.sampled_from([0.0, 3.5, 7.0, 37.5])),
    max_size=5,
)


def asked(case: Case) -> KeptAnswer:
    jobs = [WorkSpell(job["started_on"], job.get("ended_on"), job.get("hours")) for job in case["jobs"]]
    return kept_for(jobs, RULE, on=case["on"])


@pytest.mark.parametrize("case", read(HERE / "cases_job_kept.yaml"), ids=lambda case: case["name"])
def test_work_kept(case: Case) -> None:
    found = asked(case)

    assert {name: getattr(found, name) for name in case["answer"]} == case["answer"]


@given(SPELLS, st.integers(0, 200))
def test_what_is_kept_stays_kept_on_every_later_day(spells: list[WorkSpell], later: int) -> None:
    before, after = kept_for(spells, RULE, on=ON), kept_for(spells, RULE, on=ON + timedelta(days=later))

    if before.kept is Kept.YES:
        assert (after.kept, after.reached_on) == (Kept.YES, before.reached_on)


@given(SPELLS)
def test_it_is_never_reached_before_enough_days_have_passed(spells: list[WorkSpell]) -> None:
    found = kept_for(spells, RULE, on=ON)

    assert found.days <= RULE.within_weeks * 7
    if found.reached_on is not None:
        first = min(spell.started_on for spell in spells)
        assert first + timedelta(days=RULE.days - 1) <= found.reached_on <= ON


@given(SPELLS, st.builds(WorkSpell, DAYS, st.none(), st.just(20.0)))
def test_one_more_job_never_takes_anything_away(spells: list[WorkSpell], more: WorkSpell) -> None:
    if kept_for(spells, RULE, on=ON).kept is Kept.YES:
        assert kept_for([*spells, more], RULE, on=ON).kept is Kept.YES


@given(SPELLS)
def test_the_order_of_the_jobs_does_not_matter(spells: list[WorkSpell]) -> None:
    assert kept_for(spells, RULE, on=ON) == kept_for(spells[::-1], RULE, on=ON)
