"""The worker's loop: one errand after another, and the regulars in between."""

import logging
import signal
import time
from types import FrameType

from django.db import close_old_connections

from fotfeste import clock
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.outbox.services import claim_errand, finish_errand, put_errand_back
from fotfeste.jobs.carriers import carrier_of, teller_of
from fotfeste.jobs.regulars import do_what_is_due

log = logging.getLogger("fotfeste.jobs")

PAUSE = 0.5
"""Seconds between looks when there is nothing to do."""


class Loop:
    """Works until it is told to stop, and then finishes what it has in hand."""

    def __init__(self) -> None:
        self.is_told_to_stop = False

    def stop(self, signum: int = 0, frame: FrameType | None = None) -> None:
        """Finish what is in hand, then stop."""
        self.is_told_to_stop = True

    def run(self) -> None:
        """Work until told to stop."""
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        while not self.is_told_to_stop:
            close_old_connections()
            if not self.step():
                time.sleep(PAUSE)

    def step(self) -> bool:
        """The regulars that are due, and one errand. Whether there was an errand."""
        try:
            do_what_is_due(clock.now())
            return carry_next()
        except Exception as problem:  # noqa: BLE001  # the worker outlives whatever goes wrong; the log tells
            log.error("worker step failed: %s", type(problem).__name__)
            return False


def carry_next() -> bool:
    """Carry out the next errand. One that fails is put back and never stops the rest."""
    errand = claim_errand(at=clock.now())
    if errand is None:
        return False
    _carry(errand)
    return True


def _carry(errand: Errand) -> None:
    try:
        carrier_of(errand.kind)(errand, clock.now())
    except Exception as problem:  # noqa: BLE001  # whatever goes wrong, the errand is kept and tried again
        log.error("errand %s (%s) failed: %s", errand.public_id, errand.kind, type(problem).__name__)
        if put_errand_back(errand, why=type(problem).__name__, at=clock.now()):
            _tell_those_who_wait(errand)
    else:
        finish_errand(errand, at=clock.now())


def _tell_those_who_wait(errand: Errand) -> None:
    try:
        if tell := teller_of(errand.kind):
            tell(errand, clock.now())
    except Exception as problem:  # noqa: BLE001  # the errand lies dead either way; the administrator sees it
        log.error("errand %s given up untold: %s", errand.public_id, type(problem).__name__)
