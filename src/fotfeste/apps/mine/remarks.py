"""The jobseeker says that something in the own record is wrong, and reads what was answered."""

from dataclasses import dataclass
from datetime import date, datetime

from fotfeste.apps.around.own import own_record
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.remarks.models import Remark
from fotfeste.apps.remarks.services import say
from fotfeste.domain.permissions import Permission

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class MyRemark:
    """One thing said, and the answer once there is one. Texts are opened when they are written."""

    text: Sealed
    said_on: date
    answer: Sealed
    answered_on: date | None
    is_put_right: bool | None


def access_my_remarks(acting: Acting, *, at: datetime) -> tuple[MyRemark, ...]:
    """What I have said of my record, the newest first."""
    with own_record(acting, Permission.REMARK_MAKE, at=at, area="remarks") as found:
        rows = tuple(Remark.objects.filter(person=found.person).order_by("-said_at", "-pk")[:A_PAGE])
    return tuple(
        MyRemark(
            text=Sealed(row, "sealed_text", found.key),
            said_on=row.said_on,
            answer=Sealed(row, "sealed_answer", found.key),
            answered_on=row.answered_on,
            is_put_right=row.is_put_right,
        )
        for row in rows
    )


def act_say(acting: Acting, text: str, *, at: datetime, on: date) -> Remark:
    """Say that something is wrong or missing. The specialist is told by the agenda."""
    with own_record(acting, Permission.REMARK_MAKE, at=at, action=Action.REMARK_SAID) as found:
        return say(Deed(found, by=acting, at=at, on=on), text)
