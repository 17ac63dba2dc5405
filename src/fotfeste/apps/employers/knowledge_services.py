"""What the team knows of an employer: who works there, what they look for, whether it has closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fotfeste.apps.employers.contact_services import ContactSaid, names_somebody
from fotfeste.apps.employers.models import Employer, EmployerPerson, SoughtByEmployer
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.contact_details import read_email
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.employer_contact import ContactWay
from fotfeste.domain.verdict import Refused, because


class StalePerson(Exception):
    """Somebody else saved this person at the employer first. Carries what is saved now."""

    def __init__(self, saved: EmployerPerson) -> None:
        super().__init__(saved.public_id)
        self.saved = saved


@dataclass(frozen=True, slots=True)
class PersonSaid:
    """What is known of somebody at an employer."""

    name: str
    position: str = ""
    phone: str = ""
    email: str = ""


def add_person(employer: Employer, said: PersonSaid) -> EmployerPerson:
    """Somebody to reach at the employer."""
    row = EmployerPerson(employer=employer)
    _put(row, said)
    row.save()
    return row


def change_person(employer: Employer, person: UUID, said: PersonSaid, *, version: int) -> EmployerPerson:
    """Other facts about somebody there. Raises StalePerson when somebody saved since `version` was shown."""
    row = _person(employer, person)
    if row.version != version:
        raise StalePerson(row)
    _put(row, said)
    row.version += 1
    row.save()
    return row


def end_person(employer: Employer, person: UUID, *, on: date) -> None:
    """They do not work there any more, or are not the ones to ask. What was written stays."""
    row = _person(employer, person)
    if row.ended_on is None:
        row.ended_on = on
        row.version += 1
        row.save(update_fields=["ended_on", "version"])


def add_sought(
    employer: Employer, text: str, *, said_on: date, by: Acting, on: date, jobseekers: Iterable[str] = ()
) -> SoughtByEmployer:
    """What they look for, as they said it that day."""
    reasons = [*has_happened(said_on, on=on)]
    reasons += names_somebody(ContactSaid(said_on, ContactWay.VISIT, outcome=text), jobseekers)
    if not text.strip():
        reasons.append(because("employer.sought-without-words", "house §employers"))
    if reasons:
        raise Refused(tuple(reasons))
    return SoughtByEmployer.objects.create(
        employer=employer, text=text.strip(), said_on=said_on, written_by_id=by.account_id
    )


def end_sought(employer: Employer, sought: UUID, *, on: date) -> None:
    """They do not look for it any more."""
    rows = SoughtByEmployer.objects.filter(employer=employer, public_id=sought)
    if not rows.exists():
        raise Refused((because("employer.not-there", "house §employers"),))
    rows.filter(ended_on=None).update(ended_on=on)


def close(employer: Employer, *, closed_on: date, on: date) -> None:
    """The business has closed: from the day after, no contact can be logged or agreed."""
    if reasons := has_happened(closed_on, on=on):
        raise Refused(reasons)
    _save_closed(employer, closed_on)


def reopen(employer: Employer) -> None:
    """It has not closed after all."""
    _save_closed(employer, None)


def _save_closed(employer: Employer, closed_on: date | None) -> None:
    employer.closed_on = closed_on
    employer.version += 1
    employer.save(update_fields=["closed_on", "version"])


def _person(employer: Employer, person: UUID) -> EmployerPerson:
    row = EmployerPerson.objects.filter(employer=employer, public_id=person).first()
    if row is None:
        raise Refused((because("employer.not-there", "house §employers"),))
    return row


def _put(row: EmployerPerson, said: PersonSaid) -> None:
    reasons = [] if said.name.strip() else [because("employer.person-without-name", "house §employers")]
    email = read_email(said.email) if said.email.strip() else None
    if isinstance(email, tuple):
        reasons += email
    if reasons:
        raise Refused(tuple(reasons))
    row.name, row.position = said.name.strip(), said.position.strip()
    row.phone, row.email = said.phone.strip(), said.email.strip()
