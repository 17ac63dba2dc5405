"""Disclosure: what may be told to employers. The person's own stand, dated, and per employer (I §4.3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.dates import add_months
from fotfeste.domain.disclosure_topics import Topic, TopicAnswer, TopicStand, opens_anything
from fotfeste.domain.verdict import Verdict, because


class Stand(StrEnum):
    """How much may be told."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class DisclosureRhythm:
    """How long a stand is left before it is gone through again, where no day was agreed."""

    review_months: int


@dataclass(frozen=True, slots=True)
class DisclosureStatement:
    """The person's stand on one day. `employer` is None for the general stand, else the employer's key.

    The general stand is a proposal, never an answer for an employer (I-4.3c). `topics` are the answers to
    single topics; one that is not among them is not answered.
    """

    stand: Stand
    stated_on: date
    employer: str | None = None
    employer_name: str = ""
    review_on: date | None = None
    is_confirmed: bool = True
    is_brought_in: bool = False
    topics: tuple[TopicStand, ...] = ()

    def answer_to(self, topic: Topic) -> TopicStand | None:
        """What was answered to one topic; None when it was not answered."""
        return next((each for each in self.topics if each.topic is topic), None)


@dataclass(frozen=True, slots=True)
class EmployerMeeting:
    """A meeting or another contact agreed with an employer. `employer` is a key, `employer_name` is shown.

    `contact` is the contact's own key, empty where only the day is known. `is_changed_since` says that the
    person has changed what may be told after it was planned.
    """

    employer: str
    employer_name: str
    on: date
    contact: str = ""
    is_changed_since: bool = False


def newest(statements: Iterable[DisclosureStatement], employer: str | None) -> DisclosureStatement | None:
    """The stand that counts for this employer (None: in general). Never the general one for an employer."""
    chosen = None
    for statement in statements:
        if statement.employer == employer and (chosen is None or statement.stated_on >= chosen.stated_on):
            chosen = statement
    return chosen


def review_by(statement: DisclosureStatement, rhythm: DisclosureRhythm) -> date:
    """When the stand is to be gone through again: the day agreed, else by the rhythm (I-4.3b)."""
    return statement.review_on or add_months(statement.stated_on, rhythm.review_months)


def not_clarified_for(employer: str, statements: Iterable[DisclosureStatement]) -> Verdict:
    """Why nothing may be said to this employer yet. Empty: the person has taken a stand for it (I-4.3c)."""
    said = newest(statements, employer)
    if said is None:
        return (because("disclosure.no-stand-for-employer", "I §4.3"),)
    if said.stand is Stand.UNCLEAR:
        return (because("disclosure.stand-unclear", "I §4.3", stated_on=said.stated_on),)
    if not said.is_confirmed:
        return (because("disclosure.not-confirmed", "house §imported-statements", stated_on=said.stated_on),)
    return ()


def may_tell(
    topic: Topic,
    employer: str,
    statements: Iterable[DisclosureStatement],
    *,
    on: date,
    is_asked: bool = False,
) -> Verdict:
    """Why this topic may not be told to this employer that day. Empty: it may, in the words agreed."""
    said_by_then = [each for each in statements if each.stated_on <= on]
    if missing := not_clarified_for(employer, said_by_then):
        return missing
    said = newest(said_by_then, employer)
    answered = said.answer_to(topic) if said is not None else None
    if said is None or answered is None:
        return (because("disclosure.topic-not-answered", "I §4.3"),)
    if answered.answer is TopicAnswer.NOT or said.stand is Stand.NONE:
        return (because("disclosure.topic-not-to-be-told", "I §4.3", stated_on=said.stated_on),)
    if answered.answer is TopicAnswer.IF_ASKED and not is_asked:
        return (because("disclosure.topic-only-if-asked", "I §4.3"),)
    if not answered.has_wording:
        return (because("disclosure.topic-without-wording", "I §4.3"),)
    return ()


def stand_by(topics: Iterable[TopicStand], offered: Iterable[Topic]) -> Stand:
    """How open the answers to the topics are, taken together."""
    given = tuple(topics)
    if not opens_anything(given):
        return Stand.NONE
    may = {each.topic for each in given if each.answer is TopicAnswer.MAY}
    return Stand.FULL if may >= set(offered) - {Topic.OWN} else Stand.PARTIAL
