"""Participations from earlier programs, each date judged by the scheme that was in force."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.measures.duration import latest_lawful_end
from fotfeste.domain.measures.kinds import Law, MeasureKind, MeasureNeed, TransitionFrom
from fotfeste.domain.participation_list.columns import Column, match
from fotfeste.domain.participation_list.courses import histories
from fotfeste.domain.participation_list.facts import MeasureLaws, ParticipationReading
from fotfeste.domain.participation_list.read_list import Answers, read_list
from fotfeste.domain.participation_list.read_row import said_of_capacity
from fotfeste.domain.participation_list.row import Row, from_cells
from fotfeste.domain.rules.measure_law import DURATIONS
from fotfeste.parameters.answers import BOOK
from tests.domain.caseload_made import keyed, said
from tests.domain.cases import read as read_cases
from tests.domain.salten import DATA, records

CASES = read_cases(Path(__file__).parent / "cases_participation_list.yaml")
LEGACY = DATA / "legacy-participations.csv"
LAWS = MeasureLaws({kind: BOOK[name] for kind, name in DURATIONS.items()}, BOOK["measure_merger"])
PLAIN = {
    Column.PARTICIPANT: "D-1",
    Column.MEASURE: "Oppfølging",
    Column.CODE: "INDOPPFAG",
    Column.FIRST_DAY: "2022-01-01",
    Column.LAST_DAY: "2022-06-30",
    Column.PROVIDER: "Salten Arbeid",
}


def rows_of(case: dict) -> list[Row]:
    return [
        Row(number, {**PLAIN, **{Column(name): str(text) for name, text in cells.items()}})
        for number, cells in enumerate(case["rows"], 2)
    ]


def read(rows: list[Row], answers: Answers) -> tuple[ParticipationReading, ...]:
    return read_list(rows, LAWS, answers=answers)


def courses(readings: tuple[ParticipationReading, ...]) -> dict[str, list[str]]:
    return {
        history.participant: [
            f"{each.kind} {each.first} {each.last} ({', '.join(map(str, each.rows))})"
            for each in history.courses
        ]
        for history in histories(readings)
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_participations(case: dict) -> None:
    first = read(rows_of(case), {})
    assert {each.row.number: said(each.problems) for each in first} == case["says"]

    given_answers = case.get("answers", {})
    answers = {
        each.row.number: keyed(each.problems, given_answers.get(each.row.number, {})) for each in first
    }
    answered = read(rows_of(case), answers)
    if "then" in case:
        assert {each.row.number: said(each.problems) for each in answered} == case["then"]
    if "ready" in case:
        assert [each.row.number for each in answered if each.is_ready] == case["ready"]
    if "courses" in case:
        assert courses(answered) == case["courses"]


def the_legacy_list() -> list[Row]:
    written, *rows = records(LEGACY)
    headings = match(written)
    assert (headings.refused, headings.unknown, headings.missing) == ((), {}, ())
    return [from_cells(number, cells, headings) for number, cells in enumerate(rows, 2)]


def test_the_whole_list_from_before_during_and_after_the_merger() -> None:
    said_of = {each.row.number: said(each.problems) for each in read(the_legacy_list(), {})}

    merging, longer = (
        "noted participation-list.old-code-while-merging",
        "asked participation-list.longer-than-said",
    )
    not_judged = "noted participation-list.not-judged"
    assert said_of == {
        2: [not_judged],
        3: [merging, longer],
        4: [merging],
        5: [merging],
        6: [merging],
        7: [merging, longer],
        8: ["held participation-list.old-code-after-end"],
        9: ["asked participation-list.old-code-runs-past"],
        10: [],
        11: [],
        12: ["noted participation-list.capacity-from-remark"],
        13: ["held participation-list.too-long"],
        14: ["held day.ends-before-start"],
        15: ["asked participation-list.which-measure"],
        16: [not_judged],
    }


def test_what_is_doubtful_is_offered_answers_and_what_cannot_be_is_not() -> None:
    readings = {each.row.number: each for each in read(the_legacy_list(), {})}

    offered = {
        number: [choice.id for problem in readings[number].waits_for for choice in problem.choices]
        for number in (3, 7, 8, 9, 13, 15)
    }

    assert offered == {
        3: ["reduced", "by-the-older-rule"],
        7: ["reduced"],
        8: [],
        9: ["went-on-as-follow-up"],
        13: [],
        15: ["this-measure=follow_up"],
    }


def test_answered_the_list_makes_one_history_for_each_person() -> None:
    rows = the_legacy_list()
    answer = {
        3: {"participation-list.longer-than-said": "by-the-older-rule"},
        7: {"participation-list.longer-than-said": "reduced"},
        9: {"participation-list.old-code-runs-past": "went-on-as-follow-up"},
        15: {"participation-list.which-measure": "this-measure=follow_up"},
    }
    answers = {
        each.row.number: keyed(each.problems, answer.get(each.row.number, {})) for each in read(rows, {})
    }

    found = courses(read(rows, answers))

    assert found == {
        "D-001": ["work_with_assistance 2013-02-01 2014-01-31 (2)"],
        "D-002": ["work_with_assistance 2014-09-15 2016-03-14 (3)"],
        "D-003": ["follow_up 2014-10-01 2015-03-31 (4)"],
        "D-004": ["follow_up 2015-01-01 2015-12-31 (5, 6)"],
        "D-005": ["work_with_assistance 2015-05-04 2016-11-03 (7)"],
        "D-007": ["follow_up 2016-12-15 2017-06-14 (9)"],
        "D-008": ["follow_up 2021-08-31 2022-08-30 (10, 11)"],
        "D-009": ["follow_up 2020-02-29 2023-02-27 (12)"],
        "D-012": ["follow_up 2019-03-01 2019-08-31 (15)", "ips 2019-09-01 2020-08-31 (16)"],
    }


@pytest.mark.parametrize(
    ("remark", "said_so"),
    [
        ("nedsatt arbeidsevne", True),
        ("Nedsett arbeidsevne, forlenget", True),
        ("over 12 mnd, ikke nedsatt arbeidsevne", False),
        ("uten nedsatt arbeidsevne", False),
        ("", None),
        ("forlenget", None),
    ],
)
def test_what_a_remark_says_of_the_work_capacity(remark: str, said_so: bool | None) -> None:
    assert said_of_capacity(remark) is said_so


@given(cells=st.dictionaries(st.sampled_from(Column), st.text(max_size=90)))
def test_any_cells_are_read_and_never_raise(cells: dict[Column, str]) -> None:
    readings = read([Row(2, cells), Row(3, {**PLAIN, **cells})], {})

    assert [reading.row.number for reading in readings] == [2, 3]
    histories(readings)


DAYS = st.dates(date(2016, 1, 1), date(2027, 12, 31))


@given(spans=st.lists(st.tuples(DAYS, st.integers(0, 900)), min_size=1, max_size=6))
def test_whatever_comes_in_unasked_is_no_longer_than_the_law_and_never_two_at_once(
    spans: list[tuple[date, int]],
) -> None:
    rows = [
        Row(
            number,
            {
                **PLAIN,
                Column.FIRST_DAY: first.isoformat(),
                Column.LAST_DAY: date.fromordinal(first.toordinal() + length).isoformat(),
            },
        )
        for number, (first, length) in enumerate(spans, 2)
    ]
    law = Law(BOOK["duration_follow_up"].on(date(2022, 1, 1)), "")

    for history in histories(read(rows, {})):
        before = date.min
        for course in history.courses:
            assert course.first > before
            assert course.last <= latest_lawful_end(course.first, MeasureNeed(), law).day
            before = course.last


@given(first=DAYS, length=st.integers(0, 1600))
def test_what_is_held_back_for_its_length_no_condition_would_have_made_lawful(
    first: date, length: int
) -> None:
    last = date.fromordinal(first.toordinal() + length)
    row = Row(2, {**PLAIN, Column.FIRST_DAY: first.isoformat(), Column.LAST_DAY: last.isoformat()})
    law = Law(BOOK["duration_follow_up"].on(date(2022, 1, 1)), "")
    top = latest_lawful_end(first, MeasureNeed(True, TransitionFrom.SCHOOL), law).day

    (reading,) = read([row], {})

    assert ("held participation-list.too-long" in said(reading.problems)) == (last > top)
    assert reading.facts.kind is MeasureKind.FOLLOW_UP
