"""Who is too close to whom: what staff have told of themselves, also about persons who come here later.

Telling takes the same work and the same time whether the person is here or not; what follows from it for a
person who is here, the worker does (fotfeste.jobs.closeness). The door is shut from the moment it was told.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, record
from fotfeste.apps.outbox.services import send_errand
from fotfeste.apps.people.acting import Acting, standing
from fotfeste.apps.people.models import Closeness, DeclaredCloseness, Person, Relation
from fotfeste.apps.vault.keys import index_of
from fotfeste.domain.closeness import ClosenessKind, StepBackFacts, may_step_back
from fotfeste.domain.permissions import RelationKind
from fotfeste.domain.verdict import Refused

KEEP_APART = "people.keep_apart"


def is_close(account_id: int) -> Any:
    """Whether this account is close to the person of the row asked about: for `annotate` and `exclude`."""
    here = Closeness.objects.filter(person=OuterRef("pk"), account=account_id)
    told = DeclaredCloseness.objects.filter(identity_index=OuterRef("identity_index"), account=account_id)
    return Q(Exists(here)) | Q(Exists(told))


def tell_of_closeness(
    identity_number: str, kind: ClosenessKind, *, by: Acting, at: datetime, on: date
) -> None:
    """Whoever has this identity number is not to be seen by the one who tells it: now, or when they come.

    The number is already checked. Raises Refused when the teller is the person's specialist: they know that
    the person is here, and must name who takes over on the person's page.
    """
    index = index_of("identity-number", identity_number)
    if against := may_step_back(StepBackFacts(_follows(index, by, on), names_successor=False)):
        raise Refused(against)
    told, _ = DeclaredCloseness.objects.get_or_create(
        account_id=by.account_id, identity_index=index, defaults={"kind": kind, "declared_on": on}
    )
    send_errand(KEEP_APART, at=at, declared=told.pk)
    record(Entry(Action.CLOSENESS_DECLARED, by.who, at, object_type="account", object_id=by.account))


def keep_apart(people: Iterable[Person]) -> None:
    """Persons who have just come: whoever has told that they are close to one never sees that one."""
    by_index = {bytes(person.identity_index): person for person in people if person.identity_index}
    told = DeclaredCloseness.objects.filter(identity_index__in=list(by_index))
    Closeness.objects.bulk_create(
        (
            Closeness(
                person=by_index[bytes(row.identity_index)],
                account_id=row.account_id,
                kind=row.kind,
                declared_on=row.declared_on,
            )
            for row in told
        ),
        ignore_conflicts=True,
    )


def declared_by(account_id: int) -> QuerySet[DeclaredCloseness]:
    """What an account has told of itself, the latest first. It says when, never about whom."""
    return DeclaredCloseness.objects.filter(account=account_id).order_by("-declared_on", "-pk")


def _follows(index: bytes, by: Acting, on: date) -> bool:
    mine = Relation.objects.filter(
        standing(on), account=by.account_id, kind=RelationKind.EMPLOYMENT_SPECIALIST
    )
    return mine.filter(person__identity_index=index).exists()
