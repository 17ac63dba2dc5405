"""In which order promises are read: what is late first, then by deadline; what is over comes last (A-05)."""

from datetime import date

from fotfeste.domain.agreements.keeping import PromiseDays, PromiseState, promise_state

_PLACE = {
    PromiseState.LATE: 0,
    PromiseState.OPEN: 1,
    PromiseState.BROKEN: 2,
    PromiseState.KEPT_LATE: 3,
    PromiseState.KEPT: 3,
    PromiseState.ENDED: 4,
}


def place_of(days: PromiseDays, *, on: date) -> tuple[int, date]:
    """What a list of promises is sorted by. Without a deadline it stands after those that have one."""
    return _PLACE[promise_state(days, on=on)], days.deadline or date.max
