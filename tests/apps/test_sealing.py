"""Sealed texts open with the right key in the right place, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.apps.people.records import contact_of
from fotfeste.apps.vault.keys import keys_of, unwrapped
from fotfeste.apps.vault.sealing import CannotOpen, Place, SealingKey, new_secret
from fotfeste.cli.cast import JOBSEEKERS, Cast

PLACE = Place("episodes_casenote", "sealed_text", "a" * 32)
KEY = SealingKey(new_secret())


@given(st.text())
def test_what_is_sealed_opens_again(text: str) -> None:
    assert KEY.open(KEY.seal(text, PLACE), PLACE) == text


@pytest.mark.parametrize(
    "other",
    [
        Place("episodes_casenote", "sealed_text", "b" * 32),
        Place("episodes_casenote", "sealed_delay_cause", "a" * 32),
        Place("plans_wishes", "sealed_text", "a" * 32),
    ],
)
def test_a_sealed_text_that_was_moved_does_not_open(other: Place) -> None:
    with pytest.raises(CannotOpen):
        KEY.open(KEY.seal("sover dårlig", PLACE), other)


def test_it_does_not_open_with_another_persons_key() -> None:
    with pytest.raises(CannotOpen):
        SealingKey(new_secret()).open(KEY.seal("sover dårlig", PLACE), PLACE)


@given(st.data())
def test_one_changed_byte_and_it_does_not_open(data: st.DataObject) -> None:
    sealed = bytearray(KEY.seal("sover dårlig", PLACE))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(st.integers(1, 255))

    with pytest.raises(CannotOpen):
        KEY.open(bytes(sealed), PLACE)


def test_a_key_never_shows_itself() -> None:
    assert KEY.secret.hex() not in repr(KEY)
    assert str(KEY.secret) not in repr(KEY)


def test_a_protected_person_stands_nowhere_in_clear(cast: Cast) -> None:
    liv = cast.people["liv"]
    liv.refresh_from_db()

    assert (liv.name, liv.search_name, liv.phone, liv.email) == ("", "", "", "")
    assert liv.phone_index is None
    key = unwrapped(liv.key, liv.public_id)
    assert contact_of(liv, key).name == JOBSEEKERS["liv"].name


def test_the_identity_number_is_sealed_for_everyone(cast: Cast) -> None:
    for name, seeker in JOBSEEKERS.items():
        person = cast.people[name]
        person.refresh_from_db()
        key = keys_of([(person.pk, person.public_id)])[person.pk]
        assert seeker.identity_number.encode() not in bytes(person.sealed_identity_number)
        assert person.opened("sealed_identity_number", key) == seeker.identity_number
