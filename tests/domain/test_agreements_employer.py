"""Who may be let in at the employer, as the cases beside this say."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fotfeste.domain.agreements.employer_plan import PlanSent, may_take_over
from fotfeste.domain.agreements.inviting import (
    EmployerAsked,
    InvitationState,
    is_open,
    may_invite,
    may_let_in_colleague,
)
from fotfeste.parameters import AGREEMENT_LIMITS
from tests.domain.cases import HERE, Case, read

CASES = read(HERE / "cases_agreements_employer.yaml")
AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
ASKED = EmployerAsked(has_employer=True, number="981526031", typed="981526031", may_be_named=True)
NEW = InvitationState(expires_at=datetime(2026, 12, 6, 9, tzinfo=UTC))


def names(case: Case) -> str:
    return str(case["name"])


@pytest.mark.parametrize("case", CASES["invited"], ids=names)
def test_who_may_be_invited(case: Case) -> None:
    found = may_invite(replace(ASKED, **case["but"]))

    assert [reason.code for reason in found] == case["refused"]


@pytest.mark.parametrize("case", CASES["links"], ids=names)
def test_how_long_a_link_can_be_used(case: Case) -> None:
    found = is_open(replace(NEW, **case["but"]), AGREEMENT_LIMITS.on(AT.date()), at=AT)

    assert found is case["is_open"]


@pytest.mark.parametrize("case", CASES["colleagues"], ids=names)
def test_only_who_signs_for_the_business_lets_in_a_colleague(case: Case) -> None:
    found = may_let_in_colleague(may_sign=case["may_sign"])

    assert [reason.code for reason in found] == case["refused"]


@pytest.mark.parametrize("case", CASES["plans"], ids=names)
def test_which_plan_may_be_taken_over(case: Case) -> None:
    found = may_take_over(replace(PlanSent(is_there=True), **case["but"]))

    assert [reason.code for reason in found] == case["refused"]
