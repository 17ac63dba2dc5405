"""A participation's length in words and picture: the ladder, the latest day, NAV's own days, the warnings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fotfeste.apps.measures.duration import DurationOf, DurationSeen, law_of
from fotfeste.domain.measures.duration import DurationLadder, about_breaks, latest_lawful_end
from fotfeste.domain.measures.expiry import ExpiryFacts, rings_on, warning_days, what_can_be_granted
from fotfeste.domain.measures.kinds import Law, MeasureKind, TransitionFrom
from fotfeste.domain.measures.nav_days import compared, nav_latest, need_group
from fotfeste.domain.measures.rungs import Rung, RungState, rungs
from fotfeste.domain.verdict import Reason, Verdict
from fotfeste.parameters import EXPIRY_WARNINGS
from fotfeste.parameters.answers import BOOK
from fotfeste.web.lines import SourceLink, act_url, language, source_link, words_of
from fotfeste.web.measure_case_words import DECISIONS
from fotfeste.web.measure_duration_words import AIMS, CAUSES, COLORS, RUNGS, STATES, TAKES, acts_on
from fotfeste.web.measure_words import KINDS, Words
from fotfeste.web.pictures.ladder import Bar, ladder_picture
from fotfeste.web.words.dates import long_day


@dataclass(frozen=True, slots=True)
class Told:
    """A reason in words, and where it is written."""

    text: str
    source: SourceLink | None


def duration_page(found: DurationSeen, *, on: date) -> dict[str, Any]:
    """What the page shows of each participation."""
    return {
        "name": found.name,
        "public_id": found.person.public_id,
        "participations": [shown(each, found, on=on) for each in found.participations],
    }


def shown(each: DurationOf, found: DurationSeen, *, on: date) -> dict[str, Any]:
    """One participation."""
    row, law = each.row, law_of(each.row, on=on)
    latest = latest_lawful_end(row.clock_from, each.need, law)
    ladder = rungs(row.clock_from, each.decided, each.need, law.numbers)
    return {
        "row": row,
        "measure": KINDS[row.measure],
        "aim": AIMS[row.aim],
        "has_begun": row.first_start is not None,
        "cause": CAUSES.get(row.end_cause, ""),
        "latest": latest.day,
        "months": latest.months,
        "source": source_link(law.source),
        "notes": told(notes_of(each, law, latest.day, on=on), on),
        "breaks": _breaks(each, found),
        "rungs": [_rung(rung) for rung in ladder],
        "svg": _picture(each, ladder, on),
        "decisions": _decisions(each, found),
        "acts": list(_acts(each, found)),
        **_warnings(each, on),
    }


def notes_of(each: DurationOf, law: Law[DurationLadder], lawful: date, *, on: date) -> Verdict:
    """What can still be granted, that breaks move nothing, and where NAV's program gives another day."""
    facts = ExpiryFacts(MeasureKind(each.row.measure), each.row.clock_from, each.row.last_day, each.need)
    granted = what_can_be_granted(facts, law) if each.row.ended_on is None else ()
    return (*granted, *about_breaks(each.spans, law), *_nav_compared(each, lawful, on=on))


def told(reasons: Sequence[Reason], on: date) -> list[Told]:
    """Reasons in words, each with its source."""
    return [Told(words_of(reason, on=on), source_link(reason.source)) for reason in reasons]


def _nav_compared(each: DurationOf, lawful: date, *, on: date) -> Verdict:
    """Where NAV's own program, which counts in days, would give another day."""
    group = need_group(reduced_capacity=each.need.reduced_capacity)
    theirs = nav_latest(each.row.clock_from, group, BOOK["nav_days"].on(on))
    has_transition = each.need.transition is not TransitionFrom.NONE
    return compared(lawful, theirs.hard if has_transition or theirs.soft is None else theirs.soft)


def _warnings(each: DurationOf, on: date) -> dict[str, Any]:
    if each.row.ended_on is not None:
        return {"warnings": (), "runs_out": False}
    warnings = EXPIRY_WARNINGS.on(on)
    return {
        "warnings": warning_days(each.row.last_day, warnings),
        "runs_out": rings_on(each.row.last_day, warnings, on=on) > 0,
    }


def _acts(each: DurationOf, found: DurationSeen) -> Iterator[tuple[str, Words]]:
    """What NAV can decide about it now."""
    if not found.may_decide or each.row.case.closed_on is not None:
        return
    is_paused = any(pause.until_day is None for pause in each.breaks)
    for slug, words in acts_on(has_ended=each.row.ended_on is not None, is_paused=is_paused):
        yield f"{act_url(found.person.public_id, slug)}?om={each.row.public_id.hex}", words


def _breaks(each: DurationOf, found: DurationSeen) -> list[dict[str, Any]]:
    return [
        {"row": pause, "why": pause.opened("sealed_why", found.key) if found.sees_why else ""}
        for pause in each.breaks
    ]


def _decisions(each: DurationOf, found: DurationSeen) -> list[dict[str, Any]]:
    """The decisions about it, with the letters, for who may read them."""
    if not found.sees_why:
        return []
    return [{"row": row, "kind": DECISIONS[row.kind]} for row in each.decisions if row.counts]


def _rung(rung: Rung) -> dict[str, Any]:
    return {
        "label": RUNGS[rung.kind],
        "takes": TAKES[rung.kind],
        "months": rung.months,
        "last": rung.last,
        "state": STATES[rung.state],
        "color": COLORS[rung.state],
    }


def _picture(each: DurationOf, ladder: tuple[Rung, ...], on: date) -> SafeString:
    bars = [Bar(_label(rung), rung.last, rung.state is not RungState.TAKES_MORE) for rung in ladder]
    return ladder_picture(
        bars,
        first=each.row.clock_from,
        decided=each.decided,
        today=on,
        title=_("Trinnene i tiltaket"),
        desc=_("Hvor lenge tiltaket kan vare for hvert vilkår. Det samme står i tabellen under."),
        key=f"ladder-{each.row.public_id.hex[:8]}",
    )


def _label(rung: Rung) -> str:
    months = ngettext("%d måned", "%d måneder", rung.months) % rung.months
    return f"{months}: {long_day(rung.last, language())}"
