"""NAV offices as lists write them."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.nav_office import NavOffice, matching, parse

CASES = yaml.safe_load((Path(__file__).parent / "cases_nav_office.yaml").read_text())
KNOWN = (NavOffice("1806", "Narvik"), NavOffice("1804", "Bodø"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_office(case: dict) -> None:
    found = parse(case["written"])

    if isinstance(found, NavOffice):
        assert str(found) == case["office"]
        assert [str(office) for office in matching(found, KNOWN)] == case["matches"]
    else:
        assert [reason.code for reason in found] == case["refused"]


@given(text=st.text())
def test_any_text_is_an_office_or_has_a_reason(text: str) -> None:
    assert parse(text)


@given(
    number=st.integers(1, 9999).map("{:04}".format), name=st.text("abcæøåÆØÅ -", min_size=1).map(str.strip)
)
def test_what_is_written_out_is_read_again(number: str, name: str) -> None:
    office = parse(f"{number} {name}")

    assert isinstance(office, NavOffice)
    assert parse(str(office)) == office
