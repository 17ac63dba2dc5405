"""The whole course as data for a picture."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.course import CourseFacts, CourseStage, stage_spans, standing
from fotfeste.domain.employment import Employment
from fotfeste.domain.timeline import MarkKind, SpanKind, by_month, course_picture

ON = date(2026, 11, 22)
DAYS = st.dates(date(2016, 1, 1), ON)
JOBS = st.builds(Employment, DAYS, st.none() | DAYS)
FACTS = st.builds(
    CourseFacts,
    st.none() | DAYS,
    st.lists(DAYS, max_size=3).map(tuple),
    st.lists(DAYS, max_size=3).map(tuple),
    st.lists(JOBS, max_size=3).map(tuple),
    st.none() | DAYS,
)


def test_a_job_lost_leads_back_to_search_and_is_drawn_so() -> None:
    facts = CourseFacts(
        date(2026, 1, 1),
        (date(2026, 1, 8),),
        (date(2026, 2, 1),),
        (Employment(date(2026, 3, 1), date(2026, 5, 31)),),
        date(2026, 9, 1),
    )

    assert [(each.stage, each.since) for each in stage_spans(facts, on=ON)] == [
        (CourseStage.REFERRED, date(2026, 1, 1)),
        (CourseStage.START_UP, date(2026, 1, 8)),
        (CourseStage.JOB_SEARCH, date(2026, 2, 1)),
        (CourseStage.IN_JOB, date(2026, 3, 1)),
        (CourseStage.JOB_SEARCH, date(2026, 6, 1)),
        (CourseStage.DISCHARGED, date(2026, 9, 1)),
    ]


@given(facts=FACTS)
def test_the_last_span_is_where_one_stands(facts: CourseFacts) -> None:
    last = stage_spans(facts, on=ON)[-1]

    assert (last.stage, last.since) == standing(facts, on=ON)
    assert last.until is None


@given(facts=FACTS, meetings=st.lists(DAYS, max_size=20))
def test_everything_lies_within_the_frame_none_lost(facts: CourseFacts, meetings: list[date]) -> None:
    found = course_picture([facts], on=ON, jobs=facts.jobs, meetings=meetings)

    assert all(found.first <= span.first <= found.until for span in found.spans)
    assert sum(each.count for each in by_month(found.marks) if each.kind is MarkKind.MEETING) == len(meetings)
    assert all(span.kind in {SpanKind.STAGE, SpanKind.JOB} for span in found.spans)
