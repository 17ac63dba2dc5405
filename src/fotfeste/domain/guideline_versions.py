"""The guideline as a governed document: its versions, what sets them apart, which one applied when (I §9)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fotfeste.domain.dated import NotInForce

Words = Mapping[str, str]
"""By language."""


@dataclass(frozen=True, slots=True)
class GuidelineSection:
    """One section, in our own words. `sets`: the numbers it gives, by parameter and field."""

    number: str
    says: Words
    sets: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class GuidelineVersion:
    """One version of the document. `in_force_to` is its last day; None while it applies."""

    id: str
    dated: date
    authors: tuple[Words, ...]
    approver: Words
    in_force_from: date
    in_force_to: date | None
    sections: tuple[GuidelineSection, ...]


@dataclass(frozen=True, slots=True)
class SectionDifference:
    """What became of one section: words before and after, and each number that changed (None: not there)."""

    number: str
    before: Words | None
    after: Words | None
    numbers: tuple[tuple[str, int | None, int | None], ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """Which version a course follows from that day, until the next one."""

    from_day: date
    version: str


def version_on(versions: Iterable[GuidelineVersion], day: date) -> GuidelineVersion:
    """The version that applied that day. Raises NotInForce before the first."""
    fitting = [each for each in versions if each.in_force_from <= day]
    if not fitting:
        raise NotInForce(f"No version of the guideline applied on {day}.")
    return max(fitting, key=lambda each: each.in_force_from)


def differences(old: GuidelineVersion, new: GuidelineVersion) -> list[SectionDifference]:
    """What the newer version changes, section by section; nothing for a section that says the same."""
    before = {section.number: section for section in old.sections}
    after = {section.number: section for section in new.sections}
    numbers = list(dict.fromkeys([*before, *after]))
    return [
        found
        for number in sorted(numbers)
        if (found := _difference(number, before.get(number), after.get(number))) is not None
    ]


def next_application(
    applied: Sequence[Applied], versions: Iterable[GuidelineVersion], *, on: date
) -> Applied | None:
    """The version a course that goes on follows from now on; None where it follows it already.

    What was applied before stays as it was: a new version changes only what comes after.
    """
    now = version_on(versions, on)
    if applied and applied[-1].version == now.id:
        return None
    return Applied(max(now.in_force_from, applied[-1].from_day) if applied else on, now.id)


def _difference(
    number: str, old: GuidelineSection | None, new: GuidelineSection | None
) -> SectionDifference | None:
    before, after = dict(old.sets) if old else {}, dict(new.sets) if new else {}
    changed = tuple(
        (name, before.get(name), after.get(name))
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name)
    )
    if old and new and old.says == new.says and not changed:
        return None
    return SectionDifference(number, old.says if old else None, new.says if new else None, changed)
