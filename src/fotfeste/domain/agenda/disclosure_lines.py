"""Lines of disclosure: a stand taken, confirmed, gone through again, clarified per employer (I §4.3)."""

from collections.abc import Iterator

from fotfeste.domain.agenda.asked import Asked, come_back, line
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.course import CourseStage
from fotfeste.domain.disclosure import (
    DisclosureStatement,
    EmployerMeeting,
    Stand,
    newest,
    not_clarified_for,
    review_by,
)
from fotfeste.domain.verdict import Reason, because


def lines(asked: Asked) -> Iterator[Line]:
    """The general stand, each employer's, and the meetings that come."""
    yield from _general(asked, newest(asked.facts.disclosures, None))
    yield from _reviews(asked)
    for meeting in _next_meetings(asked).values():
        yield from _before_meeting(asked, meeting)


def to_confirm(asked: Asked) -> Iterator[Reason]:
    """What a list says may be told, unconfirmed: nothing is composed from it until it is confirmed."""
    said = newest(asked.facts.disclosures, None)
    if said is not None and _is_from_list_unconfirmed(said) and said.stand is not Stand.UNCLEAR:
        yield because("disclosure.confirm", "I §4.3")


def is_open(asked: Asked) -> bool:
    """Whether the person has not taken a stand."""
    said = newest(asked.facts.disclosures, None)
    return said is None or said.stand is Stand.UNCLEAR


def _general(asked: Asked, said: DisclosureStatement | None) -> Iterator[Line]:
    """I-4.3a: pros and cons are talked through, and the person takes an explicit stand."""
    if is_open(asked):
        if not asked.was_brought_in and asked.stage is not CourseStage.REFERRED:
            why = [because("disclosure.agree", "I §4.3"), *come_back(asked)]
            yield line(asked, why, Act.AGREE_DISCLOSURE)
    elif said is not None and not said.is_confirmed and not said.is_brought_in:
        yield line(asked, [because("disclosure.confirm", "I §4.3")], Act.AGREE_DISCLOSURE)
    elif said is not None and said.topics and asked.facts.is_disclosure_talked_through is False:
        yield line(asked, [because("disclosure.talk-through", "I §4.3")], Act.TALK_DISCLOSURE_THROUGH)


def _reviews(asked: Asked) -> Iterator[Line]:
    """I-4.3b: what was agreed is kept up regularly, as long as the person is in IPS."""
    for employer in dict.fromkeys(each.employer for each in asked.facts.disclosures):
        said = newest(asked.facts.disclosures, employer)
        if said is None or not said.is_confirmed or said.stand is Stand.UNCLEAR:
            continue
        if employer is None:
            yield _review_in_general(asked, said)
        elif said.review_on is not None:
            yield _review_for_employer(asked, said, employer)


def _review_in_general(asked: Asked, said: DisclosureStatement) -> Line:
    why = because("disclosure.review", "I §4.3", stated_on=said.stated_on)
    due = review_by(said, asked.rules.disclosure)
    return line(asked, [why], Act.AGREE_DISCLOSURE, due=due)


def _review_for_employer(asked: Asked, said: DisclosureStatement, employer: str) -> Line:
    name = said.employer_name
    why = because("disclosure.review-for-employer", "I §4.3", stated_on=said.stated_on, employer=name)
    due = review_by(said, asked.rules.disclosure)
    return line(asked, [why], Act.AGREE_DISCLOSURE, due=due, about=employer)


def _next_meetings(asked: Asked) -> dict[str, EmployerMeeting]:
    """The next meeting with each employer, by the employer's key."""
    found: dict[str, EmployerMeeting] = {}
    for meeting in sorted(asked.facts.employer_meetings, key=lambda each: each.on):
        if meeting.on >= asked.on:
            found.setdefault(meeting.employer, meeting)
    return found


def _before_meeting(asked: Asked, meeting: EmployerMeeting) -> Iterator[Line]:
    """I-4.3c: ahead of every meeting with a new employer; a general stand is no answer for that employer."""
    missing = not_clarified_for(meeting.employer, asked.facts.disclosures)
    if not missing:
        return
    name = meeting.employer_name
    why = because("disclosure.before-meeting", "I §4.3", employer=name, meeting_on=meeting.on)
    yield line(asked, [why, *missing], Act.AGREE_DISCLOSURE, due=meeting.on, about=meeting.employer)


def _is_from_list_unconfirmed(said: DisclosureStatement) -> bool:
    return said.is_brought_in and not said.is_confirmed
