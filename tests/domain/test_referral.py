"""Referrals, by cases that a practitioner can read."""

from datetime import date

import pytest

from fotfeste.domain.referral import NewReferral, ReferralFacts, may_be_answered, may_be_sent
from fotfeste.domain.rules.reading import read_facts
from tests.domain.cases import HERE, Case, as_json, read

CASES = read(HERE / "cases_referral.yaml")
ON = date(2026, 11, 22)


@pytest.mark.parametrize("case", [c for c in CASES if "sent" in c], ids=lambda case: case["name"])
def test_what_can_be_sent(case: Case) -> None:
    found = may_be_sent(read_facts(NewReferral, as_json(case["sent"])), on=ON)

    assert [reason.code for reason in found] == case["refused"]


@pytest.mark.parametrize("case", [c for c in CASES if "answered" in c], ids=lambda case: case["name"])
def test_what_can_be_answered(case: Case) -> None:
    found = may_be_answered(read_facts(ReferralFacts, as_json(case["answered"])))

    assert [reason.code for reason in found] == case["refused"]
