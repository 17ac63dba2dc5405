"""Acts on employers."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, record
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Unit
from fotfeste.domain import organisation_number
from fotfeste.domain.names import search_form
from fotfeste.domain.verdict import Reason, Refused, because


class Stale(Exception):
    """Somebody else saved first. Carries what is saved now."""

    def __init__(self, saved: Employer) -> None:
        super().__init__(saved.public_id)
        self.saved = saved


@dataclass(frozen=True, slots=True)
class EmployerFacts:
    """What is known of an employer. The number may be empty: then it is still to be cleared up."""

    name: str
    organisation_number: str = ""
    industry_code: str = ""
    place: str = ""


def add_employer(facts: EmployerFacts, *, by: Acting, at: datetime) -> Employer:
    """A new employer for the team. Refused when the number is not one, or the team has it already."""
    row = Employer(team=Unit.objects.get(public_id=_unit(by)), created_at=at)
    _put(row, facts)
    row.save()
    record(Entry(Action.EMPLOYER_CREATED, by.who, at, object_type="employer", object_id=row.public_id))
    return row


def change_employer(row: Employer, facts: EmployerFacts, *, version: int) -> None:
    """Other facts about an employer. Raises Stale when somebody saved since `version` was shown."""
    if row.version != version:
        raise Stale(row)
    _put(row, facts)
    row.version += 1
    row.save()


def _unit(by: Acting) -> UUID:
    if by.unit is None:
        raise ValueError("Somebody without a unit has no team to add an employer to.")
    return by.unit


def _put(row: Employer, facts: EmployerFacts) -> None:
    if reasons := _against(row, facts):
        raise Refused(tuple(reasons))
    row.name = facts.name.strip()
    row.search_name = search_form(row.name)
    row.organisation_number = _digits(facts.organisation_number)
    row.industry_code = facts.industry_code.strip()
    row.place = facts.place.strip()
    row.search_place = search_form(row.place)[:120]


def _against(row: Employer, facts: EmployerFacts) -> list[Reason]:
    reasons = [] if facts.name.strip() else [because("employer.name-missing", "house §employers")]
    if not facts.organisation_number.strip():
        return reasons
    number = organisation_number.parse(facts.organisation_number)
    if isinstance(number, tuple):
        return [*reasons, *number]
    others = Employer.objects.filter(team=row.team_id, organisation_number=number.digits)
    if same := others.exclude(pk=row.pk).first():
        reasons.append(because("employer.already-there", "house §employers", name=same.name))
    return reasons


def _digits(text: str) -> str:
    number = organisation_number.parse(text)
    return "" if isinstance(number, tuple) else number.digits
