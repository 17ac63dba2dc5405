"""Finding staff, and who was who: names and units behind the ids that the log keeps."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from fotfeste.apps.people.acting import Acting, in_force
from fotfeste.apps.people.models import Account, Membership, Unit
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.domain.permissions import Role

MOST_FOUND = 20


def colleagues(unit_id: int, role: Role, *, on: date) -> QuerySet[Account]:
    """Those with an open account who act in this role in a unit that day, by name."""
    roles = Membership.objects.filter(in_force(on), unit_id=unit_id, role=role)
    return Account.objects.filter(pk__in=roles.values("account"), is_active=True).order_by("name", "pk")


def colleague_roles(acting: Acting, role: Role, *, on: date) -> list[Membership]:
    """This role as others in one's own unit have it that day, by name."""
    if acting.unit_id is None:
        return []
    rows = Membership.objects.filter(
        in_force(on), unit_id=acting.unit_id, role=role, account__is_active=True
    ).exclude(account=acting.account_id)
    return list(rows.select_related("account", "unit").order_by("account__name", "pk"))


def ever_in(unit_id: int, role: Role) -> QuerySet[Account]:
    """Everyone who ever acted in this role in a unit, also those who have left, by name."""
    roles = Membership.objects.filter(unit_id=unit_id, role=role)
    return Account.objects.filter(pk__in=roles.values("account")).order_by("name", "pk")


def staff_called(typed: str, role: Role, *, on: date) -> list[Membership]:
    """Those in a role whose name has the typed words in it. At most twenty; nobody for an empty text."""
    words = typed.split()
    if not words:
        return []
    rows = Membership.objects.filter(in_force(on), role=role, account__is_active=True)
    for word in words:
        rows = rows.filter(Q(account__name__icontains=word) | Q(unit__name__icontains=word))
    return list(rows.select_related("account", "unit").order_by("account__name", "pk")[:MOST_FOUND])


def membership_in(role: Role, public_id: UUID, *, on: date) -> Membership | None:
    """A role that somebody with an open account has that day, or None."""
    rows = Membership.objects.filter(in_force(on), role=role, public_id=public_id, account__is_active=True)
    return rows.select_related("account", "unit").first()


def cleared_for(kind: ClearanceKind, *, on: date) -> Q:
    """Accounts that hold a clearance of this kind that day."""
    return Q(clearances__kind=kind) & in_force(on, "clearances__")


def names_of_staff(public_ids: Iterable[UUID]) -> dict[UUID, str]:
    """What those accounts are called."""
    rows = Account.objects.filter(public_id__in=set(public_ids), person=None)
    return dict(rows.values_list("public_id", "name"))


def names_of_units(public_ids: Iterable[UUID]) -> dict[UUID, str]:
    """What those units are called."""
    return dict(Unit.objects.filter(public_id__in=set(public_ids)).values_list("public_id", "name"))
