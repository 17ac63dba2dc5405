"""Jobs of one person, and occupations by everyday words. Acts on jobs are acts on a person."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from fotfeste.api.calls import calling, look_at
from fotfeste.api.fields import Text
from fotfeste.api.operations.lines import PersonNamed
from fotfeste.api.operations.person_sections import named
from fotfeste.api.policy import ANY_ACCOUNT, RECORD, api_policy
from fotfeste.api.schemas import Sent, Shown
from fotfeste.apps.caseload.jobs import JobAtHand, access_jobs
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.job_kept import Kept
from fotfeste.domain.support_rhythm import PointKind, PointState
from fotfeste.parameters.occupations import styrk_08

router = Router(tags=["Jobs"])


class RhythmPointShown(Shown):
    """One contact that the method asks for, and how it went."""

    kind: PointKind
    first: date
    by: date
    met_on: date | None
    state: PointState
    is_reflected_on: bool


class TrainingShown(Shown):
    """Training at the workplace."""

    id: UUID
    what: str
    by_whom: str
    until_day: date | None
    done_on: date | None


class WishesMetShown(Shown):
    """Whether the job is what was wished for, as said on one day: wish to yes, partly, no or not_wished."""

    said_on: date
    wishes: dict[str, str]
    words: str


class EmployerNeedsShown(Shown):
    """What the employer needs, as said on one day."""

    asked_on: date
    needs: str
    ask_again_on: date | None


class JobDetailsShown(Shown):
    """One job. What only the person and the specialist see is empty for others."""

    id: UUID
    employer: UUID | None
    employer_name: str | None
    started_on: date
    ended_on: date | None
    percent: int | None
    hours_a_week: float | None
    permanence: str
    is_ordinary: bool | None
    occupation_code: str
    occupation: str
    is_contract_signed: bool | None
    contract_signed_on: date | None
    trial_until: date | None
    accommodation: str
    who_knows: str
    end_reason: str
    end_words: str
    training: list[TrainingShown]
    rhythm: list[RhythmPointShown]
    wishes_met: list[WishesMetShown] = Field(description="The newest first.")
    employer_needs: list[EmployerNeedsShown] = Field(description="The newest first.")


class UndertakingShown(Shown):
    """Education, a measure or the like."""

    id: UUID
    kind: str
    name: str
    started_on: date
    ended_on: date | None


class KeptShown(Shown):
    """Whether work is kept, by the definition in force."""

    kept: Kept
    reached_on: date | None
    days: int = Field(description="The most days that count within one window.")


class JobsShown(Shown):
    """Everything about work."""

    person: PersonNamed
    jobs: list[JobDetailsShown]
    other: list[UndertakingShown]
    kept: KeptShown


class OccupationShown(Shown):
    """One unit group of the classification."""

    code: str
    title: str


class OccupationsShown(Shown):
    """The occupations that fit, the nearest first."""

    version: str
    occupations: list[OccupationShown]


class OccupationQuery(Sent):
    """What to look for."""

    q: Text = Field("", max_length=100)


@router.get("/people/{uuid:person_id}/jobs", response=JobsShown, summary="Jobs")
@api_policy(RECORD)
def get_person_jobs(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """Jobs with their rhythm of follow-along, education and measures."""
    found = access_jobs(look_at(calling(request), person_id))
    key = found.header.key
    return {
        "person": named(found.header),
        "jobs": [_job(each, key, is_whole=found.is_whole) for each in found.jobs],
        "other": [
            {
                "id": row.public_id,
                "kind": row.undertaking,
                "name": str(Sealed(row, "sealed_name", key)),
                "started_on": row.started_on,
                "ended_on": row.ended_on,
            }
            for row in found.undertakings
        ],
        "kept": {"kept": found.kept.kept, "reached_on": found.kept.reached_on, "days": found.kept.days},
    }


@router.get("/occupations", response=OccupationsShown, summary="Find an occupation")
@api_policy(ANY_ACCOUNT)
def get_occupations(request: HttpRequest, asked: Query[OccupationQuery]) -> dict[str, Any]:
    """Occupations by STYRK-08, found by everyday words. Not every occupation is here."""
    known = styrk_08()
    found = [{"code": each.code, "title": each.title} for each in known.found_by(asked.q)]
    return {"version": known.version, "occupations": found}


def _job(each: JobAtHand, key: SealingKey, *, is_whole: bool) -> dict[str, Any]:
    job = each.job
    return {
        "id": job.public_id,
        "employer": job.employer.public_id if job.employer else None,
        "employer_name": job.employer.name if job.employer else None,
        "started_on": job.started_on,
        "ended_on": job.ended_on,
        "percent": job.percent,
        "hours_a_week": None if job.hours_a_week is None else float(job.hours_a_week),
        "permanence": job.permanence,
        "is_ordinary": job.is_ordinary,
        "occupation_code": job.occupation_code,
        "occupation": str(Sealed(job, "sealed_occupation", key)),
        "is_contract_signed": job.is_contract_signed if is_whole else None,
        "contract_signed_on": job.contract_signed_on if is_whole else None,
        "trial_until": job.trial_until if is_whole else None,
        "accommodation": str(Sealed(job, "sealed_accommodation", key)) if is_whole else "",
        "who_knows": str(Sealed(job, "sealed_who_knows", key)) if is_whole else "",
        "end_reason": job.end_reason if is_whole else "",
        "end_words": str(Sealed(job, "sealed_end_words", key)) if is_whole else "",
        "training": [
            {
                "id": row.public_id,
                "what": str(Sealed(row, "sealed_what", key)),
                "by_whom": str(Sealed(row, "sealed_by_whom", key)),
                "until_day": row.until_day,
                "done_on": row.done_on,
            }
            for row in each.trainings
        ],
        "wishes_met": [
            {
                "said_on": row.said_on,
                "wishes": row.wishes,
                "words": str(Sealed(row, "sealed_words", key)),
            }
            for row in each.wishes_met
        ],
        "employer_needs": [
            {
                "asked_on": row.asked_on,
                "needs": str(Sealed(row, "sealed_needs", key)),
                "ask_again_on": row.ask_again_on,
            }
            for row in each.employer_needs
        ],
        "rhythm": [
            {
                "kind": point.kind,
                "first": point.first,
                "by": point.by,
                "met_on": point.met_on,
                "state": point.state,
                "is_reflected_on": point.key in each.rhythm.reflected,
            }
            for point in each.rhythm.points
        ],
    }
