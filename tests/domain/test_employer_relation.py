"""Three cups of tea, and the week: cases a practitioner can read, and what must hold of any log."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.employer_contact import FACE_TO_FACE, ContactWay
from fotfeste.domain.employer_relation import (
    Cup,
    RelationRhythm,
    RelationStage,
    TeamContact,
    is_closed_on,
    is_no_cup,
    is_quiet,
    relation,
)
from fotfeste.domain.employer_week import ContactCount, CountedContact, counted, week_of
from tests.domain.cases import HERE, Case, read

CASES = read(HERE / "cases_employer_relation.yaml")
RHYTHM = RelationRhythm(3)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
CONTACTS = st.lists(
    st.builds(TeamContact, DAYS, st.sampled_from(ContactWay), st.none() | st.sampled_from(Cup)), max_size=12
)


def about(name: str) -> "pytest.MarkDecorator":
    chosen = [case for case in CASES if name in case]
    return pytest.mark.parametrize("case", chosen, ids=lambda case: case["name"])


@about("stage")
def test_how_far_it_has_come(case: Case) -> None:
    found = relation(
        TeamContact(on, ContactWay(way), Cup(cup) if cup else None) for on, way, cup in case["contacts"]
    )

    assert (found.stage.value, found.next_cup or 0) == (case["stage"], case["next_cup"])


@about("refused")
def test_what_may_be_called_a_cup(case: Case) -> None:
    cup = Cup(case["cup"]) if "cup" in case else None

    assert [each.code for each in is_no_cup(ContactWay(case["way"]), cup)] == case["refused"]


@about("advice")
def test_when_it_is_long_since(case: Case) -> None:
    last = case.get("last_on")
    found = relation([TeamContact(last, ContactWay.PHONE)] if last else [])

    assert [each.code for each in is_quiet(found, on=case["on"], rhythm=RHYTHM)] == case["advice"]


@about("closed")
def test_a_business_that_has_closed(case: Case) -> None:
    found = is_closed_on(case.get("closed_on"), case["day"])

    assert [each.code for each in found] == case["closed"]


@given(CONTACTS)
def test_a_relation_never_goes_back_when_more_is_logged(contacts: list[TeamContact]) -> None:
    order = list(RelationStage)
    stages = [order.index(relation(contacts[:count]).stage) for count in range(len(contacts) + 1)]
    had = [max((each.cup or 0 for each in contacts[:count]), default=0) for count in range(len(stages))]

    assert all(min(stage, 3) == cup for stage, cup in zip(stages, had, strict=True))


@given(CONTACTS)
def test_each_cup_has_the_day_of_a_contact_that_was_called_so(contacts: list[TeamContact]) -> None:
    found = relation(contacts)

    for cup in Cup:
        days = [each.on for each in contacts if each.cup is cup]
        assert found.cups[cup - 1] == (min(days) if days else None)


@given(DAYS)
def test_a_week_begins_on_monday_and_holds_its_day(day: date) -> None:
    monday, sunday = week_of(day)

    assert (monday.weekday(), sunday.weekday()) == (0, 6)
    assert monday <= day <= sunday
    assert (sunday - monday).days == 6


@given(st.lists(st.builds(CountedContact, st.integers(1, 3), st.sampled_from(ContactWay))))
def test_no_contact_is_lost_or_counted_twice(contacts: list[CountedContact]) -> None:
    found = counted(contacts)

    assert sum(each.all for each in found.values()) == len(contacts)
    assert sum(each.face_to_face for each in found.values()) == sum(
        each.way in FACE_TO_FACE for each in contacts
    )
    assert all(each != ContactCount() for each in found.values())
