"""The topics that a jobseeker decides about, one by one: what an employer may be told (I §4.3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Topic(StrEnum):
    """What there is to decide about. `own` is whatever else the person names, in their own words."""

    NAME = "name"
    SUPPORT = "support"
    HEALTH = "health"
    TREATMENT = "treatment"
    SUBSTANCE_USE = "substance_use"
    CV_GAPS = "cv_gaps"
    ADAPTATION = "adaptation"
    MEDICATION = "medication"
    BENEFITS = "benefits"
    OWN = "own"


class TopicAnswer(StrEnum):
    """What the person says of one topic. Nothing said at all is a no, and no answer of its own."""

    MAY = "may"
    IF_ASKED = "if_asked"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class TopicStand:
    """The answer to one topic. Without words that the person has chosen there is nothing to tell."""

    topic: Topic
    answer: TopicAnswer
    has_wording: bool = True


@dataclass(frozen=True, slots=True)
class OfferedTopics:
    """The topics that are gone through, in their order, as codes with blanks between."""

    offered: str

    @property
    def topics(self) -> tuple[Topic, ...]:
        """In the order in which they are asked."""
        return tuple(Topic(code) for code in self.offered.split())


def opens_anything(stands: Iterable[TopicStand]) -> bool:
    """Whether anything at all may be told."""
    return any(each.answer is not TopicAnswer.NOT for each in stands)
