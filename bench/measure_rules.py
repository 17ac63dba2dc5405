"""How many questions about measures are answered a second. Run: python -m bench.measure_rules

The aim is 20 000 answers a second on one core, reasons and the law of the day included. Each figure stands beside
the same arithmetic without reasons, without looking up the law, and so without an explanation: what those cost.
Rounds go in turns, so that what else the machine does hits both alike.
"""

import json
import subprocess
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from statistics import median
from time import process_time
from typing import Any

from fotfeste.domain.dates import last_day
from fotfeste.domain.measures.employer_gate import EmployerFacts, InHouseMeasures
from fotfeste.domain.measures.kinds import MeasureKind, MeasureNeed, Span, TransitionFrom
from fotfeste.domain.measures.starting import StartFacts, reaches
from fotfeste.domain.rules import RULES
from fotfeste.domain.rules.asking import Book
from fotfeste.domain.rules.measures import DurationFacts
from fotfeste.parameters.answers import BOOK, answer_as_json, ask
from fotfeste.parameters.holidays_no import norwegian_holidays

AIM = 20_000
MANY = 10_000
ROUNDS = 7
TODAY = date(2026, 11, 22)
_TODAYS_MEASURES = (
    MeasureKind.FOLLOW_UP,
    MeasureKind.IPS,
    MeasureKind.IPS_YOUNG,
    MeasureKind.SUPPORTED_EMPLOYMENT,
)


def figures() -> dict[str, dict[str, Any]]:
    """Answers a second of CPU time, each beside its bare twin."""
    random = Random(5)  # made-up facts, nothing secret
    durations = [_duration(random) for _ in range(MANY)]
    starts = [_start(random) for _ in range(MANY)]
    as_json = [_json(facts) for facts in durations[: MANY // 10]]
    return {
        "latest lawful end": _beside(durations, _asked("measure.latest-end"), _bare_end),
        "may start": _beside(starts, _asked("measure.start"), _bare_start),
        "latest lawful end, from JSON to words": {"a_second": round(median(_rates(as_json, _in_words)))},
    }


def _beside(
    facts: Sequence[Any], real: Callable[[Any], object], bare: Callable[[Any], object]
) -> dict[str, Any]:
    rates: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        rates[0].append(_rate(facts, real))
        rates[1].append(_rate(facts, bare))
    both = [round(median(each)) for each in rates]
    return {
        "a_second": both[0],
        "slowest_round": round(min(rates[0])),
        "bare_a_second": both[1],
        "times_bare": round(both[1] / both[0], 1),
        "aim": AIM,
        "within_the_aim": min(rates[0]) >= AIM,
    }


def _rates(facts: Sequence[Any], answer: Callable[[Any], object]) -> list[float]:
    return [_rate(facts, answer) for _ in range(ROUNDS)]


def _rate(facts: Sequence[Any], answer: Callable[[Any], object]) -> float:
    began = process_time()
    for each in facts:
        answer(each)
    return len(facts) / (process_time() - began)


def _asked(name: str) -> Callable[[Any], object]:
    """The rule as a program in Python asks it: the law of the day is looked up for each question."""
    answer = RULES[name].answer
    return lambda facts: answer(facts, TODAY, Book(BOOK, norwegian_holidays))


def _in_words(facts: Mapping[str, Any]) -> object:
    return answer_as_json(ask("measure.latest-end", facts, on=TODAY), "nb")


def _bare_end(facts: DurationFacts) -> date:
    return last_day(facts.first_start, _bare_months(facts.measure, facts.need))


def _bare_months(measure: MeasureKind, need: MeasureNeed) -> int:
    months = 36 if need.reduced_capacity else 12
    if measure is MeasureKind.FOLLOW_UP:
        return 42 if need.reduced_capacity and need.transition is not TransitionFrom.NONE else months
    return months + 12 if need.in_training and measure is not MeasureKind.IPS else months


def _bare_start(facts: StartFacts) -> bool:
    """Yes or no to what the rule asks, and nothing of why."""
    job, first, last = facts.job, facts.start, facts.last_day
    is_done = job is None or (
        job.duty_met is True
        and job.plan_received_on is not None
        and job.plan_received_on <= TODAY
        and job.in_house in (InHouseMeasures.CARRIED_OUT, InHouseMeasures.NOT_POSSIBLE)
    )
    months = 6 if facts.measure is MeasureKind.FOLLOW_UP else 12
    end = last or last_day(first, months)
    return bool(
        is_done
        and facts.needs_more_help
        and reaches(facts.born_on, 16) <= first <= end <= last_day(first, months)
        and all((other.last or date.max) < first or other.first > end for other in facts.others)
    )


def _need(random: Random) -> MeasureNeed:
    return MeasureNeed(
        random.choice((None, False, True)), random.choice(tuple(TransitionFrom)), random.random() < 0.2
    )


def _duration(random: Random) -> DurationFacts:
    day = TODAY - timedelta(days=random.randrange(1400))
    breaks = (Span(day, day),) if random.random() < 0.2 else ()
    return DurationFacts(random.choice(_TODAYS_MEASURES), day, _need(random), breaks)


def _start(random: Random) -> StartFacts:
    day = TODAY + timedelta(days=random.randrange(90))
    plan = random.choice((None, TODAY - timedelta(days=3), TODAY + timedelta(days=3)))
    job = EmployerFacts(random.choice((True, None)), plan, random.choice(tuple(InHouseMeasures)))
    other = Span(day - timedelta(days=200), day + timedelta(days=random.randrange(-150, 10)))
    return StartFacts(
        random.choice(_TODAYS_MEASURES),
        TODAY - timedelta(days=random.randrange(5000, 22_000)),
        day,
        day + timedelta(days=random.randrange(30, 220)),
        random.choice((True, True, None)),
        _need(random),
        random.choice((None, job)),
        random.choice((True, None)),
        consents=random.choice((True, False)),
        others=(other,) if random.random() < 0.5 else (),
    )


def _json(facts: DurationFacts) -> dict[str, Any]:
    return {
        "measure": facts.measure.value,
        "first_start": facts.first_start.isoformat(),
        "need": {"reduced_capacity": facts.need.reduced_capacity, "in_training": facts.need.in_training},
    }


def main() -> None:
    """Print the figures as JSON, with the commit they are of."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()
    print(json.dumps({"commit": commit, **figures()}, indent=2))


if __name__ == "__main__":
    main()
