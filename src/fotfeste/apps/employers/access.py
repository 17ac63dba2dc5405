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
from fotfeste.apps.employers.cards import (
    EmployerCard,
    EmployerWhole,
    card,
    contact_card,
    names_of,
    person_card,
    sought_card,
)
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employers.selectors import (
    CONTACTS,
    contacts_with,
    found_by,
    newest_of,
    recent_with,
    relation_with,
)
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.permissions import Ability, Decision

PAGE = 50
"""How many employers a page shows."""


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
        if search.strip():
            rows = found_by(rows, search)
        if place := _after(after):
            name, pk = place
            rows = rows.filter(Q(search_name__gt=name) | Q(search_name=name, pk__gt=pk))
        shown = list(rows[: PAGE + 1])
        record(Entry(Action.EMPLOYERS_SEEN, acting.who, at))
    more = shown[PAGE - 1] if len(shown) > PAGE else None
    cards = tuple(card(row) for row in shown[:PAGE])
    return EmployerPage(cards, f"{more.search_name}|{more.pk}" if more else "")


def access_employer(
    acting: Acting, public_id: UUID, *, at: datetime, after: UUID | None = None
) -> EmployerWhole:
    """One employer with its people and contacts. Raises Denied for another team's, as for one not there.

    `after` goes on in the log of contacts from the last one shown.
    """
    with employer_opened(acting, public_id, at=at, ability=Ability.EMPLOYER_READ) as row:
        return whole(row, acting, after=after)


def whole(row: Employer, acting: Acting, *, after: UUID | None = None) -> EmployerWhole:
    """Everything around an employer that is open."""
    contacts, known = contacts_with(row, after=after), list(row.known_by.select_related("account"))
    sought = row.sought.filter(ended_on=None).select_related("written_by").order_by("-said_on", "-pk")
    return EmployerWhole(
        card=card(row),
        people=tuple(map(person_card, row.people.filter(ended_on=None).order_by("name", "pk"))),
        sought=tuple(map(sought_card, sought)),
        known_by=names_of(known),
        is_known_by_me=any(each.account_id == acting.account_id for each in known),
        relation=relation_with(row, contacts),
        contacts=tuple(contact_card(each, row) for each in contacts[:CONTACTS]),
        next_after=contacts[CONTACTS - 1].public_id if len(contacts) > CONTACTS else None,
    )


def access_card(acting: Acting, public_id: UUID, *, at: datetime) -> EmployerCard:
    """One employer as it stands in a list."""
    with employer_opened(acting, public_id, at=at, ability=Ability.EMPLOYER_READ) as row:
        return card(row)


def access_choices(acting: Acting, *, at: datetime, search: str = "", most: int) -> tuple[EmployerCard, ...]:
    """The employers to choose among when a contact is logged: those of late, or those that fit the words.

    Who has not been in touch with any sees those that the team got to know last.
    """
    with act():
        _require(acting, Ability.EMPLOYER_CHANGE, at, Action.EMPLOYERS_SEEN)
        if search.strip():
            rows = found_by(Employer.objects.filter(team=acting.unit_id, closed_on=None), search)
            shown = list(rows.order_by("search_name", "pk")[:most])
        else:
            team = acting.unit_id or 0
            shown = recent_with(acting.account_id, team, most=most) or newest_of(team, most=most)
        record(Entry(Action.EMPLOYERS_SEEN, acting.who, at))
    return tuple(map(card, shown))


@contextmanager
def employer_opened(
    acting: Acting,
    public_id: UUID,
    *,
    at: datetime,
    ability: Ability = Ability.EMPLOYER_CHANGE,
    action: Action = Action.EMPLOYER_SEEN,
) -> Iterator[Employer]:
    """One employer of the team, for a look or an act. Logged either way.

    Two who change something at the same moment come one after the other.
    """
    with act():
        _require(acting, ability, at, action)
        rows = Employer.objects.filter(public_id=public_id, team=acting.unit_id)
        if ability is Ability.EMPLOYER_CHANGE:
            rows = rows.select_for_update(no_key=True)
        row = rows.first()
        if row is None:
            record(refused(Entry(action, acting.who, at), "access.no-such-employer"))
            raise Denied(Decision(reason_code="access.no-such-employer"))
        yield row
        record(Entry(action, acting.who, at, object_type="employer", object_id=row.public_id))


def _require(acting: Acting, ability: Ability, at: datetime, action: Action) -> None:
    if not acting.has(ability):
        record(refused(Entry(action, acting.who, at), "access.not-for-your-role"))
        raise Denied(Decision(reason_code="access.not-for-your-role", may_know=True))


def _after(text: str) -> tuple[str, int] | None:
    name, _, number = text.rpartition("|")
    return (name, int(number)) if number.isascii() and number.isdigit() and len(number) < 19 else None
