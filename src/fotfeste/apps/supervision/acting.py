"""Putting down supervision, coaching and tasks; and the specialist's answer to a task."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.consents.door import Denied, Found, opened
from fotfeste.apps.consents.many import found_many
from fotfeste.apps.people.acting import Acting, standing
from fotfeste.apps.people.models import Account, Relation
from fotfeste.apps.people.timeline import happened
from fotfeste.apps.supervision.models import SupervisionEntry
from fotfeste.apps.supervision.reading import house_key, specialist_of
from fotfeste.apps.vault.keys import keys_of
from fotfeste.domain.permissions import Decision, Permission, RelationKind
from fotfeste.domain.purposes import Purpose
from fotfeste.domain.supervision import SupervisionFacts, SupervisionKind, may_be_answered, may_be_put_down
from fotfeste.domain.verdict import Refused


@dataclass(frozen=True, slots=True)
class PutDown:
    """What is put down. `next_step` is what coaching led to; `person` is whom a task is about."""

    kind: SupervisionKind
    day: date
    text: str = ""
    next_step: str = ""
    due: date | None = None
    person: UUID | None = None


def act_put_down(acting: Acting, specialist: UUID, what: PutDown, *, at: datetime, on: date) -> UUID:
    """Put it down. Raises Refused with every reason."""
    with act():
        account = specialist_of(acting, specialist, on=on)
        facts = SupervisionFacts(what.kind, what.day, bool(what.text.strip()), what.due)
        if against := may_be_put_down(facts, on=on):
            raise Refused(against)
        found = _about(acting, account, what.person, at=at, on=on) if what.person else None
        row = SupervisionEntry(
            team_id=acting.unit_id or 0,
            specialist=account,
            supervisor_id=acting.account_id,
            kind=what.kind,
            day=what.day,
            due=what.due,
            person=found.person if found else None,
        )
        key = found.key if found else house_key()
        row.seal("sealed_text", what.text, key)
        row.seal("sealed_next", what.next_step, key)
        row.save()
        if found is not None:
            happened(found.person, "supervision.task-given", on=on, by=acting, at=at)
        record(_entry(acting, account, at, area=what.kind))
        return row.public_id


def act_answer(acting: Acting, task: UUID, text: str, *, at: datetime, on: date) -> None:
    """The specialist answers a task of their own, once."""
    with act():
        rows = SupervisionEntry.objects.select_for_update(of=("self",)).select_related("person", "specialist")
        row = rows.filter(public_id=task, specialist=acting.account_id, kind=SupervisionKind.TASK).first()
        if row is None:
            raise Denied(Decision(reason_code="access.no-such-person"))
        if against := may_be_answered(is_answered=row.answered_on is not None):
            raise Refused(against)
        key = house_key()
        if row.person is not None:
            _must_be_open(acting, row.person.pk, at=at)
            key = keys_of([(row.person.pk, row.person.public_id)])[row.person.pk]
        row.answered_on = on
        row.version += 1
        row.seal("sealed_answer", text, key)
        row.save(update_fields=["answered_on", "sealed_answer", "version"])
        about = (row.person.log_id,) if row.person is not None else ()
        record(_entry(acting, row.specialist, at, area="answered", subjects=about))


def _about(acting: Acting, account: Account, person: UUID, *, at: datetime, on: date) -> Found:
    """The jobseeker of a task, through the supervisor's own door; only one whom the specialist follows."""
    door = opened(
        acting,
        person,
        Permission.AGENDA_READ,
        at=at,
        action=Action.SUPERVISION_RECORDED,
        purpose=Purpose.SUPERVISES,
    )
    with door as found:
        followed = Relation.objects.filter(
            standing(on), person=found.person, account=account, kind=RelationKind.EMPLOYMENT_SPECIALIST
        )
        if not followed.exists():
            raise Denied(Decision(reason_code="access.no-such-person"))
        return found


def _must_be_open(acting: Acting, person: int, *, at: datetime) -> None:
    """A task about somebody who is closed to the specialist by now is not there any more."""
    found = found_many(acting, [person], at=at)
    if not any(each.may(Permission.PERSON_LIST) for each in found):
        raise Denied(Decision(reason_code="access.no-such-person"))


def _entry(
    acting: Acting, account: Account, at: datetime, *, area: str, subjects: tuple[UUID, ...] = ()
) -> Entry:
    return Entry(
        Action.SUPERVISION_RECORDED,
        acting.who,
        at,
        subjects=subjects,
        object_type="account",
        object_id=account.public_id,
        area=area,
    )
