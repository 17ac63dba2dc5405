"""The career profile: started early, gone through with the clinician, kept up after every job (I §4.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CareerProfileVersion:
    """The career profile as it stood on a day. `reviewed_on`: gone through with a clinician, if ever.

    `unseen_comment_on`: the day a clinician wrote something about it that the specialist has not seen yet.
    """

    dated_on: date
    reviewed_on: date | None = None
    is_brought_in: bool = False
    unseen_comment_on: date | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """How much work the person wants: percent of a full position, None where it is not known."""

    percent: int | None = None
    is_approximate: bool = False


def unseen_comment_on(versions: Iterable[CareerProfileVersion]) -> date | None:
    """The day of the newest comment that waits to be seen, whichever version it was written to."""
    days = (version.unseen_comment_on for version in versions)
    return max((day for day in days if day is not None), default=None)


def newest(versions: Iterable[CareerProfileVersion]) -> CareerProfileVersion | None:
    """The profile as it stands."""
    return max(versions, key=lambda version: version.dated_on, default=None)
