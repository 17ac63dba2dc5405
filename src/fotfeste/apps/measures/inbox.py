"""The office's inbox: what waits, one request in it, and the answer to it. Of two who answer, one wins."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record, refused
from fotfeste.apps.consents.door import Denied
from fotfeste.apps.consents.many import hold_still
from fotfeste.apps.consents.visible import not_denied, not_hidden_from
from fotfeste.apps.measures.asking import TEXTS, answered, house_key
from fotfeste.apps.measures.cases import open_case
from fotfeste.apps.measures.models import MeasureRequest
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person, Unit
from fotfeste.apps.people.records import Contact
from fotfeste.apps.people.services import register_person, touch
from fotfeste.apps.people.timeline import happened, logged
from fotfeste.apps.vault.keys import index_of, keys_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.measures.requests import (
    RequestAnswer,
    RequestChannel,
    RequestFacts,
    may_be_answered_so,
)
from fotfeste.domain.permissions import Ability, Decision, Protection
from fotfeste.domain.verdict import Refused, because

MOST = 100


@dataclass(frozen=True, slots=True)
class OneRequest:
    """A request, with what opens its texts."""

    row: MeasureRequest
    key: SealingKey = field(repr=False)

    def text(self, column: str) -> str:
        """One of its texts."""
        return self.row.opened(f"sealed_{column}", self.key)


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """What the office answers. `identity_number` is eleven digits, already checked, or empty."""

    answer: RequestAnswer
    reason: str = ""
    identity_number: str = ""
    protection: Protection = Protection.UNKNOWN


def access_requests(acting: Acting, *, at: datetime) -> list[OneRequest]:
    """What waits for one's own office, the oldest first."""
    with act():
        rows = list(of_office(acting).filter(answer="").order_by("asked_at", "pk")[:MOST])
        subjects = tuple(row.person.log_id for row in rows if row.person is not None)
        record(Entry(Action.MEASURE_REQUESTS_SEEN, acting.who, at, subjects=subjects, area="inbox"))
        return _opened(rows)


def new_requests(acting: Acting) -> int:
    """How many nobody has looked at yet. Names nobody, and is not a look."""
    if not acting.has(Ability.MEASURE_REQUEST_ANSWER):
        return 0
    return (
        of_office(acting)
        .filter(answer="", seen_on=None)
        .exclude(channel=RequestChannel.PROPOSED_BY_NAV)
        .count()
    )


def waiting_requests(acting: Acting) -> int:
    """How many wait for the office's answer, looked at or not. Names nobody, and is not a look."""
    waiting = of_office(acting).filter(answer="")
    return waiting.exclude(channel=RequestChannel.PROPOSED_BY_NAV).count()


def access_request(acting: Acting, request: UUID, *, at: datetime, on: date) -> OneRequest:
    """One request to one's own office. The first look is put down. Any other is not found."""
    with act():
        row = _one(acting, request, at=at)
        if row.seen_on is None:
            MeasureRequest.objects.filter(pk=row.pk, seen_on=None).update(
                seen_on=on, seen_by=acting.account_id
            )
        subject = row.person.log_id if row.person else None
        record(
            Entry(
                Action.MEASURE_REQUEST_SEEN,
                acting.who,
                at,
                subject=subject,
                object_type="measure_request",
                object_id=row.public_id,
            )
        )
        return _opened([row])[0]


