"""Meetings, by cases that a practitioner can read."""

from datetime import date

import pytest

from fotfeste.domain.meetings import Attendant, FellThrough, may_come, outside_office, state_of
from fotfeste.domain.startup import PlaceKind
from tests.domain.cases import HERE, Case, read

CASES = read(HERE / "cases_meetings.yaml")
ON = date(2026, 11, 22)


def about(name: str) -> "pytest.MarkDecorator":
    chosen = [case for case in CASES if name in case]
    return pytest.mark.parametrize("case", chosen, ids=lambda case: case["name"])


@about("who")
def test_who_can_come(case: Case) -> None:
    found = may_come([Attendant(who) for who in case["who"]], wishes_nav=case["wishes_nav"])

    assert [reason.code for reason in found] == case["refused"]


@about("is")
def test_what_a_meeting_is_today(case: Case) -> None:
    why = case.get("fell_through")
    found = state_of(
        case["day"],
        on=ON,
        is_held=case.get("is_held", False),
        fell_through=FellThrough(why) if why else None,
        was_moved=case.get("was_moved", False),
    )

    assert found.value == case["is"]


@about("places")
def test_how_many_were_outside_the_office(case: Case) -> None:
    found = outside_office([PlaceKind(place) for place in case["places"]])

    assert (found.outside, found.known) == (case["outside"], case["known"])
