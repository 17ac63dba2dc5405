"""What is around a measure (sick note, money, offer, tasks): for the person and the office in charge."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.door import Found, opened
from fotfeste.apps.measures.issuers import IssuerRows, issuer_rows
from fotfeste.apps.measures.models import MeasureCase
from fotfeste.apps.measures.newest import case_of
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.apps.people.sealed import Sealed, SealedContact
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.permissions import Permission


@dataclass(frozen=True, slots=True)
class Around:
    """Whose case it is, and what the reader may do. `case` is None before a request is taken up."""

    person: Person
    contact: SealedContact
    case: MeasureCase | None
    born_on: Sealed | None
    may_change: bool
    is_mine: bool
    key: SealingKey = field(repr=False)


@dataclass(frozen=True, slots=True)
class IssuersSeen:
    """Who issues the sick note, and the letters."""

    around: Around
    rows: IssuerRows | None


def access_issuers(acting: Acting, public_id: UUID, *, at: datetime) -> IssuersSeen:
    """Who issues the sick note and what they have been told."""
    with opened_around(acting, public_id, at=at, area="sick_note") as (_, around):
        return IssuersSeen(around, issuer_rows(around.case) if around.case else None)


@contextmanager
def opened_around(
    acting: Acting, public_id: UUID, *, at: datetime, area: str
) -> Iterator[tuple[Found, Around]]:
    """The door to what is around the measure."""
    permission = Permission.MEASURE_AROUND_READ
    with opened(acting, public_id, permission, at=at, action=Action.MEASURE_SEEN, area=area) as found:
        yield found, _around(found)


def _around(found: Found) -> Around:
    case = case_of(found.person)
    is_open = case is not None and case.closed_on is None
    return Around(
        person=found.person,
        contact=SealedContact(found.person, found.key),
        case=case,
        born_on=Sealed(case, "sealed_born_on", found.key) if case else None,
        may_change=is_open and found.may(Permission.MEASURE_CHANGE),
        is_mine=found.may(Permission.MEASURE_ASK),
        key=found.key,
    )
