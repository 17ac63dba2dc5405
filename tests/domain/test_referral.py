"""Referrals, by cases that a practitioner can read."""

from datetime import date

import pytest

from fotfeste.domain.permissions import Protection
from fotfeste.domain.referral import NewReferral, ReferralFacts, may_be_answered, may_be_sent, who_reads_it
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


@pytest.mark.parametrize("case", [c for c in CASES if "written" in c], ids=lambda case: case["name"])
def test_who_reads_it(case: Case) -> None:
    said = case["written"]

    found = who_reads_it(
        Protection(said["protection"]),
        is_anybody_cleared=said["is_anybody_cleared"],
        team="IPS Salten",
        call="Mette Solvang",
    )

    assert [reason.code for reason in found] == case["refused"]
