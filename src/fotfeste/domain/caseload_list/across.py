"""Rows held against each other: the same person twice, one number with two names, shared contact details."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from fotfeste.domain.brought_in import Choice, Problem, Severity, asked
from fotfeste.domain.caseload_list.columns import Column, heading
from fotfeste.domain.caseload_list.reading import Reading
from fotfeste.domain.caseload_list.who import KEEP, LEAVE_OUT
from fotfeste.domain.typed_text import alike
from fotfeste.domain.verdict import Reason, because

THIS_ROW = "this-row"
EARLIER_ROW = "earlier-row"
NOT_KNOWN = Choice("not-known")
SHARED = frozenset({"caseload.shared-phone", "caseload.shared-email"})
_MOST_ROWS_NAMED = 10
_LONGEST_VALUE = 60

Answers = Mapping[int, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class _Finding:
    """Something to say of a row that is only seen beside others, and what an answer does to the row."""

    row: int
    problem: Problem
    left_out_for: int | None = None
    is_left_out: bool = False


def held_against_each_other(readings: Sequence[Reading], answers: Answers) -> tuple[Reading, ...]:
    """The readings, each with what only shows when rows are seen together."""
    found = defaultdict(list)
    for finding in _findings(readings, answers):
        found[finding.row].append(finding)
    return tuple(_with(reading, found[reading.row.number]) for reading in readings)


def differing_columns(one: Reading, other: Reading) -> tuple[Column, ...]:
    """The columns in which two rows do not say the same, blanks and capitals aside."""
    return tuple(column for column in Column if alike(one.row[column]) != alike(other.row[column]))


def _findings(readings: Sequence[Reading], answers: Answers) -> Iterator[_Finding]:
    for group in _groups(readings, _number_of):
        has_one_name = len({alike(reading.facts.who.name) for reading in group}) == 1
        yield from _same_person(group, answers) if has_one_name else _two_names(group)
    for group in _groups(readings, _phone_of):
        yield from _shared(group, Column.PHONE, answers)
    for group in _groups(readings, _email_of):
        yield from _shared(group, Column.EMAIL, answers)


def _with(reading: Reading, findings: Iterable[_Finding]) -> Reading:
    for finding in findings:
        who = reading.facts.who
        if finding.is_left_out:
            is_phone = Column.PHONE in finding.problem.columns
            who = replace(who, phone=None) if is_phone else replace(who, email=None)
        reading = replace(
            reading,
            facts=replace(reading.facts, who=who),
            problems=(*reading.problems, finding.problem),
            left_out_for=finding.left_out_for or reading.left_out_for,
        )
    return reading


def _groups(readings: Iterable[Reading], key: Callable[[Reading], str]) -> list[list[Reading]]:
    groups = defaultdict(list)
    for reading in readings:
        if at := key(reading):
            groups[at].append(reading)
    return [group for group in groups.values() if len(group) > 1]


def _number_of(reading: Reading) -> str:
    number = reading.facts.who.identity_number
    return number.digits if number else ""


def _phone_of(reading: Reading) -> str:
    phone = reading.facts.who.phone
    return phone.canonical if phone else ""


def _email_of(reading: Reading) -> str:
    email = reading.facts.who.email
    return alike(email.canonical) if email else ""


def _two_names(group: list[Reading]) -> Iterator[_Finding]:
    for reading in group:
        rows = _rows(other for other in group if other is not reading)
        reason = because("caseload.one-number-two-names", "house §lists", rows=rows)
        yield _Finding(
            reading.row.number, Problem(Severity.HELD, reason, (Column.IDENTITY_NUMBER, Column.NAME))
        )


def _same_person(group: list[Reading], answers: Answers) -> Iterator[_Finding]:
    """Which of the rows for one person is taken: the first, until it is answered that a later one is."""
    taken = group[0]
    for later in group[1:]:
        differing = differing_columns(taken, later)
        if not differing:
            yield _same_again(taken, later)
            continue
        question = _which_row(taken, later, differing, answers.get(later.row.number, {}))
        chosen = question.answer.key if question.answer is not None else ""
        is_later_taken, is_later_left_out = chosen == THIS_ROW, chosen == EARLIER_ROW
        yield _Finding(later.row.number, question, taken.row.number if is_later_left_out else None)
        yield _told_of_later(taken, later, differing, is_left_out=is_later_taken)
        taken = later if is_later_taken else taken


def _same_again(earlier: Reading, later: Reading) -> _Finding:
    at = earlier.row.number
    reason = because("caseload.same-row-twice", "house §lists", row=at)
    return _Finding(later.row.number, Problem(Severity.NOTED, reason, (Column.IDENTITY_NUMBER,)), at)


def _which_row(
    earlier: Reading, later: Reading, differing: tuple[Column, ...], given: Mapping[str, str]
) -> Problem:
    named = ", ".join(heading(column) for column in differing)
    row = earlier.row.number
    reason = because("caseload.same-person-earlier", "house §lists", row=row, columns=named)
    choices = [
        Choice(THIS_ROW, data=(("values", _values(later, differing)),)),
        Choice(EARLIER_ROW, data=(("row", row), ("values", _values(earlier, differing)))),
    ]
    return asked(reason, differing, choices, given)


def _told_of_later(
    earlier: Reading, later: Reading, differing: tuple[Column, ...], *, is_left_out: bool
) -> _Finding:
    at = later.row.number
    reason = because("caseload.same-person-later", "house §lists", row=at)
    return _Finding(
        earlier.row.number, Problem(Severity.NOTED, reason, differing), at if is_left_out else None
    )


def _shared(group: list[Reading], column: Column, answers: Answers) -> Iterator[_Finding]:
    """A phone or an address that several people have. One person in two rows does not count."""
    if len({_person(reading) for reading in group}) < 2:
        return
    for reading in group:
        rows = _rows(other for other in group if _person(other) != _person(reading))
        given = answers.get(reading.row.number, {})
        reason = _shared_reason(reading, column, rows)
        problem = asked(reason, (column,), [KEEP, LEAVE_OUT, NOT_KNOWN], given)
        yield _Finding(reading.row.number, problem, is_left_out=problem.answer in (LEAVE_OUT, NOT_KNOWN))
        if problem.answer == NOT_KNOWN:
            yield _Finding(reading.row.number, Problem(Severity.UNCLEAR, _open_reason(column), (column,)))


def _shared_reason(reading: Reading, column: Column, rows: str) -> Reason:
    who = reading.facts.who
    if column is Column.PHONE:
        shown = who.phone.canonical if who.phone else ""
        return because("caseload.shared-phone", "house §lists", rows=rows, value=shown)
    shown = who.email.canonical if who.email else ""
    return because("caseload.shared-email", "house §lists", rows=rows, value=shown[:_LONGEST_VALUE])


def _open_reason(column: Column) -> Reason:
    if column is Column.PHONE:
        return because("caseload.phone-open", "house §lists")
    return because("caseload.email-open", "house §lists")


def _person(reading: Reading) -> str:
    return _number_of(reading) or f"row {reading.row.number}"


def _rows(readings: Iterable[Reading]) -> str:
    """Rows to name in a text, each with who stands there: the first ones, and a sign that there are more."""
    named = [_row(reading) for reading in islice(readings, _MOST_ROWS_NAMED + 1)]
    return ", ".join([*named[:_MOST_ROWS_NAMED], *(["…"] if len(named) > _MOST_ROWS_NAMED else [])])


def _row(reading: Reading) -> str:
    name = reading.facts.who.name[:_LONGEST_VALUE].strip()
    return f"{reading.row.number} ({name})" if name else str(reading.row.number)


def _values(reading: Reading, columns: Iterable[Column]) -> str:
    """What a row says in those columns: what one must see to choose between two."""
    return "; ".join(f"{heading(column)}: {_cell(reading.row[column])}" for column in columns)


def _cell(text: str) -> str:
    one_line = " ".join(text.split())
    return f"{one_line[: _LONGEST_VALUE - 1]}…" if len(one_line) > _LONGEST_VALUE else one_line or "–"
