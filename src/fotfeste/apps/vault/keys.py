"""A person's key: made, wrapped, unwrapped."""

from collections.abc import Iterable
from uuid import UUID

from fotfeste.apps.vault.keyring import controller_key, key_ring
from fotfeste.apps.vault.models import PersonKey
from fotfeste.apps.vault.sealing import Place, SealingKey, blind_index, new_secret


def index_of(kind: str, value: str) -> bytes:
    """The blind index of a value: finds an exact match and tells nothing else."""
    return blind_index(key_ring().index_key, kind, value)


def key_for(purpose: str) -> SealingKey:
    """A key of the installation for what belongs to no person, made from the key set."""
    return SealingKey(index_of("derived-key", purpose))


def new_person_key(public_id: UUID, *, controller: UUID) -> tuple[PersonKey, SealingKey]:
    """A fresh key for a person: the row to save once the person is saved, and the key to seal with now."""
    key = SealingKey(new_secret())
    wrapped = _wrapping(str(controller)).seal(key.secret.hex(), _place(public_id))
    return PersonKey(controller=str(controller), wrapped=wrapped), key


def unwrapped(row: PersonKey, public_id: UUID) -> SealingKey:
    """The person's key, ready to open with."""
    secret = _wrapping(row.controller).open(bytes(row.wrapped), _place(public_id))
    return SealingKey(bytes.fromhex(secret), row.version)


def keys_of(people: Iterable[tuple[int, UUID]]) -> dict[int, SealingKey]:
    """The keys of several persons (row id, public id) in one question."""
    public_ids = dict(people)
    rows = PersonKey.objects.filter(person_id__in=public_ids)
    return {row.person_id: unwrapped(row, public_ids[row.person_id]) for row in rows}


def _wrapping(controller: str) -> SealingKey:
    return SealingKey(controller_key(controller))


def _place(public_id: UUID) -> Place:
    return Place("vault_personkey", "wrapped", public_id.hex)
