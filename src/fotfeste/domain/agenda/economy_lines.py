"""Lines of money: what is acute stays until it is dealt with, so that nobody is suddenly without (I §4.4)."""

from collections.abc import Iterator

from fotfeste.domain.agenda.asked import Asked, line
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.verdict import because


def lines(asked: Asked) -> Iterator[Line]:
    """I-4.4a: one line for each problem, due the day it came up."""
    for problem in asked.facts.money_problems:
        why = because("economy.act-on-money-problem", "I §4.4", raised_on=problem.raised_on)
        yield line(asked, [why], Act.SETTLE_MONEY_PROBLEM, due=problem.raised_on, about=problem.key)
