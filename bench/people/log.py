"""A year of the log: looks at persons and at lists, in one valid chain, spread over everyone."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from django.db import transaction

from bench.people.story import TODAY
from bench.people.writing import unsaved
from fotfeste.apps.audit import chain
from fotfeste.apps.audit.actions import Action, Channel
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.people.models import Account, Unit
from fotfeste.apps.vault.keyring import key_ring
from fotfeste.domain.permissions import Role

LOOKS_AT_A_PERSON = 5
"""For each person, on average."""

LISTS_SEEN = 4
"""For each specialist: half of them *Today*, half the caseload."""

_AT_A_TIME = 2_000
_A_YEAR = timedelta(days=365)
_ACTS = (Action.PERSON_SEEN, Action.PERSON_SEEN, Action.PERSON_SEEN, Action.MEETING_RECORDED)


@dataclass(frozen=True, slots=True)
class Caseload:
    """One specialist, and how those they follow are called in the log."""

    account: Account
    unit: Unit
    people: Sequence[uuid.UUID]


def fill_log(caseloads: Sequence[Caseload], random: Random) -> Iterator[int]:
    """Write the log, oldest first. Yields how many rows have been written, now and then."""
    order = list(_looks(caseloads))
    random.shuffle(order)
    began = datetime.fromisoformat(f"{TODAY.isoformat()}T00:00:00+00:00") - _A_YEAR
    key = key_ring().audit_key
    for start in range(0, len(order), _AT_A_TIME):
        looks = order[start : start + _AT_A_TIME]
        rows = [
            _row(caseloads[whose], which, began + _A_YEAR * ((start + number) / len(order)))
            for number, (whose, which) in enumerate(looks)
        ]
        with transaction.atomic():
            chain.append(rows, key)
        yield start + len(looks)


def rows_in_all(caseloads: Sequence[Caseload]) -> int:
    """How many rows the log will have."""
    return sum(len(each.people) * LOOKS_AT_A_PERSON + LISTS_SEEN for each in caseloads)


def _looks(caseloads: Sequence[Caseload]) -> Iterator[tuple[int, int]]:
    """Whose look, and at which person of the caseload; below zero at a list."""
    for whose, caseload in enumerate(caseloads):
        for which in range(len(caseload.people)):
            yield from ((whose, which) for _ in range(LOOKS_AT_A_PERSON))
        yield from ((whose, -1 - number) for number in range(LISTS_SEEN))


def _row(caseload: Caseload, which: int, at: datetime) -> tuple[LogRow, Sequence[uuid.UUID]]:
    if which < 0:
        action = Action.AGENDA_SEEN if which % 2 else Action.CASELOAD_SEEN
        return _log_row(caseload, action, at, row_count=len(caseload.people)), caseload.people
    row = _log_row(caseload, _ACTS[at.second % len(_ACTS)], at, subject=caseload.people[which])
    row.area, row.purpose = "overview", Role.EMPLOYMENT_SPECIALIST
    return row, ()


def _log_row(caseload: Caseload, action: Action, at: datetime, **more: object) -> LogRow:
    return unsaved(
        LogRow,
        at=at,
        actor=caseload.account.public_id,
        actor_role=Role.EMPLOYMENT_SPECIALIST,
        actor_unit=caseload.unit.public_id,
        action=action,
        channel=Channel.PAGE,
        request_id=uuid.uuid4(),
        **more,
    )
