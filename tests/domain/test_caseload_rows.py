"""One row of the list: what is held, asked, left unclear or noted, and what the answers make of it."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.caseload_list.columns import Column
from fotfeste.domain.caseload_list.differences import as_strings
from fotfeste.domain.caseload_list.read_row import read_row
from fotfeste.domain.caseload_list.reading import Reading
from fotfeste.domain.caseload_list.row import Row
from tests.domain.caseload_made import KNOWN, TODAY, keyed, row, said

CASES = yaml.safe_load((Path(__file__).parent / "cases_caseload_rows.yaml").read_text())


def read(case: dict, answers: dict[str, str]) -> Reading:
    brought = replace(
        row(**case["cells"]),
        surplus=tuple(case.get("surplus", ())),
        is_short=case.get("is_short", False),
    )
    known = replace(KNOWN, synthetic_only=not case.get("production", False))
    return read_row(brought, known, today=TODAY, answers=answers)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_row(case: dict) -> None:
    unanswered = read(case, {})
    assert said(unanswered.problems) == case["says"]

    answers = keyed(unanswered.problems, case.get("answers", {}))
    reading = read(case, answers)
    assert said(reading.problems) == case.get("then", case["says"])
    told = as_strings(reading.facts)
    assert {column: told[Column(column)] for column in case.get("told", {})} == case.get("told", {})
    if "employer_id" in case:
        assert reading.facts.job is not None
        assert reading.facts.job.employer_id == case["employer_id"]


@pytest.mark.parametrize("case", [case for case in CASES if "answers" in case], ids=lambda case: case["name"])
def test_an_answer_is_one_of_those_offered_and_lets_the_row_in(case: dict) -> None:
    unanswered = read(case, {})
    answered = read(case, keyed(unanswered.problems, case["answers"]))

    assert not unanswered.is_ready
    assert {problem.reason.code for problem in unanswered.waits_for} == set(case["answers"])
    assert not {problem.reason.code for problem in answered.waits_for} & set(case["answers"])
    assert unanswered.problems != answered.problems


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_only_what_is_held_or_asked_keeps_a_row_out(case: dict) -> None:
    severities = {each.partition(" ")[0] for each in case["says"]}

    assert read(case, {}).is_ready == severities.isdisjoint({"held", "asked"})


def test_an_answer_that_was_not_offered_is_no_answer() -> None:
    case = {"cells": {"wished_percent": "140"}}
    key = read(case, {}).problems[0].key

    assert not read(case, {key: "whole-position=200"}).is_ready
    assert read(case, {key: "whole-position=100"}).is_ready


@given(
    cells=st.dictionaries(st.sampled_from(Column), st.text(max_size=60)),
    surplus=st.lists(st.text(max_size=5), max_size=2),
)
def test_any_cells_are_read_and_never_raise(cells: dict[Column, str], surplus: list[str]) -> None:
    reading = read_row(Row(2, cells, surplus=tuple(surplus)), KNOWN, today=TODAY, answers={})

    assert reading.row.cells == cells
    assert as_strings(reading.facts)


ODD = st.sampled_from(
    ["", " ", "?", "ja", "x", "31.02.2026", "01/02/2026", "45710", "ca 60", "140", "0", "#REF!", "=1+1", "@a"]
)


@given(cells=st.dictionaries(st.sampled_from(Column), ODD), pick=st.randoms(use_true_random=False))
def test_whatever_is_asked_can_be_answered_until_nothing_is_open(
    cells: dict[Column, str], pick: object
) -> None:
    brought, answers = row(**cells), dict[str, str]()
    for _ in range(12):
        reading = read_row(brought, KNOWN, today=TODAY, answers=answers)
        asked = [problem for problem in reading.waits_for if problem.severity == "asked"]
        if not asked:
            break
        assert all(problem.choices for problem in asked)
        answers |= {each.key: pick.choice(each.choices).id for each in asked}  # type: ignore[attr-defined]  # a random.Random

    assert not asked
