"""A person's whole course as a picture: what lasted from when to when, and what happened on a day.

Only the data of it: which spans, which marks, from which day to which. How it looks is drawn elsewhere.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.course import CourseFacts, CourseStage, stage_spans
from fotfeste.domain.employment import Employment, is_possible
from fotfeste.domain.holds import Hold, HospitalStay


class SpanKind(StrEnum):
    """What lasts: a stage of the course, a job, search on hold, a stay in hospital."""

    STAGE = "stage"
    JOB = "job"
    HOLD = "hold"
    HOSPITAL = "hospital"


class MarkKind(StrEnum):
    """What happens on a day."""

    MEETING = "meeting"
    EMPLOYER_CONTACT = "employer_contact"
    DISCHARGED = "discharged"


@dataclass(frozen=True, slots=True)
class Span:
    """Something that lasts; `last` is None while it does. `label`: a stage's code, or an employer's name."""

    kind: SpanKind
    first: date
    last: date | None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened on a day."""

    kind: MarkKind
    on: date


@dataclass(frozen=True, slots=True)
class MonthOfMarks:
    """How many things of one kind happened in a month; `month` is its first day."""

    kind: MarkKind
    month: date
    count: int


@dataclass(frozen=True, slots=True)
class CoursePicture:
    """The whole course, from `first` to `until`. Spans and marks in the order they began."""

    first: date
    until: date
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.spans and not self.marks


def course_picture(
    courses: Iterable[CourseFacts],
    *,
    on: date,
    jobs: Iterable[Employment] = (),
    holds: Iterable[Hold] = (),
    stays: Iterable[HospitalStay] = (),
    meetings: Iterable[date] = (),
    employer_contacts: Iterable[date] = (),
) -> CoursePicture:
    """Everything that is known, as far as that day. What lies ahead is not told but for jobs."""
    told = tuple(courses)
    spans = [span for facts in told for span in _stages(facts, on=on)]
    spans += [_job(job) for job in jobs if is_possible(job) and job.started_on is not None]
    spans += [Span(SpanKind.HOLD, hold.began_on, hold.ended_on) for hold in holds]
    spans += [Span(SpanKind.HOSPITAL, stay.admitted_on, stay.left_on) for stay in stays]
    marks = [Mark(MarkKind.MEETING, day) for day in meetings if day <= on]
    marks += [Mark(MarkKind.EMPLOYER_CONTACT, day) for day in employer_contacts if day <= on]
    ends = (facts.discharged_on for facts in told)
    marks += [Mark(MarkKind.DISCHARGED, day) for day in ends if day is not None and day <= on]
    return _framed(spans, marks, on)


def by_month(marks: Sequence[Mark]) -> list[MonthOfMarks]:
    """The marks counted month by month: what a table says of them."""
    counted = Counter((mark.on.replace(day=1), mark.kind) for mark in marks)
    return [MonthOfMarks(kind, month, counted[month, kind]) for month, kind in sorted(counted)]


def _stages(facts: CourseFacts, *, on: date) -> Iterable[Span]:
    for each in stage_spans(facts, on=on):
        if each.since is not None and each.stage is not CourseStage.DISCHARGED:
            yield Span(SpanKind.STAGE, each.since, each.until, each.stage)


def _job(job: Employment) -> Span:
    assert job.started_on is not None  # noqa: S101  # those without a day are left out
    return Span(SpanKind.JOB, job.started_on, job.ended_on, job.employer_name)


def _framed(spans: Sequence[Span], marks: Sequence[Mark], on: date) -> CoursePicture:
    first = min([each.first for each in spans] + [each.on for each in marks], default=on)
    until = max([on, *(each.last or each.first for each in spans)])
    return CoursePicture(
        first=min(first, on),
        until=until,
        spans=tuple(sorted(spans, key=lambda each: (each.first, each.kind, each.label))),
        marks=tuple(sorted(marks, key=lambda each: (each.on, each.kind))),
    )
