"""How often one may call. Counted in this process: a brake that costs no statement, not a lock."""

from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

MOST_COUNTED = 20_000
"""How many callers are told apart in one window; those beyond are counted together."""


@dataclass(frozen=True, slots=True)
class Limit:
    """So many calls in so many seconds."""

    calls: int
    seconds: int


FOR_A_CALLER = Limit(600, 60)
FOR_THE_PUBLIC = Limit(120, 60)
FOR_WRONG_KEYS = Limit(60, 60)
FOR_ASKING = Limit(5, 3600)
"""Requests for a measure from one address, without a log-in."""
FOR_LOOKING_UP = Limit(30, 60)
"""Receipts looked up from one address."""
FOR_CHECKING_SEALS = Limit(30, 600)
"""Files sent from one address to have their seal checked, by page and API together."""


class TooOften(Exception):  # says what is wrong
    """More calls than the limit allows. `wait` is in seconds."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"Wait {wait} s.")
        self.wait = wait


@dataclass(slots=True)
class _Window:
    """The calls of one stretch of time, by caller."""

    number: int = -1
    calls: dict[str, int] = field(default_factory=dict)


_windows: dict[int, _Window] = {}
_one_at_a_time = Lock()


def count(who: str, limit: Limit, *, at: datetime) -> None:
    """Count one call. Raises TooOften when it is one too many."""
    number, gone = divmod(int(at.timestamp()), limit.seconds)
    with _one_at_a_time:
        window = _windows.setdefault(limit.seconds, _Window())
        if window.number != number:
            window.number, window.calls = number, {}
        known = who if who in window.calls or len(window.calls) < MOST_COUNTED else "others"
        window.calls[known] = calls = window.calls.get(known, 0) + 1
    if calls > limit.calls:
        raise TooOften(limit.seconds - gone)


def forget_all() -> None:
    """Begin counting again."""
    with _one_at_a_time:
        _windows.clear()
