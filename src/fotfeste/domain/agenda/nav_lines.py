"""Lines of registration with NAV (I §5, §5.1)."""

from collections.abc import Iterator

from fotfeste.domain.agenda.asked import Asked, line
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.consent import Reply
from fotfeste.domain.course import CourseStage
from fotfeste.domain.verdict import Reason, because


def lines(asked: Asked) -> Iterator[Line]:
    """Registered as jobseeker with NAV: it takes that to get NAV's help."""
    said = asked.facts.nav_registration
    if from_referral := list(_from_referral(asked)):
        why = because("nav.confirm-from-referral", "house §referral", count=len(from_referral))
        yield line(asked, [why, *from_referral], Act.CONFIRM_NAV_TIES)
    elif said is not None and said.reply is Reply.NO:
        yield line(asked, [_register(asked)], Act.RECORD_REGISTRATION)
    elif is_open(asked) and not asked.was_brought_in and asked.stage is not CourseStage.REFERRED:
        yield line(asked, [because("nav.ask-registration", "I §5.1")], Act.RECORD_REGISTRATION)


def to_confirm(asked: Asked) -> Iterator[Reason]:
    """What a list says of registration and nobody has confirmed."""
    said = asked.facts.nav_registration
    if said is not None and said.is_brought_in and not said.is_confirmed and said.reply is Reply.YES:
        yield because("nav.confirm-registration", "I §5.1")


def _from_referral(asked: Asked) -> Iterator[Reason]:
    """What the referral said of NAV and nobody has confirmed: gone through once the person has been met."""
    if asked.stage is CourseStage.REFERRED:
        return
    said = asked.facts.nav_registration
    if said is not None and said.is_from_referral and said.reply is not Reply.UNCLEAR:
        yield because("nav.confirm-told-registration", "I §5.1")
    if asked.facts.is_benefit_from_referral:
        yield because("nav.confirm-benefit", "I §5")


def is_open(asked: Asked) -> bool:
    """Whether nobody has said if the person is registered."""
    said = asked.facts.nav_registration
    return said is None or said.reply is Reply.UNCLEAR


def _register(asked: Asked) -> Reason:
    """I-5.1: help to register. I-5.0b: with disability benefit it opens for mentor and wage subsidy."""
    if asked.facts.has_disability_benefit:
        return because("nav.disability-benefit-register", "I §5")
    return because("nav.register-as-jobseeker", "I §5.1")
