"""An office's inbox, whatever was asked for: who may see a request, who answers first, whom it is about."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Generic, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, record, refused
from fotfeste.apps.consents.door import Denied
from fotfeste.apps.consents.many import hold_still
from fotfeste.apps.consents.visible import not_denied, not_hidden_from
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.asked_rows import AskedRow
from fotfeste.apps.people.models import Person, Unit
from fotfeste.apps.people.records import Contact
from fotfeste.apps.people.services import register_person
from fotfeste.apps.vault.keys import index_of, keys_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.permissions import Decision, Protection
from fotfeste.domain.verdict import Reason, Refused

R = TypeVar("R", bound=AskedRow)
_NOBODY = "access.no-such-person"


@dataclass(frozen=True, slots=True)
class OneAsked(Generic[R]):
    """A request, with what opens its texts."""

    row: R
    key: SealingKey = field(repr=False)

    def text(self, column: str) -> str:
        """One of its texts."""
        return self.row.opened(f"sealed_{column}", self.key)


@dataclass(frozen=True, slots=True, repr=False)
class Whom:
    """Whom it is about, as the office says. `identity_number` is eleven digits, already checked, or empty."""

    identity_number: str = ""
    protection: Protection = Protection.UNKNOWN


@dataclass(frozen=True, slots=True)
class Linking:
    """An office that finds out whom a request is about. `not_yours`: why this person is not for everybody."""

    by: Acting
    at: datetime
    on: date
    house: SealingKey = field(repr=False)
    texts: Sequence[str]
    not_yours: Reason


def of_office(rows: QuerySet[R], acting: Acting) -> QuerySet[R]:
    """Requests to one's own office, but for persons whom a denial hides from the reader."""
    seen = Q(person=None) | Q(not_hidden_from(acting))
    found = rows.filter(seen, office=acting.unit_id)
    return found.select_related("person", "office", "answered_by", "asked_by", "seen_by")


def find(rows: QuerySet[R], request: UUID, acting: Acting, *, action: Action, at: datetime) -> R:
    """One request to one's own office. Any other is not found, and that is put down."""
    row = of_office(rows, acting).filter(public_id=request).first()
    if row is None:
        record(refused(Entry(action, acting.who, at), _NOBODY))
        raise Denied(Decision(reason_code=_NOBODY))
    return row


def hold(rows: QuerySet[R], request: UUID, acting: Acting, *, action: Action, at: datetime) -> R:
    """The request as it is once nobody else can answer it."""
    row = find(rows, request, acting, action=action, at=at)
    if connection.vendor == "postgresql":
        list(Unit.objects.select_for_update(no_key=True).filter(pk=row.office_id).values_list("pk"))
    if row.person_id is not None:
        hold_still([row.person_id])
    return find(rows, request, acting, action=action, at=at)


def mark_seen(rows: QuerySet[R], row: R, by: Acting, *, on: date) -> None:
    """The first look is put down."""
    if row.seen_on is None:
        rows.filter(pk=row.pk, seen_on=None).update(seen_on=on, seen_by=by.account_id)


def opened_with_keys(rows: Sequence[R], house: SealingKey) -> list[OneAsked[R]]:
    """Each with the key of its person, or the house's."""
    people = [(row.person_id, row.person.public_id) for row in rows if row.person is not None]
    keys = keys_of([(pk, public_id) for pk, public_id in people if pk is not None])
    return [OneAsked(row, house if row.person_id is None else keys[row.person_id]) for row in rows]


def link(row: AskedRow, whom: Whom, linking: Linking) -> tuple[Person, SealingKey]:
    """Whom it is about: known already, found by the number, or new. Its texts are sealed with their key."""
    if row.person is not None:
        return row.person, keys_of([(row.person.pk, row.person.public_id)])[row.person.pk]
    person, key = _found(row, whom, linking) or _registered(row, whom, linking)
    texts = {column: row.opened(column, linking.house) for column in linking.texts}
    row.person = person
    for column, text in texts.items():
        row.seal(column, text, key)
    return person, key


def _found(row: AskedRow, whom: Whom, linking: Linking) -> tuple[Person, SealingKey] | None:
    if not whom.identity_number:
        return None
    index = index_of("identity-number", whom.identity_number)
    same = Person.objects.filter(controller=row.office.controller_id, identity_index=index)
    person = same.order_by("-pk").first()
    if person is None:
        return None
    if not not_denied(linking.by).filter(pk=person.pk).exists():
        raise Refused((linking.not_yours,))
    hold_still([person.pk])
    return person, keys_of([(person.pk, person.public_id)])[person.pk]


def _registered(row: AskedRow, whom: Whom, linking: Linking) -> tuple[Person, SealingKey]:
    columns = ("sealed_name", "sealed_phone", "sealed_email")
    contact = Contact(*(row.opened(column, linking.house) for column in columns))
    made = register_person(
        contact,
        unit=row.office,
        by=linking.by,
        at=linking.at,
        on=linking.on,
        identity_number=whom.identity_number,
        protection=whom.protection,
    )
    return made.person, made.key
