"""The rules of measures that can be asked by name, each for any day since 1 January 2015."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from fotfeste.domain.measures import breaks, ending, expiry, extending, nav_days, starting
from fotfeste.domain.measures.duration import (
    about_breaks,
    ceiling_months,
    first_grant_months,
    last_after,
    latest_lawful_end,
)
from fotfeste.domain.measures.employer_gate import (
    EmployerFacts,
    clock_days,
    may_be_granted,
    wanted_all_the_same,
)
from fotfeste.domain.measures.kinds import MeasureKind, MeasureNeed, Span, TransitionFrom
from fotfeste.domain.rules.asking import Book, Outcome, Rule
from fotfeste.domain.rules.measure_law import OF_CONDITIONS, OF_DURATION, condition_law, duration_law

_LAW = ("FOR-2015-12-11-1598", "FOR-2023-06-20-1073", "FOR-2008-12-11-1320")


@dataclass(frozen=True, slots=True)
class DurationFacts:
    """A participation. `first_start` is its very first day, before any extension, break or change of aim.

    `breaks` are recorded interruptions.
    """

    measure: MeasureKind
    first_start: date
    need: MeasureNeed = MeasureNeed()  # noqa: RUF009  # frozen, so it can be shared
    breaks: tuple[Span, ...] = ()


def _start(facts: starting.StartFacts, on: date, book: Book) -> Outcome:
    ladder = duration_law(facts.measure, book, on=facts.start)
    conditions = condition_law(facts.measure, book, on=facts.start)
    months = first_grant_months(facts.need, ladder.numbers)
    job, reduced = facts.job, facts.need.reduced_capacity
    return Outcome(
        verdict=starting.may_start(facts, on=on, ladder=ladder, conditions=conditions),
        notes=() if job is None else wanted_all_the_same(job, reduced_capacity=reduced, on=on),
        dates=(
            ("latest_last_day_of_first_grant", last_after(facts.start, months)),
            ("latest_lawful_end", last_after(facts.start, ceiling_months(facts.need, ladder.numbers))),
        ),
        values=(("branch", "without_employment" if job is None else "in_employment"),),
    )


def _latest_end(facts: DurationFacts, on: date, book: Book) -> Outcome:
    law = duration_law(facts.measure, book, on=on)
    latest = latest_lawful_end(facts.first_start, facts.need, law)
    return Outcome(
        notes=(*latest.changed_by, *about_breaks(facts.breaks, law)),
        dates=(("clock_from", facts.first_start), ("latest_lawful_end", latest.day)),
        values=(("months", latest.months),),
    )


def _extension(facts: extending.ExtensionFacts, on: date, book: Book) -> Outcome:
    law = duration_law(facts.measure, book, on=on)
    practice = book.read("nav_practice", on)
    latest = latest_lawful_end(facts.first_start, facts.need, law)
    return Outcome(
        verdict=extending.may_extend(facts, on=on, ladder=law, practice=practice),
        notes=about_breaks(facts.breaks, law),
        dates=(("clock_from", facts.first_start), ("latest_lawful_end", latest.day)),
        values=(("months", latest.months),),
    )


def _aim(facts: extending.AimFacts, on: date, book: Book) -> Outcome:
    latest = latest_lawful_end(facts.first_start, facts.need, duration_law(facts.measure, book, on=on))
    in_job = facts.aim_after is extending.MeasureAim.KEEP_JOB
    return Outcome(
        verdict=extending.may_change_aim(facts),
        dates=(("clock_from", facts.first_start), ("latest_lawful_end", latest.day)),
        values=(("branch", "in_employment" if in_job else "without_employment"),),
    )


def _reopening(facts: extending.ReopeningFacts, on: date, book: Book) -> Outcome:
    law = duration_law(facts.measure, book, on=on)
    latest = latest_lawful_end(facts.first_start, facts.need, law)
    return Outcome(
        verdict=extending.may_reopen(facts, ladder=law),
        dates=(("clock_from", facts.first_start), ("latest_lawful_end", latest.day)),
    )


@dataclass(frozen=True, slots=True)
class GateFacts:
    """An employee and what the employer has done. `reduced_capacity` is null where it is not established."""

    job: EmployerFacts
    reduced_capacity: bool | None = None


def _gate(facts: GateFacts, on: date, book: Book) -> Outcome:
    return Outcome(
        verdict=may_be_granted(facts.job, reduced_capacity=facts.reduced_capacity, on=on),
        notes=wanted_all_the_same(facts.job, reduced_capacity=facts.reduced_capacity, on=on),
        dates=clock_days(facts.job, book.read("employer_clock", on)),
    )


def _ending(facts: ending.EndFacts, on: date, book: Book) -> Outcome:
    locked = extending.locked_from(facts.wanted_last_day, book.read("nav_practice", on))
    return Outcome(
        verdict=ending.may_end(facts),
        dates=(("final_report_by", facts.wanted_last_day), ("can_be_changed_until", locked)),
    )


def _shortening(facts: ending.ShorteningFacts, _on: date, _book: Book) -> Outcome:
    return Outcome(verdict=ending.may_shorten(facts), dates=(("clock_from", facts.first_start),))


def _break(facts: breaks.BreakFacts, _on: date, _book: Book) -> Outcome:
    return Outcome(verdict=breaks.may_break(facts), dates=(("clock_from", facts.first_start),))


def _going_on(facts: ending.GoingOnFacts, _on: date, _book: Book) -> Outcome:
    found = ending.must_end(facts)
    return Outcome(verdict=found, values=(("effect", "ends" if found else "goes on"),))


def _expiry(facts: expiry.ExpiryFacts, on: date, book: Book) -> Outcome:
    law, warnings = duration_law(facts.measure, book, on=on), book.read("expiry_warnings", on)
    first, second, last = expiry.warning_days(facts.last_day, warnings)
    return Outcome(
        notes=(
            *expiry.runs_out(facts.last_day, warnings, on=on),
            *expiry.what_can_be_granted(facts, law),
        ),
        dates=(
            ("first_warning", first),
            ("second_warning", second),
            ("last_warning", last),
            ("next_warning", expiry.next_warning(facts.last_day, warnings, on=on)),
        ),
        values=(("warnings_rung", expiry.rings_on(facts.last_day, warnings, on=on)),),
    )


@dataclass(frozen=True, slots=True)
class NavDaysFacts:
    """A participation, and its need group in NAV's program; null takes the group that the need points to."""

    measure: MeasureKind
    first_start: date
    need: MeasureNeed = MeasureNeed()  # noqa: RUF009  # frozen, so it can be shared
    need_group: nav_days.NeedGroup | None = None


