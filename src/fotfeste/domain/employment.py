"""Jobs, from start to end."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Employment:
    """A job. Both days are counted in; `started_on` is None where it is not known, `ended_on` while it lasts.

    `percent` is of a full position.
    """

    started_on: date | None
    ended_on: date | None = None
    percent: int | None = None
    employer_name: str = ""
    is_brought_in: bool = False
