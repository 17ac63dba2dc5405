"""What I have asked for, and what NAV has proposed to me."""

from dataclasses import dataclass
from datetime import date, datetime

from fotfeste.apps.around.own import own_record
from fotfeste.apps.measures.expiring import Expiring, expiring
from fotfeste.apps.measures.models import MeasureRequest, Participation
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.apps.people.sealed import Sealed
from fotfeste.domain.measures.requests import RequestChannel
from fotfeste.domain.permissions import Permission

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class MyRequest:
    """One request or proposal; its texts are opened when they are said."""

    row: MeasureRequest
    wish: Sealed
    reason: Sealed


@dataclass(frozen=True, slots=True)
class MeasureNews:
    """What the first page tells of measures: how many proposals wait for an answer, and what runs out."""

    proposals: int
    expiring: tuple[Expiring, ...]


@dataclass(frozen=True, slots=True)
class MyMeasures:
    """My requests and the proposals to me, the newest first, and what runs out."""

    requests: list[MyRequest]
    expiring: tuple[Expiring, ...]


def measure_news(person: Person, *, on: date) -> MeasureNews:
    """For the person's own first page, whose look is in the log."""
    asked = MeasureRequest.objects.filter(person=person, channel=RequestChannel.PROPOSED_BY_NAV, answer="")
    return MeasureNews(asked.count(), _expiring(person, on))


def access_my_requests(acting: Acting, *, at: datetime, on: date) -> MyMeasures:
    """Where my requests stand, what NAV proposes, and what runs out."""
    with own_record(acting, Permission.MEASURE_READ, at=at, area="measures") as found:
        running_out = _expiring(found.person, on)
        rows = MeasureRequest.objects.filter(person=found.person).select_related("office", "asked_by")
        listed = list(rows.order_by("-pk")[:A_PAGE])
        key = found.key
    requests = [
        MyRequest(row, Sealed(row, "sealed_wish", key), Sealed(row, "sealed_reason", key)) for row in listed
    ]
    return MyMeasures(requests, running_out)


def _expiring(person: Person, on: date) -> tuple[Expiring, ...]:
    return tuple(expiring(Participation.objects.filter(person=person), on=on))
