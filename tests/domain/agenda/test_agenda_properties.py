"""What must hold of the agenda of any jobseeker at all."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from fotfeste.domain.agenda import (
    JobseekerFacts,
    Line,
    LineState,
    ask_again_on,
    course_standing,
    lines,
    sort_key,
)
from fotfeste.domain.agenda.line import state_of, turning_days
from fotfeste.domain.course import CourseStage
from fotfeste.domain.permissions import Role
from fotfeste.parameters import guideline_on
from fotfeste.parameters.texts import LANGUAGES, parts, reason_text, text
from tests.domain.agenda.strategies import JOBSEEKERS, TODAY

RULES = guideline_on(TODAY)
AS_FAR_AS = 80
"""Days ahead: everything agreed in the made-up facts lies within them."""


def answer(facts: JobseekerFacts, on: date) -> tuple[tuple[object, ...], ...]:
    """The agenda as a reader sees it: all but when to ask again."""
    found = lines(facts, on=on, rules=RULES)
    return tuple((line.code, line.about, line.due, line.state, line.why, line.act) for line in found)


@settings(max_examples=60)
@given(facts=JOBSEEKERS)
def test_nothing_changes_before_the_day_the_rules_ask_to_be_asked_again(facts: JobseekerFacts) -> None:
    on = TODAY
    while (on - TODAY).days < AS_FAR_AS:
        now, again = answer(facts, on), ask_again_on(lines(facts, on=on, rules=RULES))
        until = again or TODAY + timedelta(days=AS_FAR_AS + 400)
        assert on < until
        for days in range(1, min((until - on).days, AS_FAR_AS)):
            assert answer(facts, on + timedelta(days=days)) == now, f"changed after {days} days, unasked"
        on = until


@settings(max_examples=30)
@given(facts=JOBSEEKERS)
def test_what_is_most_pressing_comes_first(facts: JobseekerFacts) -> None:
    found = lines(facts, on=TODAY, rules=RULES)

    assert list(found) == sorted(found, key=sort_key)
    due = [line.due for line in found if line.state is LineState.OVERDUE and line.due]
    assert due == sorted(due)
    has_a_day = [line.state not in (LineState.OPEN, LineState.WAITING) for line in found]
    assert has_a_day == sorted(has_a_day, reverse=True), "a line without a day stands before one that has one"


@settings(max_examples=30)
@given(facts=JOBSEEKERS)
def test_no_line_stands_twice(facts: JobseekerFacts) -> None:
    found = [(line.code, line.about) for line in lines(facts, on=TODAY, rules=RULES)]

    assert len(found) == len(set(found))


@settings(max_examples=30)
@given(facts=JOBSEEKERS)
def test_somebody_from_a_list_gets_one_line_to_confirm_and_one_to_clear_up_at_most(
    facts: JobseekerFacts,
) -> None:
    found = [line.code.split(".")[0] for line in lines(facts, on=TODAY, rules=RULES)]

    assert found.count("import") <= 1
    assert found.count("clear-up") <= 1


@settings(max_examples=30)
@given(facts=JOBSEEKERS)
def test_every_line_can_be_said_in_every_language(facts: JobseekerFacts) -> None:
    for line in lines(facts, on=TODAY, rules=RULES):
        assert line.why[0].code == line.code
        for language in LANGUAGES:
            data = dict(line.why[0].data)
            assert text(line.code, language, "title", **data)
            assert "Nora" in text(line.code, language, "named", name="Nora", **data)
            assert parts(line.code, language)["button"]
            assert all(reason_text(reason, language) for reason in line.why)


@settings(max_examples=30)
@given(facts=JOBSEEKERS)
def test_the_state_follows_from_the_day(facts: JobseekerFacts) -> None:
    for line in lines(facts, on=TODAY, rules=RULES):
        if line.state is not LineState.WAITING:
            assert line.state is state_of(line.due, on=TODAY, coming_days=RULES.horizon.coming_days)
        assert line.ask_again_at is None or line.ask_again_at > TODAY
        assert line.for_role in (Role.EMPLOYMENT_SPECIALIST, Role.IPS_SUPERVISOR)


@settings(max_examples=30)
@given(facts=JOBSEEKERS)
def test_somebody_discharged_has_no_next_steps(facts: JobseekerFacts) -> None:
    stage = course_standing(facts, on=TODAY).stage

    if stage is CourseStage.DISCHARGED:
        assert lines(facts, on=TODAY, rules=RULES) == ()


@pytest.mark.parametrize("days_ahead", range(-3, 12))
def test_a_state_changes_only_on_its_turning_days(days_ahead: int) -> None:
    due = TODAY + timedelta(days=days_ahead)
    yesterday = TODAY - timedelta(days=1)

    changed = state_of(due, on=TODAY, coming_days=7) is not state_of(due, on=yesterday, coming_days=7)

    assert changed == (TODAY in turning_days(due, 7))


def test_lines_without_a_day_stand_in_the_order_they_hold_others_up() -> None:
    def open_line(code: str) -> Line:
        return Line(code, None, LineState.OPEN, (), "clear-up", None, "")  # type: ignore[arg-type]  # only sorted

    codes = ["clear-up.list", "profile.start", "import.confirm", "consent.ask"]

    ordered = [line.code for line in sorted(map(open_line, codes), key=sort_key)]

    assert ordered == ["consent.ask", "import.confirm", "clear-up.list", "profile.start"]
