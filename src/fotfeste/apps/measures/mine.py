"""What I have asked for, and what NAV has proposed to me."""

from dataclasses import dataclass
from datetime import datetime

from fotfeste.apps.around.own import own_record
from fotfeste.apps.measures.models import MeasureRequest
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.sealed import Sealed
from fotfeste.domain.permissions import Permission

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class MyRequest:
    """One request or proposal; its texts are opened when they are said."""

    row: MeasureRequest
    wish: Sealed
    reason: Sealed


def access_my_requests(acting: Acting, *, at: datetime) -> list[MyRequest]:
    """My requests and the proposals to me, the newest first."""
    with own_record(acting, Permission.MEASURE_READ, at=at, area="measures") as found:
        rows = MeasureRequest.objects.filter(person=found.person).select_related("office", "asked_by")
        listed = list(rows.order_by("-pk")[:A_PAGE])
        key = found.key
    return [
        MyRequest(row, Sealed(row, "sealed_wish", key), Sealed(row, "sealed_reason", key)) for row in listed
    ]
