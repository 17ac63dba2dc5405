"""How long a person's measure can last: each rung with its last day, and where one stands (F-12)."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.operations.rules import ReasonOfRule
from fotfeste.api.policy import RECORD, api_policy
from fotfeste.api.problems import language
from fotfeste.api.schemas import Shown
from fotfeste.apps.measures.duration import DurationOf, access_duration, law_of
from fotfeste.domain.measures.duration import latest_lawful_end
from fotfeste.domain.measures.ending import EndCause
from fotfeste.domain.measures.extending import MeasureAim
from fotfeste.domain.measures.kinds import MeasureKind
from fotfeste.domain.measures.rungs import RungKind, RungState, rungs
from fotfeste.parameters.answers import reasons_as_json
from fotfeste.web.measure_duration_shown import notes_of

router = Router(tags=["Cases about a measure"])


class RungOfLadder(Shown):
    """One rung: how long in all, its last day, and whether it is reached, can be granted, or takes more."""

    kind: RungKind
    months: int
    last: date
    state: RungState


class BreakShown(Shown):
    """A recorded break. It moves nothing."""

    id: UUID
    from_day: date
    until_day: date | None


class ParticipationDuration(Shown):
    """One participation: its days, the latest lawful one by the law of today, and its ladder."""

    id: UUID = Field(description="What acts on this participation are about.")
    measure: MeasureKind
    aim: MeasureAim
    clock_from: date = Field(description="Every rung is counted from this day. Nothing moves it.")
    has_begun: bool
    last_day: date
    ended_on: date | None
    end_cause: EndCause | None
    latest_lawful_end: date
    months: int
    rungs: list[RungOfLadder]
    breaks: list[BreakShown]
    notes: list[ReasonOfRule] = Field(description="What gives more; where NAV's program has another day.")


class MeasureDuration(Shown):
    """All that the caller may see, the newest first."""

    participations: list[ParticipationDuration]


@router.get(
    "/people/{uuid:person_id}/measure-duration", response=MeasureDuration, summary="How long a measure lasts"
)
@api_policy(RECORD)
def get_measure_duration(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """For the person and the office that answers for it; the guide sees those at the own provider."""
    call = calling(request)
    found = access_duration(call.acting, person_id, at=call.at)
    return {"participations": [_shown(each, call.on) for each in found.participations]}


def _shown(each: DurationOf, on: date) -> dict[str, Any]:
    row, law = each.row, law_of(each.row, on=on)
    latest = latest_lawful_end(row.clock_from, each.need, law)
    ladder = rungs(row.clock_from, each.decided, each.need, law.numbers)
    return {
        "id": row.public_id,
        "has_begun": row.first_start is not None,
        "end_cause": row.end_cause or None,
        "latest_lawful_end": latest.day,
        "months": latest.months,
        "rungs": [{name: getattr(rung, name) for name in _RUNG} for rung in ladder],
        "breaks": [
            {"id": pause.public_id, "from_day": pause.from_day, "until_day": pause.until_day}
            for pause in each.breaks
        ],
        "notes": reasons_as_json(notes_of(each, law, latest.day, on=on), language(), on=on),
        **{name: getattr(row, name) for name in _ROW},
    }


_RUNG = ("kind", "months", "last", "state")
_ROW = ("measure", "aim", "clock_from", "last_day", "ended_on")
