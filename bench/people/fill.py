"""Fills an empty installation with made-up people. The same seed gives the same stories and names.

Keys and ids are random each time, as in any installation. Everything is saved many rows at a time.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random

from django.apps import apps
from django.db import transaction
from django.db.models import Model

from bench.people.happenings import events_of
from bench.people.house import CASELOAD, SPECIALISTS, Team, name_of_somebody, teams
from bench.people.log import Caseload, fill_log, rows_in_all
from bench.people.numbers import identity_numbers
from bench.people.records import Made, at_nine, episode_of, rows_of
from bench.people.story import TODAY, story
from bench.people.writing import go_on_from_here, numbered, save
from fotfeste.apps.agenda.services import rewrite
from fotfeste.apps.people.models import Account, Person
from fotfeste.apps.people.records import Contact, NewRecord, new_record
from fotfeste.domain.permissions import Protection

SEED = 20261122
A_SPECIALISTS_PEOPLE = 30
"""25 whose course is going on, and about five who are discharged."""

_AT_A_TIME = 500
_PROTECTED_PLACE = 7
"""This one in the caseload of each team's first specialist, who is cleared for it, has a kode 6 address."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Follows:
    """A specialist, and the team."""

    account: Account
    team: Team


def fill(persons: int, *, seed: int = SEED, progress: Progress) -> str:
    """Fill the empty database. Answers with the user name of the specialist whose pages are measured."""
    random = Random(seed)
    specialists = _specialists(max(1, persons // A_SPECIALISTS_PEOPLE), random)
    log_ids: list[list[object]] = [[] for _ in specialists]
    numbers = identity_numbers()
    for start in range(0, persons, _AT_A_TIME):
        batch = range(start, min(start + _AT_A_TIME, persons))
        for index, person in zip(batch, _fill_some(batch, specialists, numbers, seed), strict=True):
            log_ids[index % len(specialists)].append(person.log_id)
        progress("persons", batch.stop, persons)
    go_on_from_here(apps.get_models())
    caseloads = [
        Caseload(follows.account, follows.team.unit, people)  # type: ignore[arg-type]  # all of them are UUIDs
        for follows, people in zip(specialists, log_ids, strict=True)
    ]
    rows = rows_in_all(caseloads)
    for written in fill_log(caseloads, random):
        progress("rows of the log", written, rows)
    return _to_be_measured(specialists).username


def _specialists(many: int, random: Random) -> list[Follows]:
    made = teams(many, random)
    return [Follows(account, team) for team in made for account in team.specialists][:many]


def _to_be_measured(specialists: Sequence[Follows]) -> Account:
    """The first specialist of the team in the middle: 25 persons, one of them protected."""
    middle = len(specialists) // 2
    return specialists[middle - middle % SPECIALISTS].account


def _fill_some(
    batch: range, specialists: Sequence[Follows], numbers: Iterator[str], seed: int
) -> Sequence[Person]:
    with transaction.atomic():
        made = _people(batch, specialists, list(islice(numbers, len(batch))), seed)
        save(row for each in made for row in _rows(each))
        rewrite([(each.person.pk, each.person.public_id) for each in made], on=TODAY)
    return [each.person for each in made]


def _rows(made: Made) -> Iterator[Model]:
    episode = numbered(episode_of(made))
    yield episode
    yield from rows_of(made, episode)
    yield from events_of(made)


def _people(batch: range, specialists: Sequence[Follows], numbers: Sequence[str], seed: int) -> list[Made]:
    """Neighbours in the tables are followed by different specialists, as they are when years have passed."""
    made, keys = [], []
    for index, number in zip(batch, numbers, strict=True):
        place, whose = divmod(index, len(specialists))
        random, follows = Random(f"{seed}-{index}"), specialists[whose]
        told = story(random, is_over=place >= CASELOAD)
        record = _record(index, number, follows, random, at_nine(told.referred_on), place=place)
        record.key_row.person = numbered(record.person)
        keys.append(record.key_row)
        made.append(Made(record.person, record.key, told, follows.team, follows.account, random))
    save([*(each.person for each in made), *keys])
    return made


def _record(
    index: int, number: str, follows: Follows, random: Random, at: object, *, place: int
) -> NewRecord:
    is_protected = place == _PROTECTED_PLACE and follows.account == follows.team.specialists[0]
    return new_record(
        follows.team.controller,
        Contact(name_of_somebody(random), email=f"person-{index}@example.no"),
        at=at,  # type: ignore[arg-type]  # a moment
        identity_number=number,
        protection=Protection.CODE_6 if is_protected else Protection.NONE,
    )
