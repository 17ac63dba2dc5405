"""What an administrator may do with accounts."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from fotfeste.domain.administration import (
    UNITS_OF,
    may_close,
    may_end_role,
    may_give_clearance,
    may_give_role,
    may_issue_token,
)
from fotfeste.domain.permissions import Role
from fotfeste.domain.verdict import Verdict

CASES = yaml.safe_load((Path(__file__).parent / "cases_administration.yaml").read_text())
ON = date(2026, 11, 22)


def named(case: dict[str, Any]) -> str:
    return str(case["name"])


def codes(verdict: Verdict) -> list[str]:
    return [reason.code for reason in verdict]


@pytest.mark.parametrize("case", CASES["roles"], ids=named)
def test_giving_a_role(case: dict[str, Any]) -> None:
    verdict = may_give_role(
        Role(case["role"]),
        case["unit"],
        is_oneself=case.get("is_oneself", False),
        is_program=case.get("is_program", False),
        from_day=ON,
        until_day=case.get("until_day"),
    )

    assert codes(verdict) == case["refused"]


@pytest.mark.parametrize("case", CASES["clearances"], ids=named)
def test_giving_a_clearance(case: dict[str, Any]) -> None:
    assert codes(may_give_clearance(is_oneself=case["is_oneself"], why=case["why"])) == case["refused"]


@pytest.mark.parametrize("case", CASES["closing"], ids=named)
def test_closing_an_account(case: dict[str, Any]) -> None:
    assert codes(may_close(is_oneself=case["is_oneself"])) == case["refused"]


@pytest.mark.parametrize("case", CASES["ending"], ids=named)
def test_ending_a_role(case: dict[str, Any]) -> None:
    assert codes(may_end_role(Role(case["role"]), is_oneself=case["is_oneself"])) == case["refused"]


@pytest.mark.parametrize("case", CASES["tokens"], ids=named)
def test_a_key_for_a_program(case: dict[str, Any]) -> None:
    assert codes(may_issue_token(issued_on=ON, expires_on=case["expires_on"])) == case["refused"]


def test_every_role_but_the_jobseekers_has_a_kind_of_unit() -> None:
    assert set(UNITS_OF) == set(Role) - {Role.JOBSEEKER}
