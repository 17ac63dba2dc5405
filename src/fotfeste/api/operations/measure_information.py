"""The public information on Follow-up: words and numbers of a day, in the language asked for (F-17)."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from fotfeste import clock
from fotfeste.api.fields import Day
from fotfeste.api.policy import PUBLIC, api_policy
from fotfeste.api.problems import language
from fotfeste.api.schemas import Sent, Shown
from fotfeste.api.trouble import Trouble
from fotfeste.domain.dated import NotInForce
from fotfeste.domain.verdict import because
from fotfeste.parameters.public_information import Information, agreement_information, follow_up_information

router = Router(tags=["Measures"])


class MeasureDay(Sent):
    """The day whose rules and rates are asked for."""

    on: Day | None = Field(None, description="Today when left out.")


class MeasureNumber(Shown):
    """One number of the day, and how sure it is."""

    code: str
    label: str
    amount: int = Field(description="Months in the ladder, kroner a day among the rates.")
    source: str
    since: date
    provisional: bool


class MeasureSection(Shown):
    """A heading and what stands under it."""

    id: str
    heading: str
    paragraphs: list[str]
    points: list[str]
    is_steps: bool = Field(description="Whether the points follow each other.")
    sources: list[str]


class MeasureInformation(Shown):
    """What anybody may read of the measure."""

    on: date
    title: str
    summary: str
    lead: str
    sections: list[MeasureSection]
    ladder: list[MeasureNumber]
    rates: list[MeasureNumber] = Field(description="Empty where the rates of that year are not known here.")
    is_provisional: bool


@router.get("/measures/follow-up", response=MeasureInformation, summary="What Follow-up is")
@api_policy(PUBLIC)
def get_follow_up_information(request: HttpRequest, asked: Query[MeasureDay]) -> dict[str, Any]:
    """What it is, who it is for, how long it lasts, money, and how to ask. Nothing is stored."""
    return _told(follow_up_information, asked.on or clock.today())


@router.get("/agreements/about", response=MeasureInformation, summary="What the agreement is")
@api_policy(PUBLIC)
def get_agreement_information(request: HttpRequest, asked: Query[MeasureDay]) -> dict[str, Any]:
    """The facilitation and follow-up agreement: whom it is for, what it promises, how to ask for it."""
    return _told(agreement_information, asked.on or clock.today())


def _told(tells: Callable[..., Information], day: date) -> dict[str, Any]:
    try:
        return asdict(tells(language(), on=day))
    except NotInForce:
        reason = because("measure.no-rule-that-day", "house §measures", day=day)
        raise Trouble(422, "api.not-understood", (reason,)) from None
