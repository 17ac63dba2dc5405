"""The follow-up plan from the employer: sent here, and taken over by NAV into the case of a measure (F-09).

What is sent opens nothing by itself. NAV reads it, says what it documents, and takes it over; then it is the
plan that the gate of § 1-8 asks for, received on the day it was sent.
"""

from dataclasses import dataclass

from fotfeste.apps.agreements.employer_deed import EmployerDeed
from fotfeste.apps.agreements.models import EmployerMember, EmployerSentPlan
from fotfeste.apps.agreements.notices import tell
from fotfeste.apps.agreements.plans_sent import plan_of
from fotfeste.apps.agreements.sides import side_of
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.door import OSLO
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.measures.jobs import PlanSaid, register_plan
from fotfeste.apps.measures.models_employer import PlanChannel
from fotfeste.apps.measures.newest import case_of
from fotfeste.apps.people.models import Person
from fotfeste.domain.agreements.employer_plan import PlanSent, may_take_over
from fotfeste.domain.agreements.notices import NoticeCode
from fotfeste.domain.measures.employer_gate import InHouseMeasures


@dataclass(frozen=True, slots=True, repr=False)
class Documented:
    """What NAV says that the plan documents. `duty_met` is None when nobody knows."""

    duty_met: bool | None
    in_house: InHouseMeasures
    what: str


def send_plan(deed: EmployerDeed, words: str) -> EmployerSentPlan:
    """The employer sends its plan. What was sent before stays."""
    agreement = side_of(deed).agreement
    row = EmployerSentPlan(
        person=deed.person, agreement=agreement, sent_by_id=deed.by.account_id, sent_at=deed.at
    )
    row.seal("sealed_words", words.strip(), deed.key)
    row.save()
    deed.done("agreement.plan-sent")
    tell(deed, agreement, NoticeCode.PLAN_SENT)
    return row


def take_over(deed: Deed, about: str, said: Documented) -> None:
    """NAV takes a plan over: from now on it is the employer's plan of the case. Raises Refused."""
    row = plan_of(deed.person, about)
    refuse(may_take_over(_facts(deed.person, row)))
    assert row is not None  # noqa: S101  # refused above
    sent_on = row.sent_at.astimezone(OSLO).date()
    register_plan(
        deed, PlanSaid(sent_on, PlanChannel.DIGITAL, said.duty_met, said.in_house, said.what.strip())
    )
    row.taken_over_on, row.taken_over_by_id = deed.on, deed.by.account_id
    row.save()
    deed.done("agreement.plan-taken-over")


def _facts(person: Person, row: EmployerSentPlan | None) -> PlanSent:
    if row is None:
        return PlanSent(is_there=False)
    case = case_of(person)
    job = case.job if case is not None and case.closed_on is None else None
    return PlanSent(
        is_there=True,
        is_taken_over=row.taken_over_on is not None,
        is_of_the_job=job is None or _is_same(job.employer, _number_of_sender(row)),
    )


def _number_of_sender(row: EmployerSentPlan) -> str:
    """The organisation number of the business that the sender stood for."""
    rows = EmployerMember.objects.filter(agreement=row.agreement_id, account=row.sent_by_id)
    return rows.order_by("-pk").values_list("unit__number", flat=True).first() or ""


def _is_same(employer: Employer | None, number: str) -> bool:
    return employer is not None and bool(number) and employer.organisation_number == number
