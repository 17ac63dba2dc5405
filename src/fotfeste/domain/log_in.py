"""The jobseeker's own log-in: when it may be given, and when a new link to a password may be shown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from fotfeste.domain.verdict import Reason, Verdict, because

_OURS = "house §log-in"
_DIGITS_OF_A_NUMBER = re.compile(r"\d{11}")


class KnownBy(StrEnum):
    """How the specialist knew that it was the right person."""

    DOCUMENT = "document"
    MEETINGS = "meetings"


class AddressOutcome(StrEnum):
    """What became of another address that was asked for."""

    DROPPED = "dropped"
    REPLACED = "replaced"
    STOPPED = "stopped"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class LogInLimits:
    """How many days another address for a log-in in use waits, so that its owner can stop it."""

    new_address_waits_days: int


@dataclass(frozen=True, slots=True)
class LogInAsked:
    """A log-in that somebody wants to give to a jobseeker."""

    user_name: str
    has_one: bool


@dataclass(frozen=True, slots=True)
class LinkAsked:
    """A new link to a password. `has_been_used`: somebody has logged in here before. `is_known`: the address
    is the one that the log-in has."""

    has_address: bool
    has_been_used: bool
    is_known: bool = True


def may_be_given(asked: LogInAsked) -> Verdict:
    """Whether the log-in may be given: there is one for each, and its name tells nothing."""
    return tuple(_against_giving(asked))


def may_have_link(asked: LinkAsked) -> Verdict:
    """Whether there may be a new link. One that opens a log-in in use goes to its owner's address alone."""
    if asked.has_been_used and not asked.has_address:
        return (because("log-in.only-by-mail", _OURS),)
    return ()


def must_wait(asked: LinkAsked) -> bool:
    """Whether the link waits: no one person moves a log-in in use to an address they typed, in silence."""
    return asked.has_address and asked.has_been_used and not asked.is_known


def _against_giving(asked: LogInAsked) -> Iterator[Reason]:
    if asked.has_one:
        yield because("log-in.has-one", _OURS)
    if _DIGITS_OF_A_NUMBER.search("".join(filter(str.isalnum, asked.user_name))):
        yield because("log-in.number-as-name", _OURS)
