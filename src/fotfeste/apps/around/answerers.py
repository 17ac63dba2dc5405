"""The supervisors who may see a person's record, and so can answer for it; and their door to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.door import Denied, Found, opened
from fotfeste.apps.people.acting import Acting, in_force
from fotfeste.apps.people.may_follow import clearances_of, guard_of
from fotfeste.apps.people.models import Closeness, Membership, Person, UnitOwnership
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.domain.permissions import Circumstances, Decision, Permission, Role, decide
from fotfeste.domain.purposes import Purpose

ANSWERS = Purpose.ANSWERS_COMPLAINT
QUESTION = "log_question"
"""The area of a look at what a person asks about looks."""


def can_be_answered(person: Person, *, on: date) -> bool:
    """Whether any supervisor of the owning unit may open the record to answer a question about it."""
    owner = UnitOwnership.objects.filter(person=person, until_day=None).values("unit")
    supervisors = Membership.objects.filter(
        in_force(on), unit__in=owner, role=Role.IPS_SUPERVISOR, account__is_active=True
    )
    return any(_may_open(row, person, on) for row in supervisors.select_related("account"))


@contextmanager
def opened_by_supervisor(
    acting: Acting, public_id: UUID, *, at: datetime, action: Action, purpose: str, area: str
) -> Iterator[Found]:
    """Open a record as the supervisor who answers for it; for nobody else, whatever else they may see."""
    if acting.role is not Role.IPS_SUPERVISOR:
        raise Denied(Decision(reason_code="access.not-for-your-role"))
    with opened(
        acting, public_id, Permission.PERSON_OPEN, at=at, action=action, purpose=purpose, area=area
    ) as found:
        yield found


def _may_open(supervisor: Membership, person: Person, on: date) -> bool:
    guard, clearances = guard_of(person), clearances_of(supervisor.account, on=on)
    given = Circumstances(
        role=Role.IPS_SUPERVISOR,
        is_in_owning_unit=True,
        protection=guard.protection,
        is_cleared_for_protection=ClearanceKind.PROTECTED in clearances,
        is_own_staff=guard.is_own_staff,
        is_cleared_for_own_staff=ClearanceKind.OWN_STAFF in clearances,
        is_close_to_person=Closeness.objects.filter(account=supervisor.account, person=person).exists(),
        purpose=ANSWERS,
    )
    return decide(given).may(Permission.PERSON_OPEN)
