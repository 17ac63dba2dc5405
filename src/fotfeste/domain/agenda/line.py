"""One line of the agenda: what is next, by when, and why."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fotfeste.domain.verdict import Verdict


class LineState(StrEnum):
    """How pressing a line is. OPEN has no day; WAITING has nothing to do before a day that is known."""

    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this_week"
    LATER = "later"
    OPEN = "open"
    WAITING = "waiting"


class Act(StrEnum):
    """The act that answers a line."""

    ANSWER_REFERRAL = "answer-referral"
    PLAN_MEETING = "plan-meeting"
    LOG_MEETING = "log-meeting"
    LOG_APPOINTMENT = "log-appointment"
    HOLD_INFORMATION_TALK = "hold-information-talk"
    RECORD_DELAY_CAUSE = "record-delay-cause"
    REFLECT = "reflect"
    MAKE_CONTINGENCY_PLAN = "make-contingency-plan"
    FOLLOW_PLAN = "follow-plan"
    GO_THROUGH_START_UP = "go-through-start-up"
    SUM_UP_START_UP = "sum-up-start-up"
    CONFIRM_STATEMENTS = "confirm-statements"
    RECORD_CONSENT = "record-consent"
    EXPLAIN_CONSEQUENCES = "explain-consequences"
    ARCHIVE_CONSENT = "archive-consent"
    ARCHIVE_WITHDRAWAL = "archive-withdrawal"
    RECORD_REGISTRATION = "record-registration"
    CONFIRM_NAV_TIES = "confirm-nav-ties"
    START_PROFILE = "start-profile"
    REVIEW_PROFILE = "review-profile"
    SEE_PROFILE_COMMENT = "see-profile-comment"
    UPDATE_PROFILE = "update-profile"
    AGREE_DISCLOSURE = "agree-disclosure"
    TALK_DISCLOSURE_THROUGH = "talk-disclosure-through"
    LOG_AGREED_CONTACT = "log-agreed-contact"
    SEE_DISCLOSURE_CHANGE = "see-disclosure-change"
    SEE_STOPPED_TEXT = "see-stopped-text"
    CARRY_TO_JOURNAL = "carry-to-journal"
    WRITE_JOB_PLAN = "job-plan"
    AGREE_HELP = "agree-help"
    CONSIDER_JOB_SUPPORT = "consider-job-support"
    ASK_EMPLOYER_NEEDS = "employer-needs"
    WRITE_SUPPORT_PLAN = "support-plan"
    EXTEND_SUPPORT_PLAN = "extend-support-plan"
    FINISH_ACTIVITY = "finish-activity"
    LOG_EMPLOYER_CONTACT = "log-employer-contact"
    ASK_FOR_WISH = "lead-wanted"
    LOG_ANSWER = "log-application-answer"
    PREPARE_INTERVIEW = "prepare-interview"
    LOG_INTERVIEW = "log-interview"
    TAKE_NEXT_STEP = "take-next-step"
    LOG_CONTACT = "log-contact"
    CLEAR_UP = "clear-up"
    ANSWER_REMARK = "answer-remark"
    SEE_HANDOVER = "see-handover"
    DISCHARGE = "discharge"
    HOLD_SEARCH = "hold-search"
    KEEP_CONTACT = "keep-contact"
    LOOK_AT_HOLD = "look-at-hold"
    SETTLE_MONEY_PROBLEM = "settle-money-problem"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is next for one jobseeker.

    `why[0]` has the line's own code and the data for its texts; further reasons say more.
    `about` tells lines of the same code apart (an employer's key), else it is empty.
    `ask_again_at` is the next day on which the answer can change without a new fact, None if none.
    """

    code: str
    due: date | None
    state: LineState
    why: Verdict
    act: Act
    ask_again_at: date | None
    for_role: str
    about: str = ""


_RANK = {
    LineState.OVERDUE: 0,
    LineState.TODAY: 1,
    LineState.THIS_WEEK: 2,
    LineState.LATER: 3,
    LineState.OPEN: 4,
    LineState.WAITING: 5,
}

_FIRST_AMONG_OPEN = (
    "problem.no-plan",
    "problem.follow-plan",
    "referral.answer",
    "startup.hold-first-meeting-soon",
    "consent.participation-refused",
    "consent.ask",
    "consent.talk-about-consequences",
    "startup.information-talk-first",
    "startup.points-left",
    "startup.plan-for-problems",
    "disclosure.agree",
    "import.confirm",
)
"""Lines without a day, those first that hold others up. The rest follow by code."""

_PLACE = {code: place for place, code in enumerate(_FIRST_AMONG_OPEN)}


def sort_key(line: Line) -> tuple[int, date, int, str, str]:
    """Overdue first, oldest first; then what has a day; then what is open; last what only waits."""
    place = _PLACE.get(line.code, len(_PLACE))
    return (_RANK[line.state], line.due or date.max, place, line.code, line.about)


def state_of(due: date | None, *, on: date, coming_days: int) -> LineState:
    """How pressing something is that is due that day; OPEN where there is no day."""
    if due is None:
        return LineState.OPEN
    if due < on:
        return LineState.OVERDUE
    if due == on:
        return LineState.TODAY
    return LineState.THIS_WEEK if (due - on).days <= coming_days else LineState.LATER


def turning_days(due: date | None, coming_days: int) -> tuple[date, ...]:
    """The days on which `state_of` changes."""
    if due is None:
        return ()
    return (due - timedelta(days=coming_days), due, due + timedelta(days=1))
