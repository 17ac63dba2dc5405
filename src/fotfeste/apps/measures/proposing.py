"""NAV proposes a measure; the person sees it and says yes or no (F-01)."""

from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.around.own import own_record
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.measures.asking import RequestWritten, answered, put
from fotfeste.apps.measures.cases import open_case
from fotfeste.apps.measures.models import MeasureRequest
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Unit
from fotfeste.apps.people.models.units import UnitKind
from fotfeste.apps.people.receipts import new_receipt
from fotfeste.apps.people.records import contact_of
from fotfeste.domain.measures.kinds import MeasureKind
from fotfeste.domain.measures.requests import RequestAnswer, RequestChannel, may_be_answered_so
from fotfeste.domain.permissions import Permission
from fotfeste.domain.verdict import Refused, because


def propose(deed: Deed, *, measure: MeasureKind, why: str) -> None:
    """Put a proposal to the person. One at a time: another waits until this one is answered."""
    office = Unit.objects.filter(pk=deed.by.unit_id or 0, kind=UnitKind.NAV_OFFICE).first()
    if office is None:
        raise Refused((because("measure-request.no-such-office", "house §measures"),))
    waits = MeasureRequest.objects.filter(
        person=deed.person, channel=RequestChannel.PROPOSED_BY_NAV, answer=""
    )
    if waits.exists():
        raise Refused((because("measure-request.proposed-already", "house §measures"),))
    row = MeasureRequest(
        office=office,
        person=deed.person,
        channel=RequestChannel.PROPOSED_BY_NAV,
        measure=measure,
        receipt=new_receipt(),
        asked_at=deed.at,
        asked_by_id=deed.by.account_id,
    )
    put(row, RequestWritten(office.public_id, contact_of(deed.person, deed.key), why), deed.key)
    row.save()
    deed.done("measure.proposed")


def act_answer_proposal(
    acting: Acting, request: UUID, answer: RequestAnswer, words: str, *, at: datetime, on: date
) -> None:
    """Say yes or no to a proposal about oneself. A yes opens the case at the office that proposed."""
    with own_record(acting, Permission.MEASURE_ASK, at=at, action=Action.MEASURE_REQUEST_ANSWERED) as found:
        row = (
            MeasureRequest.objects.filter(person=found.person, public_id=request)
            .select_related("office")
            .first()
        )
        if row is None:
            raise Refused((because("measure-request.not-found", "house §measures"),))
        refuse(may_be_answered_so(row.facts, answer, has_words=bool(words.strip())))
        row.seal("sealed_reason", words.strip(), found.key)
        if answer is RequestAnswer.ACCEPTED:
            row.case = open_case(found.person, row.office, by=acting, measure=row.measure, on=on)
        answered(row, answer, by=acting, on=on)
        Deed(found, by=acting, at=at, on=on).done(
            "measure.proposal-accepted" if answer is RequestAnswer.ACCEPTED else "measure.proposal-declined"
        )
