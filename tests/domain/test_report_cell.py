"""A report never runs in a spreadsheet, and reads back exactly."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.report_cell import is_formula, read_report_cell, report_cell

NASTY = st.text(st.sampled_from("=+-@'\t\r\n \u00a0\u200b\u2028ab;\"＝") | st.characters())


@given(text=NASTY)
def test_what_is_written_is_read_again(text: str) -> None:
    assert read_report_cell(report_cell(text)) == text


@given(text=NASTY)
def test_no_line_of_it_begins_like_a_formula(text: str) -> None:
    written = report_cell(text)

    assert written[:1] not in tuple("\t\r\n=+-@")
    for line in written.splitlines():
        assert line.strip()[:1] not in tuple("=+-@＝＋－＠")


@given(texts=st.lists(NASTY, min_size=1, max_size=4))
def test_a_whole_report_of_them_is_read_again(texts: list[str]) -> None:
    file = StringIO(newline="")
    csv.writer(file, delimiter=";").writerow([report_cell(text) for text in texts])
    (row,) = csv.reader(StringIO(file.getvalue(), newline=""), delimiter=";")

    assert [read_report_cell(cell) for cell in row] == texts


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Nora Moen", "Nora Moen"),
        ("", ""),
        ("O'Brien", "O'Brien"),
        ("'t Hooft", "''t Hooft"),
        ('=HYPERLINK("http://example.test";"se her")', '\'=HYPERLINK("http://example.test";"se her")'),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        (" =1+1", "' =1+1"),
        ("\u00a0=1+1", "'\u00a0=1+1"),
        ("+47 47686735", "'+47 47686735"),
        ("ring\n@mor", "ring\n'@mor"),
        ("\tinnrykk", "'\tinnrykk"),
        ("\nlinje to", "'\nlinje to"),
    ],
)
def test_how_it_looks(text: str, written: str) -> None:
    assert report_cell(text) == written


@pytest.mark.parametrize("text", ["=1+1", " =A1", "\u00a0@sum", "+cmd|x!A0", "-1+1", "-SUM(A1)", "\u200b=1"])
def test_a_formula_is_recognised(text: str) -> None:
    assert is_formula(text)


@pytest.mark.parametrize(
    "text", ["", "a=b", "- ringer helst sms", "+47 47686735", "-", "nora@example.no", "1+1"]
)
def test_what_is_none_is_not(text: str) -> None:
    assert not is_formula(text)
