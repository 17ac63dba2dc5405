"""The office's inbox of requests and interest: what waits, one of them, the answer. Of two, one wins."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.agreements.asking import TEXTS, answered, house_key
from fotfeste.apps.agreements.models import AgreementRequest
from fotfeste.apps.agreements.party_named import EmployerSaid, put_employer
from fotfeste.apps.agreements.using import Use, use_agreement
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.consents import asked
from fotfeste.apps.consents.asked import Linking, OneAsked, Whom, link, opened_with_keys
from fotfeste.apps.consents.deed import refuse
from fotfeste.apps.consents.door import OSLO
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.services import touch
from fotfeste.apps.people.timeline import happened, logged
from fotfeste.domain.agreements.answering import AskedFacts, may_be_answered, told_in_order
from fotfeste.domain.agreements.requests import AskedAnswer, AskedFor
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import because

MOST = 100
AskedOne = OneAsked[AgreementRequest]
"""A request, with what opens its texts."""


@dataclass(frozen=True, slots=True, repr=False)
class AskedReply:
    """What the office answers. `use` and `whom` are for taking up; `told_on` is for interest."""

    answer: AskedAnswer
    words: str = ""
    told_on: date | None = None
    whom: Whom = Whom()  # noqa: RUF009  # frozen: one empty answer serves all
    use: Use | None = None


def access_all_asked(acting: Acting, *, at: datetime) -> list[AskedOne]:
    """What waits for one's own office. What must be answered first stands first, so the late on top."""
    with act():
        waiting = asked.of_office(AgreementRequest.objects.filter(answer=""), acting)
        rows = list(waiting.order_by("answer_by", "asked_at", "pk")[:MOST])
        subjects = tuple(row.person.log_id for row in rows if row.person is not None)
        entry = Entry(Action.AGREEMENT_REQUESTS_SEEN, acting.who, at, subjects=subjects, area="inbox")
        record(entry)
        return opened_with_keys(rows, house_key())


def waiting(acting: Acting) -> int:
    """How many wait for the office's answer, looked at or not. Names nobody, and is not a look."""
    if not acting.has(Ability.AGREEMENT_REQUEST_ANSWER):
        return 0
    return asked.of_office(AgreementRequest.objects.filter(answer=""), acting).count()


def access_asked(acting: Acting, request: UUID, *, at: datetime, on: date) -> AskedOne:
    """One request to one's own office. The first look is put down. Any other is not found."""
    with act():
        rows, action = AgreementRequest.objects.all(), Action.AGREEMENT_REQUEST_SEEN
        row = asked.find(rows, request, acting, action=action, at=at)
        asked.mark_seen(rows, row, acting, on=on)
        subject = row.person.log_id if row.person else None
        kind = "agreement_request"
        record(Entry(action, acting.who, at, subject=subject, object_type=kind, object_id=row.public_id))
        return opened_with_keys([row], house_key())[0]


def act_answer(acting: Acting, request: UUID, said: AskedReply, *, at: datetime, on: date) -> UUID | None:
    """Answer it. Taking it up gives the person's id. Raises Refused with every reason."""
    with act():
        rows, action = AgreementRequest.objects.all(), Action.AGREEMENT_REQUEST_SEEN
        row = asked.hold(rows, request, acting, action=action, at=at)
        is_taken_up = said.answer is AskedAnswer.TAKEN_UP
        facts = AskedFacts(
            AskedFor(row.asked_for),
            row.facts.answer,
            is_seen=True,
            is_linked=row.person_id is not None or (is_taken_up and said.use is not None),
        )
        refuse(may_be_answered(facts, said.answer, has_words=bool(said.words.strip())))
        if is_taken_up:
            return _take_up(row, acting, said, at=at, on=on)
        _reply(row, acting, said, on=on)
        logged(Action.AGREEMENT_REQUEST_ANSWERED, by=acting, at=at, about=row.person)
        return None


def _reply(row: AgreementRequest, acting: Acting, said: AskedReply, *, on: date) -> None:
    """What was told, or why not, and on which day."""
    day = said.told_on or on
    refuse((*has_happened(day, on=on), *told_in_order(day, row.asked_at.astimezone(OSLO).date())))
    row.seal("sealed_answer", said.words.strip(), opened_with_keys([row], house_key())[0].key)
    answered(row, said.answer, by=acting, day=day)


def _take_up(row: AgreementRequest, acting: Acting, said: AskedReply, *, at: datetime, on: date) -> UUID:
    """NAV decides to use the agreement around whom it is about."""
    not_yours = because("agreement-request.not-yours", "house §agreements")
    linking = Linking(acting, at, on, house_key(), TEXTS, not_yours)
    person, key = link(row, said.whom, linking)
    assert said.use is not None  # noqa: S101  # refused above as not linked
    employer = _employer_of(row)
    row.agreement = use_agreement(person, key, row.office, said.use, by=acting, on=on)
    if employer is not None:
        put_employer(row.agreement, employer, key, at=at)
        row.agreement.save()
    answered(row, said.answer, by=acting, day=on)
    happened(person, "agreement.used", on=on, by=acting, at=at)
    logged(Action.AGREEMENT_REQUEST_ANSWERED, by=acting, at=at, about=person)
    touch(person, on=on)
    return person.public_id


def _employer_of(row: AgreementRequest) -> EmployerSaid | None:
    """The business that was named in the request, where it has a number: NAV need not type it again."""
    asked_of = opened_with_keys([row], house_key())[0]
    name = asked_of.text("employer")
    if not name or not row.organisation_number:
        return None
    contact, phone, email = (asked_of.text(f"employer_{each}") for each in ("contact", "phone", "email"))
    return EmployerSaid(name, row.organisation_number, contact, phone, email)
