"""What the agreement holds, as data: each line has an owner, and the same words for all (A-03, A-08).

A line keeps its key through all versions, so that a promise can be followed from one to the next.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.agreements.parties import NavUnit, Party, Towards
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.job_support import SupportFrequency


class LineKind(StrEnum):
    """What a line is. The values are stable."""

    GOAL = "goal"
    FOLLOW_UP = "follow_up"
    COMMITMENT = "commitment"
    ACCOMMODATION = "accommodation"
    MEASURE = "measure"


class Instrument(StrEnum):
    """What NAV has for work in ordinary businesses (A-08), and what it can lead to."""

    FIND_WORKPLACE = "find_workplace"
    EMPLOYER_CONTACT = "employer_contact"
    FOLLOW_UP_AT_WORK = "follow_up_at_work"
    WORKPLACE_ASSESSMENT = "workplace_assessment"
    WORK_TRAINING = "work_training"
    WAGE_SUBSIDY = "wage_subsidy"
    AIDS = "aids"
    ADAPTATION_GUIDANCE = "adaptation_guidance"
    MENTOR = "mentor"
    INCLUSION_GRANT = "inclusion_grant"
    OTHER = "other"


class GoalKind(StrEnum):
    """What the agreement is to lead to."""

    JOB_HERE = "job_here"
    EXPERIENCE = "experience"
    TRYING_OUT = "trying_out"
    LANGUAGE = "language"
    CERTIFICATE = "certificate"
    KEEP_JOB = "keep_job"
    OTHER = "other"


PROMISES = frozenset({LineKind.FOLLOW_UP, LineKind.COMMITMENT, LineKind.ACCOMMODATION, LineKind.MEASURE})
"""The kinds of line that somebody owes somebody."""

APPLIED_FOR = frozenset(
    {Instrument.WAGE_SUBSIDY, Instrument.AIDS, Instrument.MENTOR, Instrument.INCLUSION_GRANT}
)
"""What somebody applies for, so that a clock runs from the application to the answer."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the agreement.

    `topic` is what it tells of the person: with an employer as a party it stands in the common text only
    where the person has agreed that this employer may be told. `every` belongs to follow-up, `deadline` to
    what is done once, `until` to a measure, whose own limits its own rules know.
    """

    key: str
    kind: LineKind
    text: str
    owner: Party = Party.NAV
    towards: Towards = Towards.JOBSEEKER
    topic: Topic | None = None
    instrument: Instrument | None = None
    goal: GoalKind | None = None
    responsible: str = ""
    nav_unit: NavUnit | None = None
    every: SupportFrequency | None = None
    from_day: date | None = None
    until: date | None = None
    deadline: date | None = None


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody by name, and how to reach them."""

    name: str
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class EmployerNamed:
    """The business that is a party, and who answers for it."""

    name: str
    organisation_number: str
    contact: Reached


@dataclass(frozen=True, slots=True)
class Content:
    """All that is signed. `contact` is the fixed contact person in NAV; without an employer two sign."""

    office: str
    jobseeker: Reached
    contact: Reached | None
    employer: EmployerNamed | None
    lines: tuple[Line, ...]
    review_on: date | None

    @property
    def has_employer(self) -> bool:
        """Whether an employer is a party."""
        return self.employer is not None

    def of(self, kind: LineKind) -> tuple[Line, ...]:
        """The lines of one kind, in their order."""
        return tuple(each for each in self.lines if each.kind is kind)


def common_lines(lines: Iterable[Line], tellable: frozenset[Topic] | None) -> tuple[Line, ...]:
    """The lines of the text that all parties sign. `tellable` is None where no employer is a party."""
    return tuple(each for each in lines if _is_common(each, tellable))


def left_out(lines: Iterable[Line], tellable: frozenset[Topic] | None) -> tuple[Line, ...]:
    """The lines that stay between the jobseeker and NAV, because the employer may not be told."""
    return tuple(each for each in lines if not _is_common(each, tellable))


def _is_common(line: Line, tellable: frozenset[Topic] | None) -> bool:
    return tellable is None or line.topic is None or line.topic in tellable
