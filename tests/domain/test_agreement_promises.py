"""What became of a promise and of the agreed contact, as the cases beside this say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.agreements.keeping import (
    PromiseDays,
    PromiseState,
    may_be_said_broken,
    may_be_said_kept,
    promise_state,
)
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.agreements.rhythm import contact_gaps, next_contact_by
from fotfeste.domain.job_support import SupportFrequency
from tests.domain.cases import HERE, Case, read

TODAY, SINCE = date(2026, 11, 22), date(2026, 11, 1)
CASES = read(HERE / "cases_agreement_promises.yaml")
DAYS = st.dates(date(2020, 1, 1), date(2035, 1, 1))
OPEN = {"deadline": date(2026, 12, 1)}


def names(case: Case) -> str:
    return str(case["name"])


@pytest.mark.parametrize("case", CASES["states"], ids=names)
def test_what_became_of_a_promise(case: Case) -> None:
    days = PromiseDays(**case["days"])

    assert promise_state(days, on=TODAY) == case["state"]
    assert days.was_moved is case.get("moved", False)


@pytest.mark.parametrize("case", CASES["kept"], ids=names)
def test_who_may_say_that_it_is_kept(case: Case) -> None:
    days = PromiseDays(**case.get("days", OPEN))
    found = may_be_said_kept(days, Party(case["by"]), Party(case["owner"]), day=case["day"], since=SINCE)

    assert [reason.code for reason in found] == case["refused"]


@pytest.mark.parametrize("case", CASES["broken"], ids=names)
def test_who_may_say_that_it_will_not_be_kept(case: Case) -> None:
    days = PromiseDays(**case.get("days", OPEN))
    found = may_be_said_broken(days, Party(case["by"]), Party(case["owner"]), has_words=case["has_words"])

    assert [reason.code for reason in found] == case["refused"]


@pytest.mark.parametrize("case", CASES["gaps"], ids=names)
def test_where_there_was_no_contact_for_too_long(case: Case) -> None:
    found = contact_gaps(SINCE, SupportFrequency(case["every"]), case["contacts"], on=TODAY)

    assert [[gap.due_by, gap.had_on] for gap in found] == case["gaps"]


@given(deadline=DAYS, on=DAYS)
def test_an_open_promise_is_late_just_when_its_day_has_passed(deadline: date, on: date) -> None:
    assert (promise_state(PromiseDays(deadline), on=on) is PromiseState.LATE) == (deadline < on)


@given(every=st.sampled_from(SupportFrequency), turns=st.integers(0, 12), start=DAYS)
def test_contact_on_each_day_it_is_due_leaves_no_gap(
    every: SupportFrequency, turns: int, start: date
) -> None:
    had, last = [], start
    for _ in range(turns):
        last = next_contact_by(last, every) or last
        had.append(last)

    assert contact_gaps(start, every, had, on=last) == ()


@given(every=st.sampled_from(SupportFrequency), contacts=st.lists(DAYS, max_size=8), start=DAYS, on=DAYS)
def test_more_contact_never_makes_more_gaps_still_open(
    every: SupportFrequency, contacts: list[date], start: date, on: date
) -> None:
    def still_open(days: list[date]) -> int:
        return sum(gap.had_on is None for gap in contact_gaps(start, every, days, on=on))

    assert still_open([*contacts, on]) <= still_open(contacts)
    assert still_open([*contacts, on]) == 0
