"""What the rules said of a row, kept until it is shown: codes, facts and offered answers, never texts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from fotfeste.domain.brought_in import Choice, Problem, Severity
from fotfeste.domain.verdict import Named, Reason


def as_json(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Problems in a form that can be sealed."""
    return [
        {
            "severity": problem.severity.value,
            "code": problem.reason.code,
            "source": problem.reason.source,
            "data": _data_as_json(problem.reason.data),
            "columns": list(problem.columns),
            "choices": [_choice_as_json(choice) for choice in problem.choices],
            "answer": problem.answer.id if problem.answer else "",
        }
        for problem in problems
    ]


def from_json(kept: Sequence[dict[str, Any]]) -> tuple[Problem, ...]:
    """The problems again."""
    return tuple(_problem(each) for each in kept)


def _problem(kept: dict[str, Any]) -> Problem:
    problem = Problem(
        severity=Severity(kept["severity"]),
        reason=Reason(kept["code"], kept["source"], _data_from_json(kept["data"])),
        columns=tuple(kept["columns"]),
        choices=tuple(
            Choice(each["key"], each["value"], _data_from_json(each["data"])) for each in kept["choices"]
        ),
    )
    given = next((choice for choice in problem.choices if choice.id == kept["answer"]), None)
    return replace(problem, answer=given)


def _choice_as_json(choice: Choice) -> dict[str, Any]:
    return {"key": choice.key, "value": choice.value, "data": _data_as_json(choice.data)}


def _data_as_json(data: tuple[tuple[str, Named], ...]) -> list[list[Any]]:
    return [
        [name, "day", value.isoformat()] if isinstance(value, date) else [name, "", value]
        for name, value in data
    ]


def _data_from_json(kept: Sequence[Sequence[Any]]) -> tuple[tuple[str, Named], ...]:
    return tuple((name, date.fromisoformat(value) if kind == "day" else value) for name, kind, value in kept)
