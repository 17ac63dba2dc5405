"""Whether a person agrees to be named in a unit's meeting: said by themselves, or told to the specialist."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.people.models import Unit, UnitOwnership
from fotfeste.apps.unit_meetings.models import NamingStatement
from fotfeste.apps.unit_meetings.treating import teams_that_treat, treating_relations
from fotfeste.domain.consent import Given
from fotfeste.domain.unit_meeting import UnitMeetingKind
from fotfeste.domain.verdict import because

TEXT_VERSION = "2026-11"
"""The version of the words the person reads before they answer (web/naming_words.py)."""

Key = tuple[int, str, int]
"""Whom it is about, in which kind of meeting, of which unit (row ids)."""


def units_of(person: int, *, on: date) -> list[tuple[UnitMeetingKind, Unit]]:
    """The meetings in which the person can come up, and those they have said yes to, to withdraw it."""
    owner = UnitOwnership.objects.filter(person=person, until_day=None).select_related("unit").first()
    around = treating_relations(on=on).filter(person=person)
    found = [(UnitMeetingKind.VOCATIONAL_UNIT, owner.unit)] if owner else []
    found += [(UnitMeetingKind.TREATMENT_TEAM, unit) for unit in teams_that_treat(around, on=on)]
    said = NamingStatement.objects.filter(person=person, ended_at=None, agrees=True).select_related("unit")
    found += [(UnitMeetingKind(row.kind), row.unit) for row in said.order_by("pk")]
    return list(dict.fromkeys(found))


def namings_of(person: int) -> list[NamingStatement]:
    """Everything the person has said about being named, what holds now first."""
    rows = NamingStatement.objects.filter(person=person).select_related("unit", "written_by")
    return sorted(rows, key=lambda row: (row.ended_at is not None, -row.pk))


def state_naming(
    deed: Deed, kind: UnitMeetingKind, unit: UUID | None, *, agrees: bool, given: Given
) -> NamingStatement:
    """The person says yes or no, and that holds from this moment. The last word counts."""
    offered = {(each, row.public_id): row for each, row in units_of(deed.person.pk, on=deed.on)}
    found = offered.get((kind, unit)) if unit else None
    if found is None:
        refuse((because("unit-meeting.no-such-unit", "house §unit-meeting"),))
        raise LookupError("a verdict with a reason refuses")
    before = NamingStatement.objects.filter(person=deed.person, kind=kind, unit=found, ended_at=None)
    before.update(ended_at=deed.at)
    said = NamingStatement.objects.create(
        person=deed.person,
        kind=kind,
        unit=found,
        agrees=agrees,
        stated_on=deed.on,
        text_version=TEXT_VERSION,
        given=given,
        written_by_id=deed.by.account_id,
    )
    deed.done("naming.agreed" if agrees else "naming.refused", meeting=kind)
    return said


def those_who_agree(people: Iterable[int]) -> set[Key]:
    """Who agrees to be named in which meetings now."""
    rows = NamingStatement.objects.filter(person__in=list(people), agrees=True, ended_at=None)
    return set(rows.values_list("person_id", "kind", "unit_id"))
