"""The parties of the agreement, and who in NAV answers for a promise (A-01, A-04)."""

from enum import StrEnum


class Party(StrEnum):
    """Who promises, signs and is promised. The values are stable."""

    JOBSEEKER = "jobseeker"
    EMPLOYER = "employer"
    NAV = "nav"


OUTSIDE = (Party.JOBSEEKER, Party.EMPLOYER)
"""Those who sign before NAV, in any order."""


class Towards(StrEnum):
    """Whom a promise is made to."""

    JOBSEEKER = "jobseeker"
    EMPLOYER = "employer"
    BOTH = "both"
    NAV = "nav"


class NavUnit(StrEnum):
    """Which part of NAV answers for a promise; the contact person coordinates them all (A-04)."""

    OFFICE = "office"
    ASSISTIVE_TECHNOLOGY = "assistive_technology"
    WORKING_LIFE = "working_life"
    OTHER = "other"


def parties_of(*, has_employer: bool) -> tuple[Party, ...]:
    """All parties, NAV last: so they sign."""
    return (*OUTSIDE, Party.NAV) if has_employer else (Party.JOBSEEKER, Party.NAV)


def ends_of(owner: Party, towards: Towards) -> frozenset[Party]:
    """Everybody whom a promise concerns: who gave it, and to whom."""
    to = set(OUTSIDE) if towards is Towards.BOTH else {Party(towards)}
    return frozenset({owner, *to})
