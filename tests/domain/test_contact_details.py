"""Telephone numbers and e-mail addresses."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from fotfeste.domain.contact_details import EmailAddress, Phone, read_email, read_phone, with_country_code

CASES = yaml.safe_load((Path(__file__).parent / "cases_contact_details.yaml").read_text())


@pytest.mark.parametrize("case", CASES["phones"], ids=lambda case: case["name"])
def test_phone(case: dict) -> None:
    found = read_phone(case["written"])

    if isinstance(found, Phone):
        assert (found.canonical, found.typed) == (case["canonical"], case["written"])
    else:
        assert [reason.code for reason in found] == [case["refused"]]


@pytest.mark.parametrize("case", CASES["emails"], ids=lambda case: case["name"])
def test_email(case: dict) -> None:
    found = read_email(case["written"])

    if isinstance(found, EmailAddress):
        assert (found.canonical, found.typed) == (case["canonical"], case["written"])
        assert found.is_international == case.get("international", False)
    else:
        assert [reason.code for reason in found] == [case["refused"]]


def test_a_country_code_without_its_plus_is_offered() -> None:
    offered = with_country_code("47 47 68 67 35")

    assert offered is not None
    assert offered.canonical == "+4747686735"
    assert with_country_code("47686735") is None


@given(text=st.text())
def test_any_text_is_a_detail_or_has_one_reason(text: str) -> None:
    for read in (read_phone, read_email):
        found = read(text)
        assert isinstance(found, Phone | EmailAddress) or len(found) == 1


@given(
    number=st.integers(20_000_000, 99_999_999).map(str), before=st.sampled_from(["", "+47", "0047", "+47 "])
)
def test_the_canonical_form_is_one_and_is_read_as_itself(number: str, before: str) -> None:
    found = read_phone(before + number)

    assert isinstance(found, Phone)
    assert found.canonical == f"+47{number}"
    again = read_phone(found.canonical)
    assert isinstance(again, Phone)
    assert again.canonical == found.canonical


@settings(max_examples=25)  # making addresses is slow, and the cases say the rest
@given(address=st.emails())
def test_common_addresses_are_kept_as_they_are(address: str) -> None:
    found = read_email(address)

    if isinstance(found, EmailAddress):
        local, _, domain = address.partition("@")
        assert found.canonical == f"{local}@{domain.lower()}"
    else:
        assert not set(address.partition("@")[0]).isdisjoint('<>()[]":\\,;') or not address.isascii()
