"""Lines of the first weeks (I §3, §4.1): the first meeting, and what belongs to the start-up."""

from collections.abc import Iterator
from datetime import date

from fotfeste.domain.agenda.asked import Asked, line
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.course import CourseStage
from fotfeste.domain.permissions import Role
from fotfeste.domain.start_up_points import points_left
from fotfeste.domain.startup import clinician_was_absent, first_meeting_by
from fotfeste.domain.verdict import Reason, because

_BEFORE_A_JOB = (CourseStage.START_UP, CourseStage.JOB_SEARCH)


def lines(asked: Asked) -> Iterator[Line]:
    """The lines of the start-up."""
    yield from _first_meeting(asked)
    yield from _next_meeting(asked)
    yield from _information_talk(asked)
    yield from _cause_of_delay(asked)
    yield from _clinician(asked)
    yield from _contingency_plan(asked)
    yield from _points_left(asked)
    yield from _summing_up(asked)


def referral_line(asked: Asked) -> Line:
    """A referral that nobody has taken on yet (I §8: referral RL4285). The days to the first meeting run."""
    why = [because("referral.answer", "I §4.1"), *_wanted_by(asked)]
    return line(asked, why, Act.ANSWER_REFERRAL, role=Role.IPS_SUPERVISOR)


def _wanted_by(asked: Asked) -> Iterator[Reason]:
    by = _deadline(asked)
    if by is not None:
        yield because("referral.first-meeting-wanted-by", "I §4.1", by=by)


def _deadline(asked: Asked) -> date | None:
    referred_on = asked.facts.referral.referred_on
    return None if referred_on is None else first_meeting_by(referred_on, asked.rules.start_up)


def _first_meeting(asked: Asked) -> Iterator[Line]:
    """I-4.1a: a joint meeting as soon as possible after the referral, preferably within the days advised."""
    if asked.stage is not CourseStage.REFERRED:
        return
    planned = asked.facts.start_up.planned_on
    if planned is None:
        yield _hold_first_meeting(asked)
    elif planned >= asked.on:
        why = [because("startup.first-meeting-planned", "I §4.1", planned_on=planned)]
        why += [*_late(asked, planned), *_talk_first(asked)]
        yield line(asked, why, Act.LOG_MEETING, due=planned)
    else:
        why = [because("startup.first-meeting-not-logged", "I §4.1", planned_on=planned)]
        yield line(asked, why, Act.LOG_MEETING, due=planned)


def _next_meeting(asked: Asked) -> Iterator[Line]:
    """I-3.1: the start-up takes up to five meetings; one that is agreed is told of, then asked about."""
    planned = asked.facts.start_up.planned_on
    if asked.stage is not CourseStage.START_UP or planned is None:
        return
    if planned >= asked.on:
        why = because("startup.next-meeting-planned", "I §3", planned_on=planned)
    else:
        why = because("startup.next-meeting-not-logged", "house §meetings", planned_on=planned)
    yield line(asked, [why], Act.LOG_MEETING, due=planned)


def _hold_first_meeting(asked: Asked) -> Line:
    referred_on, due = asked.facts.referral.referred_on, _deadline(asked)
    if referred_on is None:
        why = [because("startup.hold-first-meeting-soon", "I §4.1")]
    else:
        days = asked.rules.start_up.first_meeting_days
        why = [because("startup.hold-first-meeting", "I §4.1", referred_on=referred_on, days=days)]
    if asked.was_brought_in:
        why.append(because("startup.meeting-not-in-list", "house §imported-statements"))
    return line(asked, [*why, *_talk_first(asked)], Act.PLAN_MEETING, due=due)


def _late(asked: Asked, day: date) -> Iterator[Reason]:
    by = _deadline(asked)
    if by is not None and day > by:
        yield because("startup.later-than-advised", "I §4.1", by=by)


def _talk_first(asked: Asked) -> Iterator[Reason]:
    if asked.facts.start_up.information_talk_held is False:
        yield because("startup.information-talk-on-agenda", "I §4.1")


def _information_talk(asked: Asked) -> Iterator[Line]:
    """I-4.1b: no information talk was held at referral, so it comes first in the start-up."""
    if asked.stage is CourseStage.START_UP and asked.facts.start_up.information_talk_held is False:
        yield line(asked, [because("startup.information-talk-first", "I §4.1")], Act.HOLD_INFORMATION_TALK)


def _cause_of_delay(asked: Asked) -> Iterator[Line]:
    """I-4.1a: the delay is measured and its cause recorded. Not asked of what a list tells of the past."""
    first, by = asked.first_meeting_on, _deadline(asked)
    if asked.stage not in _BEFORE_A_JOB or first is None or by is None or first <= by:
        return
    if asked.facts.start_up.has_delay_cause or not asked.is_known_time(first):
        return
    why = [because("startup.cause-of-delay", "I §4.1", held_on=first, by=by)]
    yield line(asked, why, Act.RECORD_DELAY_CAUSE)


def _clinician(asked: Asked) -> Iterator[Line]:
    """I-3.1: the clinician should be at one of the first meetings; later it is something to reflect on."""
    start_up, first = asked.facts.start_up, asked.first_meeting_on
    if first is None or not clinician_was_absent(start_up, asked.rules.start_up):
        return
    if asked.stage is CourseStage.START_UP:
        yield line(asked, [because("startup.invite-clinician", "I §3")], Act.PLAN_MEETING)
    elif asked.stage is CourseStage.JOB_SEARCH and asked.is_known_time(first):
        why = because("startup.clinician-never-there", "I §3")
        if why.code not in start_up.reflected_on:
            yield line(asked, [why], Act.REFLECT)


def _contingency_plan(asked: Asked) -> Iterator[Line]:
    """I-4.1e: there is always a plan for problems that can arise. A list does not tell of an earlier one."""
    if asked.facts.start_up.contingency_plan_on is not None or asked.stage not in _BEFORE_A_JOB:
        return
    first = asked.first_meeting_on
    if not asked.was_brought_in or (first is not None and asked.is_known_time(first)):
        yield line(asked, [because("startup.plan-for-problems", "I §4.1")], Act.MAKE_CONTINGENCY_PLAN)


def _points_left(asked: Asked) -> Iterator[Line]:
    """I-4.1c: what the start-up goes through, carried over until it is done. Not asked of a list's past."""
    first = asked.first_meeting_on
    if asked.stage is not CourseStage.START_UP or first is None or not asked.is_known_time(first):
        return
    if left := points_left(asked.facts.start_up):
        why = because("startup.points-left", "I §4.1", left=len(left))
        yield line(asked, [why], Act.GO_THROUGH_START_UP)


def _summing_up(asked: Asked) -> Iterator[Line]:
    """I-3.1, I-4.1g: after the most meetings advised, record the answer made together."""
    held, most = len(asked.facts.start_up.meetings), asked.rules.start_up.most_meetings
    if asked.stage is CourseStage.START_UP and held >= most:
        why = [because("startup.sum-up", "I §3", held=held, most=most)]
        yield line(asked, why, Act.SUM_UP_START_UP)
