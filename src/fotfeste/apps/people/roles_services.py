"""Acts on what an account may be: roles in units, and clearances. Never given to oneself. Inside an act."""

from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, record
from fotfeste.apps.people.acting import Acting, in_force
from fotfeste.apps.people.models import Account, Clearance, Membership, Unit
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.domain.administration import may_end_role, may_give_clearance, may_give_role
from fotfeste.domain.permissions import Role
from fotfeste.domain.verdict import Refused


def give_role(
    account: Account,
    role: Role,
    unit: Unit,
    *,
    from_day: date,
    until_day: date | None = None,
    position_percent: int = 100,
    by: Acting,
    at: datetime,
) -> Membership:
    """A role in a unit, from one day to another (both counted in). Raises Refused."""
    verdict = may_give_role(
        role,
        unit.kind,
        is_oneself=account.pk == by.account_id,
        is_program=account.acts_for_id is not None,
        from_day=from_day,
        until_day=until_day,
    )
    if verdict:
        raise Refused(verdict)
    given = Membership.objects.create(
        account=account,
        unit=unit,
        role=role,
        position_percent=position_percent,
        from_day=from_day,
        until_day=until_day,
    )
    _log(Action.ACCOUNT_CHANGED, account, by=by, at=at, area="role_given")
    return given


def end_role(membership: Membership, *, by: Acting, at: datetime, on: date) -> None:
    """The role ends now: yesterday was its last day. One that had not begun is taken back. Raises Refused."""
    if verdict := may_end_role(Role(membership.role), is_oneself=membership.account_id == by.account_id):
        raise Refused(verdict)
    last = on - timedelta(days=1)
    rows = Membership.objects.filter(pk=membership.pk)
    if membership.from_day > last:
        rows.delete()
    else:
        rows.update(until_day=last)
    _log(Action.ACCOUNT_CHANGED, membership.account, by=by, at=at, area="role_ended")


def give_clearance(
    account: Account, kind: ClearanceKind, *, why: str, by: Acting, at: datetime, on: date
) -> None:
    """Trust somebody with protected persons, or with the office's own staff. Raises Refused."""
    verdict = may_give_clearance(is_oneself=account.pk == by.account_id, why=why)
    if verdict:
        raise Refused(verdict)
    if clearances_of(account, on=on).filter(kind=kind).exists():
        return
    Clearance.objects.create(
        account=account, kind=kind, why=why.strip(), given_by_id=by.account_id, from_day=on
    )
    _log(Action.CLEARANCE_CHANGED, account, by=by, at=at, area=f"{kind}_given")


def take_clearance(account: Account, kind: ClearanceKind, *, by: Acting, at: datetime, on: date) -> None:
    """Trust them with it no more, from now on."""
    clearances_of(account, on=on).filter(kind=kind).update(until_day=on - timedelta(days=1))
    _log(Action.CLEARANCE_CHANGED, account, by=by, at=at, area=f"{kind}_taken")


def clearances_of(account: Account, *, on: date) -> QuerySet[Clearance]:
    """The clearances an account holds on a day."""
    return Clearance.objects.filter(in_force(on), account=account)


def _log(action: Action, account: Account, *, by: Acting, at: datetime, area: str) -> None:
    record(Entry(action, by.who, at, object_type="account", object_id=account.public_id, area=area))
