"""Follow-along support: how often to be in touch with somebody in a job (fidelity 23)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fotfeste.domain.dates import add_months, last_day
from fotfeste.domain.employment import Employment


@dataclass(frozen=True, slots=True)
class FollowAlongRhythm:
    """How soon and how often: days around a job's start and end, then days and months between contacts."""

    days_before_start: int
    days_after_start: int
    often_every_days: int
    often_for_months: int
    then_every_months: int
    then_for_months: int
    days_after_job_loss: int


class ContactKind(StrEnum):
    """What a contact is for."""

    FIRST = "first"
    OFTEN = "often"
    REGULAR = "regular"


@dataclass(frozen=True, slots=True)
class DueContact:
    """The next contact with somebody in the job that began that day. `last_on`: the last one known."""

    kind: ContactKind
    due: date
    started_on: date
    last_on: date | None = None


def next_contact(
    job: Employment, contacts: Iterable[date], rhythm: FollowAlongRhythm, *, known_from: date | None = None
) -> DueContact | None:
    """The next contact that the method asks for, or None when it leaves it to what is agreed.

    `known_from` is the day the person was brought in from a list: contacts before it are not known here,
    so a job older than that is counted from that day.
    """
    if job.started_on is None:
        return None
    last = max((day for day in contacts if day >= job.started_on), default=None)
    if last is None and (known_from is None or job.started_on >= known_from):
        return DueContact(ContactKind.FIRST, first_contact_by(job.started_on, rhythm), job.started_on)
    return _after(job.started_on, last or known_from or job.started_on, last, rhythm)


def _after(start: date, base: date, last: date | None, rhythm: FollowAlongRhythm) -> DueContact | None:
    soon = base + timedelta(days=rhythm.often_every_days)
    if soon <= last_day(start, rhythm.often_for_months):
        return DueContact(ContactKind.OFTEN, soon, start, last)
    later = add_months(base, rhythm.then_every_months)
    if later <= last_day(start, rhythm.then_for_months):
        return DueContact(ContactKind.REGULAR, later, start, last)
    return None


def first_contact_by(start: date, rhythm: FollowAlongRhythm) -> date:
    """The day by which to be in touch after a job's first day."""
    return start + timedelta(days=rhythm.days_after_start)


def contact_after_loss_by(ended_on: date, rhythm: FollowAlongRhythm) -> date:
    """The day by which to be in touch after a job's last day."""
    return ended_on + timedelta(days=rhythm.days_after_job_loss)
