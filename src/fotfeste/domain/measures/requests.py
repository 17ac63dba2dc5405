"""How a request for a measure comes in, and where it stands. The status is derived from what has happened."""

from dataclasses import dataclass
from enum import StrEnum

from fotfeste.domain.verdict import Reason, Verdict, because

_OURS = "house §measures"


class RequestChannel(StrEnum):
    """How it came. The values are stable."""

    PUBLIC_FORM = "public_form"
    OWN_LOG_IN = "own_log_in"
    TAKEN_BY_OFFICE = "taken_by_office"
    PROPOSED_BY_NAV = "proposed_by_nav"


class RequestAnswer(StrEnum):
    """What was answered. The values are stable."""

    TAKEN_UP = "taken_up"
    NOT_TAKEN_UP = "not_taken_up"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class RequestStatus(StrEnum):
    """Where it stands. The values are stable."""

    WAITS = "waits"
    SEEN = "seen"
    WAITS_FOR_PERSON = "waits_for_person"
    TAKEN_UP = "taken_up"
    NOT_TAKEN_UP = "not_taken_up"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """What has happened with a request. `is_linked`: the office has found whom it is about."""

    channel: RequestChannel
    answer: RequestAnswer | None = None
    is_seen: bool = False
    is_linked: bool = False


_BY_THE_PERSON = frozenset({RequestAnswer.ACCEPTED, RequestAnswer.DECLINED})


def status_of(facts: RequestFacts) -> RequestStatus:
    """Where it stands."""
    if facts.answer in {RequestAnswer.TAKEN_UP, RequestAnswer.ACCEPTED}:
        return RequestStatus.TAKEN_UP
    if facts.answer is not None:
        return RequestStatus(facts.answer.value)
    if facts.channel is RequestChannel.PROPOSED_BY_NAV:
        return RequestStatus.WAITS_FOR_PERSON
    return RequestStatus.SEEN if facts.is_seen else RequestStatus.WAITS


def may_be_answered_so(facts: RequestFacts, answer: RequestAnswer, *, has_words: bool) -> Verdict:
    """Why it cannot be answered so."""
    return tuple(_against(facts, answer, has_words=has_words))


def _against(facts: RequestFacts, answer: RequestAnswer, *, has_words: bool) -> tuple[Reason, ...]:
    is_proposal = facts.channel is RequestChannel.PROPOSED_BY_NAV
    found = []
    if facts.answer is not None:
        found.append(because("measure-request.answered-already", _OURS))
    if is_proposal != (answer in _BY_THE_PERSON) and answer is not RequestAnswer.WITHDRAWN:
        found.append(because("measure-request.not-such-an-answer", _OURS))
    if answer is RequestAnswer.TAKEN_UP and not facts.is_linked:
        found.append(because("measure-request.not-linked", _OURS))
    if answer is RequestAnswer.NOT_TAKEN_UP and not has_words:
        found.append(because("measure-request.say-why", _OURS))
    return tuple(found)
