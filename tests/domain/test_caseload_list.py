"""The list as a whole: its headings, rows beside each other, what has changed since last time."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.brought_in import answers_after_mending
from fotfeste.domain.caseload_list.columns import HEADINGS, Column, Headings, match
from fotfeste.domain.caseload_list.differences import TAKE_NEW, Difference, as_strings, ask_about, differences
from fotfeste.domain.caseload_list.known import Known
from fotfeste.domain.caseload_list.open_questions import open_questions
from fotfeste.domain.caseload_list.read_list import THE_LIST, read_list
from fotfeste.domain.caseload_list.read_row import read_row
from fotfeste.domain.caseload_list.reading import ListReading
from fotfeste.domain.caseload_list.row import Row, canonical, from_cells, mended
from fotfeste.parameters.texts import reason_text
from tests.domain.caseload_made import KNOWN, TODAY, keyed, row, said

CASES = yaml.safe_load((Path(__file__).parent / "cases_caseload_across.yaml").read_text())
AS_WRITTEN = [headings[0] for headings in HEADINGS.values()]
LISTS = yaml.safe_load((Path(__file__).parent / "cases_caseload_list.yaml").read_text())
OTHER_PEOPLE = [
    {},
    {"name": "Amir Eira", "identity_number": "15828322521", "phone": "48779832", "email": "amir@example.no"},
    {
        "name": "Sofie Strand",
        "identity_number": "17847318198",
        "phone": "46692024",
        "email": "sof@example.no",
    },
]


def rows_of(case: dict) -> list[Row]:
    made = []
    for at, cells in enumerate(case["rows"]):
        changes = dict(cells)
        who = {} if changes.pop("same", False) else OTHER_PEOPLE[at]
        made.append(row(at + 2, **{**who, **changes}))
    return made


def read(
    rows: list[Row], answers: dict[int, dict[str, str]], headings: Headings | None = None
) -> ListReading:
    return read_list(headings or match(AS_WRITTEN), rows, KNOWN, today=TODAY, answers=answers)


def numbers(readings: tuple) -> list[int]:
    return [reading.row.number for reading in readings]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_rows_beside_each_other(case: dict) -> None:
    rows = rows_of(case)
    first = read(rows, {})
    assert {each.row.number: said(each.problems) for each in first.readings} == case["says"]

    answers = {
        each.row.number: keyed(each.problems, case.get("answers", {}).get(each.row.number, {}))
        for each in first.readings
    }
    answered = read(rows, answers)
    assert numbers(answered.ready) == case["ready"]
    assert numbers(answered.held_back) == case.get("held", [])
    for number, address in case.get("emails", {}).items():
        email = next(each for each in answered.readings if each.row.number == number).facts.who.email
        assert (email.canonical if email else None) == address
    for number, codes in case.get("open", {}).items():
        reading = next(each for each in answered.readings if each.row.number == number)
        assert [each.code for each in open_questions(reading)] == codes


def test_a_question_about_two_rows_shows_what_one_must_see_to_answer_it() -> None:
    shared = read([row(2, **OTHER_PEOPLE[1]), row(3, **{**OTHER_PEOPLE[2], "email": "amir@example.no"})], {})
    twice = read([row(2), row(3, phone="47111111")], {})

    asked_of_sofie = dict(shared.readings[1].problems[-1].reason.data)
    assert asked_of_sofie == {"rows": "2 (Amir Eira)", "value": "amir@example.no"}
    this_row, earlier_row = twice.readings[1].problems[-1].choices
    assert dict(this_row.data)["values"].endswith(": 47111111")
    assert dict(earlier_row.data)["values"] != dict(this_row.data)["values"]


def test_every_heading_is_found_however_it_is_written() -> None:
    for style in (str.upper, str.lower, lambda name: f"  {name.replace(' ', chr(0xA0))}: "):
        assert list(match([style(name) for name in AS_WRITTEN]).places) == list(Column)


@pytest.mark.parametrize("names", HEADINGS.values(), ids=lambda names: names[0])
def test_every_other_name_of_a_column_is_its_own(names: tuple[str, ...]) -> None:
    assert {tuple(match([name]).places) for name in names} == {tuple(match([names[0]]).places)}


def list_of(case: dict) -> tuple[Headings, list[Row]]:
    """The headings and rows of a case about the list as a whole."""
    kept = [column for column in Column if HEADINGS[column][0] not in case.get("without", ())]
    more = case.get("more", {})
    headings = match([*(HEADINGS[column][0] for column in kept), *more])
    rows = rows_of({"rows": case.get("rows", [{}])})
    cells = [[*(each[column] for column in kept), *more.values()] for each in rows]
    return headings, [from_cells(number, row, headings) for number, row in enumerate(cells, 2)]


@pytest.mark.parametrize("case", LISTS, ids=lambda case: case["name"])
def test_the_list_as_a_whole(case: dict) -> None:
    headings, rows = list_of(case)
    assert [reason.code for reason in headings.refused] == case.get("refused", [])
    if headings.refused:
        return

    reading = read(rows, {}, headings)
    assert said(reading.problems) == case.get("says", [])
    assert bool(reading.waits_for) == ("answers" in case)

    answers = keyed(reading.problems, case.get("answers", {}))
    answered = read(rows, {THE_LIST: answers}, headings)
    assert answered.waits_for == ()
    assert answered.readings[0].facts.note == case.get("note", "")


@pytest.mark.parametrize("case", [case for case in LISTS if "changed" in case], ids=lambda case: case["name"])
def test_what_has_changed_since_last_time(case: dict) -> None:
    then = row(**case["last_time"])
    answers = keyed(read_row(then, KNOWN, today=TODAY, answers={}).problems, case.get("answered_then", {}))
    stored = as_strings(read_row(then, KNOWN, today=TODAY, answers=answers).facts)
    brought = as_strings(read_row(row(), KNOWN, today=TODAY, answers={}).facts)

    assert said(ask_about(each, {}, on=TODAY) for each in differences(stored, brought)) == case["changed"]


def test_a_missing_column_is_named() -> None:
    (reason,) = match([name for name in AS_WRITTEN if name != "Jobbspesialist"]).refused

    assert dict(reason.data) == {"heading": "Jobbspesialist"}


def test_progress_is_told_row_by_row() -> None:
    heard: list[tuple[int, int]] = []
    headings, rows = match(AS_WRITTEN), rows_of({"rows": [{}, {}, {}]})

    read_list(
        headings,
        rows,
        KNOWN,
        today=TODAY,
        answers={},
        on_progress=lambda done, total: heard.append((done, total)),
    )

    assert heard == [(1, 3), (2, 3), (3, 3)]


# What has changed since last time


def test_the_same_row_again_has_no_differences() -> None:
    told = as_strings(read_row(row(), KNOWN, today=TODAY, answers={}).facts)

    assert differences(told, told) == ()


def test_a_changed_cell_is_asked_about() -> None:
    before = as_strings(read_row(row(), KNOWN, today=TODAY, answers={}).facts)
    after = as_strings(read_row(row(phone="47111111", note="ny"), KNOWN, today=TODAY, answers={}).facts)

    changed = differences(before, after)
    question = ask_about(changed[0], {}, on=TODAY)

    assert [(each.column, each.stored, each.brought) for each in changed] == [
        (Column.PHONE, "+4747686735", "+4747111111"),
        (Column.NOTE, "", "ny"),
    ]
    assert said([question]) == ["asked caseload.cell-changed"]
    assert ask_about(changed[0], {question.key: "take-new"}, on=TODAY).holds_back is False


@pytest.mark.parametrize(
    ("brought", "code"),
    [
        ("2026-11-03", "caseload.cell-changed"),
        (f"{TODAY.isoformat()}/2026-11-03", "caseload.ends-changed"),
        ("2027-01-31", "caseload.back-takes-a-referral"),
        ("/2026-11-03", "caseload.back-takes-a-referral"),
        ("", "caseload.back-takes-a-referral"),
    ],
)
def test_no_end_of_a_list_takes_up_a_course_that_is_over(brought: str, code: str) -> None:
    question = ask_about(Difference(Column.ENDED_ON, "2026-11-02", brought), {}, on=TODAY)

    assert said([question]) == [f"asked {code}"]
    assert (TAKE_NEW in question.choices) is (code != "caseload.back-takes-a-referral")


@pytest.mark.parametrize(
    ("language", "here", "there"),
    [
        ("nb", "oppfølgingen sluttet –, jobben –.", "jobben 12. november 2026."),
        ("nn", "oppfølginga slutta –, jobben –.", "jobben 12. november 2026."),
        ("en", "the course ended –, the job –.", "the job 12 November 2026."),
    ],
)
def test_the_end_of_a_job_is_said_in_words(language: str, here: str, there: str) -> None:
    question = ask_about(Difference(Column.ENDED_ON, "", "/2026-11-12"), {}, on=TODAY)
    referred = ask_about(Difference(Column.REFERRED_ON, "2026-11-02", "2026-11-03"), {}, on=TODAY)

    asked = reason_text(question.reason, language)
    assert here in asked
    assert there in asked
    assert "2026-11" not in reason_text(referred.reason, language)


def test_the_strings_to_store_hold_everything_but_the_identity_number() -> None:
    told = as_strings(read_row(row(), KNOWN, today=TODAY, answers={}).facts)

    assert set(Column) - set(told) == {Column.IDENTITY_NUMBER}
    assert "10915596784" not in str(told)


# What is left open, mending, and knowing a row again


def test_what_is_left_open_becomes_questions_for_the_agenda() -> None:
    reading = read_row(row(nav_consent="", start_up_meeting="", benefit=""), KNOWN, today=TODAY, answers={})

    assert [(each.code, each.column) for each in open_questions(reading)] == [
        ("clear-up.start-up-meeting-missing", "Oppstartsmøte"),
        ("caseload.benefit-open", "Ytelse"),
        ("clear-up.consent-open", "Samtykke NAV"),
    ]


def test_mending_a_cell_takes_away_the_answers_that_were_about_it() -> None:
    answers = {"ended_on+job_start:caseload.end-beside-job": "job-ended", "phone:phone.several": "leave-out"}

    assert answers_after_mending(answers, ["job_start"]) == {"phone:phone.several": "leave-out"}
    assert answers_after_mending(answers, ["note"]) == answers


def test_a_mended_row_keeps_its_number_and_its_other_cells() -> None:
    changed = mended(row(7), {Column.REFERRED_ON: "19.01.2026"})

    assert (changed.number, changed[Column.REFERRED_ON]) == (7, "19.01.2026")
    assert changed[Column.NAME] == "Nora Moen"


CELLS = st.dictionaries(st.sampled_from(Column), st.text("a1:,é\ud800 ", max_size=4), max_size=4)
ROWS = st.builds(
    Row,
    st.integers(2, 9),
    CELLS,
    st.lists(st.tuples(st.text("a1", max_size=2), st.text("a1", max_size=2)), max_size=2).map(tuple),
    st.lists(st.text("a1", max_size=2), max_size=2).map(tuple),
)


def contents(brought: Row) -> tuple:
    return {column: text for column, text in brought.cells.items() if text}, brought.others, brought.surplus


@given(one=ROWS, other=ROWS)
def test_two_rows_have_one_canonical_form_only_when_they_hold_the_same(one: Row, other: Row) -> None:
    assert (canonical(one) == canonical(other)) == (contents(one) == contents(other))


@given(cells=CELLS)
def test_the_canonical_form_does_not_know_where_the_row_stood(cells: dict[Column, str]) -> None:
    backwards = dict(reversed(cells.items()))

    assert canonical(Row(2, cells)) == canonical(Row(90, backwards))


def test_nothing_that_holds_a_row_shows_its_cells() -> None:
    reading = read_row(row(name="Nora Moen"), KNOWN, today=TODAY, answers={})

    for shown in (repr(reading.row), repr(reading.facts)):
        assert "10915596784" not in shown
        assert "Nora" not in shown
        assert "47686735" not in shown


def test_what_is_known_is_found_whatever_the_capitals() -> None:
    assert [each.id for each in KNOWN.specialists_named(" siv  RØNNING")] == ["siv"]
    assert [each.id for each in KNOWN.employers_named("SALTEN LAKS")] == ["laks"]
    assert [each.id for each in KNOWN.employers_nearly_named("rana renhold enk")] == ["renhold"]
    assert Known().specialists_named("Siv Rønning") == ()


def test_without_any_specialist_to_offer_the_question_can_only_be_mended() -> None:
    reading = read_row(row(), Known(), today=date(2026, 11, 22), answers={})

    assert said(reading.waits_for) == ["asked caseload.specialist-unknown"]
    assert reading.waits_for[0].choices == ()
