"""Asking a rule with the dated numbers kept here, and its answer in the reader's words, ready to be JSON."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from fotfeste.domain import rules
from fotfeste.domain.agenda import Line
from fotfeste.domain.dated import Dated
from fotfeste.domain.rules import Answer, Used
from fotfeste.domain.verdict import Named, Reason, Verdict
from fotfeste.parameters import ALL
from fotfeste.parameters.holidays_no import norwegian_holidays
from fotfeste.parameters.texts import parts, reason_text, text

BOOK: Mapping[str, Dated[Any]] = {parameter.name: parameter for parameter in ALL}
"""Every parameter by name."""


def ask(name: str, facts: object, *, on: date) -> Answer:
    """Ask a rule about facts as JSON gives them. Raises Refused with every fault in them, and NotInForce."""
    return rules.ask(name, facts, on=on, parameters=BOOK, holidays=norwegian_holidays)


def answer_as_json(answer: Answer, language: str) -> dict[str, Any]:
    """The answer as plain values, with the texts in one language."""
    outcome = answer.outcome
    return {
        "rule": answer.rule,
        "rule_version": answer.rule_version,
        "on": answer.on.isoformat(),
        "is_met": not outcome.verdict,
        "reasons": reasons_as_json(outcome.verdict, language, on=answer.on),
        "notes": reasons_as_json(outcome.notes, language, on=answer.on),
        "lines": [line_as_json(line, language, on=answer.on) for line in outcome.lines],
        "dates": {name: plain(day) for name, day in outcome.dates},
        "values": {name: plain(value) for name, value in outcome.values},
        "parameters": [used_as_json(used) for used in answer.used],
    }


def rule_as_json(name: str, language: str) -> dict[str, Any]:
    """What a rule is: its title, where it is written, which numbers it reads, the facts it needs."""
    found = rules.rule(name)
    return {
        "rule": found.name,
        "title": text(f"rule.{found.name}", language, "title"),
        "about": text(f"rule.{found.name}", language),
        "sources": list(found.sources),
        "parameters": list(found.parameters),
        "facts": rules.facts_schema(found.name),
    }


def reasons_as_json(verdict: Verdict, language: str, *, on: date) -> list[dict[str, Any]]:
    """Reasons with their texts."""
    return [_reason(reason, language, on) for reason in verdict]


def line_as_json(line: Line, language: str, *, on: date) -> dict[str, Any]:
    """A line of the agenda with its texts."""
    data = dict(line.why[0].data)
    return {
        "code": line.code,
        "about": line.about,
        "title": text(line.code, language, "title", on=on, **data),
        "due": plain(line.due),
        "state": line.state.value,
        "why": reasons_as_json(line.why, language, on=on),
        "act": line.act.value,
        "button": parts(line.code, language)["button"],
        "for_role": line.for_role,
        "ask_again_at": plain(line.ask_again_at),
    }


def used_as_json(used: Used) -> dict[str, Any]:
    """One dated number that an answer rests on, and how sure it is."""
    parameter, version = used.parameter, used.version
    value = None if version.value is None else _plain_values(asdict(version.value))
    return {
        "name": parameter.name,
        "value": value,
        "unit": parameter.unit,
        "source": version.source,
        "in_force_from": version.in_force_from.isoformat(),
        "effect_from": version.effect_from.isoformat(),
        "last_checked_on": parameter.last_checked_on.isoformat(),
        "provisional": version.provisional,
    }


def plain(value: Named | None) -> str | int | None:
    """A value as JSON has it: days as text."""
    return value.isoformat() if isinstance(value, date) else value


def _plain_values(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: plain(value) for name, value in values.items()}


def _reason(reason: Reason, language: str, on: date) -> dict[str, Any]:
    return {
        "code": reason.code,
        "source": reason.source,
        "text": reason_text(reason, language, on=on),
        "data": {name: plain(value) for name, value in reason.data},
    }
