"""Who at the employer can see an agreement: let in by an invitation, put out by a colleague or by NAV.

What opens is a relation, as for a guide (docs/decisions/0026). It ends with the row that made it.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, QuerySet

from fotfeste.apps.agreements.models import Agreement, EmployerInvitation, EmployerMember
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import OF_AGREEMENT
from fotfeste.apps.people.acting import in_force
from fotfeste.apps.people.models import Account, Controller, Membership, Relation, Unit
from fotfeste.apps.people.models.units import ControllerKind, UnitKind
from fotfeste.apps.vault.keyring import ensure_controller_key
from fotfeste.domain.agreements.standing import employer_sees_until
from fotfeste.domain.permissions import RelationKind, Role
from fotfeste.domain.verdict import Refused, because
from fotfeste.parameters import AGREEMENT_LIMITS

NOT_HERE = because("agreement-employer.not-here", "house §agreements")


@dataclass(frozen=True, slots=True)
class Entering:
    """Somebody who comes in at the employer, and when."""

    account: Account
    unit: Unit
    at: datetime
    on: date


def number_of(agreement: Agreement) -> str:
    """The organisation number of the employer that is a party; empty where there is none."""
    return agreement.employer.organisation_number if agreement.employer else ""


def over_on(agreement: Agreement) -> date | None:
    """The day it ended or ran out."""
    return agreement.ended_on or agreement.lapsed_on


def seen_until(agreement: Agreement) -> date | None:
    """The last day on which the employer's people see it; None while it goes on."""
    over = over_on(agreement)
    if over is None:
        return None
    first = AGREEMENT_LIMITS.versions[-1].effect_from
    return employer_sees_until(over, AGREEMENT_LIMITS.on(max(over, first)))


def members_of(agreement: Agreement) -> QuerySet[EmployerMember]:
    """Those who are let in now, by name."""
    rows = EmployerMember.objects.filter(agreement=agreement, until_day=None)
    return rows.select_related("account", "unit", "relation").order_by("account__name", "pk")


def is_at_work(member: EmployerMember, *, on: date) -> bool:
    """Whether they still stand for this business."""
    roles = Membership.objects.filter(in_force(on), account=member.account_id, unit=member.unit_id)
    return member.account.is_active and roles.filter(role=Role.EMPLOYER_CONTACT).exists()


def workplace(number: str, name: str) -> Unit:
    """The unit of a business, made the first time somebody there comes in. Its key is on disk first."""
    unit = Unit.objects.filter(kind=UnitKind.EMPLOYER, number=number).order_by("pk").first()
    if unit is not None:
        return unit
    controller = Controller(name=name[:120], kind=ControllerKind.BUSINESS)
    ensure_controller_key(str(controller.public_id))
    controller.save()
    return Unit.objects.create(name=name[:120], kind=UnitKind.EMPLOYER, number=number, controller=controller)


def let_in(invitation: EmployerInvitation, agreement: Agreement, entering: Entering) -> EmployerMember:
    """From now on this account sees the agreement. Raises Refused when it does already."""
    account, unit, on = entering.account, entering.unit, entering.on
    if members_of(agreement).filter(account=account).exists():
        raise Refused((NOT_HERE,))
    roles = Membership.objects.filter(in_force(on), account=account, unit=unit, role=Role.EMPLOYER_CONTACT)
    if not roles.exists():
        Membership.objects.create(account=account, unit=unit, role=Role.EMPLOYER_CONTACT, from_day=on)
    relation = Relation.objects.create(
        person_id=agreement.person_id,
        account=account,
        unit=unit,
        kind=RelationKind.EMPLOYER_CONTACT,
        from_day=on,
        until_day=seen_until(agreement),
        why=OF_AGREEMENT,
    )
    return EmployerMember.objects.create(
        person_id=agreement.person_id,
        agreement=agreement,
        account=account,
        relation=relation,
        unit=unit,
        may_sign=invitation.may_sign,
        from_day=on,
        let_in_by_id=invitation.invited_by_id,
    )


def end_member(deed: Deed, agreement: Agreement, about: str) -> None:
    """They see nothing from this moment. What they signed stays signed."""
    row = next((each for each in members_of(agreement) if each.public_id.hex == about), None)
    if row is None:
        raise Refused((NOT_HERE,))
    row.until_day = max(deed.on, row.from_day)
    row.save()
    Relation.objects.filter(pk=row.relation_id, ended_at=None).update(
        until_day=row.until_day, ended_at=deed.at, version=F("version") + 1
    )
    deed.done("agreement.employer-left")
