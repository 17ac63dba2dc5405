"""A week of contacts with employers, specialist by specialist (fidelity 17; I-6.3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from fotfeste.domain.employer_contact import ContactWay, is_face_to_face


@dataclass(frozen=True, slots=True)
class CountedContact:
    """One contact of one specialist. `by` is the specialist's key."""

    by: int
    way: ContactWay


@dataclass(frozen=True, slots=True)
class ContactCount:
    """How many contacts, and how many of them face to face."""

    face_to_face: int = 0
    all: int = 0


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week that holds the day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def counted(contacts: Iterable[CountedContact]) -> dict[int, ContactCount]:
    """The counts of each specialist who has any."""
    found: dict[int, ContactCount] = {}
    for contact in contacts:
        had = found.get(contact.by, ContactCount())
        in_person = had.face_to_face + is_face_to_face(contact.way)
        found[contact.by] = ContactCount(in_person, had.all + 1)
    return found
