"""The NAV offices, and which of them answers for a person.

What is open at one office keeps another from taking over.
"""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from fotfeste.apps.people.models import OfficeInCharge, Person, Unit
from fotfeste.apps.people.models.units import UnitKind
from fotfeste.domain.verdict import Reason, Refused

Holds = Callable[[Person, int], Reason | None]
"""Why the person cannot leave an office: what is open there. None when nothing is."""

_holders: dict[str, Holds] = {}


def holds(app: str, holder: Holds) -> None:
    """An app says what keeps a person at an office. Called once, when the program starts."""
    _holders[app] = holder


def nav_offices() -> list[Unit]:
    """The NAV offices that one can ask."""
    return list(Unit.objects.filter(kind=UnitKind.NAV_OFFICE).order_by("name", "pk"))


def nav_office(public_id: UUID | None) -> Unit | None:
    """One of them."""
    return next((each for each in nav_offices() if each.public_id == public_id), None)


def put_in_charge(person: Person, office: Unit, *, on: date) -> None:
    """The office answers for the person from today. Raises Refused where another has something open."""
    open_now = OfficeInCharge.objects.filter(person=person, until_day=None).first()
    if open_now is not None and open_now.unit_id == office.pk:
        return
    if open_now is not None:
        if against := _held(person, open_now.unit_id):
            raise Refused(against)
        OfficeInCharge.objects.filter(pk=open_now.pk).update(until_day=max(on, open_now.from_day))
    OfficeInCharge.objects.create(person=person, unit=office, from_day=on)


def _held(person: Person, office: int) -> tuple[Reason, ...]:
    found = (holder(person, office) for holder in _holders.values())
    return tuple(reason for reason in found if reason is not None)
