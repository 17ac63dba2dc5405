"""Answering a line: the look that shows its form, and the act that carries it out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from fotfeste.apps.agenda.selectors import StoredLine, lines_of
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.caseload.events import readable
from fotfeste.apps.caseload.person import Header, Look, header_of
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found, GoesOn, is_new, opened
from fotfeste.apps.people.models import Event
from fotfeste.domain.permissions import Permission

T = TypeVar("T")
CHANGE = Permission.ABOUT_PERSON_CHANGE
"""What most acts take."""


@dataclass(frozen=True, slots=True)
class Answering(Generic[T]):
    """What a form is shown with: whom it is about, the lines it answers, and what it starts from."""

    header: Header
    lines: list[StoredLine]
    start: T


def access_act(
    look: Look, act: str, start: Callable[[Found], T], *, permission: Permission = CHANGE
) -> Answering[T]:
    """Look at what an act is about, before it is done. `start` reads what the form starts from."""
    with opened(
        look.acting,
        look.public_id,
        permission,
        at=look.at,
        purpose=look.purpose,
        area=act[:32],
    ) as found:
        header = header_of(found, on=look.on)
        lines = [line for line in lines_of(found.person.pk) if line.act == act]
        return Answering(header, lines, start(found))


def access_conflict(
    look: Look, act: str, start: Callable[[Found], T], *, permission: Permission = CHANGE
) -> tuple[Answering[T], Event | None]:
    """Look again after somebody else saved, and at who that was."""

    def with_last(found: Found) -> tuple[T, Event | None]:
        others = Event.objects.filter(readable(found), person=found.person).exclude(by=look.acting.account_id)
        return start(found), others.select_related("by").order_by("-pk").first()

    found = access_act(look, act, with_last, permission=permission)
    started, last = found.start
    return Answering(found.header, found.lines, started), last


def carry_out(
    look: Look,
    action: Action,
    do: Callable[[Deed], T],
    *,
    permission: Permission = CHANGE,
    goes_on: GoesOn = is_new,
) -> T:
    """Do it: one transaction with its event, its log, and the agenda asked again."""
    with opened(
        look.acting,
        look.public_id,
        permission,
        at=look.at,
        action=action,
        purpose=look.purpose,
        goes_on=goes_on,
    ) as found:
        return do(Deed(found, by=look.acting, at=look.at, on=look.on))
