"""Which employer is to be a party, and whom to reach there: named by NAV, or as it stood in the request."""

from dataclasses import dataclass
from datetime import datetime

from fotfeste.apps.agreements.models import Agreement
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.names import search_form


@dataclass(frozen=True, slots=True, repr=False)
class EmployerSaid:
    """Which employer is to be a party, and whom to reach there."""

    name: str
    organisation_number: str
    contact: str
    phone: str = ""
    email: str = ""


def put_employer(row: Agreement, said: EmployerSaid | None, key: SealingKey, *, at: datetime) -> None:
    """Put it on the agreement, unsaved. None: no employer is a party."""
    row.employer = _known(row, said, at) if said else None
    for name, text in (
        ("name", said.contact if said else ""),
        ("phone", said.phone if said else ""),
        ("email", said.email if said else ""),
    ):
        row.seal(f"sealed_employer_{name}", text.strip(), key)


def _known(row: Agreement, said: EmployerSaid, at: datetime) -> Employer:
    """The office's own employer with that number, made the first time."""
    known = Employer.objects.filter(team=row.office, organisation_number=said.organisation_number)
    return known.first() or Employer.objects.create(
        team=row.office,
        name=said.name.strip(),
        search_name=search_form(said.name),
        organisation_number=said.organisation_number,
        created_at=at,
    )
