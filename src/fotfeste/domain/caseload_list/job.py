"""The job a row tells of: the employer, known or not, and the share of a full position."""

from dataclasses import dataclass

from fotfeste.domain.brought_in import Choice, Notebook
from fotfeste.domain.caseload_list import percent
from fotfeste.domain.caseload_list.cells import says_nothing, words
from fotfeste.domain.caseload_list.columns import Column
from fotfeste.domain.caseload_list.known import Known, KnownEmployer
from fotfeste.domain.caseload_list.percent import KEEP
from fotfeste.domain.caseload_list.row import Row
from fotfeste.domain.organisation_number import OrganisationNumber
from fotfeste.domain.verdict import Reason, because

NONE_OF_THEM = Choice("none-of-them")
_LEAVE_OUT = Choice("leave-out")
_PERCENT_OPEN = because("caseload.position-percent-open", "house §lists")


@dataclass(frozen=True, slots=True)
class Position:
    """Where and how much: an employer by name and, where it is known, by id; percent of a full position."""

    employer_name: str
    employer_id: str
    percent: int | None


def read(row: Row, known: Known, notes: Notebook) -> Position | None:
    """The position, or None where the row tells of no job at all."""
    if says_nothing(row[Column.EMPLOYER]) and says_nothing(row[Column.JOB_START]):
        _percent_of_no_job(row[Column.POSITION_PERCENT], notes)
        return None
    name, known_id = _employer(row[Column.EMPLOYER], known, notes)
    share = percent.read(
        row[Column.POSITION_PERCENT], Column.POSITION_PERCENT, _PERCENT_OPEN, notes, most=KEEP
    )
    if share is not None and share.is_approximate:
        notes.noted(because("caseload.position-percent-about", "house §lists"), Column.POSITION_PERCENT)
    return Position(name, known_id, share.value if share else None)


def _percent_of_no_job(text: str, notes: Notebook) -> None:
    if not says_nothing(text):
        reason = because("caseload.percent-without-job", "house §lists")
        notes.ask(reason, Column.POSITION_PERCENT, choices=[_LEAVE_OUT])


def _employer(text: str, known: Known, notes: Notebook) -> tuple[str, str]:
    if says_nothing(text):
        notes.unclear(because("caseload.employer-open", "house §lists"), Column.EMPLOYER)
        return "", ""
    name = words(text, Column.EMPLOYER, notes)
    same = known.employers_named(name)
    if len(same) == 1:
        return name, same[0].id
    if same:
        reason = because("caseload.employer-known-twice", "house §lists", name=name[:80], count=len(same))
        return name, _chosen(reason, same, name, notes)
    if near := known.employers_nearly_named(name):
        reason = because("caseload.employer-nearly-known", "house §lists", name=name[:80])
        return name, _chosen(reason, near, name, notes)
    return name, _unknown(name, notes)


def _chosen(reason: Reason, among: tuple[KnownEmployer, ...], name: str, notes: Notebook) -> str:
    choices = [Choice("this-employer", each.id, _shown(each)) for each in among]
    answer = notes.ask(reason, Column.EMPLOYER, choices=[*choices, NONE_OF_THEM])
    if answer is NONE_OF_THEM:
        return _unknown(name, notes)
    return answer.value if answer else ""


def _shown(employer: KnownEmployer) -> tuple[tuple[str, str], ...]:
    number = employer.organisation_number
    written = str(OrganisationNumber(number)) if len(number) == 9 else "–"
    return (("name", employer.name), ("number", written), ("place", employer.place or "–"))


def _unknown(name: str, notes: Notebook) -> str:
    notes.unclear(because("caseload.employer-unknown", "house §lists", name=name[:80]), Column.EMPLOYER)
    return ""
