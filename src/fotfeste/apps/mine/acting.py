"""Acts one does on one's own record: seen before, and carried out, through one's own door."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Generic, TypeVar

from fotfeste.apps.around.own import own_record
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Event
from fotfeste.domain.permissions import Permission

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OwnAct:
    """Which right an act takes, what it is called in the log, who does it, and when."""

    acting: Acting
    permission: Permission
    action: Action
    at: datetime
    on: date
    area: str = field(default="")


def access_own_act(act: OwnAct, start: Callable[[Found], T]) -> T:
    """Look at what an act is about, before it is done."""
    with own_record(act.acting, act.permission, at=act.at, area=act.area[:32]) as found:
        return start(found)


@dataclass(frozen=True, slots=True)
class OwnConflict(Generic[T]):
    """What is saved now, and who saved it."""

    start: T
    last: Event | None


def access_own_conflict(act: OwnAct, start: Callable[[Found], T]) -> OwnConflict[T]:
    """Look again after somebody else saved."""

    def with_last(found: Found) -> OwnConflict[T]:
        others = Event.objects.filter(person=found.person).exclude(by=act.acting.account_id)
        return OwnConflict(start(found), others.select_related("by").order_by("-pk").first())

    return access_own_act(act, with_last)


def carry_out_own(act: OwnAct, do: Callable[[Deed], T]) -> T:
    """Do it: one transaction with its event, its log, and the agenda asked again."""
    with own_record(act.acting, act.permission, at=act.at, action=act.action) as found:
        return do(Deed(found, by=act.acting, at=act.at, on=act.on))
