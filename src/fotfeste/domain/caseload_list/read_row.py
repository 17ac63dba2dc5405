"""One row, read from its first cell to its last."""

import re
from collections.abc import Mapping
from datetime import date

from fotfeste.domain.brought_in import Choice, Notebook
from fotfeste.domain.caseload_list import days as days_of
from fotfeste.domain.caseload_list import ending, job, nav, row_checks, who, wishes
from fotfeste.domain.caseload_list.cells import note_formula, says_nothing, words_or_open
from fotfeste.domain.caseload_list.columns import Column
from fotfeste.domain.caseload_list.facts import CaseloadFacts, JobTold, NavTold, ReferralTold
from fotfeste.domain.caseload_list.known import Known
from fotfeste.domain.caseload_list.reading import Reading
from fotfeste.domain.caseload_list.row import Row
from fotfeste.domain.nav_office import is_same_name
from fotfeste.domain.typed_text import alike, storable, tidied
from fotfeste.domain.verdict import because

_MOST_BESIDE_UNEMPLOYMENT_BENEFIT = 50
_MOVED = re.compile(r"\bflytt\w*", re.IGNORECASE)
_REFERRAL_OPEN = (
    (Column.REFERRER, because("caseload.referrer-open", "I §4.1")),
    (Column.CLINICIAN, because("caseload.clinician-open", "I §4.1")),
    (Column.TREATMENT_PLACE, because("caseload.treatment-place-open", "I §4.1")),
)


def read_row(row: Row, known: Known, *, today: date, answers: Mapping[str, str]) -> Reading:
    """What one row tells and everything there is to say about it, with the answers given so far.

    `today` is the legal day. Answers are kept under the key of the problem they answer.
    """
    notes = Notebook(answers)
    usable = row_checks.check(row, notes, on=today)
    facts = _facts(usable, known, notes, today)
    _across_sections(usable, facts, known, notes)
    return Reading(row, facts, notes.problems)


def _facts(row: Row, known: Known, notes: Notebook, today: date) -> CaseloadFacts:
    person = who.read(row, known, notes, on=today)
    days = days_of.read(row, notes, today=today)
    referrer, clinician, place = (
        words_or_open(row[column], column, reason, notes) for column, reason in _REFERRAL_OPEN
    )
    specialist = _specialist(row[Column.SPECIALIST], known, notes)
    told_of_nav = nav.read(row, known, notes)
    disclosure, wish = wishes.read_disclosure(row, notes), wishes.read_wish(row, notes)
    told_job, discharged_on = ending.read(days, job.read(row, known, notes), notes)
    return CaseloadFacts(
        who=person,
        referral=ReferralTold(days[Column.REFERRED_ON], referrer, clinician, place),
        specialist_id=specialist,
        nav=told_of_nav,
        start_up_meeting_on=days[Column.START_UP_MEETING],
        career_profile_on=days[Column.CAREER_PROFILE],
        disclosure=disclosure,
        wish=wish,
        job=told_job,
        discharged_on=discharged_on,
        note=_note(row[Column.NOTE], notes),
    )


def _specialist(text: str, known: Known, notes: Notebook) -> str:
    named = known.specialists_named(text)
    if len(named) == 1:
        return named[0].id
    choices = [
        Choice("this-specialist", each.id, (("name", each.name),)) for each in named or known.specialists
    ]
    if says_nothing(text):
        reason = because("caseload.specialist-missing", "I §3")
    elif named:
        reason = because("caseload.specialist-known-twice", "I §3", written=tidied(text))
    else:
        reason = because("caseload.specialist-unknown", "I §3", written=tidied(text))
    answer = notes.ask(reason, Column.SPECIALIST, choices=choices)
    return answer.value if answer else ""


def _note(text: str, notes: Notebook) -> str:
    """The note, exactly as typed: line breaks, blanks and all."""
    kept = storable(text)
    if kept != text:
        notes.noted(because("caseload.note-cleaned", "house §lists"), Column.NOTE)
    note_formula(kept, Column.NOTE, notes)
    return kept


def _across_sections(row: Row, facts: CaseloadFacts, known: Known, notes: Notebook) -> None:
    if facts.job is not None:
        _benefit_beside_job(facts.nav, facts.job, row, notes)
    elif alike(facts.nav.benefit) == nav.SICKNESS_BENEFIT:
        reason = because("caseload.sickness-benefit-without-job", "LOV-1997-02-28-19 § 8-2")
        notes.noted(reason, Column.BENEFIT, Column.EMPLOYER)
    _moved_elsewhere(facts, known, notes)
    if facts.job and facts.job.started_on and facts.start_up_meeting_on:
        first, second = facts.job.started_on, facts.start_up_meeting_on
        if first < second:
            reason = because("caseload.job-start-before-start-up", "I §3", first=first, second=second)
            notes.noted(reason, Column.JOB_START, Column.START_UP_MEETING)


def _benefit_beside_job(told: NavTold, position: JobTold, row: Row, notes: Notebook) -> None:
    is_running = says_nothing(row[Column.ENDED_ON])
    share = position.percent or 0
    if (
        alike(told.benefit) == nav.UNEMPLOYMENT_BENEFIT
        and is_running
        and share > _MOST_BESIDE_UNEMPLOYMENT_BENEFIT
    ):
        reason = because("caseload.unemployment-benefit-beside-job", "LOV-1997-02-28-19 § 4-3", percent=share)
        notes.noted(reason, Column.BENEFIT, Column.POSITION_PERCENT)


def _moved_elsewhere(facts: CaseloadFacts, known: Known, notes: Notebook) -> None:
    """A note that says "moved to" a place whose NAV office is another than the row's."""
    office = facts.nav.office
    if office is None or not _MOVED.search(facts.note):
        return
    said = set(re.findall(r"\w+", alike(facts.note)))
    for other in known.nav_offices:
        if alike(other.name) in said and not is_same_name(other.name, office.name):
            data = {"place": other.name, "office": str(office)}
            reason = because("caseload.note-names-another-place", "house §lists", **data)
            notes.noted(reason, Column.NAV_OFFICE, Column.NOTE)
