"""Questions that persons have asked about looks: those that wait for the supervisor, and answering one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.around.answerers import ANSWERS, QUESTION, opened_by_supervisor
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.audit.selectors import Look, look_at
from fotfeste.apps.consents.door import OSLO, Denied, Found
from fotfeste.apps.consents.visible import not_hidden_from
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.looks import answer_look
from fotfeste.apps.people.models import LookQuestion
from fotfeste.apps.people.sealed import Sealed, SealedContact
from fotfeste.apps.people.selectors import names_of_staff, names_of_units
from fotfeste.domain.log_review import answer_by
from fotfeste.domain.permissions import Decision
from fotfeste.parameters import REVIEW_LIMITS


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that waits: since when, and the last day to answer it. Not who asked."""

    public_id: UUID
    asked_on: date
    due: date


@dataclass(frozen=True, slots=True)
class LookQuestionPage:
    """One question, opened to be answered. Texts are opened when they are written."""

    waiting: Unanswered
    version: int
    name: SealedContact
    text: Sealed
    answer: Sealed
    look: Look | None
    who: str
    unit: str
    is_answered: bool


def access_unanswered(acting: Acting, *, on: date) -> list[Unanswered]:
    """The questions that this supervisor can answer, the oldest first."""
    rows = LookQuestion.objects.filter(
        not_hidden_from(acting),
        answered_at=None,
        person__ownerships__unit=acting.unit_id,
        person__ownerships__until_day=None,
    )
    return [_unanswered(row, on) for row in rows.order_by("asked_at", "pk")]


def access_question(acting: Acting, public_id: UUID, *, at: datetime, on: date) -> LookQuestionPage:
    """One question. Opening it is a look at the person, with its reason."""
    with _opened(acting, public_id, at=at, action=Action.PERSON_SEEN) as (found, row):
        look = look_at(found.person.log_id, row.seq)
        who = names_of_staff([row.actor]) if row.actor else {}
        units = names_of_units([look.unit]) if look and look.unit else {}
        return LookQuestionPage(
            waiting=_unanswered(row, on),
            version=row.version,
            name=SealedContact(found.person, found.key),
            text=Sealed(row, "sealed_text", found.key),
            answer=Sealed(row, "sealed_answer", found.key),
            look=look,
            who=next(iter(who.values()), ""),
            unit=next(iter(units.values()), ""),
            is_answered=row.answered_at is not None,
        )


def act_answer(acting: Acting, public_id: UUID, text: str, *, version: int, at: datetime, on: date) -> None:
    """Answer it."""
    with _opened(acting, public_id, at=at, action=Action.LOOK_ANSWERED) as (found, row):
        answer_look(row, found.key, text, version=version, by=acting, at=at, on=on)


@contextmanager
def _opened(
    acting: Acting, public_id: UUID, *, at: datetime, action: Action
) -> Iterator[tuple[Found, LookQuestion]]:
    with act():
        row = LookQuestion.objects.select_related("person").filter(public_id=public_id).first()
        if row is None:
            raise Denied(Decision(reason_code="access.no-such-person"))
        about = row.person.public_id
        with opened_by_supervisor(
            acting, about, at=at, action=action, purpose=ANSWERS, area=QUESTION
        ) as found:
            row.refresh_from_db(fields=["answered_at", "version"])
            yield found, row


def _unanswered(row: LookQuestion, on: date) -> Unanswered:
    asked_on = row.asked_at.astimezone(OSLO).date()
    return Unanswered(row.public_id, asked_on, answer_by(asked_on, REVIEW_LIMITS.on(on)))
