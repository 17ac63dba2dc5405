"""Which offer the need points to: suggested from what is on record, never assigned (W-10)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from fotfeste.apps.consents.door import OSLO
from fotfeste.apps.measures.around import Around, opened_around
from fotfeste.apps.measures.cooperation import cooperation_on
from fotfeste.apps.measures.models import AssessmentWeighed, NeedTalk, OfficeCooperation
from fotfeste.apps.measures.need import newest_talk, newest_weighed
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.measures.offer import AssessmentMeasure
from fotfeste.domain.permissions import Permission
from fotfeste.domain.rules.asking import Outcome
from fotfeste.parameters.answers import ask


@dataclass(frozen=True, slots=True)
class OfferSeen:
    """What the suggestion rests on, and the suggestion. None before the need is talked through."""

    around: Around
    talk: NeedTalk | None
    weighed: AssessmentWeighed | None
    cooperation: OfficeCooperation | None
    outcome: Outcome | None
    may_propose: bool


def access_offer(acting: Acting, public_id: UUID, *, at: datetime) -> OfferSeen:
    """The suggestion, for the person and the office in charge."""
    on = at.astimezone(OSLO).date()
    with opened_around(acting, public_id, at=at, area="offer") as (found, around):
        case = around.case
        talk, weighed = (newest_talk(case), newest_weighed(case)) if case else (None, None)
        said = cooperation_on([case.office_id], on=on).get(case.office_id) if case else None
        facts = _facts(talk, weighed, said)
        return OfferSeen(
            around,
            talk,
            weighed,
            said,
            ask("measure.offer", facts, on=on).outcome if facts else None,
            found.may(Permission.MEASURE_PROPOSE),
        )


def _facts(
    talk: NeedTalk | None, weighed: AssessmentWeighed | None, said: OfficeCooperation | None
) -> dict[str, Any] | None:
    if talk is None or talk.needs_more_help is None:
        return None
    return {
        "needs_more_help": talk.needs_more_help,
        "needs_close_support": talk.needs_close_support,
        "in_treatment": bool(talk.in_treatment),
        "office_is_integrated": said.is_integrated if said else None,
        "weighed": str(weighed.weighed) if weighed else AssessmentMeasure.NOT_WEIGHED.value,
    }
