"""The job development plan in words, for the specialist's page and one's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.apps.caseload.disclosure import Agreement
from fotfeste.apps.caseload.job_plan import EmployerInPlan, JobPlanFound
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.plans.models_job_plan import HelpAgreed, JobPlanActivity, JobPlanVersion
from fotfeste.apps.plans.selectors_job_plan import occupations_in
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.disclosure_topics import TopicAnswer
from fotfeste.domain.job_plan import HelpArea, Responsible, Wish
from fotfeste.domain.permissions import Role
from fotfeste.web.disclosure_words import topic_words
from fotfeste.web.job_fields import occupation_typed
from fotfeste.web.job_plan_words import HELP_AREAS, HELP_DEGREES, RESPONSIBLES, WISHES
from fotfeste.web.lines import language
from fotfeste.web.person_overview import Fact
from fotfeste.web.roles import IN_WORDS
from fotfeste.web.words.dates import long_day
from fotfeste.web.words.numbers import percent


@dataclass(frozen=True, slots=True)
class PlannedEmployerShown:
    """An employer in the plan, with what may be told it beside."""

    key: str
    employer: str
    name: str
    how: str
    may_tell: str
    tone: str


@dataclass(frozen=True, slots=True)
class ActivityShown:
    """Something agreed."""

    key: str
    what: str
    who: str
    when: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class VersionShown:
    """One version among the others."""

    key: str
    public_id: UUID
    number: int
    by: str
    day: str
    is_withdrawn: bool
    can_be_used: bool


def job_plan_page(found: JobPlanFound) -> dict[str, Any]:
    """What both pages show."""
    key, version = found.header.key, found.version
    return {
        "version": version.number if version else None,
        "written": written(version) if version else "",
        "wishes": list(wishes_in(version, key)) if version else [],
        "goals": str(Sealed(version, "sealed_goals", key)) if version else "",
        "withdrawn_on": found.withdrawn.withdrawn_on if found.withdrawn else None,
        "withdrawal": str(Sealed(found.withdrawn, "sealed_withdrawal", key)) if found.withdrawn else "",
        "employers": [_employer(each, key) for each in found.employers],
        "activities": [_activity(each, key) for each in found.activities],
        "help": list(_help(found.help)) if found.help else [],
        "help_words": str(Sealed(found.help, "sealed_words", key)) if found.help else "",
        "help_on": found.help.clarified_on if found.help else None,
        "versions": list(_versions(found)),
        "is_whole": found.is_whole,
    }


def written(version: JobPlanVersion) -> str:
    """Which version, from which day, by whom."""
    role = IN_WORDS[Role(version.written_as)][0]
    said = {"n": version.number, "day": long_day(version.written_on, language())}
    by = _("versjon %(n)d, %(day)s") % said
    return f"{by}, {version.written_by.name} ({str(role).lower()})"


def wishes_in(version: JobPlanVersion, key: SealingKey) -> Iterator[Fact]:
    """Each wish that something is said of."""
    for wish in Wish:
        if words := wish_words(version, wish, key):
            yield Fact(str(WISHES[wish]), words)


def wish_words(version: JobPlanVersion, wish: Wish, key: SealingKey) -> str:
    """What a version says of one wish; empty where it says nothing."""
    if wish is Wish.WORK:
        return ", ".join(occupation_typed(each.code, each.words) for each in occupations_in(version, key))
    said = str(Sealed(version, f"sealed_{wish}", key))
    if wish is Wish.HOURS and version.percent:
        return ", ".join(part for part in (percent(version.percent, language()), said) if part)
    return said


def _employer(each: EmployerInPlan, key: SealingKey) -> PlannedEmployerShown:
    row = each.row
    may_tell, tone = _may_tell(each.agreement)
    return PlannedEmployerShown(
        key=row.public_id.hex,
        employer=row.employer.public_id.hex,
        name=row.employer.name,
        how=str(Sealed(row, "sealed_how", key)),
        may_tell=may_tell,
        tone=tone,
    )


def _may_tell(agreement: Agreement | None) -> tuple[str, str]:
    if agreement is None:
        return _("Åpenhet er ikke avklart. Inntil videre kan ingenting sies."), "no"
    may = [topic_words(row.topic) for row in agreement.topics if row.answer == TopicAnswer.MAY]
    asked = [topic_words(row.topic) for row in agreement.topics if row.answer == TopicAnswer.IF_ASKED]
    said = []
    if may:
        said.append(_("Kan sies: %(topics)s.") % {"topics": ", ".join(may)})
    if asked:
        said.append(_("Hvis de spør: %(topics)s.") % {"topics": ", ".join(asked)})
    return (" ".join(said), "yes") if said else (_("Ingenting kan sies."), "no")


def _activity(row: JobPlanActivity, key: SealingKey) -> ActivityShown:
    name = str(Sealed(row, "sealed_responsible_name", key))
    who = name if name and row.responsible == Responsible.OTHER else str(RESPONSIBLES[row.responsible])
    if row.done_on or row.dropped_on:
        day = long_day(row.done_on or row.dropped_on or row.due_on, language())  # type: ignore[arg-type]  # one of the first two is there
        when = (_("gjort %(day)s") if row.done_on else _("lagt bort %(day)s")) % {"day": day}
    else:
        when = _("innen %(day)s") % {"day": long_day(row.due_on, language())} if row.due_on else ""
    is_open = row.done_on is None and row.dropped_on is None
    return ActivityShown(row.public_id.hex, str(Sealed(row, "sealed_what", key)), who, when, is_open)


def _help(said: HelpAgreed) -> Iterator[Fact]:
    for area in HelpArea:
        degree = said.degrees.get(area, "")
        if degree in HELP_DEGREES:
            yield Fact(str(HELP_AREAS[area]), str(HELP_DEGREES[degree]))


def _versions(found: JobPlanFound) -> Iterator[VersionShown]:
    in_force = found.version
    newest_in_plan: dict[int, int] = {}
    for row in found.versions:
        newest_in_plan.setdefault(row.plan_id, row.number)
    for row in found.versions:
        was_withdrawn = row.plan.withdrawn_at is not None and newest_in_plan[row.plan_id] == row.number
        yield VersionShown(
            key=row.public_id.hex,
            public_id=row.public_id,
            number=row.number,
            by=row.written_by.name,
            day=_day(row.written_on),
            is_withdrawn=was_withdrawn,
            can_be_used=in_force is None and not was_withdrawn,
        )


def _day(day: date) -> str:
    return long_day(day, language())
