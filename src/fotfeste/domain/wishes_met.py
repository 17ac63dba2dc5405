"""Whether a job is what the person wished for: wish by wish, as said on one day (W-06)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from fotfeste.domain.job_plan import Wish
from fotfeste.domain.verdict import Verdict, because


class WishMet(StrEnum):
    """How far the job is what was wished for in one matter."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_WISHED = "not_wished"


@dataclass(frozen=True, slots=True)
class WishesSummary:
    """How many wishes are met, of those that were answered. What was not wished for is left out."""

    met: int
    partly: int
    said: int


def summary_of(answers: Mapping[Wish, WishMet]) -> WishesSummary:
    """The count over all wishes that there were."""
    said = [answer for answer in answers.values() if answer is not WishMet.NOT_WISHED]
    return WishesSummary(said.count(WishMet.YES), said.count(WishMet.PARTLY), len(said))


def says_something(answers: Mapping[Wish, WishMet], words: str) -> Verdict:
    """Why it cannot be kept: nothing is answered, and nothing is said."""
    return () if answers or words.strip() else (because("wishes-met.empty", "house §wishes-met"),)
