"""Whether it can be granted anew: not while the one before can go on, for the clock would begin again."""

from datetime import date

import pytest

from fotfeste.domain.measures.extending import NavPractice, goes_on_instead
from fotfeste.domain.measures.kinds import Span

PRACTICE = NavPractice(2)


@pytest.mark.parametrize(
    ("starts", "goes_on"),
    [
        (date(2026, 8, 31), False),
        (date(2026, 9, 1), True),
        (date(2026, 10, 31), True),
        (date(2026, 11, 1), False),
        (date(9999, 12, 31), False),
    ],
)
def test_within_two_months_it_goes_on_instead(starts: date, goes_on: bool) -> None:
    earlier = Span(date(2026, 3, 1), date(2026, 8, 31))

    assert goes_on_instead(earlier, starts, PRACTICE) is goes_on


def test_one_without_an_end_is_for_the_rule_of_overlaps() -> None:
    assert goes_on_instead(Span(date(2026, 3, 1)), date(2026, 9, 1), PRACTICE) is False
