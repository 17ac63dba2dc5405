"""The course as one table, what must hold of any such table, and the stage that follows from facts."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fotfeste.domain.course import (
    NEXT,
    CourseEvent,
    CourseFacts,
    CourseStage,
    Standing,
    after,
    coming_changes,
    days_in_stage,
    standing,
)
from fotfeste.domain.employment import Employment, is_under_way, working_spells

DAY = date(2026, 11, 22)
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
JOBS = st.lists(
    st.builds(Employment, started_on=st.none() | DAYS, ended_on=st.none() | DAYS), max_size=3
).map(tuple)
COURSES = st.builds(
    CourseFacts,
    referred_on=st.none() | DAYS,
    start_up_on=st.lists(DAYS, max_size=2).map(tuple),
    search_on=st.lists(DAYS, max_size=2).map(tuple),
    jobs=JOBS,
    discharged_on=st.none() | DAYS,
)


@pytest.mark.parametrize("event", CourseEvent)
def test_discharge_is_final__coming_back_takes_a_new_referral(event: CourseEvent) -> None:
    assert after(CourseStage.DISCHARGED, event) is None


@pytest.mark.parametrize("stage", sorted(set(CourseStage) - {CourseStage.DISCHARGED}))
def test_anyone_may_be_discharged_from_any_stage(stage: CourseStage) -> None:
    assert after(stage, CourseEvent.DISCHARGED) is CourseStage.DISCHARGED


@pytest.mark.parametrize("stage", sorted(set(CourseStage) - {CourseStage.DISCHARGED, CourseStage.IN_JOB}))
def test_a_job_may_come_at_any_stage(stage: CourseStage) -> None:
    assert after(stage, CourseEvent.JOB_STARTED) is CourseStage.IN_JOB


def test_every_stage_can_be_reached() -> None:
    assert {CourseStage.REFERRED, *NEXT.values()} == set(CourseStage)


def test_every_event_means_something() -> None:
    assert {event for _, event in NEXT} == set(CourseEvent)


def test_nothing_leads_back_to_being_referred() -> None:
    assert CourseStage.REFERRED not in NEXT.values()


def test_losing_a_job_leads_back_to_job_search_not_out() -> None:
    assert after(CourseStage.IN_JOB, CourseEvent.JOB_ENDED) is CourseStage.JOB_SEARCH


def test_a_meeting_does_not_lead_a_job_search_back_to_the_start() -> None:
    assert after(CourseStage.JOB_SEARCH, CourseEvent.START_UP_HELD) is None


@pytest.mark.parametrize(
    ("facts", "stage", "since"),
    [
        (CourseFacts(referred_on=date(2026, 11, 1)), "referred", date(2026, 11, 1)),
        (CourseFacts(), "referred", None),
        (CourseFacts(start_up_on=(date(2026, 11, 9), date(2026, 11, 3))), "start_up", date(2026, 11, 3)),
        (CourseFacts(search_on=(date(2026, 11, 9),)), "job_search", date(2026, 11, 9)),
        (CourseFacts(search_on=(DAY,), jobs=(Employment(DAY),)), "in_job", DAY),
        (CourseFacts(jobs=(Employment(DAY + timedelta(days=1)),)), "referred", None),
        (CourseFacts(jobs=(Employment(None),)), "in_job", None),
        (CourseFacts(jobs=(Employment(date(2026, 1, 1), ended_on=DAY),)), "in_job", date(2026, 1, 1)),
        (CourseFacts(jobs=(Employment(date(2026, 1, 1), DAY - timedelta(days=1)),)), "job_search", DAY),
        (CourseFacts(jobs=(Employment(DAY, DAY),)), "in_job", DAY),
        (CourseFacts(discharged_on=DAY, jobs=(Employment(date(2026, 1, 1)),)), "discharged", DAY),
        (CourseFacts(jobs=(Employment(DAY, DAY - timedelta(days=1)),)), "referred", None),
    ],
    ids=str,
)
def test_the_stage_follows_from_the_facts(facts: CourseFacts, stage: str, since: date | None) -> None:
    assert standing(facts, on=DAY) == Standing(CourseStage(stage), since)


def test_two_jobs_without_a_day_between_are_one_spell_of_work() -> None:
    jobs = (Employment(date(2026, 7, 1)), Employment(date(2026, 1, 1), date(2026, 6, 30)))

    assert standing(CourseFacts(jobs=jobs), on=DAY) == Standing(CourseStage.IN_JOB, date(2026, 1, 1))


def test_a_day_between_two_jobs_is_a_day_of_search() -> None:
    jobs = (Employment(date(2026, 1, 1), date(2026, 6, 30)), Employment(date(2026, 7, 2)))
    facts = CourseFacts(jobs=jobs)

    assert standing(facts, on=date(2026, 7, 1)).stage is CourseStage.JOB_SEARCH
    assert standing(facts, on=date(2026, 7, 2)) == Standing(CourseStage.IN_JOB, date(2026, 7, 2))


def test_a_small_job_beside_another_does_not_end_the_work_when_it_ends() -> None:
    jobs = (Employment(date(2026, 1, 1)), Employment(date(2026, 3, 1), date(2026, 4, 1)))

    assert standing(CourseFacts(jobs=jobs), on=DAY).stage is CourseStage.IN_JOB


def test_a_short_job_inside_a_longer_one_does_not_shorten_it() -> None:
    jobs = (Employment(date(2026, 1, 1), date(2026, 12, 31)), Employment(date(2026, 2, 1), date(2026, 3, 1)))

    assert working_spells(jobs) == [(date(2026, 1, 1), date(2026, 12, 31))]


def test_only_days_to_come_are_announced() -> None:
    facts = CourseFacts(jobs=(Employment(DAY, DAY + timedelta(days=9)),), discharged_on=DAY)

    assert coming_changes(facts, on=DAY) == [DAY + timedelta(days=10)]


def test_what_happens_on_one_day_leads_to_the_same_stage_in_any_order() -> None:
    for first in CourseEvent:
        for second in CourseEvent:
            for stage in CourseStage:
                one = _through(stage, first, second)
                other = _through(stage, second, first)
                assert one is other or {first, second} == {CourseEvent.JOB_STARTED, CourseEvent.JOB_ENDED}


def _through(stage: CourseStage, *events: CourseEvent) -> CourseStage:
    for event in events:
        stage = after(stage, event) or stage
    return stage


def test_days_in_a_stage_are_counted_from_the_day_it_began() -> None:
    assert days_in_stage(Standing(CourseStage.START_UP, date(2026, 11, 15)), on=DAY) == 7
    assert days_in_stage(Standing(CourseStage.START_UP, None), on=DAY) is None


@settings(max_examples=50)
@given(facts=COURSES, on=DAYS)
def test_in_a_job_is_who_has_a_job_that_day(facts: CourseFacts, on: date) -> None:
    has_a_job = any(is_under_way(job, on=on) for job in facts.jobs)
    is_out = facts.discharged_on is not None and facts.discharged_on <= on

    assert (standing(facts, on=on).stage is CourseStage.IN_JOB) == (has_a_job and not is_out)


@settings(max_examples=50)
@given(facts=COURSES, on=DAYS)
def test_the_stage_changes_only_on_days_that_are_announced(facts: CourseFacts, on: date) -> None:
    tomorrow = on + timedelta(days=1)

    if standing(facts, on=on) != standing(facts, on=tomorrow):
        assert tomorrow in coming_changes(facts, on=on)


@settings(max_examples=50)
@given(jobs=JOBS)
def test_spells_of_work_stand_apart_and_in_order(jobs: tuple[Employment, ...]) -> None:
    spells = working_spells(jobs)

    for (_, last), (first, _) in pairwise(spells):
        assert last is not None
        assert first is not None
        assert (first - last).days > 1
