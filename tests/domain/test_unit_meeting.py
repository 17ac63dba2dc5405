"""The team's meetings, by cases that a practitioner can read; and when a name may be said at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.meeting_naming import Present, may_be_named, may_hear_the_name
from fotfeste.domain.permissions import (
    Circumstances,
    ConsentScope,
    Permission,
    Protection,
    RelationKind,
    Role,
    decide,
    denial,
)
from fotfeste.domain.rules.reading import read_facts
from fotfeste.domain.unit_meeting import (
    DecisionFacts,
    EmployerFacts,
    SeekerFacts,
    UnitMeetingKind,
    agenda,
    may_be_decided,
    may_be_held,
)
from fotfeste.parameters import UNIT_MEETING_LIMITS
from tests.domain.cases import HERE, Case, as_json, read

CASES = read(HERE / "cases_unit_meeting.yaml")
ON, SINCE = date(2026, 11, 22), date(2026, 11, 15)

STANDINGS = st.builds(
    Circumstances,
    role=st.sampled_from(Role),
    is_account_active=st.booleans(),
    is_same_controller=st.booleans(),
    is_in_owning_unit=st.booleans(),
    relations=st.frozensets(st.sampled_from(RelationKind), max_size=2),
    protection=st.sampled_from(Protection),
    is_cleared_for_protection=st.booleans(),
    is_own_staff=st.booleans(),
    is_close_to_person=st.booleans(),
    consents=st.frozensets(st.sampled_from(ConsentScope), max_size=2),
)
PRESENT = st.builds(Present, STANDINGS, is_of_the_units=st.booleans())


@pytest.mark.parametrize("case", [c for c in CASES if "agenda" in c], ids=lambda case: case["name"])
def test_what_comes_on_the_agenda(case: Case) -> None:
    seekers = [read_facts(SeekerFacts, as_json(each)) for each in case["seekers"]]

    found = agenda(
        UnitMeetingKind(case.get("kind", "vocational_unit")),
        seekers,
        [read_facts(EmployerFacts, as_json(each)) for each in case.get("employers", ())],
        since=SINCE,
        on=ON,
        limits=UNIT_MEETING_LIMITS.on(ON),
    )

    assert [[each.kind, each.about, each.why.code] for each in found] == case["agenda"]


@pytest.mark.parametrize("case", [c for c in CASES if "held_on" in c], ids=lambda case: case["name"])
def test_which_meeting_can_be_held(case: Case) -> None:
    found = may_be_held(case["held_on"], people=case["people"], on=ON)

    assert [reason.code for reason in found] == case["refused"]


@pytest.mark.parametrize("case", [c for c in CASES if "decided" in c], ids=lambda case: case["name"])
def test_what_can_be_decided(case: Case) -> None:
    facts = DecisionFacts(**{**case["decided"], "names": tuple(case["decided"].get("names", ()))})

    assert [reason.code for reason in may_be_decided(facts, on=ON)] == case["refused"]


@given(st.lists(PRESENT, max_size=5), st.booleans(), st.booleans())
def test_nobody_is_named_without_a_yes_before_a_guest_or_before_one_who_may_not_know(
    here: list[Present], agrees: bool, has_guests: bool
) -> None:
    named = may_be_named(here, agrees=agrees, has_guests=has_guests)

    if named:
        assert agrees
        assert not has_guests
        assert here
        assert all(not denial(each.given) for each in here)
    assert named == (agrees and not has_guests and bool(here) and all(_may_know(each) for each in here))


@given(st.lists(PRESENT, min_size=1, max_size=4), PRESENT)
def test_one_more_in_the_room_never_makes_a_name_heard(here: list[Present], another: Present) -> None:
    with_another = may_be_named([*here, another], agrees=True, has_guests=False)

    assert not with_another or may_be_named(here, agrees=True, has_guests=False)


@given(PRESENT)
def test_the_yes_opens_the_name_only_to_staff_of_the_units(one: Present) -> None:
    if may_hear_the_name(one, agrees=True) and not may_hear_the_name(one, agrees=False):
        assert one.is_of_the_units
        assert one.given.role in {Role.EMPLOYMENT_SPECIALIST, Role.IPS_SUPERVISOR, Role.CLINICIAN}


def _may_know(each: Present) -> bool:
    staff = {Role.EMPLOYMENT_SPECIALIST, Role.IPS_SUPERVISOR, Role.CLINICIAN}
    by_consent = each.is_of_the_units and each.given.role in staff
    return not denial(each.given) and (decide(each.given).may(Permission.PERSON_LIST) or by_consent)
