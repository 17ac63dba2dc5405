"""The rhythm of follow-along: the cases, and what must hold of any job and any contacts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.employment import Employment
from fotfeste.domain.support_rhythm import PointState, departures_of, rhythm_points
from fotfeste.parameters import FOLLOW_ALONG
from tests.domain.cases import HERE, Case, read

ON = date(2026, 11, 22)
RULE = FOLLOW_ALONG.on(ON)
DAYS = st.dates(ON - timedelta(days=500), ON + timedelta(days=100))
JOBS = st.builds(Employment, started_on=DAYS, ended_on=st.none() | DAYS)


@pytest.mark.parametrize("case", read(HERE / "cases_support_rhythm.yaml"), ids=lambda case: case["name"])
def test_the_rhythm_of_a_job(case: Case) -> None:
    job = Employment(case["job"]["started_on"], case["job"].get("ended_on"))
    points = rhythm_points(job, case["contacts"], RULE, on=case["on"], known_from=case.get("known_from"))
    states = {point.key: point.state for point in points}

    assert {key: states.get(key) for key in case["states"]} == case["states"]
    if "last" in case:
        assert points[-1].key == case["last"]


@given(JOBS, st.lists(DAYS, max_size=20))
def test_every_point_has_a_key_of_its_own_and_lies_in_order(job: Employment, contacts: list[date]) -> None:
    points = rhythm_points(job, contacts, RULE, on=ON)

    assert len({point.key for point in points}) == len(points)
    assert all(point.first <= point.by for point in points)
    assert len(points) <= 20


@given(JOBS, st.lists(DAYS, max_size=20), DAYS)
def test_one_more_contact_never_makes_a_departure(job: Employment, contacts: list[date], more: date) -> None:
    before = departures_of(rhythm_points(job, contacts, RULE, on=ON))
    after = departures_of(rhythm_points(job, [*contacts, more], RULE, on=ON))

    assert {point.key for point in after} <= {point.key for point in before}


@given(JOBS)
def test_what_has_been_thought_about_is_no_departure_any_more(job: Employment) -> None:
    points = rhythm_points(job, [], RULE, on=ON)
    missed = departures_of(points)

    assert departures_of(points, [point.key for point in missed]) == ()
    assert all(point.by < ON for point in points if point.state is PointState.MISSED)
