"""What a version of the job development plan must say to be one."""

import pytest

from fotfeste.domain.job_plan import says_something
from tests.domain.cases import HERE, Case, read


@pytest.mark.parametrize("case", read(HERE / "cases_job_plan.yaml"), ids=lambda case: case["name"])
def test_a_version_says_something(case: Case) -> None:
    assert [reason.code for reason in says_something(case["words"])] == case["reasons"]
