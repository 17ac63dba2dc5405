"""Consent: what the person has said yes or no to, when, and what it opens."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.permissions import ConsentScope
from fotfeste.domain.verdict import Verdict, because


class Reply(StrEnum):
    """What was answered. Nothing said at all is no statement, not a reply."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class Given(StrEnum):
    """How an answer came: signed on one's own log-in or the specialist's device, told, or from a list."""

    OWN_LOGIN = "own_login"
    SPECIALIST_DEVICE = "specialist_device"
    TOLD = "told"
    BROUGHT_IN = "brought_in"


class Identified(StrEnum):
    """How the one who signed was known: the log-in itself, the password again, or the specialist vouches."""

    LOG_IN = "log_in"
    PASSWORD = "password"  # noqa: S105  # the name of a way, not a secret
    VOUCHED = "vouched"


@dataclass(frozen=True, slots=True)
class ConsentStatement:
    """What the person said about one consent, on one day. The newest one counts.

    A statement brought in from a list opens nothing until it is confirmed in the program.
    """

    scope: ConsentScope
    reply: Reply
    stated_on: date
    is_confirmed: bool = True
    is_brought_in: bool = False
    consequences_explained_on: date | None = None
    archived_on: date | None = None


@dataclass(frozen=True, slots=True)
class WithdrawnConsent:
    """A yes to contact with NAV that lies in NAV's archive and was withdrawn afterwards."""

    archived_on: date
    withdrawn_on: date
    withdrawal_archived_on: date | None = None


def newest(statements: Iterable[ConsentStatement], scope: ConsentScope) -> ConsentStatement | None:
    """The statement that counts for this consent: the newest, and of two on one day the last one given."""
    chosen = None
    for statement in statements:
        if statement.scope is scope and (chosen is None or statement.stated_on >= chosen.stated_on):
            chosen = statement
    return chosen


def closed_because(statements: Iterable[ConsentStatement], scope: ConsentScope, *, on: date) -> Verdict:
    """Why this consent opens nothing on that day. Empty: it opens (I §4.1, §5; FOR-2023-06-20-1073)."""
    said = newest((each for each in statements if each.stated_on <= on), scope)
    if said is None:
        return (because("consent.not-asked", "I §4.1"),)
    if said.reply is Reply.NO:
        return (because("consent.said-no", "I §5", stated_on=said.stated_on),)
    if said.reply is Reply.UNCLEAR:
        return (because("consent.unclear", "I §4.1", stated_on=said.stated_on),)
    if not said.is_confirmed:
        return (because("consent.not-confirmed", "house §imported-statements", stated_on=said.stated_on),)
    return ()
