"""Decisions in a measure's case: of what kind they are, and when a second pair of eyes is asked for."""

from enum import StrEnum


class DecisionKind(StrEnum):
    """What is decided. The values are stable."""

    NEED_14A = "need_14a"
    SICK_LISTED_EXEMPTION = "sick_listed_exemption"
    GRANT = "grant"
    PARTIAL = "partial"
    REFUSAL = "refusal"
    EXTENSION = "extension"
    SHORTENING = "shortening"
    ENDING = "ending"
    AIM_CHANGE = "aim_change"
    REOPENING = "reopening"


class MainGoal(StrEnum):
    """The main goal of a decision on the need for help (Nav-loven § 14 a)."""

    GET_WORK = "get_work"
    KEEP_WORK = "keep_work"


class NeedGroup(StrEnum):
    """The need for help that is decided (Nav-loven § 14 a). The values are stable."""

    GOOD_CHANCES = "good_chances"
    NEEDS_GUIDANCE = "needs_guidance"
    NEEDS_GUIDANCE_REDUCED = "needs_guidance_reduced"
    WORK_IN_PART = "work_in_part"
    LITTLE_CHANCE = "little_chance"


FOUR_EYES = frozenset({NeedGroup.WORK_IN_PART, NeedGroup.LITTLE_CHANCE})
"""Where another adviser must approve before the decision counts."""


def needs_second(kind: DecisionKind, group: NeedGroup | None) -> bool:
    """Whether another adviser must approve it before it counts."""
    return kind is DecisionKind.NEED_14A and group in FOUR_EYES
