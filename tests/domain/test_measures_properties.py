"""What holds of every participation, however it came to be as it is."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from fotfeste.domain.measures.duration import (
    ceiling_months,
    first_grant_months,
    last_after,
    latest_lawful_end,
)
from fotfeste.domain.measures.ending import EndCause, EndFacts, ShorteningFacts, may_end, may_shorten
from fotfeste.domain.measures.expiry import warning_days
from fotfeste.domain.measures.extending import (
    AimFacts,
    ExtensionFacts,
    MeasureAim,
    NavPractice,
    ParticipationState,
    ReopeningFacts,
    may_change_aim,
    may_extend,
    may_reopen,
)
from fotfeste.domain.measures.kinds import Law, MeasureKind, MeasureNeed, Span, TransitionFrom
from fotfeste.domain.measures.starting import StartFacts, may_start
from fotfeste.domain.rules.measure_law import CONDITIONS, DURATIONS
from fotfeste.parameters.answers import BOOK

TODAY = date(2026, 11, 22)
LADDERS = {
    kind: Law(BOOK[name].on(TODAY), BOOK[name].version_on(TODAY).source) for kind, name in DURATIONS.items()
}
TERMS = {
    kind: Law(BOOK[name].on(TODAY), BOOK[name].version_on(TODAY).source) for kind, name in CONDITIONS.items()
}
PRACTICE = NavPractice(2)
KINDS = st.sampled_from([kind for kind in MeasureKind if kind is not MeasureKind.LEGACY_WORK_WITH_ASSISTANCE])
STARTS = st.dates(date(1900, 1, 1), date(9999, 12, 31))
NEEDS = st.builds(
    MeasureNeed, st.sampled_from([None, False, True]), st.sampled_from(TransitionFrom), st.booleans()
)
DAYS = st.integers(-40, 2000).map(timedelta)


def larger(need: MeasureNeed, other: MeasureNeed) -> MeasureNeed:
    """A need that holds everything both hold."""
    moved = other.transition if need.transition is TransitionFrom.NONE else need.transition
    return MeasureNeed(
        bool(need.reduced_capacity or other.reduced_capacity), moved, need.in_training or other.in_training
    )


@given(kind=KINDS, start=STARTS, need=NEEDS, more=NEEDS)
def test_a_larger_need_never_gives_an_earlier_latest_day(
    kind: MeasureKind, start: date, need: MeasureNeed, more: MeasureNeed
) -> None:
    first = latest_lawful_end(start, need, LADDERS[kind]).day

    assert latest_lawful_end(start, larger(need, more), LADDERS[kind]).day >= first


@given(kind=KINDS, start=STARTS, later=st.integers(0, 4000), need=NEEDS)
def test_a_later_start_never_gives_an_earlier_latest_day(
    kind: MeasureKind, start: date, later: int, need: MeasureNeed
) -> None:
    after = date.fromordinal(min(start.toordinal() + later, date.max.toordinal()))

    assert (
        latest_lawful_end(after, need, LADDERS[kind]).day >= latest_lawful_end(start, need, LADDERS[kind]).day
    )


@given(kind=KINDS, start=STARTS, need=NEEDS)
def test_the_first_grant_is_never_longer_than_the_whole(
    kind: MeasureKind, start: date, need: MeasureNeed
) -> None:
    ladder = LADDERS[kind].numbers

    assert first_grant_months(need, ladder) <= ceiling_months(need, ladder)
    assert (
        start
        <= last_after(start, first_grant_months(need, ladder))
        <= last_after(start, ceiling_months(need, ladder))
    )


@given(kind=KINDS, start=STARTS, need=NEEDS)
def test_what_would_change_it_always_gives_a_later_day(
    kind: MeasureKind, start: date, need: MeasureNeed
) -> None:
    latest = latest_lawful_end(start, need, LADDERS[kind])

    assert latest.changed_by
    for reason in latest.changed_by:
        told = dict(reason.data)
        later = told.get("latest", latest.day)
        assert isinstance(later, date)
        assert later > latest.day or "latest" not in told or latest.day.year >= 9995


@given(kind=KINDS, start=st.dates(date(2000, 1, 1), date(2100, 1, 1)), need=NEEDS)
def test_months_from_the_start_end_the_day_before_the_same_day(
    kind: MeasureKind, start: date, need: MeasureNeed
) -> None:
    after = latest_lawful_end(start, need, LADDERS[kind]).day + timedelta(days=1)

    assert (
        after.day == start.day or (start.day > 28 and (after + timedelta(days=1)).day == 1) or after.day == 1
    )


@given(last=STARTS)
def test_the_warnings_come_in_order_and_before_the_last_day(last: date) -> None:
    first, second, third = warning_days(last, BOOK["expiry_warnings"].on(TODAY))

    assert first <= second <= third <= last


GRANTS = st.builds(
    StartFacts, KINDS, STARTS, STARTS, st.none() | STARTS, needs_more_help=st.just(True), need=NEEDS
)


@given(facts=GRANTS, on=st.dates(date(1900, 1, 1), date(9990, 1, 1)))
def test_any_days_at_all_are_judged_and_never_a_crash(facts: StartFacts, on: date) -> None:
    found = may_start(facts, on=on, ladder=LADDERS[facts.measure], conditions=TERMS[facts.measure])

    if facts.last_day is not None and facts.last_day < facts.start:
        assert "day.ends-before-start" in {reason.code for reason in found}


class AnyCourse(RuleBasedStateMachine):
    """A participation that anything lawful may happen to, in any order."""

    kind = MeasureKind.FOLLOW_UP
    need = MeasureNeed()
    first = TODAY
    last = TODAY
    state = ParticipationState.TAKES_PART
    aim = MeasureAim.KEEP_JOB

    @initialize(kind=KINDS, need=NEEDS, start=st.dates(date(2023, 7, 1), date(2060, 1, 1)), length=DAYS)
    def begin(self, kind: MeasureKind, need: MeasureNeed, start: date, length: timedelta) -> None:
        wanted = start + length
        facts = StartFacts(
            kind, date(start.year - 20, 1, 1), start, wanted, True, need, None, True, False, True
        )
        is_granted = not may_start(facts, on=start, ladder=LADDERS[kind], conditions=TERMS[kind])
        self.kind, self.need, self.first = kind, need, start
        self.last = wanted if is_granted else start
        assert not is_granted or wanted <= last_after(start, first_grant_months(need, LADDERS[kind].numbers))

    @rule(more=NEEDS)
    def more_is_established(self, more: MeasureNeed) -> None:
        self.need = larger(self.need, more)

    @rule(length=DAYS, late=st.integers(0, 80), breaks=st.lists(st.builds(Span, STARTS), max_size=2))
    def extend(self, length: timedelta, late: int, breaks: list[Span]) -> None:
        wanted = self.last + length
        facts = ExtensionFacts(self.kind, self.first, self.last, wanted, self.need, True, tuple(breaks))
        day = self.last + timedelta(days=late - 40)
        if not may_extend(facts, on=day, ladder=LADDERS[self.kind], practice=PRACTICE):
            self.last = wanted

    @rule(length=DAYS)
    def shorten(self, length: timedelta) -> None:
        wanted = self.last - length
        if not may_shorten(ShorteningFacts(self.first, self.last, wanted, True)):
            self.last = wanted

    @rule(earlier=st.integers(0, 900), length=DAYS, late=st.integers(0, 80))
    def end_and_take_up_again(self, earlier: int, length: timedelta, late: int) -> None:
        ended = self.last - timedelta(days=earlier)
        if may_end(EndFacts(self.first, self.last, ended, EndCause.OWN_WISH)):
            return
        facts = ExtensionFacts(self.kind, self.first, ended, ended + length, self.need, True)
        day = ended + timedelta(days=late)
        if not may_extend(facts, on=day, ladder=LADDERS[self.kind], practice=PRACTICE):
            self.last = ended + length

    @rule(day=DAYS)
    def change_aim(self, day: timedelta) -> None:
        after = MeasureAim.NEW_JOB if self.aim is MeasureAim.KEEP_JOB else MeasureAim.KEEP_JOB
        facts = AimFacts(
            self.kind, self.first, self.last, self.first + day, self.aim, after, self.need, True, True
        )
        if not may_change_aim(facts):
            self.aim = after

    @rule()
    def is_not_current(self) -> None:
        self.state = ParticipationState.NOT_CURRENT

    @precondition(lambda self: self.state is ParticipationState.NOT_CURRENT)
    @rule(length=DAYS)
    def reopen(self, length: timedelta) -> None:
        wanted = self.last + length
        facts = ReopeningFacts(self.kind, self.first, self.state, wanted, self.need, True)
        if not may_reopen(facts, ladder=LADDERS[self.kind]):
            self.last, self.state = wanted, ParticipationState.TAKES_PART

    @invariant()
    def never_beyond_the_ceiling(self) -> None:
        assert self.last <= latest_lawful_end(self.first, self.need, LADDERS[self.kind]).day
        assert self.first <= self.last


TestAnyCourse = AnyCourse.TestCase
TestAnyCourse.settings = settings(max_examples=80, stateful_step_count=25, deadline=None)
