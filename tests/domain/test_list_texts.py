"""What is said of lists and files, filled in by what the cases bring forth, and every answer offered."""

import re
from pathlib import Path

import pytest
import yaml

from fotfeste.apps.imports.tables import read_table
from fotfeste.apps.imports.tables_rows import Table
from fotfeste.domain.brought_in import Problem
from fotfeste.domain.caseload_list.differences import as_strings, ask_about, differences
from fotfeste.domain.caseload_list.read_row import read_row
from fotfeste.domain.employer_list.read_list import read_list as read_employers
from fotfeste.domain.verdict import Reason
from fotfeste.parameters.texts import LANGUAGES, reason_text, text
from tests.domain import test_caseload_list as lists
from tests.domain import test_caseload_rows as rows
from tests.domain import test_employer_list as employers
from tests.domain import test_participation_list as participations
from tests.domain.caseload_made import KNOWN, TODAY, row

FILES = Path(__file__).parents[1] / "apps" / "cases_import_tables.yaml"


def of_rows() -> list[Problem]:
    found: list[Problem] = []
    for case in rows.CASES:
        first = rows.read(case, {}).problems
        found += [*first, *rows.read(case, rows.keyed(first, case.get("answers", {}))).problems]
    return found


def of_lists() -> list[Problem]:
    found = []
    for case in lists.CASES:
        found += [
            each for reading in lists.read(lists.rows_of(case), {}).readings for each in reading.problems
        ]
    for case in lists.LISTS:
        headings, brought = lists.list_of(case)
        found += [] if headings.refused else lists.read(brought, {}, headings).problems
    told = [
        as_strings(read_row(each, KNOWN, today=TODAY, answers={}).facts) for each in (row(), row(note="ny"))
    ]
    return [*found, *(ask_about(each, {}, on=TODAY) for each in differences(*told))]


def of_employers() -> list[Problem]:
    readings = [read_employers(employers.rows_of(case), answers={}) for case in employers.CASES]
    return [problem for read in readings for brought in read for problem in brought.problems]


def of_files() -> list[Problem]:
    cases = [case for case in yaml.safe_load(FILES.read_text()) if "rows" in case and "text" in case]
    contents = [case["text"].encode(case.get("encoding", "utf-8")) for case in cases]
    tables = [read_table(content, "liste.csv", answers={}) for content in contents]
    return [problem for table in tables if isinstance(table, Table) for problem in table.problems]


def of_participations() -> list[Problem]:
    readings = [participations.read(participations.rows_of(case), {}) for case in participations.CASES]
    return [problem for read in readings for brought in read for problem in brought.problems]


PROBLEMS = [*of_rows(), *of_lists(), *of_employers(), *of_files(), *of_participations()]
REASONS = {problem.reason.code: problem.reason for problem in PROBLEMS}
ANSWERS = {
    (problem.reason.code, choice.key): (problem, choice) for problem in PROBLEMS for choice in problem.choices
}


@pytest.mark.parametrize("reason", REASONS.values(), ids=REASONS)
def test_every_problem_can_be_said_in_every_language(reason: Reason) -> None:
    for language in LANGUAGES:
        assert "{" not in reason_text(reason, language)


@pytest.mark.parametrize(("code", "choice"), ANSWERS)
def test_every_offered_answer_has_a_wording_in_every_language(code: str, choice: str) -> None:
    problem, offered = ANSWERS[code, choice]

    for language in LANGUAGES:
        filled = {**dict(problem.reason.data), **dict(offered.data)}
        assert "{" not in text(code, language, choice, **filled)


@pytest.mark.parametrize("reason", REASONS.values(), ids=REASONS)
def test_no_reason_carries_an_identity_number(reason: Reason) -> None:
    assert not re.search("[0-9]{10,11}", re.sub(r"\+[0-9]+", "", str(reason.data)))
