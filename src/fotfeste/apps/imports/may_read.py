"""What somebody who brings a list may read of persons who are here already: the table's answer, by column.

A changed cell is shown beside what the record says. That is a look, asked of the same table as any other
look, each time it is shown: who brought the list may have handed the person over since.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from fotfeste.apps.consents.many import found_many
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.brought_in import Problem
from fotfeste.domain.caseload_list.columns import Column
from fotfeste.domain.permissions import Permission, Role

OSLO = ZoneInfo("Europe/Oslo")
PURPOSE = "brings_list"
"""What the supervisor looks for: bringing or opening a list says it. Others need a relation of their own."""

CHANGED = frozenset({"caseload.back-takes-a-referral", "caseload.cell-changed", "caseload.ends-changed"})
"""Questions that tell what the record says."""

READ_WITH: Mapping[Column, Permission] = {
    Column.NAME: Permission.CONTACT_READ,
    Column.PHONE: Permission.CONTACT_READ,
    Column.EMAIL: Permission.CONTACT_READ,
    Column.REFERRED_ON: Permission.COURSE_READ,
    Column.REFERRER: Permission.COURSE_READ,
    Column.START_UP_MEETING: Permission.COURSE_READ,
    Column.CAREER_PROFILE: Permission.COURSE_READ,
    Column.ENDED_ON: Permission.COURSE_READ,
    Column.CLINICIAN: Permission.PEOPLE_AROUND_READ,
    Column.TREATMENT_PLACE: Permission.PEOPLE_AROUND_READ,
    Column.SPECIALIST: Permission.PEOPLE_AROUND_READ,
    Column.NAV_OFFICE: Permission.PEOPLE_AROUND_READ,
    Column.NAV_ADVISER: Permission.PEOPLE_AROUND_READ,
    Column.BENEFIT: Permission.ECONOMY_READ,
    Column.NAV_REGISTRATION: Permission.ECONOMY_READ,
    Column.NAV_CONSENT: Permission.CONSENT_READ,
    Column.DISCLOSURE: Permission.DISCLOSURE_READ,
    Column.WISHED_WORK: Permission.WISHES_READ,
    Column.WISHED_PERCENT: Permission.WISHES_READ,
    Column.EMPLOYER: Permission.EMPLOYMENT_READ,
    Column.JOB_START: Permission.EMPLOYMENT_READ,
    Column.POSITION_PERCENT: Permission.EMPLOYMENT_READ,
    Column.IDENTITY_NUMBER: Permission.IDENTITY_NUMBER_READ,
    Column.NOTE: Permission.NOTE_READ,
}
"""What it takes to be shown what the record says in a column."""


Readable = Mapping[int, frozenset[Column]]
"""The columns that may be read, by person (row id). Somebody who is not in it: none."""


def readable(by: Acting, people: Iterable[int], *, at: datetime) -> Readable:
    """What this actor may be shown of each of these persons now."""
    wanted = set(people)
    if not wanted:
        return {}
    found = found_many(by, wanted, at=at, purpose=purpose_of(by))
    return {
        each.person.pk: frozenset(column for column, needed in READ_WITH.items() if each.may(needed))
        for each in found
        if each.may(Permission.PERSON_OPEN)
    }


def noon(on: date) -> datetime:
    """A time on a day. Relations count in days: which one makes no difference."""
    return datetime.combine(on, time(12), tzinfo=OSLO)


def purpose_of(by: Acting) -> str:
    """What the look is for, where the relation does not say it."""
    return PURPOSE if by.role is Role.IPS_SUPERVISOR else ""


def told(problems: Iterable[Problem], columns: Iterable[str]) -> tuple[Problem, ...]:
    """The problems that may be shown: without the changed cells in other columns than these."""
    may_be_read = set(columns)
    return tuple(
        problem
        for problem in problems
        if problem.reason.code not in CHANGED or may_be_read.issuperset(problem.columns)
    )
