"""Looking at a person's case about a measure: one door, few statements, texts opened after."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.door import OSLO, Found, opened
from fotfeste.apps.measures.models import MeasureCase, MeasureRequest
from fotfeste.apps.measures.newest import case_of
from fotfeste.apps.measures.next_steps import steps_of
from fotfeste.apps.measures.whole import CaseRows, rows_of
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.measures.next_steps import NextStep
from fotfeste.domain.permissions import Decision, Permission


@dataclass(frozen=True, slots=True)
class CaseSeen:
    """A person's newest case, and what it is known by. `case` is None before a request is taken up."""

    person: Person
    contact: SealedContact
    decision: Decision
    case: MeasureCase | None
    rows: CaseRows | None
    requests: tuple[MeasureRequest, ...]
    steps: tuple[NextStep, ...]
    key: SealingKey = field(repr=False)


def access_case(acting: Acting, public_id: UUID, *, at: datetime) -> CaseSeen:
    """The case, for the person and the office that answers for it.

    A decision that waits for its second pair of eyes, or fell away, is for the office alone: nobody has been
    told of it. What was asked of another office is for the person alone.
    """
    with opened(acting, public_id, Permission.MEASURE_READ, at=at, action=Action.MEASURE_SEEN) as found:
        case = case_of(found.person)
        on = at.astimezone(OSLO).date()
        rows = rows_of(case, on=on) if case else None
        if rows and not found.may(Permission.MEASURE_CHANGE):
            rows = replace(rows, decisions=[each for each in rows.decisions if each.counts])
        return CaseSeen(
            person=found.person,
            contact=SealedContact(found.person, found.key),
            decision=found.decision,
            case=case,
            rows=rows,
            requests=tuple(_requests(found, case, acting)),
            steps=steps_of([case], on=on)[case.pk] if case and found.may(Permission.MEASURE_CHANGE) else (),
            key=found.key,
        )


def _requests(found: Found, case: MeasureCase | None, acting: Acting) -> QuerySet[MeasureRequest]:
    rows = MeasureRequest.objects.filter(person=found.person).select_related("office", "asked_by")
    if not found.may(Permission.MEASURE_ASK):
        led_to_it = Q(case=case) if case else Q(pk=None)
        rows = rows.filter(led_to_it | Q(office=acting.unit_id))
    return rows.order_by("-pk")
