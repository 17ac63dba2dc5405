"""Asking for an agreement: openly, by one's own log-in, or taken by the office (A-11). Interest (A-12)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.agreements.models import AgreementRequest
from fotfeste.apps.around.own import own_record
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, Who, act, record
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.door import OSLO
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.offices import nav_office
from fotfeste.apps.people.receipts import as_receipt, new_receipt
from fotfeste.apps.people.records import Contact, contact_of
from fotfeste.apps.vault.keys import key_for
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.agreements.answering import answer_by, may_be_answered
from fotfeste.domain.agreements.requests import AskedAnswer, AskedBy, AskedFor, AskedThrough
from fotfeste.domain.permissions import Permission
from fotfeste.domain.verdict import Refused, because
from fotfeste.parameters import AGREEMENT_LIMITS
from fotfeste.parameters.holidays_no import norwegian_holidays

PURPOSE = "agreement-requests"
TEXTS = (
    *("sealed_name", "sealed_phone", "sealed_email", "sealed_wish", "sealed_passed_on_by", "sealed_answer"),
    *("sealed_employer", "sealed_employer_contact", "sealed_employer_phone", "sealed_employer_email"),
)
NOBODY = Contact("", "", "")


@dataclass(frozen=True, slots=True)
class EmployerAsked:
    """The business that asks, or is asked about, and whom to reach there."""

    name: str = ""
    organisation_number: str = ""
    contact: Contact = field(default=NOBODY, repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class AgreementAsked:
    """What somebody asks for. `passed_on_by` is who passes it on, at one of NAV's centres."""

    office: UUID | None
    asked_for: AskedFor
    asked_by: AskedBy
    wish: str
    through: AskedThrough = AskedThrough.OPEN_FORM
    person: Contact = NOBODY
    employer: EmployerAsked = EmployerAsked()  # frozen: one empty answer serves all
    passed_on_by: str = ""


def house_key() -> SealingKey:
    """What a request is sealed with until it is known whom it is about."""
    return key_for(PURPOSE)


def act_ask_openly(asked: AgreementAsked, *, who: Who, at: datetime) -> AgreementRequest:
    """Keep a request from the form that takes no log-in. Nobody is looked up, and nothing is told."""
    with act():
        row = _new(asked, at=at)
        _put(row, asked, house_key())
        row.save()
        _logged(row, who, at)
        return row


def act_take_down(acting: Acting, asked: AgreementAsked, *, at: datetime) -> AgreementRequest:
    """Keep a request by somebody who is logged in: the office for who came or called, or an employer."""
    with act():
        row = _new(asked, at=at, by=acting)
        _put(row, asked, house_key())
        row.save()
        _logged(row, acting.who, at)
        return row


def act_ask_for_oneself(
    acting: Acting, office: UUID | None, employer: EmployerAsked, wish: str, *, at: datetime, on: date
) -> AgreementRequest:
    """Ask by one's own log-in. Name and number follow from the record."""
    action = Action.AGREEMENT_REQUEST_MADE
    with own_record(acting, Permission.AGREEMENT_OWN, at=at, action=action) as found:
        asked = AgreementAsked(
            office=office,
            asked_for=AskedFor.AGREEMENT,
            asked_by=AskedBy.PERSON,
            through=AskedThrough.OWN_LOG_IN,
            person=contact_of(found.person, found.key),
            employer=employer,
            wish=wish,
        )
        row = _new(asked, at=at, by=acting)
        row.person = found.person
        _put(row, asked, found.key)
        row.save()
        Deed(found, by=acting, at=at, on=on).done("agreement.asked")
        return row


def act_withdraw(acting: Acting, request: UUID, *, at: datetime, on: date) -> None:
    """Take back one's own request, as long as nobody has answered it."""
    action = Action.AGREEMENT_REQUEST_ANSWERED
    with own_record(acting, Permission.AGREEMENT_OWN, at=at, action=action) as found:
        row = AgreementRequest.objects.filter(
            public_id=request, person=found.person, through=AskedThrough.OWN_LOG_IN
        ).first()
        if row is None:
            raise Refused((because("agreement-request.not-found", "house §agreements"),))
        refuse(may_be_answered(row.facts, AskedAnswer.WITHDRAWN, has_words=False))
        answered(row, AskedAnswer.WITHDRAWN, by=acting, day=on)
        Deed(found, by=acting, at=at, on=on).done("agreement.request-withdrawn")


def by_receipt(receipt: str) -> AgreementRequest | None:
    """The request that a receipt is for. Only its office, days and status are for whoever has the receipt."""
    return AgreementRequest.objects.filter(receipt=as_receipt(receipt)).select_related("office").first()


def answered(row: AgreementRequest, answer: AskedAnswer, *, by: Acting, day: date) -> None:
    """Put the answer on a request that has none."""
    row.answer, row.answered_on, row.answered_by_id = answer, day, by.account_id
    row.version += 1
    row.save()


def _put(row: AgreementRequest, asked: AgreementAsked, key: SealingKey) -> None:
    """What was written, sealed."""
    person, employer = asked.person, asked.employer
    texts = {
        "sealed_name": person.name,
        "sealed_phone": person.phone,
        "sealed_email": person.email,
        "sealed_employer": employer.name,
        "sealed_employer_contact": employer.contact.name,
        "sealed_employer_phone": employer.contact.phone,
        "sealed_employer_email": employer.contact.email,
        "sealed_wish": asked.wish,
        "sealed_passed_on_by": asked.passed_on_by,
    }
    for column, text in texts.items():
        row.seal(column, text.strip(), key)


def _new(asked: AgreementAsked, *, at: datetime, by: Acting | None = None) -> AgreementRequest:
    office, day = nav_office(asked.office), at.astimezone(OSLO).date()
    if office is None:
        raise Refused((because("agreement-request.no-such-office", "house §agreements"),))
    return AgreementRequest(
        office=office,
        asked_for=asked.asked_for,
        asked_by_whom=asked.asked_by,
        through=asked.through,
        organisation_number=asked.employer.organisation_number,
        receipt=new_receipt(),
        asked_at=at,
        asked_by_id=by.account_id if by else None,
        answer_by=answer_by(day, AGREEMENT_LIMITS.on(day), norwegian_holidays(day.year, day.year + 1)),
    )


def _logged(row: AgreementRequest, who: Who, at: datetime) -> None:
    action, kind = Action.AGREEMENT_REQUEST_MADE, "agreement_request"
    record(Entry(action, who, at, object_type=kind, object_id=row.public_id))
