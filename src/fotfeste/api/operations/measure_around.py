"""What is around a measure: whoever issues the sick note."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from fotfeste.api.calls import calling
from fotfeste.api.policy import RECORD, api_policy
from fotfeste.api.problems import ReasonShown, shown
from fotfeste.api.schemas import Shown
from fotfeste.apps.measures.around import IssuersSeen, access_issuers
from fotfeste.apps.measures.models_employer import IssuerEvent

router = Router(tags=["Cases about a measure"])


class IssuerShown(Shown):
    """Who issues the sick note from a day. An empty name: there is no sick note from then."""

    name: str
    where: str
    from_day: date


class IssuerLetterShown(Shown):
    """A letter: to whom, about what, its words, and the day it went, if it has."""

    id: UUID
    to: str
    event: IssuerEvent
    event_on: date
    words: str
    sent_on: date | None


class IssuersShown(Shown):
    """Who issues the sick note, the newest first; the letters; and what is left to tell."""

    person: UUID
    is_sick_listed: bool | None
    issuers: list[IssuerShown]
    letters: list[IssuerLetterShown]
    left: list[ReasonShown]


@router.get(
    "/people/{uuid:person_id}/measure-case/sick-note",
    response=IssuersShown,
    summary="Who issues the sick note, and what they have been told",
)
@api_policy(RECORD)
def get_sick_note_issuer(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """For the person and the office that answers for the case."""
    call = calling(request)
    found = access_issuers(call.acting, person_id, at=call.at)
    return _issuers(found, call.on)


def _issuers(found: IssuersSeen, on: date) -> dict[str, Any]:
    rows, key = found.rows, found.around.key
    return {
        "person": found.around.person.public_id,
        "is_sick_listed": rows.is_sick_listed if rows else None,
        "issuers": [
            {
                "name": each.opened("sealed_name", key),
                "where": each.opened("sealed_where", key),
                "from_day": each.from_day,
            }
            for each in (rows.issuers if rows else ())
        ],
        "letters": [
            {
                "id": each.public_id,
                "to": each.issuer.opened("sealed_name", key),
                "event": each.event,
                "event_on": each.event_on,
                "words": each.opened("sealed_words", key),
                "sent_on": each.sent_on,
            }
            for each in (rows.notices if rows else ())
        ],
        "left": [shown(reason) for reason in (rows.outcome(on=on).verdict if rows else ())],
    }
