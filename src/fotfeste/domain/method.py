"""The method a course follows: IPS, or Supported Employment without a clinician (W-10, W-11)."""

from enum import StrEnum

from fotfeste.domain.verdict import Verdict, because

_SOURCE = "house §method"


class Method(StrEnum):
    """How the person is followed towards work and in work."""

    IPS = "ips"
    SUPPORTED_EMPLOYMENT = "supported_employment"


def asks_clinician(method: Method) -> bool:
    """Whether the course asks for a clinician at all: Supported Employment runs without one."""
    return method is Method.IPS


def asks_employer(method: Method) -> bool:
    """Whether it is asked by itself what the employer of a job needs. With IPS one is free to ask."""
    return method is Method.SUPPORTED_EMPLOYMENT


def may_be_chosen(now: Method, chosen: Method, *, reason: str) -> Verdict:
    """Why the method of a course that goes on cannot be changed like this."""
    if chosen is now:
        return (because("method.as-it-is", _SOURCE),)
    return () if reason.strip() else (because("method.say-why", _SOURCE),)
