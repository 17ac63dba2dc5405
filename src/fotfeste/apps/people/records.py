"""A new person's record, ready to be saved: what is protected never stands in clear."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from fotfeste.apps.people.models import Controller, Person
from fotfeste.apps.vault.keys import index_of, new_person_key
from fotfeste.apps.vault.models import PersonKey
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.contact_details import EmailAddress, Phone, read_email, read_phone
from fotfeste.domain.names import search_form
from fotfeste.domain.permissions import Protection

NOT_IN_CLEAR = frozenset({Protection.CODE_6, Protection.CODE_7, Protection.SECTION_19})


@dataclass(frozen=True, slots=True)
class Contact:
    """How a person is named and reached."""

    name: str
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class NewRecord:
    """An unsaved person with an unsaved key. Save the person first, then `key_row` with its id."""

    person: Person
    key_row: PersonKey
    key: SealingKey


def new_record(
    controller: Controller,
    contact: Contact,
    *,
    at: datetime,
    identity_number: str = "",
    protection: Protection = Protection.NONE,
) -> NewRecord:
    """A record that is ready to be saved. The identity number is eleven digits, already checked, or empty."""
    person = Person(public_id=uuid.uuid4(), controller=controller, protection=protection, created_at=at)
    key_row, key = new_person_key(person.public_id, controller=controller.public_id)
    put_contact(person, contact, key)
    put_identity_number(person, identity_number, key)
    return NewRecord(person, key_row, key)


def put_contact(person: Person, contact: Contact, key: SealingKey) -> None:
    """Name, phone and e-mail: in clear for most, sealed and in no index for a protected person."""
    hidden = person.protection in NOT_IN_CLEAR
    for field, value in (("name", contact.name), ("phone", contact.phone), ("email", contact.email)):
        setattr(person, field, "" if hidden else value)
        person.seal(f"sealed_{field}", value if hidden else "", key)
    person.search_name = "" if hidden else search_form(contact.name)
    person.phone_index = None if hidden or not contact.phone else index_of("phone", _dialled(contact.phone))
    person.email_index = None if hidden or not contact.email else index_of("email", _posted(contact.email))


def _dialled(typed: str) -> str:
    """A number is kept as typed and found however it is typed."""
    phone = read_phone(typed)
    return phone.canonical if isinstance(phone, Phone) else typed


def _posted(typed: str) -> str:
    email = read_email(typed)
    return (email.canonical if isinstance(email, EmailAddress) else typed).casefold()


def put_identity_number(person: Person, number: str, key: SealingKey) -> None:
    """The identity number is always sealed; only its blind index finds it."""
    person.seal("sealed_identity_number", number, key)
    person.identity_index = index_of("identity-number", number) if number else None


def contact_of(person: Person, key: SealingKey) -> Contact:
    """How the person is named and reached, whether it stands in clear or sealed."""
    if person.protection not in NOT_IN_CLEAR:
        return Contact(person.name, person.phone, person.email)
    return Contact(
        name=person.opened("sealed_name", key),
        phone=person.opened("sealed_phone", key),
        email=person.opened("sealed_email", key),
    )
