"""The list of employers a team brings."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.employer_list.columns import Column, match
from fotfeste.domain.employer_list.read_list import read_list
from fotfeste.domain.employer_list.read_row import read_row
from fotfeste.domain.employer_list.row import Row, from_cells
from tests.domain.caseload_made import keyed, said
from tests.domain.salten import EMPLOYERS, records

CASES = yaml.safe_load((Path(__file__).parent / "cases_employer_list.yaml").read_text())
PLAIN = {
    Column.ORGANISATION_NUMBER: "981526031",
    Column.NAME: "Rana Mat AS",
    Column.INDUSTRY_CODE: "55.101",
    Column.PLACE: "Fauske",
    Column.CONTACT_PERSON: "Amir Utsi, daglig leder",
}


def rows_of(case: dict) -> list[Row]:
    return [
        Row(number, {**PLAIN, **{Column(name): text for name, text in cells.items()}})
        for number, cells in enumerate(case["rows"], 2)
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_employers(case: dict) -> None:
    first = read_list(rows_of(case), answers={})
    assert {each.row.number: said(each.problems) for each in first} == case["says"]

    given_answers = case.get("answers", {})
    answers = {
        each.row.number: keyed(each.problems, given_answers.get(each.row.number, {})) for each in first
    }
    answered = read_list(rows_of(case), answers=answers)
    assert {each.row.number: said(each.problems) for each in answered} == case.get("then", case["says"])
    if "answers" in case:
        assert not any(each.waits_for for each in answered)
    if "ready" in case:
        assert [each.row.number for each in answered if each.is_ready] == case["ready"]


def test_the_contact_person_is_a_name_and_a_position() -> None:
    facts = read_row(Row(2, PLAIN), answers={}).facts

    assert (facts.contact_name, facts.contact_position) == ("Amir Utsi", "daglig leder")
    assert facts.number is not None
    assert facts.number.digits == "981526031"


def test_the_employers_of_salten_all_come_in_and_those_with_one_name_are_told() -> None:
    written, *rows = records(EMPLOYERS)
    headings = match(written)

    readings = read_list(
        [from_cells(number, cells, headings) for number, cells in enumerate(rows, 2)], answers={}
    )

    assert headings.refused == ()
    assert all(reading.is_ready for reading in readings)
    assert len(readings) == 40
    assert {each.row.number: said(each.problems) for each in readings if each.problems} == {
        number: ["noted employer-list.same-name"] for number in (3, 17, 19, 20, 23)
    }


@given(cells=st.dictionaries(st.sampled_from(Column), st.text(max_size=90)))
def test_any_cells_are_read_and_never_raise(cells: dict[Column, str]) -> None:
    readings = read_list([Row(2, cells), Row(3, cells)], answers={})

    assert [reading.row.number for reading in readings] == [2, 3]
