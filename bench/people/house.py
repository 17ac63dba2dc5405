"""Controllers, units, staff and employers around the made-up jobseekers."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from random import Random

from bench.people import words
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.people.models import Account, Clearance, Controller, Membership, Unit
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.apps.people.models.units import ControllerKind, UnitKind
from fotfeste.apps.vault.keyring import ensure_controller_key
from fotfeste.domain.names import search_form
from fotfeste.domain.permissions import Role

SPECIALISTS = 8
"""In each team."""

CASELOAD = 25
"""Whose course is going on, for each specialist. Further ones are discharged."""

_TEAMS_IN_A_HOSPITAL = 25
_EMPLOYERS_OF_A_TEAM = 30
_AT_WORK_SINCE = date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Team:
    """One IPS team, the treatment team and the NAV office it works with, and who works there."""

    controller: Controller
    unit: Unit
    office: Unit
    specialists: list[Account]
    supervisor: Account
    clinicians: list[Account]
    nav_advisers: list[Account]
    employers: list[Employer]


def teams(specialists: int, random: Random) -> list[Team]:
    """As many teams as it takes for that many specialists, each with everyone around it."""
    count = -(-specialists // SPECIALISTS)
    hospitals = _controllers("Helseforetak", -(-count // _TEAMS_IN_A_HOSPITAL), ControllerKind.HOSPITAL)
    (nav,) = _controllers("NAV", 1, ControllerKind.NAV)
    given_by = _accounts("administrator", 1, random)[0]
    made = [_team(number, hospitals[number // _TEAMS_IN_A_HOSPITAL], nav, random) for number in range(count)]
    Clearance.objects.bulk_create(
        Clearance(
            account=team.specialists[0],
            kind=ClearanceKind.PROTECTED,
            given_by=given_by,
            from_day=_AT_WORK_SINCE,
        )
        for team in made
    )
    return made


def _team(number: int, hospital: Controller, nav: Controller, random: Random) -> Team:
    place = f"{words.PLACES[number % len(words.PLACES)]} {number // len(words.PLACES) + 1}"
    unit = Unit.objects.create(name=f"IPS {place}", kind=UnitKind.IPS_TEAM, controller=hospital)
    treatment = Unit.objects.create(name=f"DPS {place}", kind=UnitKind.TREATMENT_TEAM, controller=hospital)
    office = Unit.objects.create(
        name=f"NAV {place}", kind=UnitKind.NAV_OFFICE, number=str(1000 + number), controller=nav
    )

    def staff(called: str, role: Role, many: int, at: Unit) -> list[Account]:
        accounts = _accounts(f"{called}-{number:04}", many, random)
        Membership.objects.bulk_create(
            Membership(account=account, unit=at, role=role, from_day=_AT_WORK_SINCE) for account in accounts
        )
        return accounts

    return Team(
        controller=hospital,
        unit=unit,
        office=office,
        specialists=staff("jobbspesialist", Role.EMPLOYMENT_SPECIALIST, SPECIALISTS, unit),
        supervisor=staff("metodeveileder", Role.IPS_SUPERVISOR, 1, unit)[0],
        clinicians=staff("behandler", Role.CLINICIAN, 10, treatment),
        nav_advisers=staff("veileder", Role.NAV_ADVISER, 5, office),
        employers=_employers(unit, place, random),
    )


def _controllers(called: str, many: int, kind: ControllerKind) -> Sequence[Controller]:
    made = [
        Controller(public_id=uuid.uuid4(), name=f"{called} {number + 1} (oppdiktet)", kind=kind)
        for number in range(many)
    ]
    for controller in made:
        ensure_controller_key(str(controller.public_id))
    return Controller.objects.bulk_create(made)


def _accounts(called: str, many: int, random: Random) -> list[Account]:
    """Nobody can log in with a password: it is `!`."""
    return Account.objects.bulk_create(
        Account(username=f"{called}-{number}", name=name_of_somebody(random), password="!")  # noqa: S106  # no password at all
        for number in range(many)
    )


def _employers(unit: Unit, place: str, random: Random) -> list[Employer]:
    """Without organisation numbers: a made-up one may be somebody's."""
    names = [
        f"{place} {random.choice(words.BUSINESSES)} {number + 1}" for number in range(_EMPLOYERS_OF_A_TEAM)
    ]
    created_at = datetime(2025, 1, 6, 9, tzinfo=UTC)
    return Employer.objects.bulk_create(
        Employer(team=unit, name=name, search_name=search_form(name), created_at=created_at) for name in names
    )


def name_of_somebody(random: Random) -> str:
    """A first and a last name that need not be anybody's."""
    return f"{random.choice(words.FIRST_NAMES)} {random.choice(words.LAST_NAMES)}"
