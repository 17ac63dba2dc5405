"""The fixed contact person in NAV: always one, named, with a door of their own (A-04)."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from fotfeste.apps.agreements.models import Agreement, ContactPerson
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.door import OF_AGREEMENT
from fotfeste.apps.people.acting import in_force
from fotfeste.apps.people.may_follow import may_follow
from fotfeste.apps.people.models import Membership, Relation
from fotfeste.apps.people.models.units import UnitKind
from fotfeste.domain.agreements.content import Reached
from fotfeste.domain.permissions import RelationKind, Role
from fotfeste.domain.verdict import because

_OURS = "house §agreements"


def contact_now(agreement: Agreement) -> ContactPerson | None:
    """The contact person, if there is one who can still be it: active, and working in NAV."""
    rows = ContactPerson.objects.filter(agreement=agreement, until_day=None, account__is_active=True)
    return rows.select_related("account", "unit", "relation").first()


def reached(row: ContactPerson) -> Reached:
    """The contact person by name, and how to reach them, as the agreement says it."""
    return Reached(row.account.name, row.account.phone, row.account.email)


def advisers_of(agreement: Agreement, *, on: date) -> list[Membership]:
    """Those in NAV who can be the contact person, those of the office in charge first."""
    rows = Membership.objects.filter(
        in_force(on), role=Role.NAV_ADVISER, unit__kind=UnitKind.NAV_OFFICE, account__is_active=True
    )
    found = list(rows.select_related("account", "unit").order_by("unit__name", "account__name", "pk"))
    return sorted(found, key=lambda each: each.unit_id != agreement.office_id)


def name_contact(
    deed: Deed, agreement: Agreement, membership: UUID | None, *, handover: str = ""
) -> ContactPerson:
    """This one is the contact person from now on. Whoever was it hands over, and sees it no more."""
    chosen = next((each for each in advisers_of(agreement, on=deed.on) if each.public_id == membership), None)
    before = ContactPerson.objects.filter(agreement=agreement, until_day=None).first()
    if chosen is None or not may_follow(chosen.account, deed.person, on=deed.on):
        refuse((because("agreement.contact-person-not-in-nav", _OURS),))
    assert chosen is not None  # noqa: S101  # refused above
    if before is not None and before.account_id == chosen.account_id:
        refuse((because("agreement.same-contact-person", _OURS),))
    if before is not None:
        _relieve(before, handover, deed)
    relation = Relation.objects.create(
        person=deed.person,
        account=chosen.account,
        unit=chosen.unit,
        kind=RelationKind.CONTACT_PERSON,
        from_day=deed.on,
        why=OF_AGREEMENT,
    )
    return ContactPerson.objects.create(
        person=deed.person,
        agreement=agreement,
        account=chosen.account,
        unit=chosen.unit,
        relation=relation,
        from_day=deed.on,
        named_by_id=deed.by.account_id,
    )


def end_contact(agreement: Agreement, *, at: datetime, on: date) -> None:
    """The agreement is over: nobody is its contact person any longer."""
    for row in ContactPerson.objects.filter(agreement=agreement, until_day=None):
        _close(row, at=at, on=on)
        row.save()


def _relieve(row: ContactPerson, handover: str, deed: Deed) -> None:
    _close(row, at=deed.at, on=deed.on)
    row.seal("sealed_handover", handover.strip(), deed.key)
    row.save()


def _close(row: ContactPerson, *, at: datetime, on: date) -> None:
    row.until_day = max(on, row.from_day)
    Relation.objects.filter(pk=row.relation_id, ended_at=None).update(
        until_day=row.until_day, ended_at=at, version=F("version") + 1
    )