def _nav_days(facts: NavDaysFacts, on: date, book: Book) -> Outcome:
    lawful = latest_lawful_end(facts.first_start, facts.need, duration_law(facts.measure, book, on=on))
    group = facts.need_group or nav_days.need_group(reduced_capacity=facts.need.reduced_capacity)
    theirs = nav_days.nav_latest(facts.first_start, group, book.read("nav_days", on))
    with_transition = facts.need.transition is not TransitionFrom.NONE
    shown = theirs.hard if with_transition or theirs.soft is None else theirs.soft
    return Outcome(
        notes=nav_days.compared(lawful.day, shown),
        dates=(("latest_lawful_end", lawful.day), ("nav_soft", theirs.soft), ("nav_hard", theirs.hard)),
    )


MEASURE_RULES: tuple[Rule[Any], ...] = (
    Rule("measure.start", starting.StartFacts, _LAW, (*OF_DURATION, *OF_CONDITIONS), _start),
    Rule("measure.latest-end", DurationFacts, _LAW, OF_DURATION, _latest_end),
    Rule("measure.extension", extending.ExtensionFacts, _LAW, (*OF_DURATION, "nav_practice"), _extension),
    Rule("measure.shortening", ending.ShorteningFacts, ("house §measures",), (), _shortening),
    Rule("measure.break", breaks.BreakFacts, ("house §measures",), (), _break),
    Rule("measure.aim", extending.AimFacts, ("FOR-2015-12-11-1598", "house §measures"), OF_DURATION, _aim),
    Rule(
        "measure.reopening", extending.ReopeningFacts, (*_LAW, "house §nav-practice"), OF_DURATION, _reopening
    ),
    Rule("measure.gate", GateFacts, ("FOR-2015-12-11-1598 §1-8",), ("employer_clock",), _gate),
    Rule("measure.ending", ending.EndFacts, _LAW[:2], ("nav_practice",), _ending),
    Rule("measure.going-on", ending.GoingOnFacts, _LAW[:2], (), _going_on),
    Rule("measure.expiry", expiry.ExpiryFacts, _LAW, (*OF_DURATION, "expiry_warnings"), _expiry),
    Rule("measure.nav-days", NavDaysFacts, ("house §nav-arithmetic",), (*OF_DURATION, "nav_days"), _nav_days),
)
"""By what they are about: beginning, lasting, ending."""
