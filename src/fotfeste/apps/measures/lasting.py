"""NAV decides how long a participation lasts: longer, shorter, ended, taken up again (F-12).

Every ceiling is counted from the first day, and nothing here moves that day.
"""

from datetime import date, timedelta
from typing import Any

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.measures.models import Participation
from fotfeste.apps.measures.participations import (
    Decided,
    Ruling,
    consents,
    decide,
    facts_of,
    keep,
    overlapping,
    participation_asked,
    ruling,
    still_runs,
    told_when,
)
from fotfeste.domain.measures.deciding import DecisionKind
from fotfeste.domain.measures.ending import EndCause
from fotfeste.domain.measures.extending import ParticipationState
from fotfeste.domain.measures.kinds import Span
from fotfeste.domain.verdict import because

_A_DAY = timedelta(days=1)


def extend(deed: Deed, about: str, said: Decided) -> None:
    """It lasts longer. Refused with the latest lawful day, what is missing, and where it is written."""
    row = participation_asked(deed, about)
    made = _longer(row, row.last_day, said, on=deed.on)
    refuse(
        (
            *still_runs(row),
            *made.against,
            *overlapping(row, said.day),
            *consents(deed, row),
            *told_when(deed, said),
        )
    )
    decide(
        deed, row, DecisionKind.EXTENSION, made=made, said=said, days=Span(row.last_day + _A_DAY, said.day)
    )
    row.last_day = said.day
    keep(row, "last_day")
    deed.done("measure.extended", last_on=said.day.isoformat())


def shorten(deed: Deed, about: str, said: Decided) -> None:
    """It lasts until an earlier day."""
    row = participation_asked(deed, about)
    made = ruling("measure.shortening", _days(row, said), on=deed.on)
    refuse((*still_runs(row), *made.against, *told_when(deed, said)))
    decide(deed, row, DecisionKind.SHORTENING, made=made, said=said, days=Span(row.clock_from, said.day))
    row.last_day = said.day
    keep(row, "last_day")
    deed.done("measure.shortened", last_on=said.day.isoformat())


def end(deed: Deed, about: str, said: Decided, cause: EndCause) -> None:
    """It ends, and why. One that has not begun can fall away before its first day."""
    row = participation_asked(deed, about)
    first = row.clock_from if row.first_start else min(row.clock_from, deed.on)
    facts = {
        "first_start": first.isoformat(),
        "last_day": row.last_day.isoformat(),
        "wanted_last_day": said.day.isoformat(),
        "cause": cause.value,
        "has_words": bool(said.why.strip()),
    }
    made = ruling("measure.ending", facts, on=deed.on)
    refuse((*still_runs(row), *made.against, *told_when(deed, said)))
    decide(
        deed,
        row,
        DecisionKind.ENDING,
        made=made,
        said=said,
        days=Span(min(row.clock_from, said.day), said.day),
    )
    row.ended_on, row.end_cause = said.day, cause
    row.seal("sealed_end_words", said.why.strip(), deed.key)
    keep(row, "ended_on", "end_cause", "sealed_end_words")
    deed.done("measure.ended", last_on=said.day.isoformat(), cause=cause.value)


def take_up_again(deed: Deed, about: str, said: Decided) -> None:
    """One that ended goes on, or one that fell away is taken up. What has run counts all the same."""
    row = participation_asked(deed, about)
    if row.ended_on is None:
        refuse((because("measure-duration.goes-on", "house §measures"),))
        return
    made = _again(row, row.ended_on, said, on=deed.on)
    refuse(
        (*made.against, *overlapping(row, said.day), *consents(deed, row), *told_when(deed, said)),
    )
    first = row.clock_from if row.fell_away else row.ended_on + _A_DAY
    decide(deed, row, DecisionKind.REOPENING, made=made, said=said, days=Span(first, said.day))
    row.last_day, row.ended_on, row.end_cause = said.day, None, ""
    row.seal("sealed_end_words", "", deed.key)
    keep(row, "last_day", "ended_on", "end_cause", "sealed_end_words")
    deed.done("measure.reopened", last_on=said.day.isoformat())


def _again(row: Participation, ended: date, said: Decided, *, on: date) -> Ruling:
    """One that fell away is judged as reopened; one that had begun, as one that is to last longer."""
    if not row.fell_away:
        return _longer(row, ended, said, on=on)
    newer = Participation.objects.filter(
        person_id=row.person_id, measure=row.measure, starts_on__gt=row.starts_on
    )
    facts = {
        **facts_of(row),
        "state": ParticipationState.NOT_CURRENT.value,
        "wanted_last_day": said.day.isoformat(),
        "has_reason": bool(said.why.strip()),
        "has_newer": newer.exists(),
    }
    return ruling("measure.reopening", facts, on=on)


def _longer(row: Participation, last_day: date, said: Decided, *, on: date) -> Ruling:
    pauses = [
        {"first": each.from_day.isoformat(), "last": each.until_day.isoformat() if each.until_day else None}
        for each in row.interruptions.order_by("from_day", "pk")
    ]
    facts = {
        **facts_of(row),
        "last_day": last_day.isoformat(),
        "wanted_last_day": said.day.isoformat(),
        "has_reason": bool(said.why.strip()),
        "breaks": pauses,
    }
    return ruling("measure.extension", facts, on=on)


def _days(row: Participation, said: Decided) -> dict[str, Any]:
    return {
        "first_start": row.clock_from.isoformat(),
        "last_day": row.last_day.isoformat(),
        "wanted_last_day": said.day.isoformat(),
        "has_reason": bool(said.why.strip()),
    }
