"""Somebody who takes part in a measure, put down as NAV's decision would have left it."""

from datetime import date

from fotfeste.apps.measures.models import MeasureCase, NeedTalk, Participation
from fotfeste.apps.people.models import OfficeInCharge
from fotfeste.cli.cast import Cast

LATE = date(2026, 9, 1)


def taking_part(
    cast: Cast,
    *,
    first: date = LATE,
    last: date = date(2027, 2, 28),
    reduced: bool | None = None,
    measure: str = "follow_up",
    has_begun: bool = True,
) -> Participation:
    """Nora takes part; NAV Bodø answers for her. Another of hers belongs to the same case."""
    nora, hege, office = cast.people["nora"], cast.accounts["hege"], cast.units["nav_bodo"]
    OfficeInCharge.objects.get_or_create(
        person=nora, until_day=None, defaults={"unit": office, "from_day": first}
    )
    case, _ = MeasureCase.objects.get_or_create(
        person=nora, office=office, defaults={"opened_on": first, "opened_by": hege, "measure": measure}
    )
    NeedTalk.objects.create(
        person=nora, case=case, written_on=first, written_by=hege, talked_on=first, reduced_capacity=reduced
    )
    return Participation.objects.create(
        person=nora,
        case=case,
        office=office,
        measure=measure,
        aim="new_job",
        starts_on=first,
        first_start=first if has_begun else None,
        last_day=last,
    )
