"""What a change asks for: all sign anew, those it concerns are asked, or all are told (A-02).

The same words with another deadline ask both ends of that promise. Another contact person, another phone
number, another person responsible or another review date changes nobody's duty: all are told. Anything else
is another text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from fotfeste.domain.agreements.content import Content, Line
from fotfeste.domain.agreements.parties import Party, ends_of, parties_of


class ChangeKind(StrEnum):
    """Who is asked. The values are stable."""

    NONE = "none"
    NOTICE = "notice"
    DUTY = "duty"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Change:
    """What a change is, whose signature it needs, and which lines it is about, by key."""

    kind: ChangeKind
    asked: tuple[Party, ...] = ()
    lines: tuple[str, ...] = ()


def change_from(before: Content | None, after: Content) -> Change:
    """What has to be done for `after` to take the place of `before` (None: there is nothing yet)."""
    everybody = parties_of(has_employer=after.has_employer)
    if before is None or _words(before) != _words(after):
        return Change(ChangeKind.WHOLE, everybody, tuple(_touched(before, after)))
    moved = [each for each in after.lines if _deadline_moved(each, before)]
    if moved:
        ends = {party for line in moved for party in ends_of(line.owner, line.towards)} | {Party.NAV}
        asked = tuple(party for party in everybody if party in ends)
        return Change(ChangeKind.DUTY, asked, tuple(each.key for each in moved))
    return Change(ChangeKind.NONE if before == after else ChangeKind.NOTICE)


def _words(content: Content) -> tuple[object, ...]:
    """All that nobody may change without every party: who the parties are, and what each line says."""
    employer = content.employer
    return (
        content.jobseeker.name,
        (employer.name, employer.organisation_number) if employer else None,
        tuple(_without_what_may_move(each) for each in content.lines),
    )


def _without_what_may_move(line: Line) -> Line:
    return replace(line, deadline=None, responsible="", nav_unit=None)


def _deadline_moved(line: Line, before: Content) -> bool:
    return any(old.key == line.key and old.deadline != line.deadline for old in before.lines)


def _touched(before: Content | None, after: Content) -> Iterator[str]:
    old = {each.key: each for each in before.lines} if before else {}
    for line in after.lines:
        if old.pop(line.key, None) != line:
            yield line.key
    yield from old
