"""One password hash at a time, and a short line for it."""

import time
from threading import Event, Thread

import pytest

from fotfeste.apps.people import hashing
from fotfeste.apps.people.hashing import IN_LINE, OneAtATime, TooManyInLine, ones_turn


class Cheap(OneAtATime):
    time_cost = 1
    memory_cost = 8
    parallelism = 1


def test_a_hash_fits_its_password_and_no_other() -> None:
    hashed = Cheap().encode("et langt passord", "saltsaltsalt")

    assert Cheap().verify("et langt passord", hashed)
    assert not Cheap().verify("et annet passord", hashed)


def test_only_one_works_at_a_time_and_whoever_comes_when_the_line_is_full_must_come_back() -> None:
    at_work: list[int] = []
    most: list[int] = []
    go_on = Event()

    def work() -> None:
        with ones_turn():
            at_work.append(1)
            most.append(len(at_work))
            go_on.wait(5)
            at_work.pop()

    in_line = [Thread(target=work) for _ in range(IN_LINE)]
    for thread in in_line:
        thread.start()
    _wait_until_the_line_is_full()
    with pytest.raises(TooManyInLine), ones_turn():
        pass
    go_on.set()
    for thread in in_line:
        thread.join(timeout=5)

    assert max(most) == 1
    assert len(most) == IN_LINE
    with ones_turn():
        pass


def _wait_until_the_line_is_full() -> None:
    give_up = time.monotonic() + 5
    while hashing._places.acquire(blocking=False):
        hashing._places.release()
        assert time.monotonic() < give_up, "the line never filled"
        time.sleep(0.01)
