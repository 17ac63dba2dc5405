"""Earlier participations: one person's history, each period judged by the scheme then in force (F-16)."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.fields import Text
from fotfeste.api.once import Done
from fotfeste.api.policy import RECORD, api_policy, needs
from fotfeste.api.problems import language
from fotfeste.api.schemas import Sent, Shown
from fotfeste.apps.measures.history import access_history, access_unlinked, act_link_history, shown
from fotfeste.domain.measures.kinds import MeasureKind
from fotfeste.domain.permissions import Ability
from fotfeste.parameters.texts import reason_text

router = Router(tags=["Measures"])

ONE = "/people/{uuid:person_id}/old-participations"


class OldPeriodShown(Shown):
    """One period of an earlier scheme, and what the rule in force on its last day says of its length."""

    id: UUID
    measure: MeasureKind
    code: str
    first_day: date
    last_day: date
    clock_from: date = Field(description="The first day of the participation it goes on from.")
    provider: str
    remark: str
    says: str = Field(description="The code of what the rule says.")
    text: str
    source: str


class OldParticipationsShown(Shown):
    """One person's earlier participations, the oldest first."""

    periods: list[OldPeriodShown]


class UnlinkedParticipant(Shown):
    """A participant of a list whom nobody has linked with a person."""

    participant: str
    periods: int
    first: date
    last: date


class UnlinkedParticipants(Shown):
    """All of the office's."""

    participants: list[UnlinkedParticipant]


class ParticipantSent(Sent):
    """The participant's key in the list."""

    participant: Annotated[Text, Field(min_length=1, max_length=80)]


class HistoryLinked(Shown):
    """How many periods were linked with the person."""

    person: UUID
    periods: int


@router.get(ONE, response=OldParticipationsShown, summary="Earlier participations")
@api_policy(RECORD)
def get_old_participations(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """The history of one person, from lists brought in. No clock of today goes on from it."""
    call = calling(request)
    found = access_history(call.acting, person_id, at=call.at)
    return {
        "periods": [
            {
                "id": each.row.public_id,
                "measure": each.judged.told.kind,
                "code": each.row.code,
                "first_day": each.row.first_day,
                "last_day": each.row.last_day,
                "clock_from": each.judged.clock_from,
                "provider": each.provider,
                "remark": each.remark,
                "says": each.judged.says.code,
                "text": reason_text(each.judged.says, language()),
                "source": each.judged.says.source,
            }
            for each in shown(found)
        ]
    }


@router.post(ONE, response=HistoryLinked, summary="Say whose the periods are")
@api_policy(RECORD)
def link_old_participations(request: HttpRequest, person_id: UUID, sent: ParticipantSent) -> Done:
    """Link a participant of the office's lists with this person."""
    call = calling(request)
    count = act_link_history(call.acting, person_id, sent.participant, at=call.at, on=call.on)
    return Done(HistoryLinked(person=person_id, periods=count))


@router.get("/old-participations", response=UnlinkedParticipants, summary="Participants to be linked")
@api_policy(needs(Ability.MEASURE_HISTORY_IMPORT))
def list_unlinked_participants(request: HttpRequest) -> dict[str, Any]:
    """The participants of the office's lists whom nobody has linked with a person yet."""
    call = calling(request)
    return {"participants": access_unlinked(call.acting, at=call.at)}
