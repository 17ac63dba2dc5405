"""What an agreement must hold before anybody can sign it, and what it still lacks (A-04, A-13).

Told at any time, with all reasons at once.
"""

from collections.abc import Iterator
from datetime import date

from fotfeste.domain.agreements.content import Content, Line, LineKind, Reached
from fotfeste.domain.agreements.limits import AgreementLimits
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.dates import add_months
from fotfeste.domain.job_support import SupportFrequency
from fotfeste.domain.verdict import Reason, Verdict, because

_OURS = "house §agreements"
_CONTACT = "A §contact-person"
_PROMISES = "A §promises"
_PARTIES = "A §parties"
_WITH_DEADLINE = frozenset({LineKind.COMMITMENT, LineKind.ACCOMMODATION})


def missing(content: Content, assessment: Verdict, limits: AgreementLimits, *, on: date) -> Verdict:
    """Everything that is missing before the text can be signed; `assessment` is what the joint one lacks."""
    return (
        *assessment,
        *_contact_person(content),
        *_follow_up(content),
        *_promises(content),
        *_reached(content),
        *_review(content, limits, on),
    )


def advice(content: Content) -> Verdict:
    """What is better to have in it, and refuses nothing."""
    if content.of(LineKind.GOAL):
        return ()
    return (because("agreement.no-goal", "W §job-support"),)


def _contact_person(content: Content) -> Iterator[Reason]:
    if content.contact is None or not content.contact.name.strip():
        yield because("agreement.no-contact-person", _CONTACT)
    elif not _can_be_reached(content.contact):
        yield because("agreement.contact-person-unreachable", _CONTACT)


def _follow_up(content: Content) -> Iterator[Reason]:
    follow_up = [each for each in content.of(LineKind.FOLLOW_UP) if each.owner is Party.NAV]
    if not follow_up:
        yield because("agreement.no-follow-up", _PROMISES)
    for each in content.of(LineKind.FOLLOW_UP):
        if each.every is None or each.from_day is None:
            yield because("agreement.follow-up-how-often", _PROMISES, line=_named(each))


def _promises(content: Content) -> Iterator[Reason]:
    for each in content.lines:
        if each.kind is LineKind.GOAL:
            continue
        if not each.responsible.strip():
            yield because("agreement.nobody-responsible", _PROMISES, line=_named(each))
        if each.kind in _WITH_DEADLINE and each.deadline is None:
            yield because("agreement.no-deadline", _PROMISES, line=_named(each))
        if each.kind is LineKind.MEASURE and each.from_day is None:
            yield because("agreement.measure-from-when", _PROMISES, line=_named(each))
        if not content.has_employer and Party.EMPLOYER in (each.owner, each.towards):
            yield because("agreement.no-employer-yet", _PARTIES, line=_named(each))


def _reached(content: Content) -> Iterator[Reason]:
    if not _can_be_reached(content.jobseeker):
        yield because("agreement.jobseeker-unreachable", _OURS)
    if content.employer is None:
        return
    if not content.employer.organisation_number:
        yield because("agreement.no-organisation-number", _OURS)
    if not content.employer.contact.name.strip() or not _can_be_reached(content.employer.contact):
        yield because("agreement.employer-unreachable", _OURS)


def _review(content: Content, limits: AgreementLimits, on: date) -> Iterator[Reason]:
    latest = add_months(on, limits.longest_to_review_months)
    if content.review_on is None:
        yield because("agreement.no-review-day", "A §duration")
    elif content.review_on < on:
        yield because("agreement.review-day-over", _OURS, day=content.review_on)
    elif content.review_on > latest:
        yield because("agreement.review-too-late", _OURS, latest=latest)


def _can_be_reached(somebody: Reached) -> bool:
    return bool(somebody.phone.strip() or somebody.email.strip())


def _named(line: Line) -> str:
    """The beginning of a line, so that one finds it."""
    words = " ".join(line.text.split())
    longest = 40
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def is_regular(every: SupportFrequency | None) -> bool:
    """Whether follow-up comes by itself, and not only when somebody asks."""
    return every is not None and every is not SupportFrequency.WHEN_NEEDED
