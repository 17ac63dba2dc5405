"""How somebody comes to IPS: the referral, and whether it was taken on (I §4.1, §7; RL4285)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.permissions import Protection
from fotfeste.domain.verdict import Reason, Verdict, because


class TreatmentRelation(StrEnum):
    """How the person stands to treatment when they are referred."""

    CURRENT = "current"
    ENDING = "ending"
    NONE = "none"
    UNKNOWN = "unknown"


class ReferralAnswer(StrEnum):
    """What the team has answered. Waiting is no end: it is answered again."""

    ACCEPTED = "accepted"
    WAITING = "waiting"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Referral:
    """A referral to IPS.

    `referred_on` is None where the day is not known: then nothing is counted from it.
    `is_accepted` says whether a team has taken the person on.
    """

    referred_on: date | None = None
    is_accepted: bool = True


@dataclass(frozen=True, slots=True)
class NewReferral:
    """A referral about to be sent. The wish to work is the only thing asked for before IPS can help."""

    wishes_to_work: bool
    is_to_a_team: bool
    referred_on: date
    talk_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """What an answer rests on. `is_followed`: a course of support is going on already.

    `is_colleague` and `may_follow` are about the specialist who is to follow the person.
    """

    answer: ReferralAnswer
    is_open: bool = True
    is_followed: bool = False
    is_colleague: bool = True
    may_follow: bool = True
    has_reason: bool = False
    has_offer: bool = False


def may_be_sent(new: NewReferral, *, on: date) -> Verdict:
    """Every reason why this referral cannot be sent."""
    return tuple(_not_sent(new, on))


def who_reads_it(protection: Protection, *, is_anybody_cleared: bool, team: str, call: str) -> Verdict:
    """Why nobody in the team reads it yet: none is cleared for a grade of protection, or for not knowing it.

    Follows from what the referrer wrote alone: from the answer one learns nothing of what is kept.
    """
    if protection is Protection.NONE or is_anybody_cleared:
        return ()
    if protection is Protection.UNKNOWN:
        return (because("referral.nobody-reads-unknown", "house §referral", team=team, call=call),)
    return (because("referral.nobody-reads-protected", "house §referral", team=team, call=call),)


def may_be_answered(facts: ReferralFacts) -> Verdict:
    """Every reason why it cannot be answered like this."""
    if not facts.is_open:
        return (because("referral.answered-already", "house §referral"),)
    return tuple(_not_accepted(facts) if facts.answer is ReferralAnswer.ACCEPTED else _not_said(facts))


def _not_sent(new: NewReferral, on: date) -> Iterator[Reason]:
    if not new.wishes_to_work:
        yield because("referral.no-wish-to-work", "principles")
    if not new.is_to_a_team:
        yield because("referral.no-such-team", "house §referral")
    yield from has_happened(new.referred_on, on=on)
    if new.talk_on is not None and new.talk_on > on:
        yield because("referral.talk-lies-ahead", "I §4.1", day=new.talk_on)


def _not_accepted(facts: ReferralFacts) -> Iterator[Reason]:
    if facts.is_followed:
        yield because("referral.followed-already", "I §7")
    if not facts.is_colleague:
        yield because("referral.not-a-specialist-here", "house §referral")
    elif not facts.may_follow:
        yield because("referral.cannot-follow", "house §one-door")


def _not_said(facts: ReferralFacts) -> Iterator[Reason]:
    if not facts.has_reason:
        yield because("referral.say-why", "house §referral")
    if facts.answer is ReferralAnswer.REFUSED and not facts.has_offer:
        yield because("referral.say-what-else", "I §4.1")
