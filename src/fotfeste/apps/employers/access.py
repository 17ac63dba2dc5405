"""The door to employers: those of one's own team. An employer of another team does not exist."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record, refused
from fotfeste.apps.consents.door import Denied
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.names import search_form
from fotfeste.domain.permissions import Ability, Decision

PAGE = 50
"""How many employers a page shows."""


@dataclass(frozen=True, slots=True)
class EmployerPerson:
    """Somebody to reach at an employer."""

    name: str
    position: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class EmployerCard:
    """An employer, as the team knows it."""

    public_id: UUID
    name: str
    organisation_number: str
    industry_code: str
    place: str
    is_brought_in: bool
    version: int
    people: tuple[EmployerPerson, ...] = ()

    @property
    def is_to_clear_up(self) -> bool:
        """Whether nobody has said yet which business this is."""
        return not self.organisation_number


@dataclass(frozen=True, slots=True)
class EmployerPage:
    """One page of the list. `next_after` is where the next one begins, empty on the last."""

    employers: tuple[EmployerCard, ...]
    next_after: str


def access_employers(acting: Acting, *, at: datetime, search: str = "", after: str = "") -> EmployerPage:
    """The team's employers by name, a page at a time. `after` is the `next_after` of the page before."""
    with act():
        _require(acting, Ability.EMPLOYER_READ, at, Action.EMPLOYERS_SEEN)
        rows = Employer.objects.filter(team=acting.unit_id).order_by("search_name", "pk")
        if search:
            rows = rows.filter(search_name__contains=search_form(search))
        if place := _after(after):
            name, pk = place
            rows = rows.filter(Q(search_name__gt=name) | Q(search_name=name, pk__gt=pk))
        shown = list(rows[: PAGE + 1])
        record(Entry(Action.EMPLOYERS_SEEN, acting.who, at))
    more = shown[PAGE - 1] if len(shown) > PAGE else None
    cards = tuple(_card(row) for row in shown[:PAGE])
    return EmployerPage(cards, f"{more.search_name}|{more.pk}" if more else "")


def access_employer(acting: Acting, public_id: UUID, *, at: datetime) -> EmployerCard:
    """One employer with its people. Raises Denied for another team's, as for one that is not there."""
    with employer_opened(acting, public_id, at=at, ability=Ability.EMPLOYER_READ) as row:
        people = list(row.people.order_by("name", "pk"))
    shown = tuple(EmployerPerson(each.name, each.position, each.phone, each.email) for each in people)
    return _card(row, shown)


@contextmanager
def employer_opened(
    acting: Acting,
    public_id: UUID,
    *,
    at: datetime,
    ability: Ability = Ability.EMPLOYER_CHANGE,
    action: Action = Action.EMPLOYER_SEEN,
) -> Iterator[Employer]:
    """One employer of the team, for a look or an act. Logged either way."""
    with act():
        _require(acting, ability, at, action)
        row = Employer.objects.filter(public_id=public_id, team=acting.unit_id).first()
        if row is None:
            record(refused(Entry(action, acting.who, at), "access.no-such-employer"))
            raise Denied(Decision(reason_code="access.no-such-employer"))
        yield row
        record(Entry(action, acting.who, at, object_type="employer", object_id=row.public_id))


def _require(acting: Acting, ability: Ability, at: datetime, action: Action) -> None:
    if not acting.has(ability):
        record(refused(Entry(action, acting.who, at), "access.not-for-your-role"))
        raise Denied(Decision(reason_code="access.not-for-your-role", may_know=True))


def _card(row: Employer, people: tuple[EmployerPerson, ...] = ()) -> EmployerCard:
    return EmployerCard(
        public_id=row.public_id,
        name=row.name,
        organisation_number=row.organisation_number,
        industry_code=row.industry_code,
        place=row.place,
        is_brought_in=row.is_brought_in,
        version=row.version,
        people=people,
    )


def _after(text: str) -> tuple[str, int] | None:
    name, _, number = text.rpartition("|")
    return (name, int(number)) if number.isascii() and number.isdigit() and len(number) < 19 else None
