"""What is put down about a job: the cases, and the sum of any jobs."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.employment import Employment
from fotfeste.domain.job_facts import after_the_closing, may_not_be_so, more_than_full, percent_together
from fotfeste.domain.verdict import Verdict
from tests.domain.cases import HERE, Case, read

ON = date(2026, 11, 22)


def asked(case: Case) -> Verdict:
    if case["ask"] == "size":
        hours = Decimal(case["hours"]) if "hours" in case else None
        return may_not_be_so(percent=case.get("percent"), hours=hours)
    if case["ask"] == "closed":
        return after_the_closing(ON, case["closed_on"], "Rana Renhold")
    jobs = [Employment(date(2026, 1, 1), job.get("ended_on"), job.get("percent")) for job in case["jobs"]]
    return more_than_full(jobs, on=ON)


@pytest.mark.parametrize("case", read(HERE / "cases_job_facts.yaml"), ids=lambda case: case["name"])
def test_facts_of_a_job(case: Case) -> None:
    assert [reason.code for reason in asked(case)] == case["reasons"]


@given(st.lists(st.none() | st.integers(1, 100), max_size=6))
def test_jobs_together_are_advised_on_only_above_a_full_position(percents: list[int | None]) -> None:
    jobs = [Employment(date(2026, 1, 1), None, percent) for percent in percents]

    assert bool(more_than_full(jobs, on=ON)) == (percent_together(jobs, on=ON) > 100)
