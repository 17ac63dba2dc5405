"""Support in a job in words: what was decided, the plan, its versions, and exactly what an employer gets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.apps.caseload.job_support import JobSupports, PartForEmployer, SupportAtHand
from fotfeste.apps.employment.models import SupportPlanVersion
from fotfeste.apps.employment.selectors_support import helpers_in
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.documents.frequency_words import FREQUENCIES
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.job_support import Helper, PlanReader
from fotfeste.domain.permissions import Role
from fotfeste.web.job_support_words import CHOICES, HELPERS, READERS
from fotfeste.web.jobs_shown import name_of
from fotfeste.web.lines import language, words_of
from fotfeste.web.person_overview import Fact
from fotfeste.web.refusals import refusal
from fotfeste.web.roles import IN_WORDS
from fotfeste.web.words.dates import long_day


@dataclass(frozen=True, slots=True)
class VersionShown:
    """One version among the others."""

    public_id: UUID
    number: int
    written: str
    is_extension: bool


@dataclass(frozen=True, slots=True)
class PlanShown:
    """A plan as it stands, or stood."""

    number: int
    goals: str
    facts: list[Fact]
    helpers: list[Fact]
    written: str


@dataclass(frozen=True, slots=True)
class SupportShown:
    """One job with the support in it."""

    key: str
    public_id: UUID
    name: str
    when: str
    considered: str
    considered_on: date | None
    why: str
    plan: PlanShown | None
    ended_on: date | None
    end_words: str
    readers: list[str]
    versions: list[VersionShown]
    is_in_use: bool
    can_be_extended: bool


def job_support_page(found: JobSupports) -> dict[str, Any]:
    """What both pages show."""
    key = found.header.key
    return {
        "supports": [_shown(each, key, is_whole=found.is_whole) for each in found.supports],
        "is_whole": found.is_whole,
    }


def plan_shown(version: SupportPlanVersion, key: SealingKey) -> PlanShown:
    """A version in words."""
    return PlanShown(
        number=version.number,
        goals=str(Sealed(version, "sealed_goals", key)),
        facts=list(_facts(version, key)),
        helpers=list(_helpers(version, key)),
        written=_written(version),
    )


def employer_part_page(found: PartForEmployer, *, on: date) -> dict[str, Any]:
    """Exactly what goes, and why something does not. The name stands there only where that is agreed."""
    part, often = found.part, found.helper.often
    return {
        "job_name": name_of(found.job),
        "is_open": part.is_open,
        "person_name": found.name if Topic.NAME in part.topics else "",
        "wordings": [words for topic in part.topics if (words := found.wordings.get(topic, "").strip())],
        "often": str(FREQUENCIES[often]) if often else "",
        "purpose": part.purpose,
        "against": [refusal(reason, words_of(reason, on=on)) for reason in part.against],
    }


def _shown(each: SupportAtHand, key: SealingKey, *, is_whole: bool) -> SupportShown:
    job, plan, row = each.job, each.plan, each.considered if is_whole else None
    in_use = plan is not None and plan.ended_on is None
    return SupportShown(
        key=job.public_id.hex,
        public_id=job.public_id,
        name=name_of(job),
        when=_when(job.started_on, job.ended_on),
        considered=str(CHOICES[row.choice]) if row else "",
        considered_on=row.considered_on if row else None,
        why=str(Sealed(row, "sealed_why", key)) if row else "",
        plan=plan_shown(each.newest, key) if each.newest else None,
        ended_on=plan.ended_on if plan else None,
        end_words=str(Sealed(plan, "sealed_end_words", key)) if plan and is_whole else "",
        readers=[str(READERS[reader]) for reader in PlanReader if reader in each.readers],
        versions=[_version(row) for row in each.versions] if is_whole else [],
        is_in_use=in_use,
        can_be_extended=in_use and each.newest is not None and each.newest.until_day is not None,
    )


def _facts(version: SupportPlanVersion, key: SealingKey) -> Iterator[Fact]:
    yield Fact(_("Varighet"), _when(version.from_day, version.until_day))
    yield Fact(_("Forlengelse"), str(Sealed(version, "sealed_extension", key)))
    if version.look_again_on:
        yield Fact(_("Ses på igjen"), long_day(version.look_again_on, language()))


def _helpers(version: SupportPlanVersion, key: SealingKey) -> Iterator[Fact]:
    for helper, said in helpers_in(version, key).items():
        who = said.name if helper is Helper.OTHER and said.name else str(HELPERS[helper])
        often = str(FREQUENCIES[said.often]) if said.often else ""
        yield Fact(who, ": ".join(part for part in (often, said.purpose) if part))


def _version(row: SupportPlanVersion) -> VersionShown:
    return VersionShown(row.public_id, row.number, _written(row), row.is_extension)


def _written(version: SupportPlanVersion) -> str:
    role = str(IN_WORDS[Role(version.written_as)][0]).lower()
    day = long_day(version.written_on, language())
    return f"{day}, {version.written_by.name} ({role})"


def _when(first: date, last: date | None) -> str:
    said = {"first": long_day(first, language()), "last": long_day(last, language()) if last else ""}
    return _("%(first)s til %(last)s") % said if last else _("fra %(first)s") % said
