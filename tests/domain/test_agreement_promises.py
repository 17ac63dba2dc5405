"""What became of a promise and of the agreed contact, as the cases beside this say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.agreements.applying import (
    AppliedFor,
    application,
    application_state,
    may_put_application,
)
from fotfeste.domain.agreements.content import Instrument
from fotfeste.domain.agreements.drafting import words_read_by_employer
from fotfeste.domain.agreements.keeping import (
    PromiseDays,
    PromiseState,
    may_be_said_broken,
    may_be_said_kept,
    promise_state,
    reminder,
)
from fotfeste.domain.agreements.ordering import place_of
from fotfeste.domain.agreements.parties import Party, Towards
from fotfeste.domain.agreements.questions import (
    QuestionDays,
    answer_question_by,
    may_be_answered,
    question_state,
)
from fotfeste.domain.agreements.rhythm import contact_gaps, next_contact_by, next_due
from fotfeste.domain.job_support import SupportFrequency
from fotfeste.parameters import AGREEMENT_LIMITS, AGREEMENT_WORDS, SENSITIVE_WORDS
from fotfeste.parameters.holidays_no import norwegian_holidays
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


@pytest.mark.parametrize("case", CASES["reminders"], ids=names)
def test_when_somebody_is_reminded(case: Case) -> None:
    assert reminder(PromiseDays(**case["days"]), remind_days=3, on=TODAY) == case["said"]


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


@pytest.mark.parametrize("case", CASES["applications"], ids=names)
def test_where_an_application_stands(case: Case) -> None:
    limits, holidays = AGREEMENT_LIMITS.on(TODAY), norwegian_holidays(2026, 2027)
    found = application(case["applied_on"], case.get("answered_on"), limits, holidays)

    assert application_state(found, on=case.get("on", TODAY)) == case["state"]
    assert found.answer_by == case.get("answer_by")


@pytest.mark.parametrize("case", CASES["applied"], ids=names)
def test_who_puts_down_an_application(case: Case) -> None:
    but = {"instrument": "aids", "owner": "nav", "towards": "jobseeker"} | case.get("but", {})
    promise = AppliedFor(
        Instrument(but["instrument"]),
        Party(but["owner"]),
        Towards(but["towards"]),
        PromiseDays(**case.get("days", OPEN)),
    )
    found = may_put_application(
        promise, Party(case["by"]), applied_on=date(2026, 11, 6), answered_on=case.get("answered_on")
    )

    assert [reason.code for reason in found] == case["refused"]


@pytest.mark.parametrize("case", CASES["order"], ids=names)
def test_in_which_order_promises_are_read(case: Case) -> None:
    first, then = (place_of(PromiseDays(**case[each]), on=TODAY) for each in ("first", "then"))

    assert first < then


@pytest.mark.parametrize("case", CASES["read_again"], ids=names)
def test_words_of_health_are_read_once_more(case: Case) -> None:
    found = words_read_by_employer(case["typed"], SENSITIVE_WORDS.on(TODAY), AGREEMENT_WORDS.on(TODAY))

    assert [reason.code for reason in found] == case["refused"]


@pytest.mark.parametrize("case", CASES["questions"], ids=names)
def test_where_a_question_stands_and_how_long_it_took(case: Case) -> None:
    asked = date(2026, 11, 20)
    by = answer_question_by(asked, AGREEMENT_LIMITS.on(asked), norwegian_holidays(2026, 2027))
    days = QuestionDays(asked, by, case.get("answered_on"))

    assert by == case["answer_by"]
    assert question_state(days, on=case["on"]) == case["state"]
    assert days.took_days == case["took"]


@pytest.mark.parametrize("case", CASES["answered_once"], ids=names)
def test_a_question_is_answered_once(case: Case) -> None:
    found = may_be_answered(QuestionDays(TODAY, TODAY, case["answered_on"]))

    assert [reason.code for reason in found] == case["refused"]


@pytest.mark.parametrize("case", CASES["due"], ids=names)
def test_when_the_next_contact_is_due(case: Case) -> None:
    assert next_due(SINCE, SupportFrequency(case["every"]), case["contacts"]) == case["due"]
