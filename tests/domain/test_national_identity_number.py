"""The national identity number: what is one, what is none and why, and what is never told."""

import pickle
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.national_identity_number import (
    NationalIdentityNumber,
    Series,
    accepts,
    parse,
    stands_in,
    with_leading_zero,
)
from tests.domain.numbers_made import synthetic_numbers, with_control_digits

CASES = yaml.safe_load((Path(__file__).parent / "cases_national_identity_number.yaml").read_text())
TODAY = date(2026, 11, 22)
IN_2032 = date(2032, 1, 1)

NEVER_ISSUED = with_control_digits("010154500")
"""A number of the real series for somebody born in 1854: nobody lived to be given one."""


def codes(found: object) -> list[str]:
    return [] if isinstance(found, NationalIdentityNumber) else [reason.code for reason in found]  # type: ignore[attr-defined]  # else it is the reasons


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_number(case: dict) -> None:
    found = parse(case["written"], on=case.get("day", TODAY))

    assert codes(found) == case.get("refused", [])
    if isinstance(found, NationalIdentityNumber):
        assert (found.kind.value, found.series.value) == (case["kind"], case["series"])


@pytest.mark.parametrize(
    ("number", "synthetic_only", "refused"),
    [
        ("10915596784", True, []),
        ("10915596784", False, ["number.synthetic-in-production"]),
        (NEVER_ISSUED, True, ["number.real-outside-production"]),
        (NEVER_ISSUED, False, []),
    ],
)
def test_only_synthetic_numbers_outside_production_and_none_in_it(
    number: str, synthetic_only: bool, refused: list[str]
) -> None:
    found = parse(number, on=TODAY)

    assert isinstance(found, NationalIdentityNumber)
    assert [reason.code for reason in accepts(found, synthetic_only=synthetic_only)] == refused


def test_a_lost_zero_is_offered_and_not_taken() -> None:
    offered = with_leading_zero("8868323230", on=TODAY)

    assert offered is not None
    assert offered.digits == "08868323230"
    assert codes(parse("8868323230", on=TODAY)) == ["number.lost-leading-zero"]
    assert with_leading_zero("8868323231", on=TODAY) is None


def test_a_number_never_shows_itself() -> None:
    number = parse("10915596784", on=TODAY)

    for written in (
        str(number),
        repr(number),
        f"{number}",
        f"{number!r:>40}",
        repr([number]),
        f"{(number,)}",
    ):
        assert "10915596784" not in written
        assert "1091" not in written
    assert pickle.loads(pickle.dumps(number)) == number  # noqa: S301  # our own bytes, just written


@pytest.mark.parametrize(
    "note", ["fnr 10915596784.", "10915596784", "ring 109155 96784 først", "(109155-96784)"]
)
def test_a_number_in_a_running_text_is_found(note: str) -> None:
    assert stands_in(note, on=TODAY)


@pytest.mark.parametrize("note", ["", "10915596785", "konto 109155967841", "møtes kl 10 den 9. 15596784"])
def test_other_digits_in_a_running_text_are_not_taken_for_one(note: str) -> None:
    assert not stands_in(note, on=TODAY)


@given(text=st.text(), on=st.dates())
def test_any_text_is_a_number_or_has_a_reason(text: str, on: date) -> None:
    found = parse(text, on=on)

    assert isinstance(found, NationalIdentityNumber) or codes(found)


@given(number=synthetic_numbers())
def test_what_the_rules_make_the_rules_accept(number: str) -> None:
    found = parse(number, on=TODAY)

    assert isinstance(found, NationalIdentityNumber)
    assert (found.digits, found.series) == (number, Series.TAX_ADMINISTRATION)
    assert parse(number, on=IN_2032) == found, "an old number stays a number"


@given(
    number=synthetic_numbers() | synthetic_numbers(remainder=3),
    place=st.integers(0, 10),
    more=st.integers(1, 9),
    on=st.sampled_from([TODAY, IN_2032]),
)
def test_one_wrong_digit_never_makes_another_number(number: str, place: int, more: int, on: date) -> None:
    wrong = number[:place] + str((int(number[place]) + more) % 10) + number[place + 1 :]

    assert codes(parse(wrong, on=on))


@given(number=synthetic_numbers(), remainder=st.integers(1, 3))
def test_the_new_control_digits_are_lawful_from_2032_and_not_before(number: str, remainder: int) -> None:
    new = with_control_digits(number[:9], remainder)

    if new is not None:
        assert "number.check-digit" in codes(parse(new, on=date(2031, 12, 31)))
        assert "number.check-digit" not in codes(parse(new, on=IN_2032))


@given(
    number=synthetic_numbers(),
    blanks=st.lists(st.sampled_from(list(" \u00a0\u2009\u202f\u00ad\u200b\ufeff"))),
)
def test_blanks_anywhere_change_nothing(number: str, blanks: list[str]) -> None:
    spread = "".join(f"{digit}{blank}" for digit, blank in zip(number, [*blanks, *[""] * 11], strict=False))

    assert parse(spread, on=TODAY) == parse(number, on=TODAY)
