"""Consent: what the person has said yes or no to, when, and what it opens."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.permissions import ConsentScope


class Reply(StrEnum):
    """What was answered. Nothing said at all is no statement, not a reply."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


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
