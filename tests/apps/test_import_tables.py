"""A file as it is brought: what is read of it, what is asked, what is refused."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.apps.imports.tables import read_table
from fotfeste.apps.imports.tables_rows import Table
from fotfeste.domain.verdict import Verdict
from tests.apps import files_made
from tests.domain.caseload_made import keyed, said
from tests.domain.salten import EMPLOYERS, LIST, records

CASES = yaml.safe_load((Path(__file__).parent / "cases_import_tables.yaml").read_text())


def content_of(case: dict) -> bytes:
    if "made" in case:
        return getattr(files_made, case["made"])()
    return case["text"].encode(case.get("encoding", "utf-8"))


def read(case: dict, answers: dict[str, str]) -> Table | Verdict:
    name = case.get("file", "liste.csv")
    return read_table(content_of(case), name, answers=answers)


def rows_in(table: Table) -> dict[int, list[str]]:
    return {row.number: list(row.cells) for row in table.rows}


@pytest.mark.parametrize("case", [case for case in CASES if "refused" in case], ids=lambda case: case["name"])
def test_a_file_that_cannot_be_read_says_why(case: dict) -> None:
    found = read(case, {})

    assert not isinstance(found, Table)
    assert [reason.code for reason in found] == case["refused"]


@pytest.mark.parametrize("case", [case for case in CASES if "rows" in case], ids=lambda case: case["name"])
def test_a_file_is_read(case: dict) -> None:
    found = read(case, {})

    assert isinstance(found, Table), found
    assert rows_in(found) == case["rows"]
    assert said(found.problems) == case.get("says", [])
    assert list(found.headings) == case.get("headings", list(found.headings))


@pytest.mark.parametrize("case", [case for case in CASES if "answers" in case], ids=lambda case: case["name"])
def test_what_is_asked_of_a_file_holds_it_back_until_it_is_answered(case: dict) -> None:
    unanswered = read(case, {})
    assert isinstance(unanswered, Table)
    assert unanswered.waits_for

    answered = read(case, keyed(unanswered.problems, case["answers"]))

    assert isinstance(answered, Table)
    assert answered.waits_for == ()
    assert rows_in(answered) == case.get("then", case["rows"])


def test_another_guess_of_how_letters_are_written_is_another_text() -> None:
    content = "Navn;By\nÅse;Bodø\n".encode("cp1252")
    first = read_table(content, "liste.csv", answers={})
    assert isinstance(first, Table)
    (question,) = first.problems

    other = read_table(content, "liste.csv", answers={question.key: "mac-roman"})

    assert [choice.key for choice in question.choices] == ["windows-1252", "mac-roman"]
    assert [dict(choice.data)["sample"] for choice in question.choices] == ["Åse, Bodø", "≈se, Bod¯"]
    assert isinstance(other, Table)
    assert other.rows[0].cells == ("≈se", "Bod¯")


@pytest.mark.parametrize("path", [LIST, EMPLOYERS], ids=lambda path: path.name)
def test_the_lists_of_salten_say_the_same_as_text_and_as_a_workbook(path: Path) -> None:
    written, *rows = records(path)
    as_text = read_table(path.read_bytes(), path.name, answers={})
    as_workbook = read_table(
        files_made.saved(files_made.of_rows(*map(tuple, [written, *rows]))), "liste.xlsx", answers={}
    )

    assert isinstance(as_text, Table)
    assert isinstance(as_workbook, Table)
    assert list(as_text.headings) == list(as_workbook.headings) == written
    assert [list(row.cells) for row in as_text.rows] == rows
    assert as_text.problems == as_workbook.problems == ()
    if path is LIST:
        assert as_workbook.rows == as_text.rows
        assert [row.number for row in as_text.rows] == list(range(2, 65))


def test_how_far_it_has_come_is_told_and_the_last_word_is_exact() -> None:
    heard: list[tuple[int, int]] = []

    read_table(
        b"Navn;Tlf\n" + b"Nora;47\n" * 1_000,
        "liste.csv",
        answers={},
        on_progress=lambda done, total: heard.append((done, total)),
    )

    assert heard[-1] == (1_000, 1_000)
    assert [done for done, _ in heard] == sorted(done for done, _ in heard)
    assert all(done <= total for done, total in heard)


@given(text=st.text(max_size=200), encoding=st.sampled_from(["utf-8", "utf-16", "cp1252", "mac_roman"]))
def test_any_text_is_a_table_or_has_a_reason(text: str, encoding: str) -> None:
    found = read_table(text.encode(encoding, "replace"), "liste.csv", answers={})

    assert found == () or found


@given(content=st.binary(max_size=300) | st.binary(max_size=300).map(lambda rest: b"PK\x03\x04" + rest))
def test_any_bytes_are_a_table_or_have_a_reason(content: bytes) -> None:
    assert read_table(content, "liste.xlsx", answers={})


@given(cells=st.lists(st.lists(st.text(max_size=8), min_size=2, max_size=2), min_size=1, max_size=5))
def test_what_a_spreadsheet_saves_as_text_is_read_cell_by_cell(cells: list[list[str]]) -> None:
    written = "".join(";".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in cells)

    found = read_table(("Navn;Tlf\r\n" + written).encode("utf-8", "replace"), "liste.csv", answers={})

    if isinstance(found, Table) and not found.problems:
        expected = [[cell.encode("utf-8", "replace").decode() for cell in row] for row in cells]
        assert [list(row.cells) for row in found.rows] == [
            row for row in expected if any(cell.strip() for cell in row)
        ]


def test_the_workbook_library_is_only_loaded_when_a_workbook_comes() -> None:
    code = (
        "import sys; from fotfeste.apps.imports.tables import read_table;"
        "read_table(b'Navn;Tlf\\nNora;47', 'l.csv', answers={});"
        "sys.exit('openpyxl' in sys.modules)"
    )

    assert (
        subprocess.run([sys.executable, "-c", code], check=False, cwd="src").returncode == 0
    )  # our own code
