"""The office's inbox: what waits, one request in it, and the answer to it. Of two who answer, one wins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.consents import asked
from fotfeste.apps.consents.asked import Linking, OneAsked, Whom, link, opened_with_keys
from fotfeste.apps.measures.asking import TEXTS, answered, house_key
from fotfeste.apps.measures.cases import open_case
from fotfeste.apps.measures.models import MeasureRequest
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.services import touch
from fotfeste.apps.people.timeline import happened, logged
from fotfeste.domain.measures.requests import (
    RequestAnswer,
    RequestChannel,
    RequestFacts,
    may_be_answered_so,
)
from fotfeste.domain.permissions import Ability, Protection
from fotfeste.domain.verdict import Refused, because

MOST = 100


OneRequest = OneAsked[MeasureRequest]
"""A request, with what opens its texts."""


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
        rows = MeasureRequest.objects.all()
        row = asked.find(rows, request, acting, action=Action.MEASURE_REQUEST_SEEN, at=at)
        asked.mark_seen(rows, row, acting, on=on)
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
        rows = MeasureRequest.objects.all()
        row = asked.hold(rows, request, acting, action=Action.MEASURE_REQUEST_SEEN, at=at)
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
        whom = Whom(said.identity_number, said.protection)
        person, _ = link(row, whom, _linking(acting, at=at, on=on))
        row.case = open_case(person, row.office, by=acting, measure=row.measure, on=on)
        answered(row, said.answer, by=acting, on=on)
        happened(person, "measure.taken-up", on=on, by=acting, at=at)
        logged(Action.MEASURE_REQUEST_ANSWERED, by=acting, at=at, about=person)
        touch(person, on=on)
        return person.public_id


def of_office(acting: Acting) -> QuerySet[MeasureRequest]:
    """Requests to one's own office, but for persons whom a denial hides from the reader."""
    return asked.of_office(MeasureRequest.objects.all(), acting)


def _linking(acting: Acting, *, at: datetime, on: date) -> Linking:
    not_yours = because("measure-request.not-yours", "house §measures")
    return Linking(acting, at, on, house_key(), TEXTS, not_yours)


def _opened(rows: Sequence[MeasureRequest]) -> list[OneRequest]:
    return opened_with_keys(rows, house_key())
