"""How long each of a person's participations can last, read for the page that draws it (F-12)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.door import OSLO, Found, opened
from fotfeste.apps.measures.followed import followed
from fotfeste.apps.measures.history import measure_laws
from fotfeste.apps.measures.models import Interruption, MeasureDecision, NeedTalk, Participation
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.apps.people.records import contact_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.measures.duration import DurationLadder
from fotfeste.domain.measures.kinds import Law, MeasureKind, MeasureNeed, Span, TransitionFrom
from fotfeste.domain.participation_list.length import law_on
from fotfeste.domain.permissions import Permission
from fotfeste.domain.verdict import Refused, because

_TEXTS = ("sealed_chances", "sealed_need")
READS = Permission.PARTICIPATION_READ
"""What it takes to read how long a measure lasts."""


@dataclass(frozen=True, slots=True)
class DurationOf:
    """One participation with what its length turns on."""

    row: Participation = field(repr=False)
    need: MeasureNeed
    breaks: Sequence[Interruption] = field(repr=False)
    decisions: Sequence[MeasureDecision] = field(repr=False)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The recorded breaks."""
        return tuple(Span(each.from_day, each.until_day) for each in self.breaks)

    @property
    def decided(self) -> date:
        """The last day as it is decided: of the end, where there is one."""
        return self.row.ended_on or self.row.last_day


@dataclass(frozen=True, slots=True)
class DurationSeen:
    """A person's participations. Texts are opened once the look is in the log.

    `sees_why`: may read why something was decided, and why there was a break. The guide may not.
    """

    person: Person = field(repr=False)
    key: SealingKey = field(repr=False)
    participations: Sequence[DurationOf]
    may_decide: bool
    sees_why: bool

    @property
    def name(self) -> str:
        """The person's name. Takes no database."""
        return contact_of(self.person, self.key).name


def access_duration(acting: Acting, public_id: UUID, *, at: datetime) -> DurationSeen:
    """The person's participations, the newest first. The guide sees those where the guide is named."""
    with opened(acting, public_id, READS, at=at, action=Action.MEASURE_SEEN, area="duration") as found:
        is_own, is_office = found.may(Permission.MEASURE_ASK), found.may(Permission.MEASURE_CHANGE)
        rows = Participation.objects.filter(person=found.person).order_by("-starts_on", "-pk")
        breaks = Prefetch("interruptions", Interruption.objects.order_by("from_day", "pk"))
        decisions = Prefetch("decisions", MeasureDecision.objects.order_by("pk"))
        rows = rows.select_related("provider", "case").prefetch_related(breaks, decisions)
        on = at.astimezone(OSLO).date()
        kept = list(rows) if is_own or is_office else followed(rows, acting, on=on)
        return DurationSeen(
            found.person,
            found.key,
            list(_each(kept)),
            _may_decide(found),
            sees_why=is_own or is_office,
        )


def law_of(row: Participation, *, on: date) -> Law[DurationLadder]:
    """How long the measure could last by the law of that day. Raises Refused where it is not held here."""
    law = law_on(MeasureKind(row.measure), on, measure_laws())
    if law is None:
        raise Refused((because("measure.no-rule-that-day", "house §measures", day=on),))
    return law


def needs_of(cases: Iterable[int]) -> dict[int, MeasureNeed]:
    """What length turns on, by case: the newest talk about the need counts."""
    return {
        talk.case_id: MeasureNeed(talk.reduced_capacity, TransitionFrom(talk.transition), talk.in_training)
        for talk in NeedTalk.objects.filter(case__in=set(cases)).order_by("pk").defer(*_TEXTS)
    }


def need_of(row: Participation) -> MeasureNeed:
    """What the length of this one turns on."""
    return needs_of([row.case_id]).get(row.case_id, MeasureNeed())


def length_facts(row: Participation, need: MeasureNeed) -> dict[str, Any]:
    """What every rule of length is asked with, as JSON has it."""
    return {
        "measure": row.measure,
        "first_start": row.clock_from.isoformat(),
        "need": {
            "reduced_capacity": need.reduced_capacity,
            "transition": need.transition.value,
            "in_training": need.in_training,
        },
    }


def _each(rows: Sequence[Participation]) -> Iterable[DurationOf]:
    needs = needs_of(row.case_id for row in rows)
    for row in rows:
        need = needs.get(row.case_id, MeasureNeed())
        yield DurationOf(row, need, list(row.interruptions.all()), list(row.decisions.all()))


def _may_decide(found: Found) -> bool:
    return found.may(Permission.MEASURE_DECIDE)
