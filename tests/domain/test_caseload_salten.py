"""The list a team brings on its first day: every problem in it is found, and everybody in it can come in."""

import json
from collections.abc import Mapping
from datetime import date

import pytest
import yaml

from fotfeste.domain.brought_in import Severity, answers_after_mending
from fotfeste.domain.caseload_list.columns import Column
from fotfeste.domain.caseload_list.differences import as_strings
from fotfeste.domain.caseload_list.read_list import read_list
from fotfeste.domain.caseload_list.reading import ListReading
from fotfeste.domain.caseload_list.row import Row, canonical, mended
from tests.domain.numbers_made import with_control_digits
from tests.domain.salten import DATA, known_in_salten, the_list

TODAY = date(2026, 11, 22)
EXPECTED = yaml.safe_load((DATA / "caseload-salten.all-problems.yaml").read_text())
TOLD_BEFOREHAND = json.loads((DATA / "caseload-salten.known-problems.json").read_text())

AS_WE_SAY_IT = {
    "identity number has lost its leading zero (10 digits)": "number.lost-leading-zero",
    "referral date in the future": "caseload.referral-to-come",
    "unknown specialist": "caseload.specialist-unknown",
    "upper case name: kept as typed": "name.upper-case",
    "surrounding and non-breaking spaces: cleaned": "name.cleaned",
    "referral date missing": "caseload.referral-date-missing",
    "referral date does not exist": "date.does-not-exist",
    "note begins with a formula: kept as text, never as formula": "list.formula-kept-as-text",
    "start-up meeting before referral": "caseload.start-up-before-referral",
    "identity number fails its check digits": "number.check-digit",
    "position percentage over 100": "caseload.percent-over-100",
    "name missing": "name.missing",
    "same person as an earlier row, other telephone": "caseload.same-person-earlier",
}


def read(
    rows: list[Row] | None = None, answers: Mapping[int, Mapping[str, str]] | None = None
) -> ListReading:
    headings, brought = the_list()
    return read_list(headings, rows or brought, known_in_salten(), today=TODAY, answers=answers or {})


@pytest.fixture(scope="module")
def as_brought() -> ListReading:
    return read()


def test_every_problem_in_the_list_is_found_and_no_other(as_brought: ListReading) -> None:
    found: dict[int, dict[str, list[str]]] = {}
    for reading in as_brought.readings:
        for problem in reading.problems:
            row = found.setdefault(reading.row.number, {})
            row.setdefault(problem.severity.value, []).append(problem.reason.code)

    assert found == EXPECTED


@pytest.mark.parametrize("told", TOLD_BEFOREHAND, ids=lambda told: f"row {told['row']}")
def test_what_was_told_beforehand_is_among_it(told: dict) -> None:
    said = {code for codes in EXPECTED[told["row"]].values() for code in codes}

    assert {AS_WE_SAY_IT[problem] for problem in told["problems"]} <= said


def test_the_list_as_a_whole_has_habits_to_know_of(as_brought: ListReading) -> None:
    assert [problem.reason.code for problem in as_brought.problems] == [
        "caseload.two-digit-years",
        *["caseload.clinician-at-several-places"] * 4,
        *["caseload.adviser-at-several-offices"] * 3,
    ]


def test_a_row_that_is_only_odd_comes_in(as_brought: ListReading) -> None:
    ready = {reading.row.number for reading in as_brought.ready}
    waits = {number for number, said in EXPECTED.items() if {"held", "asked"} & said.keys()}

    assert ready == set(range(2, 65)) - waits
    assert {4, 9, 17, 34, 37, 47} <= ready


MENDED = {
    24: {Column.REFERRED_ON: "28.02.2026"},
    48: {Column.IDENTITY_NUMBER: with_control_digits("048682245") or ""},
    62: {Column.NAME: "Mohammed Bongo"},
}
ANSWERED = {
    "caseload.shared-email": "leave-out",
    "caseload.end-beside-job": "follow-up-ended",
    "caseload.end-before-job-start": "keep",
    "number.lost-leading-zero": "with-zero",
    "caseload.referral-to-come": "leave-open",
    "caseload.referral-date-missing": "leave-open",
    "caseload.specialist-unknown": "this-specialist=marit",
    "caseload.start-up-before-referral": "keep",
    "caseload.percent-over-100": "whole-position=100",
    "caseload.same-person-earlier": "this-row",
}


def test_when_all_is_mended_and_answered_sixty_two_people_come_in(as_brought: ListReading) -> None:
    _, rows = the_list()
    changed = [mended(row, MENDED.get(row.number, {})) for row in rows]
    answers = {
        reading.row.number: answers_after_mending(
            {
                each.key: ANSWERED[each.reason.code]
                for each in reading.problems
                if each.severity is Severity.ASKED
            },
            MENDED.get(reading.row.number, {}),
        )
        for reading in as_brought.readings
    }

    outcome = read(changed, answers)

    assert [(each.row.number, each.waits_for) for each in outcome.held_back] == []
    numbers = [each.facts.who.identity_number for each in outcome.ready]
    assert None not in numbers
    assert len(set(numbers)) == len(numbers) == 62
    assert [each.row.number for each in outcome.readings if each.left_out_for] == [15]


def test_no_cell_is_dropped_where_nothing_is_said_of_it(as_brought: ListReading) -> None:
    """Every filled cell of a row that comes in is in its facts, or something is said of its column."""
    for reading in as_brought.ready:
        told = as_strings(reading.facts)
        spoken_of = {column for problem in reading.problems for column in problem.columns}
        for column, text in reading.row.cells.items():
            if text.strip() and column is not Column.IDENTITY_NUMBER and column not in spoken_of:
                assert told[column], f"row {reading.row.number}: {column}"


def test_the_answers_show_in_the_facts(as_brought: ListReading) -> None:
    row = next(each for each in as_brought.readings if each.row.number == 57)
    (question,) = row.waits_for

    answered = read(answers={57: {question.key: "whole-position=100"}})

    facts = next(each.facts for each in answered.readings if each.row.number == 57)
    assert facts.wish.percent == 100


def test_no_two_rows_of_the_list_have_the_same_fingerprint(as_brought: ListReading) -> None:
    assert len({canonical(reading.row) for reading in as_brought.readings}) == len(as_brought.readings)
