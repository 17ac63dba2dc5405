"""When active job search waits: worsening, a stay in hospital, and how contact and hope are kept (I §7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fotfeste.domain.day_limits import can_be_agreed, has_happened, in_order
from fotfeste.domain.verdict import Verdict, because


class HoldReason(StrEnum):
    """Why active search waits. What lies behind it is said in words, for those who may read them."""

    WORSENING = "worsening"
    ADMISSION = "admission"
    OTHER_ILLNESS = "other_illness"
    LIFE = "life"
    OWN_WISH = "own_wish"
    OTHER = "other"


class HoldWay(StrEnum):
    """How contact is kept while search waits."""

    PHONE = "phone"
    MESSAGE = "message"
    VISIT = "visit"
    WALK = "walk"
    THROUGH_OTHERS = "through_others"


@dataclass(frozen=True, slots=True)
class Hold:
    """Active search waits from `began_on` until it is taken up again, on `ended_on`; None while it lasts."""

    began_on: date
    contact_every_weeks: int
    look_again_on: date
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class HospitalStay:
    """A stay in hospital: a fact inside a stage of the course, not a stage. None while it lasts."""

    admitted_on: date
    left_on: date | None = None


def may_begin(hold: Hold, earlier: Iterable[Hold], *, on: date, referred_on: date | None = None) -> Verdict:
    """Why search cannot be put on hold like this: two at once, or days that cannot be right."""
    before = tuple(earlier)
    if any(each.ended_on is None for each in before):
        return (because("hold.already-going-on", "house §holds"),)
    until = max((each.ended_on for each in before if each.ended_on is not None), default=date.min)
    overlaps = (
        (because("hold.overlaps-earlier", "house §holds", until=until),) if hold.began_on < until else ()
    )
    return (
        *has_happened(hold.began_on, on=on, referred_on=referred_on),
        *overlaps,
        *can_be_agreed(hold.look_again_on, on=on),
    )


def may_end(hold: Hold | None, ended_on: date, *, on: date) -> Verdict:
    """Why search cannot be taken up again that day."""
    if hold is None:
        return (because("hold.none-now", "house §holds"),)
    return (*has_happened(ended_on, on=on), *in_order(hold.began_on, ended_on))


def may_be_admitted(
    admitted_on: date, earlier: Iterable[HospitalStay], *, on: date, referred_on: date | None = None
) -> Verdict:
    """Why a stay in hospital cannot begin that day."""
    before = tuple(earlier)
    if any(each.left_on is None for each in before):
        return (because("hospital.already-admitted", "house §holds"),)
    until = max((each.left_on for each in before if each.left_on is not None), default=date.min)
    overlaps = (
        (because("hospital.overlaps-earlier", "house §holds", until=until),) if admitted_on < until else ()
    )
    return (*has_happened(admitted_on, on=on, referred_on=referred_on), *overlaps)


def may_leave(stay: HospitalStay | None, left_on: date, *, on: date) -> Verdict:
    """Why a stay in hospital cannot end that day."""
    if stay is None:
        return (because("hospital.not-admitted", "house §holds"),)
    return (*has_happened(left_on, on=on), *in_order(stay.admitted_on, left_on))


def next_contact_by(hold: Hold, contacts: Iterable[date]) -> date:
    """The day by which to be in touch again: as often as agreed, from the last contact in the hold."""
    last = max((day for day in contacts if day >= hold.began_on), default=hold.began_on)
    return last + timedelta(weeks=hold.contact_every_weeks)
