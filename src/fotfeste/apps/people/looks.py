"""Asking why somebody looked, answering, and signing that the log has been gone through.

What a person asks is not on the timeline, which those they ask about can read. It is in the log.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.outbox.services import send_errand
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.emergency import MAIL
from fotfeste.apps.people.models import Account, LogReview, LookQuestion, Person, Unit
from fotfeste.apps.people.timeline import logged
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.log_review import may_answer, may_ask, may_review
from fotfeste.domain.verdict import Refused, Verdict


@dataclass(frozen=True, slots=True)
class AboutLook:
    """The look that a question is about: its row in the log, who looked, when."""

    seq: int
    actor: UUID | None
    at: datetime


def ask_about_look(
    person: Person,
    key: SealingKey,
    look: AboutLook,
    text: str,
    *,
    can_be_answered: bool,
    by: Acting,
    at: datetime,
    on: date,
) -> LookQuestion:
    """The person asks about a look. It reaches the supervisor of the owning unit. Asked once a look."""
    is_asked = LookQuestion.objects.filter(person=person, seq=look.seq).exists()
    _refuse(may_ask(has_text=bool(text.strip()), is_asked=is_asked, can_be_answered=can_be_answered))
    question = LookQuestion(person=person, seq=look.seq, actor=look.actor, looked_at=look.at, asked_at=at)
    question.seal("sealed_text", text, key)
    question.save()
    return question


def answer_look(
    question: LookQuestion, key: SealingKey, text: str, *, version: int, by: Acting, at: datetime, on: date
) -> None:
    """The supervisor answers. Not one's own look, and not twice."""
    verdict = may_answer(
        has_text=bool(text.strip()),
        is_answered=question.answered_at is not None or question.version != version,
        is_own_look=question.actor == by.account,
    )
    _refuse(verdict)
    question.seal("sealed_answer", text, key)
    LookQuestion.objects.filter(pk=question.pk).update(
        sealed_answer=question.sealed_answer,
        answered_by=by.account_id,
        answered_at=at,
        version=F("version") + 1,
    )
    own = Account.objects.filter(person=question.person).first()
    if own is not None:
        send_errand(MAIL, at=at, account=own.public_id.hex)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What was gone through, and what it led to."""

    staff: Account
    unit: Unit
    from_day: date
    until_day: date
    looks: int
    pointed_out: int
    outcome: str


def sign_review(review: Reviewed, *, by: Acting, at: datetime, on: date) -> LogReview:
    """Sign that the log has been gone through: not one's own, and not for days that are still to come."""
    _refuse(
        may_review(
            is_oneself=review.staff.pk == by.account_id,
            from_day=review.from_day,
            until_day=review.until_day,
            on=on,
        )
    )
    signed = LogReview.objects.create(
        unit=review.unit,
        staff=review.staff,
        reviewer_id=by.account_id,
        from_day=review.from_day,
        until_day=review.until_day,
        looks=review.looks,
        pointed_out=review.pointed_out,
        outcome=review.outcome,
        at=at,
    )
    logged(Action.LOG_REVIEWED, by=by, at=at, object_type="account", object_id=review.staff.public_id)
    return signed


def _refuse(verdict: Verdict) -> None:
    if verdict:
        raise Refused(verdict)
