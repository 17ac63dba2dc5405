"""One password hash at a time: each takes 100 MiB and a third of a second, and log-in is open to anyone.

Without this, a flood of log-ins would take the memory and both processors from everybody else.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock
from typing import Any

from django.contrib.auth.hashers import Argon2PasswordHasher

IN_LINE = 4
"""One at work and three waiting. The next one must come back, so that other pages keep their threads."""


class TooManyInLine(Exception):  # said to the one who must come back
    """More people are logging in at this moment than can be served."""


_places = BoundedSemaphore(IN_LINE)
_at_work = Lock()


@contextmanager
def ones_turn() -> Iterator[None]:
    """Wait for the one before, but never behind a long line. Raises TooManyInLine."""
    if not _places.acquire(blocking=False):
        raise TooManyInLine
    try:
        with _at_work:
            yield
    finally:
        _places.release()


class OneAtATime(Argon2PasswordHasher):
    """Argon2 as Django sets it, one at a time in this process."""

    def encode(self, *arguments: Any, **named: Any) -> str:
        """The hash of a new password."""
        with ones_turn():
            return super().encode(*arguments, **named)

    def verify(self, *arguments: Any, **named: Any) -> bool:
        """Whether a password fits a hash."""
        with ones_turn():
            return super().verify(*arguments, **named)