def act_answer(acting: Acting, request: UUID, said: Answer, *, at: datetime, on: date) -> UUID | None:
    """Answer it. Taking it up gives the person's id. Raises Refused with every reason."""
    with act():
        row = _held(acting, request, at=at)
        is_taken_up = said.answer is RequestAnswer.TAKEN_UP
        facts = RequestFacts(
            RequestChannel(row.channel),
            row.facts.answer,
            is_seen=True,
            is_linked=row.person_id is not None or is_taken_up,
        )
        if against := may_be_answered_so(facts, said.answer, has_words=bool(said.reason.strip())):
            raise Refused(against)
        if not is_taken_up:
            row.seal("sealed_reason", said.reason.strip(), _opened([row])[0].key)
            answered(row, said.answer, by=acting, on=on)
            logged(Action.MEASURE_REQUEST_ANSWERED, by=acting, at=at, about=row.person)
            return None
        person = _link(row, acting, said, at=at, on=on)
        row.case = open_case(person, row.office, by=acting, measure=row.measure, on=on)
        answered(row, said.answer, by=acting, on=on)
        happened(person, "measure.taken-up", on=on, by=acting, at=at)
        logged(Action.MEASURE_REQUEST_ANSWERED, by=acting, at=at, about=person)
        touch(person, on=on)
        return person.public_id


def of_office(acting: Acting) -> QuerySet[MeasureRequest]:
    """Requests to one's own office, but for persons whom a denial hides from the reader."""
    seen = Q(person=None) | Q(not_hidden_from(acting))
    rows = MeasureRequest.objects.filter(seen, office=acting.unit_id)
    return rows.select_related("person", "office", "answered_by", "asked_by", "seen_by")


def _one(acting: Acting, request: UUID, *, at: datetime) -> MeasureRequest:
    row = of_office(acting).filter(public_id=request).first()
    if row is None:
        record(refused(Entry(Action.MEASURE_REQUEST_SEEN, acting.who, at), "access.no-such-person"))
        raise Denied(Decision(reason_code="access.no-such-person"))
    return row


def _held(acting: Acting, request: UUID, *, at: datetime) -> MeasureRequest:
    """The request as it is once nobody else can answer it."""
    row = _one(acting, request, at=at)
    if connection.vendor == "postgresql":
        list(Unit.objects.select_for_update(no_key=True).filter(pk=row.office_id).values_list("pk"))
    if row.person_id is not None:
        hold_still([row.person_id])
    return _one(acting, request, at=at)


def _link(row: MeasureRequest, acting: Acting, said: Answer, *, at: datetime, on: date) -> Person:
    """Whom it is about: known already, found by the number, or new. Its texts are sealed with their key."""
    if row.person is not None:
        return row.person
    person, key = _found(row, acting, said) or _registered(row, acting, said, at=at, on=on)
    texts = {column: row.opened(column, house_key()) for column in TEXTS}
    row.person = person
    for column, text in texts.items():
        row.seal(column, text, key)
    return person


def _found(row: MeasureRequest, acting: Acting, said: Answer) -> tuple[Person, SealingKey] | None:
    if not said.identity_number:
        return None
    index = index_of("identity-number", said.identity_number)
    same = Person.objects.filter(controller=row.office.controller_id, identity_index=index)
    person = same.order_by("-pk").first()
    if person is None:
        return None
    if not not_denied(acting).filter(pk=person.pk).exists():
        raise Refused((because("measure-request.not-yours", "house §measures"),))
    hold_still([person.pk])
    return person, keys_of([(person.pk, person.public_id)])[person.pk]


def _registered(
    row: MeasureRequest, acting: Acting, said: Answer, *, at: datetime, on: date
) -> tuple[Person, SealingKey]:
    house = house_key()
    contact = Contact(
        *(row.opened(column, house) for column in ("sealed_name", "sealed_phone", "sealed_email"))
    )
    made = register_person(
        contact,
        unit=row.office,
        by=acting,
        at=at,
        on=on,
        identity_number=said.identity_number,
        protection=said.protection,
    )
    return made.person, made.key


def _opened(rows: Sequence[MeasureRequest]) -> list[OneRequest]:
    people = [(row.person_id, row.person.public_id) for row in rows if row.person is not None]
    keys = keys_of([(pk, public_id) for pk, public_id in people if pk is not None])
    return [OneRequest(row, house_key() if row.person_id is None else keys[row.person_id]) for row in rows]
