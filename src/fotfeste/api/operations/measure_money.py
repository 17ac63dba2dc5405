"""Money while taking part, which offer the need points to, and which offices work with the health service."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.fields import Day, Flag, Text
from fotfeste.api.once import Done
from fotfeste.api.policy import RECORD, api_policy, needs
from fotfeste.api.problems import ReasonShown, shown
from fotfeste.api.schemas import Sent, Shown
from fotfeste.apps.measures.cooperation import act_put_down_cooperation, offices_listed
from fotfeste.apps.measures.money import access_money, entitled
from fotfeste.apps.measures.offers import access_offer
from fotfeste.domain.measures.allowance import BenefitHeld
from fotfeste.domain.measures.offer import MeasureOffer
from fotfeste.domain.permissions import Ability

router = Router(tags=["Cases about a measure"])
OFFICE = needs(Ability.MEASURE_REQUEST_ANSWER)


class MeasureMoneyShown(Shown):
    """What was put down last, and what follows from it today. Null where it is not known."""

    person: UUID
    benefit: BenefitHeld | None
    children: int | None
    may_be_entitled: bool | None
    against: list[ReasonShown]
    kept: list[ReasonShown]
    kroner_a_day: int | None


class MeasureOfferShown(Shown):
    """The offer the need points to. It is a suggestion: NAV decides."""

    person: UUID
    offer: MeasureOffer | None
    why: list[ReasonShown]
    first: list[ReasonShown] = Field(description="What must be done together before it is settled.")


class OfficeCooperationShown(Shown):
    """A NAV office. `is_integrated` null: nothing is known."""

    office: UUID
    name: str
    is_integrated: bool | None
    with_whom: str
    from_day: date | None


class CooperationPutDown(Shown):
    """Which office has said it, and from which day it counts."""

    office: UUID
    from_day: date


class OfficesCooperationShown(Shown):
    """Every NAV office, those that lack the cooperation first."""

    offices: list[OfficeCooperationShown]


class CooperationSent(Sent):
    """What your own office says of itself."""

    is_integrated: Flag
    from_day: Day
    with_whom: Text = Field("", max_length=200)


@router.get(
    "/people/{uuid:person_id}/measure-case/money",
    response=MeasureMoneyShown,
    summary="Money while taking part",
)
@api_policy(RECORD)
def get_measure_money(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """For the person and the office that answers for the case."""
    call = calling(request)
    found = access_money(call.acting, person_id, at=call.at)
    said, answer = found.said, entitled(found, on=call.on)
    outcome = answer.outcome if answer else None
    return {
        "person": found.around.person.public_id,
        "benefit": said.benefit if said else None,
        "children": said.children if said else None,
        "may_be_entitled": not outcome.verdict if outcome else None,
        "against": [shown(reason) for reason in (outcome.verdict if outcome else ())],
        "kept": [shown(reason) for reason in (outcome.notes if outcome else ())],
        "kroner_a_day": dict(outcome.values)["kroner_a_day"] if outcome else None,
    }


@router.get(
    "/people/{uuid:person_id}/measure-case/offer",
    response=MeasureOfferShown,
    summary="Which offer the need points to",
)
@api_policy(RECORD)
def get_measure_offer(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """For the person and the office that answers for the case."""
    call = calling(request)
    found = access_offer(call.acting, person_id, at=call.at)
    outcome = found.outcome
    return {
        "person": found.around.person.public_id,
        "offer": dict(outcome.values)["offer"] if outcome else None,
        "why": [shown(reason) for reason in (outcome.notes if outcome else ())],
        "first": [shown(reason) for reason in (outcome.verdict if outcome else ())],
    }


@router.get(
    "/measure-offices/cooperation",
    response=OfficesCooperationShown,
    summary="Which offices work with the health service on IPS",
)
@api_policy(OFFICE)
def list_office_cooperation(request: HttpRequest) -> dict[str, Any]:
    """Every NAV office, those that lack the cooperation first."""
    return _offices(calling(request).on)


@router.post(
    "/measure-offices/cooperation",
    response=CooperationPutDown,
    summary="Say whether your office works with the health service on IPS",
)
@api_policy(OFFICE)
def put_down_office_cooperation(request: HttpRequest, sent: CooperationSent) -> Done:
    """Your own office says it. What it said before stays."""
    call = calling(request)
    act_put_down_cooperation(
        call.acting,
        is_integrated=sent.is_integrated,
        from_day=sent.from_day,
        with_whom=sent.with_whom,
        at=call.at,
        on=call.on,
    )
    assert call.acting.unit is not None  # noqa: S101  # who answers for an office acts in one
    return Done(CooperationPutDown(office=call.acting.unit, from_day=sent.from_day))


def _offices(on: date) -> dict[str, Any]:
    return {
        "offices": [
            {
                "office": each.office.public_id,
                "name": each.office.name,
                "is_integrated": each.is_integrated,
                "with_whom": each.row.with_whom if each.row else "",
                "from_day": each.row.from_day if each.row else None,
            }
            for each in offices_listed(on=on)
        ]
    }
