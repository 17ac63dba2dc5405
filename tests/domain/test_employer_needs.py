"""What the employer needs, by cases that a practitioner can read (W-11)."""

from datetime import date

import pytest

from fotfeste.domain.employer_needs import may_not_be_kept
from tests.domain.cases import HERE, Case, read


@pytest.mark.parametrize("case", read(HERE / "cases_employer_needs.yaml"), ids=lambda case: case["name"])
def test_what_can_be_kept(case: Case) -> None:
    against = may_not_be_kept(case["needs"], asked_on=date(2026, 11, 20), again_on=case["again_on"])

    assert [reason.code for reason in against] == case["refused"]
