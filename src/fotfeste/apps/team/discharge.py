"""Discharges the supervisor is asked about. Being asked is what opens the record, and what the log says."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Denied, Found, opened
from fotfeste.apps.consents.visible import not_hidden_from
from fotfeste.apps.discharge.models import Consultation
from fotfeste.apps.discharge.services.considering import answer
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.discharge import Consulted
from fotfeste.domain.permissions import Decision, Permission, Role
from fotfeste.domain.purposes import Purpose


@dataclass(frozen=True, slots=True)
class Asked:
    """One question that waits: by whom, since when. Not about whom."""

    public_id: UUID
    asked_on: date
    asked_by: str


@dataclass(frozen=True, slots=True)
class AskedAbout:
    """One question, opened to be answered; still sealed."""

    consultation: Consultation
    others: list[Consultation]
    name: SealedContact
    key: SealingKey = field(repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """What the supervisor answers."""

    pros: str
    cons: str
    advice: str
    version: int


def access_asked(acting: Acting) -> list[Asked]:
    """The questions that this supervisor can answer, the oldest first."""
    rows = Consultation.objects.filter(
        not_hidden_from(acting),
        consulted=Consulted.SUPERVISOR,
        held_on=None,
        consideration__closed_on=None,
        person__ownerships__unit=acting.unit_id,
        person__ownerships__until_day=None,
    )
    found = rows.select_related("asked_by").order_by("asked_on", "pk")
    return [
        Asked(each.public_id, each.asked_on, each.asked_by.name if each.asked_by else "") for each in found
    ]


def access_consultation(acting: Acting, public_id: UUID, *, at: datetime) -> AskedAbout:
    """One question, with what it rests on."""
    with _opened(acting, public_id, at=at, action=Action.PERSON_SEEN) as (found, row):
        others = row.consideration.consultations.exclude(pk=row.pk).select_related("answered_by", "asked_by")
        return AskedAbout(row, list(others), SealedContact(found.person, found.key), found.key)


def act_answer(acting: Acting, public_id: UUID, said: Answer, *, at: datetime, on: date) -> None:
    """Answer it. Refused when it was answered, or decided, meanwhile."""
    with _opened(acting, public_id, at=at, action=Action.DISCHARGE_ADVISED) as (found, row):
        deed = Deed(found, by=acting, at=at, on=on)
        answer(deed, row, version=said.version, pros=said.pros, cons=said.cons, advice=said.advice)


@contextmanager
def _opened(
    acting: Acting, public_id: UUID, *, at: datetime, action: Action
) -> Iterator[tuple[Found, Consultation]]:
    """The door, for the supervisor who is asked; for nobody else."""
    if acting.role is not Role.IPS_SUPERVISOR:
        raise Denied(Decision(reason_code="access.not-for-your-role"))
    rows = Consultation.objects.filter(
        consulted=Consulted.SUPERVISOR, public_id=public_id, consideration__closed_on=None
    )
    with act():
        about = rows.select_related("person").first()
        if about is None:
            raise Denied(Decision(reason_code="access.no-such-person"))
        with opened(
            acting,
            about.person.public_id,
            Permission.COURSE_DISCHARGE,
            at=at,
            action=action,
            purpose=Purpose.ASKED_ABOUT_DISCHARGE,
            area="discharge",
        ) as found:
            yield found, rows.select_related("consideration", "answered_by", "asked_by", "person").get()
