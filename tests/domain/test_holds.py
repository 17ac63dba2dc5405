"""Holds and stays in hospital, by cases that a practitioner can read (I-7.1)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain import holds
from fotfeste.domain.holds import Hold, HospitalStay
from fotfeste.domain.verdict import Verdict
from tests.domain.cases import HERE, Case, read

ON, REFERRED = date(2026, 11, 22), date(2026, 6, 1)
CASES = read(HERE / "cases_holds.yaml")
DAYS = st.dates(date(2020, 1, 1), ON)


def named(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", CASES[kind], ids=lambda case: case["name"])


def codes(verdict: Verdict) -> list[str]:
    return [reason.code for reason in verdict]


def hold(case: Case) -> Hold:
    return Hold(case["began_on"], 2, case.get("look_again_on", ON), case.get("ended_on"))


def stay(case: Case) -> HospitalStay:
    return HospitalStay(case["admitted_on"], case.get("left_on"))


@named("begin")
def test_search_begins_to_wait(case: Case) -> None:
    earlier = [hold(each) for each in case.get("earlier", [])]

    assert codes(holds.may_begin(hold(case), earlier, on=ON, referred_on=REFERRED)) == case["refused"]


@named("end")
def test_search_is_taken_up_again(case: Case) -> None:
    current = Hold(case["began_on"], 2, ON) if "began_on" in case else None

    assert codes(holds.may_end(current, case["ended_on"], on=ON)) == case["refused"]


@named("admit")
def test_somebody_comes_into_hospital(case: Case) -> None:
    earlier = [stay(each) for each in case.get("earlier", [])]

    assert codes(holds.may_be_admitted(case["admitted_on"], earlier, on=ON)) == case["refused"]


@named("leave")
def test_somebody_comes_out_of_hospital(case: Case) -> None:
    current = HospitalStay(case["admitted_on"]) if "admitted_on" in case else None

    assert codes(holds.may_leave(current, case["left_on"], on=ON)) == case["refused"]


@given(began=DAYS, weeks=st.sampled_from([1, 2, 4]), contacts=st.lists(DAYS))
def test_the_next_contact_is_never_later_than_agreed(began: date, weeks: int, contacts: list[date]) -> None:
    due = holds.next_contact_by(Hold(began, weeks, ON), contacts)
    last = max([began, *(day for day in contacts if day >= began)])

    assert due - last == timedelta(weeks=weeks)
    assert due > began
