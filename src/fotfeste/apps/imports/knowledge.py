"""What a row is held against: the team's specialists and employers, and the NAV offices."""

from datetime import date

from django.conf import settings

from fotfeste.apps.employers.models import Employer
from fotfeste.apps.people.acting import in_force
from fotfeste.apps.people.models import Membership, Unit
from fotfeste.apps.people.models.units import UnitKind
from fotfeste.domain.caseload_list.known import Known, KnownEmployer, KnownSpecialist
from fotfeste.domain.nav_office import NavOffice
from fotfeste.domain.permissions import Role


def known_to(team: Unit, *, on: date) -> Known:
    """Everything the team knows on a day."""
    return Known(
        specialists=tuple(_specialists(team, on)),
        nav_offices=tuple(
            NavOffice(unit.number, unit.name.removeprefix("NAV "))
            for unit in Unit.objects.filter(kind=UnitKind.NAV_OFFICE).order_by("number")
        ),
        employers=tuple(
            KnownEmployer(row.public_id.hex, row.name, row.organisation_number, row.place)
            for row in Employer.objects.filter(team=team).order_by("name", "organisation_number")
        ),
        synthetic_only=settings.MODE != "production",
    )


def _specialists(team: Unit, on: date) -> list[KnownSpecialist]:
    rows = Membership.objects.filter(
        in_force(on), unit=team, role=Role.EMPLOYMENT_SPECIALIST, account__is_active=True
    ).select_related("account")
    return [KnownSpecialist(row.account.public_id.hex, row.account.name) for row in rows.order_by("pk")]
