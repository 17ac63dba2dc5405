"""People around a facilitation agreement, for tests: one that NAV has decided to use."""

from datetime import date

from fotfeste.apps.agreements.models import Agreement
from fotfeste.apps.people.models import OfficeInCharge
from fotfeste.cli.cast import Cast


def agreement_for(cast: Cast, person: str, *, used_on: date | None = None) -> Agreement:
    """NAV Bodø, which answers for this person, uses the agreement from a day."""
    office, about = cast.units["nav_bodo"], cast.people[person]
    OfficeInCharge.objects.get_or_create(
        person=about, until_day=None, defaults={"unit": office, "from_day": cast.on}
    )
    return Agreement.objects.create(
        person=about,
        office=office,
        used_on=used_on or cast.on,
        decided_by=cast.accounts["hege"],
        target_group="young",
        changed_on=used_on or cast.on,
    )
