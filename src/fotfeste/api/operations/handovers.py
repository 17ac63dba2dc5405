"""Handing over a caseload or a part of it: whom it holds, who could take them on, and doing it in one act."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.fields import Count, Day, Id
from fotfeste.api.once import Done
from fotfeste.api.policy import api_policy, needs
from fotfeste.api.schemas import Sent, Shown
from fotfeste.apps.around.handover import HandoverAsked, act_hand_over
from fotfeste.apps.around.handover_page import Specialist, ToHandOver, access_handover
from fotfeste.domain.course import CourseStage
from fotfeste.domain.permissions import Ability

router = Router(tags=["Handover"])

MOST = 500


class GiverQuery(Sent):
    """Whose caseload. A specialist hands over their own; the supervisor says whose."""

    giver: Id | None = None


class SpecialistShown(Shown):
    """A specialist of the team, now or before."""

    id: UUID
    name: str
    is_gone: bool
    active: int = Field(description="How many they follow, among those you may know of.")
    position_percent: int


class GoesAlongShown(Shown):
    """What goes with a person."""

    meetings: int
    lines: int
    around: int
    stand_ins: int


class ToHandOverShown(Shown):
    """One person who can be handed over."""

    relation: UUID
    version: int
    name: str
    stage: CourseStage
    goes_along: GoesAlongShown


class HandoverShown(Shown):
    """Whose caseload it is, whom it holds, who could take them on."""

    giver: SpecialistShown | None
    people: list[ToHandOverShown]
    receivers: list[SpecialistShown]
    team: list[SpecialistShown] = Field(description="For the supervisor: whose caseload there is to choose.")


class ChosenSent(Sent):
    """One person to hand over, by the relation, as it was when it was chosen."""

    relation: Id
    version: Count


class HandoverSent(Sent):
    """Whose, to whom, which persons, from when, until when both can see."""

    giver: Id | None = Field(None, description="Only for the supervisor.")
    receiver: Id
    people: list[ChosenSent] = Field(min_length=1, max_length=MOST)
    from_day: Day
    overlap_until: Day | None = None


class HandedOver(Shown):
    """How many were handed over: all, or none."""

    people: int


@router.get("/handovers", response=HandoverShown, summary="Before a handover")
@api_policy(needs(Ability.CASELOAD_HAND_OVER))
def get_handover(request: HttpRequest, asked: Query[GiverQuery]) -> dict[str, Any]:
    """Whom the caseload holds and what goes with each, and who could take them on."""
    call = calling(request)
    found = access_handover(call.acting, asked.giver, at=call.at, on=call.on)
    return {
        "giver": specialist_facts(found.giver) if found.giver else None,
        "people": [_person(each) for each in found.people],
        "receivers": [specialist_facts(each) for each in found.receivers],
        "team": [specialist_facts(each) for each in found.team],
    }


@router.post("/handovers", response={201: HandedOver}, summary="Hand over")
@api_policy(needs(Ability.CASELOAD_HAND_OVER))
def hand_over(request: HttpRequest, sent: HandoverSent) -> Done:
    """Hand persons over to a colleague in one act: all of them, or none.

    Refused with every reason; what is about one person names the relation. One who has moved meanwhile,
    or whom you may not hand over, is named as not yours to hand over.
    """
    call = calling(request)
    asked = HandoverAsked(
        giver=sent.giver,
        receiver=sent.receiver,
        chosen={each.relation: each.version for each in sent.people},
        from_day=sent.from_day,
        overlap_until=sent.overlap_until,
    )
    number = act_hand_over(call.acting, asked, at=call.at, on=call.on)
    return Done(HandedOver(people=number), 201)


def specialist_facts(each: Specialist) -> dict[str, Any]:
    """A specialist as they are shown."""
    return {
        "id": each.public_id,
        "name": each.name,
        "is_gone": each.is_gone,
        "active": each.caseload.active,
        "position_percent": each.caseload.position_percent,
    }


def _person(each: ToHandOver) -> dict[str, Any]:
    return {
        "relation": each.relation,
        "version": each.version,
        "name": str(each.name),
        "stage": each.stage,
        "goes_along": each.goes_along,
    }
