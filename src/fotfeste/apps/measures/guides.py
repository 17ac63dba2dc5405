"""The guide: one at a time, named, put there by a relation that opens, ended with a handover (F-05)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, QuerySet

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.door import OF_MEASURE
from fotfeste.apps.measures.following import participation_followed
from fotfeste.apps.measures.models import GuideAssignment, Participation
from fotfeste.apps.people.acting import Acting, in_force
from fotfeste.apps.people.may_follow import may_follow
from fotfeste.apps.people.models import Account, Membership, Person, Relation
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.permissions import RelationKind, Role
from fotfeste.domain.verdict import Refused, Verdict, because

_OURS = "house §providers"


@dataclass(frozen=True, slots=True)
class By:
    """Who names a guide, and when."""

    acting: Acting
    at: datetime
    on: date


def guides_at(unit: int | None, *, on: date) -> list[Account]:
    """Those who work as guides at a provider that day, by name."""
    roles = Membership.objects.filter(in_force(on), unit=unit, role=Role.GUIDE)
    found = Account.objects.filter(is_active=True, pk__in=roles.values("account"))
    return list(found.order_by("name", "pk"))


def guide_now(row: Participation) -> GuideAssignment | None:
    """The guide of this participation, if there is one."""
    return assignments_of(row).filter(until_day=None).first()


def assignments_of(row: Participation) -> QuerySet[GuideAssignment]:
    """All who have been the guide, the newest first."""
    rows = GuideAssignment.objects.filter(participation=row).select_related("account", "relation")
    return rows.order_by("-pk")


def is_missing(assignment: GuideAssignment | None, guides: list[Account]) -> bool:
    """Whether somebody must be named: nobody is, or whoever was no longer works there."""
    return assignment is None or all(assignment.account_id != each.pk for each in guides)


def chosen_guide(row: Participation, person: Person, guide: UUID | None, *, on: date) -> Account | Verdict:
    """The guide by id, or why not: only somebody at this provider, who may see this person."""
    found = next((each for each in guides_at(row.provider_id, on=on) if each.public_id == guide), None)
    if found is None or not may_follow(found, person, on=on):
        return (because("measure-guide.not-here", _OURS),)
    return found


def appoint(row: Participation, person: Person, guide: Account, by: By) -> GuideAssignment:
    """This one is the guide from today, until the participation is over and no longer to be seen."""
    relation = Relation.objects.create(
        person=person,
        account=guide,
        unit_id=row.provider_id,
        kind=RelationKind.GUIDE,
        from_day=by.on,
        until_day=max(row.seen_until, by.on),
        why=OF_MEASURE,
    )
    return GuideAssignment.objects.create(
        person=person,
        participation=row,
        account=guide,
        relation=relation,
        from_day=by.on,
        written_on=by.on,
        written_by_id=by.acting.account_id,
    )


def relieve(assignment: GuideAssignment, handover: str, key: SealingKey, by: By) -> None:
    """No longer the guide, from this moment. What is handed over stays with the row."""
    assignment.until_day = max(by.on, assignment.from_day)
    assignment.seal("sealed_handover", handover.strip(), key)
    assignment.save()
    Relation.objects.filter(pk=assignment.relation_id or 0, ended_at=None).update(
        until_day=assignment.until_day, ended_at=by.at, version=F("version") + 1
    )


def change_guide(deed: Deed, about: str, *, guide: UUID | None, handover: str) -> None:
    """The guide hands over to a colleague, who is the guide from now on."""
    row = participation_followed(deed.found, deed.by, about, at=deed.at, on=deed.on)
    before = guide_now(row)
    found = chosen_guide(row, deed.person, guide, on=deed.on)
    if not isinstance(found, Account):
        raise Refused(found)
    if before is None or before.account_id == found.pk:
        raise Refused((because("measure-guide.same", _OURS),))
    by = By(deed.by, deed.at, deed.on)
    relieve(before, handover, deed.key, by)
    appoint(row, deed.person, found, by)
    deed.done("measure.guide-changed")


def end_guide(deed: Deed, about: str, *, why: str) -> None:
    """NAV lets the guide go; the provider names another. Nobody but NAV sees the case meanwhile."""
    row = participation_followed(deed.found, deed.by, about, at=deed.at, on=deed.on)
    before = guide_now(row)
    refuse(() if before else (because("measure-guide.none", _OURS),))
    assert before is not None  # noqa: S101  # refused above
    relieve(before, why, deed.key, By(deed.by, deed.at, deed.on))
    deed.done("measure.guide-ended")
