"""Acute money problems: flagged, and open until somebody has dealt with them (I-4.4a)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.verdict import Verdict, because


class IncomeKnown(StrEnum):
    """Whether it is known what the person lives on now."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class MoneyProblem:
    """One that is open. `key` tells it apart from others of the same person."""

    key: str
    raised_on: date


def may_settle(raised_on: date, settled_on: date) -> Verdict:
    """Why it cannot have been dealt with that day."""
    if settled_on >= raised_on:
        return ()
    reason = because("economy.settled-before-raised", "I §4.4", raised_on=raised_on, settled_on=settled_on)
    return (reason,)
