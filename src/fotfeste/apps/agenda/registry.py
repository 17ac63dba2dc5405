"""Each app tells the agenda what it knows of a person. Apps register; the agenda knows none of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fotfeste.apps.vault.sealing import SealingKey

Facts = Mapping[str, object]
"""Some of the fields of `JobseekerFacts`, by name."""


@dataclass(frozen=True, slots=True)
class Question:
    """Whom the agenda asks about, on which day, and their keys."""

    people: Sequence[int]
    on: date
    keys: Mapping[int, SealingKey]


Teller = Callable[[Question], Mapping[int, Facts]]

_tellers: dict[str, Teller] = {}


def tells(app: str, teller: Teller) -> None:
    """An app says what it knows. Called once, when the program starts."""
    _tellers[app] = teller


def what_is_known(question: Question) -> dict[int, dict[str, object]]:
    """Everything all apps know, by person. One question to each app, however many persons."""
    known: dict[int, dict[str, object]] = {person: {} for person in question.people}
    for teller in _tellers.values():
        for person, facts in teller(question).items():
            known[person].update(facts)
    return known
