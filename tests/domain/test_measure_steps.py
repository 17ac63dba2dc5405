"""The NAV adviser's tasks and where a case stands, by cases a case worker can read."""

from datetime import date

import pytest

from fotfeste.domain.measures.closing import CaseFacts, CloseCause, TakingPart, case_status, may_close
from fotfeste.domain.measures.nav_tasks import (
    NavTask,
    TaskFacts,
    TasksKnown,
    TaskState,
    can_be_put_down,
    tasks_due,
)
from tests.domain.cases import HERE, Case, read

ON = date(2026, 11, 22)
CASES = read(HERE / "cases_measure_steps.yaml")


@pytest.mark.parametrize("case", CASES["due"], ids=lambda case: case["name"])
def test_what_is_due_of_the_advisers_tasks(case: Case) -> None:
    tasks = tuple(
        TaskFacts(NavTask(each["task"]), TaskState(each["state"]), each.get("day"))
        for each in case.get("tasks", ())
    )

    found = tasks_due(TasksKnown(tasks, case.get("began"), case.get("ended")), on=ON)

    assert [each.why.code for each in found] == case["due"]


@pytest.mark.parametrize("case", CASES["put_down"], ids=lambda case: case["name"])
def test_what_is_done_or_planned_has_a_day(case: Case) -> None:
    found = can_be_put_down(TaskFacts(NavTask.BENEFITS, TaskState(case["state"])))

    assert [reason.code for reason in found] == case["refused"]


@pytest.mark.parametrize("case", CASES["close"], ids=lambda case: case["name"])
def test_where_a_case_stands_and_whether_it_can_be_closed(case: Case) -> None:
    row = TakingPart(case.get("began"), case["last"]) if "last" in case else None
    facts = CaseFacts(
        closed_on=case.get("closed"),
        is_need_decided=case.get("need", False),
        is_refused=case.get("is_refused", False),
        decision_waits=case.get("waits", False),
        participations=(row,) if row else (),
    )
    cause = CloseCause(case.get("cause", "finished"))

    refused = may_close(facts, cause, has_words=case.get("words", False), on=ON)

    assert [reason.code for reason in refused] == case["refused"]
    assert case_status(facts, on=ON) == case["status"]
