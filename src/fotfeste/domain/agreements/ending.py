"""Why an agreement ends, who can ask that it does, and what leads to review instead of silence (A-10)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.agreements.limits import AgreementLimits
from fotfeste.domain.dates import add_months
from fotfeste.domain.verdict import Reason, Verdict, because

_OURS = "house §agreements"
_DURATION = "A §duration"


class EndCause(StrEnum):
    """What NAV gives as the cause. The values are stable."""

    NEED_IS_OVER = "need_is_over"
    JOBSEEKER_ASKED = "jobseeker_asked"
    EMPLOYER_ASKED = "employer_asked"
    JOB_ENDED = "job_ended"
    OTHER_EMPLOYER = "other_employer"
    MOVED = "moved"
    OTHER = "other"


class ReviewCause(StrEnum):
    """What a party says has changed, so that the agreement must be gone through. The values are stable."""

    JOB_LOST = "job_lost"
    OTHER_EMPLOYER = "other_employer"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ReviewHeld:
    """A review: the day it was held, who took part, and the next one."""

    held_on: date
    next_on: date
    with_person: bool


def may_end(*, has_words: bool) -> Verdict:
    """Why NAV cannot end it: never without a reason in words (A-10)."""
    return () if has_words else (because("agreement.end-without-reason", _DURATION),)


def may_ask_to_end(*, is_asked: bool) -> Verdict:
    """Why a party cannot ask that it ends: once at a time. One need not say why."""
    return (because("agreement.end-asked-already", _OURS),) if is_asked else ()


def may_be_reviewed(review: ReviewHeld, limits: AgreementLimits, *, since: date, on: date) -> Verdict:
    """Why a review cannot be put down like this, with all reasons at once."""
    return tuple(_against(review, limits, since, on))


def review_is_due(review_on: date | None, asked_on: date | None, *, on: date) -> bool:
    """Whether it is time: the day has come, or something happened that leads to review."""
    return asked_on is not None or (review_on is not None and review_on <= on)


def _against(review: ReviewHeld, limits: AgreementLimits, since: date, on: date) -> Iterator[Reason]:
    if review.held_on > on:
        yield because("agreement.review-not-held-yet", _OURS)
    if review.held_on < since:
        yield because("agreement.review-before-the-agreement", _OURS, since=since)
    if not review.with_person:
        yield because("agreement.review-without-the-person", "A §assessment")
    latest = add_months(on, limits.longest_to_review_months)
    if review.next_on <= on:
        yield because("agreement.review-day-over", _OURS, day=review.next_on)
    elif review.next_on > latest:
        yield because("agreement.review-too-late", _OURS, latest=latest)
