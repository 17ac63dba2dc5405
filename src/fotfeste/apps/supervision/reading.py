"""A specialist's caseload as their supervisor goes through it, and what has been put down between the two."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.agenda.selectors import StoredLine, stored
from fotfeste.apps.around.handover_page import specialists
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.caseload.course import courses
from fotfeste.apps.caseload.mine import going_on
from fotfeste.apps.consents.door import Denied, Found
from fotfeste.apps.consents.many import found_many
from fotfeste.apps.people.acting import Acting, standing
from fotfeste.apps.people.models import Account, Person, Relation
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.supervision.models import SupervisionEntry
from fotfeste.apps.vault.keys import key_for, keys_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.course import CourseStage
from fotfeste.domain.permissions import Decision, Permission, RelationKind, Role
from fotfeste.domain.purposes import Purpose
from fotfeste.domain.supervision import SupervisionKind

MOST = 50


@dataclass(frozen=True, slots=True)
class NextStep:
    """One jobseeker: where in the course, and what is next for them."""

    public_id: UUID
    name: SealedContact
    stage: CourseStage
    line: StoredLine | None


@dataclass(frozen=True, slots=True)
class Put:
    """Something put down between the two; opened when it is said. `person` only for one who may know."""

    row: SupervisionEntry
    key: SealingKey = field(repr=False)
    name: SealedContact | None = None

    def said(self, column: str) -> str:
        """One of its texts: text, next or answer."""
        return self.row.opened(f"sealed_{column}", self.key)


@dataclass(frozen=True, slots=True)
class SupervisionPage:
    """One specialist with the caseload, and what was put down, the newest first."""

    specialist: UUID
    name: str
    steps: tuple[NextStep, ...]
    entries: tuple[Put, ...]


def house_key() -> SealingKey:
    """What texts about nobody in particular are sealed with."""
    return key_for("supervision")


def specialist_of(acting: Acting, public_id: UUID, *, on: date) -> Account:
    """A specialist of one's own team, now or before. Raises Denied for anybody else."""
    known = {each.public_id for each in specialists(acting, on=on)}
    if acting.role is not Role.IPS_SUPERVISOR or public_id not in known:
        raise Denied(Decision(reason_code="access.no-such-person"))
    return Account.objects.get(public_id=public_id)


def access_supervision(acting: Acting, specialist: UUID, *, at: datetime, on: date) -> SupervisionPage:
    """The caseload with each one's next step. Logged with everybody named, for supervision."""
    with act():
        account = specialist_of(acting, specialist, on=on)
        found = _followed(acting, account, at=at, on=on)
        rows = _entries(Q(specialist=account, team=acting.unit_id, supervisor=acting.account_id))
        shown = tuple(each.person.log_id for each in found)
        purpose = Purpose.SUPERVISES
        record(
            Entry(
                Action.CASELOAD_SEEN,
                acting.who,
                at,
                subjects=shown,
                area="supervision",
                purpose=purpose,
                object_type="account",
                object_id=account.public_id,
            )
        )
        known = {each.person.pk: SealedContact(each.person, each.key) for each in found}
        entries = _opened(_about_known(rows, known), known)
        return SupervisionPage(account.public_id, account.name, _steps(found, on), entries)


def access_my_supervision(acting: Acting, *, at: datetime, only_open: bool = False) -> tuple[Put, ...]:
    """What one's supervisor has put down, for the specialist; the open tasks alone for *Today*.

    Nobody hidden from the specialist is named: whoever is not in the caseload any more stands unnamed.
    """
    with act():
        which = Q(specialist=acting.account_id)
        if only_open:
            which &= Q(kind=SupervisionKind.TASK, answered_on=None)
        rows = _entries(which)
        people = {row.person_id for row in rows if row.person_id}
        found = found_many(acting, people, at=at) if people else []
        may = [each for each in found if each.may(Permission.PERSON_LIST)]
        if rows:
            subjects = tuple(each.person.log_id for each in may)
            record(Entry(Action.SUPERVISION_SEEN, acting.who, at, subjects=subjects))
        known = {each.person.pk: SealedContact(each.person, each.key) for each in may}
        return _opened(_about_known(rows, known), known)


def _about_known(
    rows: Iterable[SupervisionEntry], known: Mapping[int, SealedContact]
) -> list[SupervisionEntry]:
    """Those about nobody, and about whom the reader may open."""
    return [row for row in rows if row.person_id is None or row.person_id in known]


def _followed(acting: Acting, account: Account, *, at: datetime, on: date) -> list[Found]:
    relations = Relation.objects.filter(
        standing(on), account=account, kind=RelationKind.EMPLOYMENT_SPECIALIST
    )
    people = going_on(Person.objects.filter(pk__in=relations.values("person")), on=on)
    rows = people.values_list("pk", flat=True)
    found = found_many(acting, rows, at=at, purpose=Purpose.SUPERVISES)
    return [each for each in found if each.may(Permission.AGENDA_READ)]


def _steps(found: list[Found], on: date) -> tuple[NextStep, ...]:
    ids = [each.person.pk for each in found]
    course, first = courses(ids), _first_lines(ids)
    return tuple(
        NextStep(
            public_id=each.person.public_id,
            name=SealedContact(each.person, each.key),
            stage=course[each.person.pk].standing(on=on).stage,
            line=first.get(each.person.pk),
        )
        for each in found
    )


def _first_lines(people: list[int]) -> dict[int, StoredLine]:
    rows = AgendaLine.objects.filter(person_id__in=people, for_role=Role.EMPLOYMENT_SPECIALIST)
    found: dict[int, StoredLine] = {}
    for row in rows.order_by("person_id", "place"):
        found.setdefault(row.person_id, stored(row))
    return found


def _entries(which: Q) -> list[SupervisionEntry]:
    rows = SupervisionEntry.objects.filter(which).select_related("supervisor", "specialist", "person")
    return list(rows.order_by("-day", "-pk")[:MOST])


def _opened(rows: list[SupervisionEntry], known: dict[int, SealedContact]) -> tuple[Put, ...]:
    keys: dict[int, SealingKey] = defaultdict(house_key)
    keys |= keys_of([(row.person.pk, row.person.public_id) for row in rows if row.person is not None])
    return tuple(
        Put(row, keys[row.person_id] if row.person_id else house_key(), known.get(row.person_id or 0))
        for row in rows
    )
