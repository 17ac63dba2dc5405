"""Whether a measure can be granted and begin. Every reason against is told at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fotfeste.domain.dates import add_months
from fotfeste.domain.day_limits import can_be_known, in_order
from fotfeste.domain.measures.duration import DurationLadder, first_grant_months, last_after
from fotfeste.domain.measures.employer_gate import EmployerFacts, may_be_granted
from fotfeste.domain.measures.kinds import Law, MeasureKind, MeasureNeed, Span
from fotfeste.domain.verdict import Reason, Verdict, because

_MONTHS_IN_A_YEAR = 12
_OURS = "house §measures"


@dataclass(frozen=True, slots=True)
class MeasureConditions:
    """Who a measure is for. `before_age` is 0 where there is no upper limit.

    `counts_birth_year`: open from the year the person reaches `from_age`, not from the birthday.
    `asks_for_treatment`: only for who is in treatment or has complex challenges. `group_source` is where it
    is written who it is for, `consent_source` where consent is asked for (empty where it is not).
    """

    from_age: int
    counts_birth_year: bool
    before_age: int
    asks_for_treatment: bool
    group_source: str
    consent_source: str


@dataclass(frozen=True, slots=True)
class StartFacts:
    """What a grant is judged by. `job` is the job it is tied to, null for somebody without employment.

    `needs_more_help`: more extensive help than NAV itself offers; null where that is not assessed.
    `others` are participations in measures of this kind that the person already has.
    """

    measure: MeasureKind
    born_on: date
    start: date
    last_day: date | None = None
    needs_more_help: bool | None = None
    need: MeasureNeed = MeasureNeed()  # noqa: RUF009  # frozen, so it can be shared
    job: EmployerFacts | None = None
    in_treatment: bool | None = None
    has_complex_challenges: bool = False
    consents: bool | None = None
    others: tuple[Span, ...] = ()


def may_start(
    facts: StartFacts, *, on: date, ladder: Law[DurationLadder], conditions: Law[MeasureConditions]
) -> Verdict:
    """Why this measure cannot be granted on that day, to begin on the day asked for."""
    return (
        *can_be_known(facts.start, on=on),
        *(in_order(facts.start, facts.last_day) if facts.last_day is not None else ()),
        *_age(facts, conditions),
        *_group(facts, conditions),
        *_consent(facts, conditions.numbers),
        *_length(facts, ladder),
        *_gate(facts, on),
        *_overlaps(facts, ladder),
    )


def reaches(born_on: date, age: int) -> date:
    """The day somebody reaches an age. Born on 29 February: 28 February in a year without one."""
    if born_on.year + age >= date.max.year:
        return date.max
    return add_months(born_on, age * _MONTHS_IN_A_YEAR)


def _age(facts: StartFacts, conditions: Law[MeasureConditions]) -> Iterator[Reason]:
    limits = conditions.numbers
    if facts.born_on > facts.start:
        yield because("measure.born-after-start", _OURS, start=facts.start)
        return
    opens = reaches(facts.born_on, limits.from_age)
    if limits.counts_birth_year:
        opens = opens.replace(month=1, day=1)
    if facts.start < opens:
        yield because("measure.too-young", conditions.source, age=limits.from_age, opens=opens)
    if limits.before_age and facts.start >= (closes := reaches(facts.born_on, limits.before_age)):
        yield because("measure.too-old", conditions.source, age=limits.before_age, closes=closes)


def _group(facts: StartFacts, conditions: Law[MeasureConditions]) -> Iterator[Reason]:
    limits = conditions.numbers
    if facts.needs_more_help is None:
        yield because("measure.need-not-assessed", limits.group_source)
    elif not facts.needs_more_help:
        yield because("measure.need-not-there", limits.group_source)
    if limits.asks_for_treatment and not (facts.in_treatment or facts.has_complex_challenges):
        yield because("measure.not-in-treatment", limits.group_source)


def _consent(facts: StartFacts, limits: MeasureConditions) -> Iterator[Reason]:
    if limits.consent_source and facts.consents is not True:
        yield because("measure.needs-consent", limits.consent_source)


def _length(facts: StartFacts, ladder: Law[DurationLadder]) -> Iterator[Reason]:
    if facts.last_day is None:
        return
    months = first_grant_months(facts.need, ladder.numbers)
    latest = last_after(facts.start, months)
    if facts.last_day > latest:
        yield because("measure.first-grant-too-long", ladder.source, latest=latest, months=months)


def _gate(facts: StartFacts, on: date) -> Verdict:
    if facts.job is None:
        return ()
    return may_be_granted(facts.job, reduced_capacity=facts.need.reduced_capacity, on=on)


def _overlaps(facts: StartFacts, ladder: Law[DurationLadder]) -> Iterator[Reason]:
    months = first_grant_months(facts.need, ladder.numbers)
    wanted = Span(facts.start, facts.last_day or last_after(facts.start, months))
    for other in facts.others:
        if wanted.meets(other):
            yield because("measure.overlaps", _OURS, first=other.first)
