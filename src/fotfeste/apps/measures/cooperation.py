"""Whether a NAV office works with the health service on IPS: kept by the office itself, with dates (W-10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.measures.models import OfficeCooperation
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Unit
from fotfeste.apps.people.models.units import UnitKind
from fotfeste.apps.people.timeline import logged
from fotfeste.domain.day_limits import can_be_known
from fotfeste.domain.verdict import Refused, because


@dataclass(frozen=True, slots=True)
class OfficeListed:
    """An office, and what it has said last that counts today. None: nothing is known."""

    office: Unit
    row: OfficeCooperation | None

    @property
    def is_integrated(self) -> bool | None:
        """Whether it works with the health service on IPS."""
        return self.row.is_integrated if self.row else None


def cooperation_on(offices: Sequence[int], *, on: date) -> dict[int, OfficeCooperation]:
    """What counts that day for each office that has said anything."""
    rows = OfficeCooperation.objects.filter(office__in=offices, from_day__lte=on)
    return {row.office_id: row for row in rows.order_by("from_day", "pk")}


def offices_listed(*, on: date) -> list[OfficeListed]:
    """Every NAV office: those that lack the cooperation first, then those nobody knows of, then the rest."""
    offices = list(Unit.objects.filter(kind=UnitKind.NAV_OFFICE).order_by("name", "pk"))
    said = cooperation_on([office.pk for office in offices], on=on)
    listed = [OfficeListed(office, said.get(office.pk)) for office in offices]
    place = {False: 0, None: 1, True: 2}
    return sorted(listed, key=lambda each: place[each.is_integrated])


def newest_of_own_office(acting: Acting) -> OfficeCooperation | None:
    """What one's own office has said last."""
    return OfficeCooperation.objects.filter(office=acting.unit_id).order_by("-pk").first()


def act_put_down_cooperation(
    acting: Acting, *, is_integrated: bool, from_day: date, with_whom: str, at: datetime, on: date
) -> OfficeCooperation:
    """One's own office says it. What it said before stays."""
    with act():
        office = Unit.objects.filter(pk=acting.unit_id or 0, kind=UnitKind.NAV_OFFICE).first()
        if office is None:
            raise Refused((because("measure-request.no-such-office", "house §measures"),))
        if against := can_be_known(from_day, on=on):
            raise Refused(against)
        row = OfficeCooperation.objects.create(
            office=office,
            is_integrated=is_integrated,
            from_day=from_day,
            with_whom=with_whom.strip() if is_integrated else "",
            written_on=on,
            written_by_id=acting.account_id,
        )
        logged(Action.OFFICE_COOPERATION_CHANGED, by=acting, at=at, about=None)
        return row
