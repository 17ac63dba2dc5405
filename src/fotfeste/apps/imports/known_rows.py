"""Is this row here already? The same row by a keyed fingerprint, the same person by the identity number."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fotfeste.apps.consents.visible import not_denied
from fotfeste.apps.imports.models import BroughtRow
from fotfeste.apps.imports.stored import as_stored
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person, Unit
from fotfeste.apps.people.records import NOT_IN_CLEAR
from fotfeste.apps.vault.keyring import key_ring
from fotfeste.apps.vault.keys import index_of, keys_of
from fotfeste.apps.vault.sealing import Place, SealingKey, blind_index
from fotfeste.domain.brought_in.row import Row, canonical
from fotfeste.domain.caseload_list.columns import Column
from fotfeste.domain.caseload_list.reading import Reading


@dataclass(frozen=True, slots=True)
class Earlier:
    """A person who is here already: what an earlier list told of them, and what the record says now."""

    person_id: int
    is_same_row: bool
    told_before: Mapping[Column, str] = field(default_factory=dict, repr=False)
    stored: Mapping[Column, str] = field(default_factory=dict, repr=False)


def fingerprint_of(row: Row[Any]) -> bytes:
    """A row known again, however it has been moved; nobody without the key can tell what it said."""
    return blind_index(key_ring().index_key, "brought-row", canonical(row).hex())


def told_place(brought: BroughtRow) -> Place:
    """Where what a row told belongs."""
    return Place("imports_broughtrow", "sealed_told", brought.public_id.hex)


def earlier_rows(
    team: Unit, kind: str, fingerprints: Mapping[int, bytes], readings: Sequence[Reading], *, by: Acting
) -> dict[int, Earlier]:
    """By row number, the persons of the team that rows tell of and that `by` may know are here already."""
    rows = BroughtRow.objects.filter(team=team, kind=kind, fingerprint__in=list(fingerprints.values()))
    same = {bytes(row.fingerprint): row.person_id for row in rows if row.person_id is not None}
    found = {
        number: Earlier(person_id=same[mark], is_same_row=True)
        for number, mark in fingerprints.items()
        if mark in same
    }
    numbers = {
        index_of("identity-number", reading.facts.who.identity_number.digits): reading.row.number
        for reading in readings
        if reading.facts.who.identity_number is not None and reading.row.number not in found
    }
    for person in _people(team, list(numbers), by):
        key = keys_of([(person.pk, person.public_id)])[person.pk]
        number = numbers[bytes(person.identity_index or b"")]
        found[number] = Earlier(person.pk, False, _told_before(person, key), as_stored(person, key))
    return found


def _people(team: Unit, indexes: Sequence[bytes], by: Acting) -> Sequence[Person]:
    """Persons of the team with these numbers. A protected person is not among them, nor whom a denial hides
    from `by`: nobody learns from a list that such a person is here (see MergeQuestion)."""
    people = not_denied(by).filter(
        identity_index__in=indexes, ownerships__unit=team, ownerships__until_day=None
    )
    return list(people.exclude(protection__in=NOT_IN_CLEAR).distinct())


def _told_before(person: Person, key: SealingKey) -> dict[Column, str]:
    last = BroughtRow.objects.filter(person=person).order_by("pk").last()
    if last is None or not last.sealed_told:
        return {}
    told = json.loads(key.open(bytes(last.sealed_told), told_place(last)))
    return {Column(name): text for name, text in told.items()}
