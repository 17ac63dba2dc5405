"""How often one may call. Counted in the cache of this process: a brake, not a lock."""

from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache


@dataclass(frozen=True, slots=True)
class Limit:
    """So many calls in so many seconds."""

    calls: int
    seconds: int


FOR_A_CALLER = Limit(600, 60)
FOR_THE_PUBLIC = Limit(120, 60)
FOR_WRONG_KEYS = Limit(60, 60)


class TooOften(Exception):  # says what is wrong
    """More calls than the limit allows. `wait` is in seconds."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"Wait {wait} s.")
        self.wait = wait


def count(who: str, limit: Limit, *, at: datetime) -> None:
    """Count one call. Raises TooOften when it is one too many."""
    instant = int(at.timestamp())
    window, gone = divmod(instant, limit.seconds)
    key = f"api-calls:{who}:{window}"
    cache.add(key, 0, timeout=2 * limit.seconds)
    try:
        calls = cache.incr(key)
    except ValueError:
        # The cache was emptied between the two lines above.
        calls = 1
    if calls > limit.calls:
        raise TooOften(limit.seconds - gone)
