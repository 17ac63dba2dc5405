"""What the provider writes: an assessment as the measure goes on, and a final report at the end (§ 4-5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fotfeste.domain.dates import add_months
from fotfeste.domain.verdict import Reason, Verdict, because

_DUTY = "FOR-2015-12-11-1598 §4-5"


@dataclass(frozen=True, slots=True)
class ReportRhythm:
    """Months between the written assessments. The regulation says continuously and gives no number."""

    assessment_months: int


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """A participation and what has been written. `ended_on` is the last day followed, null while it runs.

    `tells_status`: the final report says where the person stands in the labour market.
    """

    first_start: date
    ended_on: date | None = None
    assessments: tuple[date, ...] = ()
    final_report_on: date | None = None
    tells_status: bool = False


def next_assessment_by(facts: ReportFacts, rhythm: ReportRhythm) -> date | None:
    """When the next written assessment should be there.

    None once the follow-up has ended, or the final report is written: it says what one more would have said.
    """
    if facts.ended_on is not None or facts.final_report_on is not None:
        return None
    newest = max((facts.first_start, *facts.assessments))
    if newest.year >= date.max.year:
        return date.max
    return add_months(newest, rhythm.assessment_months)


def missing_reports(facts: ReportFacts, rhythm: ReportRhythm, *, on: date) -> Verdict:
    """What the provider has not written that day."""
    return (*_assessment(facts, rhythm, on), *_final(facts, on))


def _assessment(facts: ReportFacts, rhythm: ReportRhythm, on: date) -> Iterator[Reason]:
    by = next_assessment_by(facts, rhythm)
    if by is not None and on > by:
        yield because("report.assessment-late", _DUTY, by=by)


def _final(facts: ReportFacts, on: date) -> Iterator[Reason]:
    if facts.final_report_on is None:
        if facts.ended_on is not None and on > facts.ended_on:
            yield because("report.final-missing", _DUTY, by=facts.ended_on)
        return
    if facts.ended_on is not None and facts.final_report_on > facts.ended_on:
        yield because("report.final-late", _DUTY, by=facts.ended_on, written_on=facts.final_report_on)
    if not facts.tells_status:
        yield because("report.final-without-status", _DUTY)
