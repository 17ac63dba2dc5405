"""Who is too close to whom: what staff have told of themselves, also about persons who come here later."""

from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, record
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Closeness, DeclaredCloseness, Person
from fotfeste.apps.vault.keys import index_of
from fotfeste.domain.closeness import ClosenessKind


def is_close(account_id: int) -> Any:
    """Whether this account is close to the person of the row asked about: for `annotate` and `exclude`."""
    here = Closeness.objects.filter(person=OuterRef("pk"), account=account_id)
    told = DeclaredCloseness.objects.filter(identity_index=OuterRef("identity_index"), account=account_id)
    return Q(Exists(here)) | Q(Exists(told))


def declare_closeness(
    identity_number: str, kind: ClosenessKind, *, by: Acting, at: datetime, on: date
) -> None:
    """Whoever has this identity number is not to be seen by the one who tells it: now, or when they come.

    The same is kept and the same is logged whether the person is here or not. The number is already checked.
    """
    index = index_of("identity-number", identity_number)
    DeclaredCloseness.objects.get_or_create(
        account_id=by.account_id, identity_index=index, defaults={"kind": kind, "declared_on": on}
    )
    for person in Person.objects.filter(identity_index=index):
        Closeness.objects.get_or_create(
            person=person, account_id=by.account_id, defaults={"kind": kind, "declared_on": on}
        )
    record(Entry(Action.CLOSENESS_DECLARED, by.who, at, object_type="account", object_id=by.account))


def declared_by(account_id: int) -> QuerySet[DeclaredCloseness]:
    """What an account has told of itself, the latest first. It says when, never about whom."""
    return DeclaredCloseness.objects.filter(account=account_id).order_by("-declared_on", "-pk")
