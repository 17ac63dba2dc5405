"""Asking for a measure: by a form without a log-in, by one's own log-in, or taken by the office (F-01)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.around.own import own_record
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, Who, act, record
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.measures.models import MeasureRequest
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.offices import nav_office
from fotfeste.apps.people.receipts import as_receipt, new_receipt
from fotfeste.apps.people.records import Contact, contact_of
from fotfeste.apps.vault.keys import key_for
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.measures.requests import RequestAnswer, RequestChannel, may_be_answered_so
from fotfeste.domain.permissions import Permission
from fotfeste.domain.verdict import Refused, because

PURPOSE = "measure-requests"
TEXTS = ("sealed_name", "sealed_phone", "sealed_email", "sealed_wish", "sealed_helper", "sealed_reason")


@dataclass(frozen=True, slots=True, repr=False)
class RequestWritten:
    """What somebody asks for. `helper` is whoever helped with asking, and how they stand to the person."""

    office: UUID | None
    contact: Contact
    wish: str
    helper: str = ""


def house_key() -> SealingKey:
    """What a request is sealed with until it is known whom it is about."""
    return key_for(PURPOSE)


def act_ask_openly(written: RequestWritten, *, who: Who, at: datetime) -> MeasureRequest:
    """Keep a request from the form that takes no log-in. Nobody is looked up, and nothing is told."""
    with act():
        row = _new(written, RequestChannel.PUBLIC_FORM, at=at)
        put(row, written, house_key())
        row.save()
        _logged(row, who, at)
        return row


def act_ask_for_oneself(
    acting: Acting, office: UUID | None, wish: str, *, at: datetime, on: date
) -> MeasureRequest:
    """Ask by one's own log-in. Name and number follow from the record."""
    with own_record(acting, Permission.MEASURE_ASK, at=at, action=Action.MEASURE_REQUEST_MADE) as found:
        written = RequestWritten(office, contact_of(found.person, found.key), wish)
        row = _new(written, RequestChannel.OWN_LOG_IN, at=at, by=acting)
        row.person = found.person
        put(row, written, found.key)
        row.save()
        Deed(found, by=acting, at=at, on=on).done("measure.asked")
        return row


def act_withdraw(acting: Acting, request: UUID, *, at: datetime, on: date) -> None:
    """Take back one's own request, as long as nobody has answered it."""
    with own_record(acting, Permission.MEASURE_ASK, at=at, action=Action.MEASURE_REQUEST_ANSWERED) as found:
        row = MeasureRequest.objects.filter(
            public_id=request, person=found.person, channel=RequestChannel.OWN_LOG_IN
        ).first()
        if row is None:
            raise Refused((because("measure-request.not-found", "house §measures"),))
        refuse(may_be_answered_so(row.facts, RequestAnswer.WITHDRAWN, has_words=False))
        answered(row, RequestAnswer.WITHDRAWN, by=acting, on=on)
        Deed(found, by=acting, at=at, on=on).done("measure.request-withdrawn")


def act_take_down(acting: Acting, written: RequestWritten, *, at: datetime) -> MeasureRequest:
    """The office takes a request from somebody who came or called. It waits in its own inbox."""
    with act():
        here = RequestWritten(acting.unit, written.contact, written.wish, written.helper)
        row = _new(here, RequestChannel.TAKEN_BY_OFFICE, at=at, by=acting)
        put(row, here, house_key())
        row.save()
        _logged(row, acting.who, at)
        return row


def by_receipt(receipt: str) -> MeasureRequest | None:
    """The request that a receipt is for. Only its office, day and status are for whoever has the receipt."""
    return MeasureRequest.objects.filter(receipt=as_receipt(receipt)).select_related("office").first()


def put(row: MeasureRequest, written: RequestWritten, key: SealingKey) -> None:
    """What was written, sealed."""
    texts = {
        "sealed_name": written.contact.name,
        "sealed_phone": written.contact.phone,
        "sealed_email": written.contact.email,
        "sealed_wish": written.wish.strip(),
        "sealed_helper": written.helper.strip(),
    }
    for column, text in texts.items():
        row.seal(column, text, key)


def answered(row: MeasureRequest, answer: RequestAnswer, *, by: Acting, on: date) -> None:
    """Put the answer on a request that has none."""
    row.answer, row.answered_on, row.answered_by_id = answer, on, by.account_id
    row.version += 1
    row.save()


def _new(
    written: RequestWritten, channel: RequestChannel, *, at: datetime, by: Acting | None = None
) -> MeasureRequest:
    office = nav_office(written.office)
    if office is None:
        raise Refused((because("measure-request.no-such-office", "house §measures"),))
    return MeasureRequest(
        office=office,
        channel=channel,
        receipt=new_receipt(),
        asked_at=at,
        asked_by_id=by.account_id if by else None,
    )


def _logged(row: MeasureRequest, who: Who, at: datetime) -> None:
    entry = Entry(
        Action.MEASURE_REQUEST_MADE, who, at, object_type="measure_request", object_id=row.public_id
    )
    record(entry)
