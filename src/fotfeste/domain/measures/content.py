"""What a measure is put together from (F-04, FOR-2015-12-11-1598 § 4-2), and what was tried before."""

from collections.abc import Collection
from enum import StrEnum

from fotfeste.domain.measures.extending import MeasureAim


class ContentKind(StrEnum):
    """One part of the content. `OWN_WORDS` is anything else, described. The values are stable."""

    CAREER_GUIDANCE = "career_guidance"
    ADAPTATION = "adaptation"
    PRACTICAL_TASKS = "practical_tasks"
    SKILLS_TRAINING = "skills_training"
    OTHER_TASKS_OR_EMPLOYERS = "other_tasks_or_employers"
    FURTHER_GUIDANCE = "further_guidance"
    COMPETENCE_AND_MOTIVATION = "competence_and_motivation"
    HELP_TO_SEEK = "help_to_seek"
    FOLLOW_UP_AT_WORK = "follow_up_at_work"
    OWN_WORDS = "own_words"


TO_SEEK = frozenset({ContentKind.COMPETENCE_AND_MOTIVATION, ContentKind.HELP_TO_SEEK})
"""What belongs to seeking a job (F-10)."""

IN_A_JOB = frozenset({ContentKind.ADAPTATION, ContentKind.FOLLOW_UP_AT_WORK})
"""What belongs to a job one has."""


def content_after(now: Collection[ContentKind], aim: MeasureAim) -> frozenset[ContentKind]:
    """What the content is suggested to be with that aim. NAV decides; nothing is changed by itself."""
    comes, goes = (IN_A_JOB, TO_SEEK) if aim is MeasureAim.KEEP_JOB else (TO_SEEK, IN_A_JOB)
    return (frozenset(now) - goes) | comes


class TriedKind(StrEnum):
    """What sort of thing was tried before."""

    TASK = "task"
    EMPLOYER = "employer"
    HELP = "help"
