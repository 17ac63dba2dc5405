"""What the parties are told of, who is told, and what also goes out on paper (A-04, A-10)."""

from enum import StrEnum

from fotfeste.domain.agreements.parties import Party


class NoticeCode(StrEnum):
    """What happened. The values are stable."""

    LAID_OUT = "laid_out"
    TAKEN_BACK = "taken_back"
    CONCLUDED = "concluded"
    AMENDED = "amended"
    CONTACT_NAMED = "contact_named"
    CONTACT_CHANGED = "contact_changed"
    RUNS_OUT_SOON = "runs_out_soon"
    RUNS_OUT_NOW = "runs_out_now"
    LAPSED = "lapsed"
    REVIEW_ASKED = "review_asked"
    REVIEW_DUE = "review_due"
    REVIEWED = "reviewed"
    END_ASKED = "end_asked"
    END_ANSWERED = "end_answered"
    ENDED = "ended"
    PROMISE_DUE = "promise_due"
    PROMISE_LATE = "promise_late"
    PROMISE_BROKEN = "promise_broken"
    QUESTION_ASKED = "question_asked"
    QUESTION_ANSWERED = "question_answered"
    PLAN_SENT = "plan_sent"


EVERYBODY = frozenset(Party)
_FOR_NAV = frozenset({Party.NAV})
_TOLD = {
    NoticeCode.CONTACT_NAMED: _FOR_NAV,
    NoticeCode.END_ASKED: _FOR_NAV,
    NoticeCode.QUESTION_ASKED: _FOR_NAV,
    NoticeCode.PLAN_SENT: _FOR_NAV,
}
_NOT_ON_PAPER = frozenset({NoticeCode.RUNS_OUT_NOW, NoticeCode.TAKEN_BACK, NoticeCode.PROMISE_DUE})


def told_of(code: NoticeCode) -> frozenset[Party]:
    """The parties that are told. Whoever did it is not told of it."""
    return _TOLD.get(code, EVERYBODY)


def is_on_paper(code: NoticeCode) -> bool:
    """Whether a party who is not digital gets a letter: not for what is over before the letter arrives."""
    return told_of(code) == EVERYBODY and code not in _NOT_ON_PAPER
