"""The organisation number of a business."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.organisation_number import OrganisationNumber, parse

CASES = yaml.safe_load((Path(__file__).parent / "cases_organisation_number.yaml").read_text())
WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_number(case: dict) -> None:
    found = parse(case["written"])

    if isinstance(found, OrganisationNumber):
        assert found.digits == case["number"]
    else:
        assert [reason.code for reason in found] == case["refused"]


@given(text=st.text())
def test_any_text_is_a_number_or_has_a_reason(text: str) -> None:
    assert parse(text)


@given(eight=st.integers(80_000_000, 99_999_999).map(str), place=st.integers(0, 8), more=st.integers(1, 9))
def test_one_wrong_digit_never_makes_another_number(eight: str, place: int, more: int) -> None:
    last = -sum(int(a) * b for a, b in zip(eight, WEIGHTS, strict=True)) % 11
    if last == 10:
        return
    number = f"{eight}{last}"
    wrong = number[:place] + str((int(number[place]) + more) % 10) + number[place + 1 :]

    assert parse(number) == OrganisationNumber(number)
    assert not isinstance(parse(wrong), OrganisationNumber)


def test_it_is_shown_in_groups_of_three_and_read_again() -> None:
    assert str(OrganisationNumber("981526031")) == "981 526 031"
    assert parse("981 526 031") == OrganisationNumber("981526031")
