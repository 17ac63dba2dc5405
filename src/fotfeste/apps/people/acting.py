"""Who is acting right now: an account, in one role, in one unit, through one door."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from fotfeste.apps.audit.actions import Channel
from fotfeste.apps.audit.ledger import NO_REQUEST, Who
from fotfeste.apps.people.models import Account, Clearance, Membership
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.domain.permissions import Ability, Role, has_ability
from fotfeste.prepared import prepared


@dataclass(frozen=True, slots=True)
class Acting:
    """The actor of one request. `machine` is the program's own account when a program acts for somebody."""

    account_id: int
    account: UUID
    name: str
    role: Role
    unit_id: int | None
    unit: UUID | None
    unit_name: str
    unit_kind: str
    controller_id: int | None
    person_id: int | None
    is_active: bool
    clearances: frozenset[str]
    membership: UUID | None
    position_percent: int = 100
    language: str = "nb"
    channel: Channel = Channel.PAGE
    request_id: UUID = NO_REQUEST
    machine: UUID | None = None

    @property
    def who(self) -> Who:
        """How the log names the actor."""
        return Who(
            account=self.machine or self.account,
            role=self.role,
            unit=self.unit,
            on_behalf_of=self.account if self.machine else None,
            channel=self.channel,
            request_id=self.request_id,
        )

    def has(self, ability: Ability) -> bool:
        """Whether the role may do this at all."""
        return self.is_active and has_ability(self.role, ability)

    def through(self, channel: Channel, request_id: UUID, machine: UUID | None = None) -> "Acting":
        """The same actor, through another door or in another request."""
        return replace(self, channel=channel, request_id=request_id, machine=machine)


def in_force(on: date, prefix: str = "") -> Q:
    """Rows with `from_day` and `until_day` that hold on a day; both days are counted in."""
    return Q(**{f"{prefix}from_day__lte": on}) & (
        Q(**{f"{prefix}until_day": None}) | Q(**{f"{prefix}until_day__gte": on})
    )


def standing(on: date) -> Q:
    """Relations that hold on a day and that nobody has ended."""
    return in_force(on) & Q(ended_at=None)


def memberships_of(account: Account, *, on: date) -> QuerySet[Membership]:
    """The roles an account has on a day, the first one first."""
    return _memberships(account.pk, on)


def _memberships(account: int, on: date) -> QuerySet[Membership]:
    return Membership.objects.filter(in_force(on), account=account).select_related("unit").order_by("pk")


def acting(account: Account, *, on: date, membership: UUID | None = None) -> Acting | None:
    """The account as an actor in one of its roles (the named one, or its first); None when it has none.

    A jobseeker needs no membership: the account belongs to the person.
    """
    if account.person_id is not None:
        return _as_jobseeker(account)
    chosen = _chosen(account, on=on, membership=membership)
    return _as_member(account, chosen, on=on) if chosen else None


def _chosen(account: Account, *, on: date, membership: UUID | None) -> Membership | None:
    roles = _with_clearances(account.pk, on)
    named = [role for role in roles if role.public_id == membership]
    return next(iter(named or roles), None)


def _as_jobseeker(account: Account) -> Acting:
    return Acting(
        account_id=account.pk,
        account=account.public_id,
        name=account.name,
        role=Role.JOBSEEKER,
        unit_id=None,
        unit=None,
        unit_name="",
        unit_kind="",
        controller_id=None,
        person_id=account.person_id,
        is_active=account.is_active,
        clearances=frozenset(),
        membership=None,
        language=account.language,
    )


def _as_member(account: Account, membership: Membership, *, on: date) -> Acting:
    unit = membership.unit
    return Acting(
        account_id=account.pk,
        account=account.public_id,
        name=account.name,
        role=Role(membership.role),
        unit_id=unit.pk,
        unit=unit.public_id,
        unit_name=unit.name,
        unit_kind=unit.kind,
        controller_id=unit.controller_id,
        person_id=None,
        is_active=account.is_active,
        clearances=_clearances(membership),
        membership=membership.public_id,
        position_percent=membership.position_percent,
        language=account.language,
    )


@prepared
def _with_clearances(account: int, on: date) -> QuerySet[Membership]:
    """The roles, and the clearances in the same statement: every request begins here."""
    return _cleared(_memberships(account, on), on)


def acting_in(memberships: Iterable[int], *, on: date) -> list[Acting]:
    """Several roles (row ids) as the actors they are that day, in one statement, without those over."""
    rows = Membership.objects.filter(in_force(on), pk__in=list(memberships), account__is_active=True)
    found = _cleared(rows.select_related("account", "unit").order_by("account__name", "pk"), on)
    return [_as_member(row.account, row, on=on) for row in found]


def _cleared(roles: QuerySet[Membership], on: date) -> QuerySet[Membership]:
    held = Clearance.objects.filter(in_force(on), account=OuterRef("account"))
    return roles.annotate(**{_cleared_for(kind): Exists(held.filter(kind=kind)) for kind in ClearanceKind})


def _clearances(membership: Membership) -> frozenset[str]:
    return frozenset(str(kind) for kind in ClearanceKind if getattr(membership, _cleared_for(kind)))


def _cleared_for(kind: ClearanceKind) -> str:
    return f"is_cleared_for_{kind.value}"


def is_cleared(acting: Acting, kind: ClearanceKind) -> bool:
    """Whether the actor is trusted with this kind of protected person."""
    return kind in acting.clearances
