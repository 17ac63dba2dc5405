"""The one way to write an agreement down: the same content is the same text, byte for byte (A-02).

What the parties sign is the digest of this text. It holds everything that is shown, and nothing else.
"""

import json
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any

from fotfeste.domain.agreements.content import (
    Content,
    EmployerNamed,
    GoalKind,
    Instrument,
    Line,
    LineKind,
    Reached,
)
from fotfeste.domain.agreements.parties import NavUnit, Party, Towards
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.job_support import SupportFrequency

FORM = 1
"""The form of the text. Another form is another number: old texts are read as they were written."""

_ENUMS: dict[str, type[StrEnum]] = {
    "kind": LineKind,
    "owner": Party,
    "towards": Towards,
    "topic": Topic,
    "instrument": Instrument,
    "goal": GoalKind,
    "nav_unit": NavUnit,
    "every": SupportFrequency,
}
_DAYS = ("from_day", "until", "deadline")


def canonical(content: Content) -> str:
    """The content as JSON with sorted names, days as text and no blanks."""
    found = {"form": FORM, **_plain(asdict(content))}
    return json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(text: str) -> str:
    """What stands for the text: SHA-256, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def read(text: str) -> Content:
    """The content that a canonical text holds."""
    found = json.loads(text)
    employer = found["employer"]
    return Content(
        office=found["office"],
        jobseeker=Reached(**found["jobseeker"]),
        contact=Reached(**found["contact"]) if found["contact"] else None,
        employer=_employer(employer) if employer else None,
        lines=tuple(_line(each) for each in found["lines"]),
        review_on=_day(found["review_on"]),
    )


def _employer(found: dict[str, Any]) -> EmployerNamed:
    return EmployerNamed(found["name"], found["organisation_number"], Reached(**found["contact"]))


def _line(found: dict[str, Any]) -> Line:
    read_as = {name: kind(found[name]) if found[name] else None for name, kind in _ENUMS.items()}
    days = {name: _day(found[name]) for name in _DAYS}
    return Line(**{**found, **read_as, **days})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
