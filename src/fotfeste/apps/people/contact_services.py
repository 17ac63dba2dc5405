"""How a person is reached: name, phone, e-mail, language, interpreter."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fotfeste.apps.people.models import Person
from fotfeste.apps.people.records import Contact, put_contact
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain import person_name
from fotfeste.domain.contact_details import EmailAddress, Phone, read_email, read_phone
from fotfeste.domain.verdict import Reason, Refused


@dataclass(frozen=True, slots=True)
class Reached:
    """What is known of how to reach somebody. `needs_interpreter` is None where nobody has said."""

    contact: Contact
    language: str = ""
    needs_interpreter: bool | None = None
    interpreter_language: str = ""


def put_right(person: Person, reached: Reached, key: SealingKey, *, on: date) -> None:
    """What was typed becomes what is known. Raises Refused with everything that cannot be right."""
    if verdict := tuple(_faults(reached.contact, on)):
        raise Refused(verdict)
    named = Contact(
        person_name.read(reached.contact.name, on=on).name, reached.contact.phone, reached.contact.email
    )
    put_contact(person, named, key)
    person.language = reached.language
    person.needs_interpreter = reached.needs_interpreter
    person.interpreter_language = reached.interpreter_language if reached.needs_interpreter else ""
    person.version += 1
    person.save()


def _faults(contact: Contact, on: date) -> Iterator[Reason]:
    yield from person_name.read(contact.name, on=on).refused
    if contact.phone and not isinstance(phone := read_phone(contact.phone), Phone):
        yield from phone
    if contact.email and not isinstance(email := read_email(contact.email), EmailAddress):
        yield from email
