"""Employers as pages and programs read them: plain facts, nothing that asks the database."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fotfeste.apps.employers.models import Employer, KnownInTeam, SoughtByEmployer, TeamContact
from fotfeste.apps.employers.models import EmployerPerson as PersonModel
from fotfeste.domain.employer_contact import ContactWay
from fotfeste.domain.employer_relation import Cup, EmployerRelation


@dataclass(frozen=True, slots=True)
class EmployerPerson:
    """Somebody to reach at an employer. `ended_on` is set for one who is there no more."""

    public_id: UUID
    name: str
    position: str
    phone: str
    email: str
    ended_on: date | None
    version: int


@dataclass(frozen=True, slots=True)
class Sought:
    """What the employer looks for, as they said it that day."""

    public_id: UUID
    text: str
    said_on: date
    by: str


@dataclass(frozen=True, slots=True)
class Together:
    """Another of the team who was there too, and what they noticed."""

    by: str
    outcome: str


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A contact that is about no jobseeker."""

    public_id: UUID
    employer: UUID
    employer_name: str
    on: date
    way: ContactWay
    by: str
    cup: Cup | None
    outcome: str
    next_step: str
    next_step_on: date | None
    next_step_done_on: date | None
    together: tuple[Together, ...] = ()


@dataclass(frozen=True, slots=True)
class EmployerCard:
    """An employer, as the team knows it. What is about a jobseeker is never part of it."""

    public_id: UUID
    name: str
    organisation_number: str
    industry_code: str
    place: str
    is_brought_in: bool
    closed_on: date | None
    last_contact_on: date | None
    version: int

    @property
    def is_to_clear_up(self) -> bool:
        """Whether nobody has said yet which business this is."""
        return not self.organisation_number


@dataclass(frozen=True, slots=True)
class EmployerWhole:
    """One employer with everything around it. `next_after` goes on in the log of contacts."""

    card: EmployerCard
    people: tuple[EmployerPerson, ...]
    sought: tuple[Sought, ...]
    known_by: tuple[str, ...]
    is_known_by_me: bool
    relation: EmployerRelation
    contacts: tuple[ContactCard, ...]
    next_after: UUID | None


def card(row: Employer) -> EmployerCard:
    """An employer in a list."""
    return EmployerCard(
        public_id=row.public_id,
        name=row.name,
        organisation_number=row.organisation_number,
        industry_code=row.industry_code,
        place=row.place,
        is_brought_in=row.is_brought_in,
        closed_on=row.closed_on,
        last_contact_on=row.last_contact_on,
        version=row.version,
    )


def person_card(row: PersonModel) -> EmployerPerson:
    """Somebody at an employer."""
    return EmployerPerson(
        row.public_id, row.name, row.position, row.phone, row.email, row.ended_on, row.version
    )


def sought_card(row: SoughtByEmployer) -> Sought:
    """What they look for; loaded with who wrote it."""
    return Sought(row.public_id, row.text, row.said_on, row.written_by.name)


def contact_card(row: TeamContact, employer: Employer | None = None) -> ContactCard:
    """A contact; loaded with who had it, and with those who were there too."""
    at = employer or row.employer
    return ContactCard(
        public_id=row.public_id,
        employer=at.public_id,
        employer_name=at.name,
        on=row.on,
        way=ContactWay(row.way),
        by=row.by.name,
        cup=Cup(row.cup) if row.cup else None,
        outcome=row.outcome,
        next_step=row.next_step,
        next_step_on=row.next_step_on,
        next_step_done_on=row.next_step_done_on,
        together=tuple(Together(each.by.name, each.outcome) for each in row.together.all()),
    )


def names_of(rows: list[KnownInTeam]) -> tuple[str, ...]:
    """Those in the team who know the employer, by name; loaded with their accounts."""
    return tuple(sorted(row.account.name for row in rows))
