"""The standing cast: the same made-up people in the demo and in the tests.

All are invented, and their identity numbers are of the synthetic series (month + 80).
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import make_password

from fotfeste.apps.agenda.services import rewrite
from fotfeste.apps.audit.actions import Channel
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.consents.models import Answer, ConsentStatement
from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.people.acting import Acting, acting
from fotfeste.apps.people.models import Account, Clearance, Controller, Membership, Person, Unit
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.apps.people.models.units import ControllerKind, UnitKind
from fotfeste.apps.people.records import Contact
from fotfeste.apps.people.services import begin_relation, register_person
from fotfeste.apps.vault.keyring import ensure_controller_key
from fotfeste.domain.permissions import ConsentScope, Protection, RelationKind, Role

BEGAN = date(2024, 1, 1)
"""The day all roles of the cast began."""

GUIDELINE = "2020-04"

PASSWORD = "oppdiktet-og-langt"  # noqa: S105  # made-up people in a demo; printed at the start for everyone to use

CONTROLLERS = {
    "hospital": ("Nordlandssykehuset (demo)", ControllerKind.HOSPITAL),
    "nav": ("NAV (demo)", ControllerKind.NAV),
    "brobygger": ("Brobygger Tiltak AS (demo)", ControllerKind.BUSINESS),
    "rana_renhold": ("Rana Renhold (demo)", ControllerKind.BUSINESS),
    "operations": ("Drift av Fotfeste (demo)", ControllerKind.HOSPITAL),
}

UNITS = {
    "ips_salten": ("IPS Salten", UnitKind.IPS_TEAM, "", "hospital"),
    "ips_helgeland": ("IPS Helgeland", UnitKind.IPS_TEAM, "", "hospital"),
    "dps_salten": ("DPS Salten", UnitKind.TREATMENT_TEAM, "", "hospital"),
    "nav_bodo": ("NAV Bodø", UnitKind.NAV_OFFICE, "1804", "nav"),
    "nav_narvik": ("NAV Narvik", UnitKind.NAV_OFFICE, "1806", "nav"),
    "nav_rana": ("NAV Rana", UnitKind.NAV_OFFICE, "1833", "nav"),
    "nav_fauske": ("NAV Fauske", UnitKind.NAV_OFFICE, "1841", "nav"),
    "brobygger": ("Brobygger Tiltak AS", UnitKind.PROVIDER, "", "brobygger"),
    "rana_renhold": ("Rana Renhold", UnitKind.EMPLOYER, "912345602", "rana_renhold"),
    "operations": ("Drift", UnitKind.ADMINISTRATION, "", "operations"),
}


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who works around jobseekers."""

    name: str
    role: Role
    unit: str


STAFF = {
    "siv": Staff("Siv Rønning", Role.EMPLOYMENT_SPECIALIST, "ips_salten"),
    "jonas": Staff("Jonas Eidissen", Role.EMPLOYMENT_SPECIALIST, "ips_salten"),
    "marit": Staff("Marit Balto", Role.EMPLOYMENT_SPECIALIST, "ips_salten"),
    "mette": Staff("Mette Solvang", Role.IPS_SUPERVISOR, "ips_salten"),
    "odd": Staff("Odd Lien", Role.EMPLOYMENT_SPECIALIST, "ips_helgeland"),
    "berit": Staff("Berit Aas", Role.CLINICIAN, "dps_salten"),
    "hege": Staff("Hege Dahl", Role.NAV_ADVISER, "nav_bodo"),
    "tom": Staff("Tom Aasen", Role.NAV_ADVISER, "nav_fauske"),
    "guro": Staff("Guro Vang", Role.GUIDE, "brobygger"),
    "erik": Staff("Erik Stormo", Role.EMPLOYER_CONTACT, "rana_renhold"),
    "arne": Staff("Arne Moe", Role.ADMINISTRATOR, "operations"),
}


@dataclass(frozen=True, slots=True)
class Jobseeker:
    """A jobseeker of the cast, and who is around them."""

    name: str
    identity_number: str
    referred_on: date
    specialist: str
    clinician: str = ""
    nav_adviser: str = ""
    consents_to_nav: bool = False
    protection: Protection = Protection.NONE


JOBSEEKERS = {
    "nora": Jobseeker("Nora Lunde", "14839421142", date(2026, 11, 2), "siv", "berit", "hege", True),
    "amir": Jobseeker("Amir Eira", "02899830981", date(2026, 11, 10), "siv", "berit", "tom"),
    "sofie": Jobseeker("Sofie Strand", "23860161109", date(2026, 9, 14), "jonas", "", "hege", True),
    "liv": Jobseeker(
        "Liv Hemmelig", "11918941519", date(2026, 10, 1), "marit", "berit", "", False, Protection.CODE_6
    ),
}


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone, by the name they are known by."""

    units: Mapping[str, Unit]
    accounts: Mapping[str, Account]
    people: Mapping[str, Person]
    at: datetime
    on: date

    def acting(self, name: str, *, channel: Channel = Channel.PAGE) -> Acting:
        """One of the cast, as an actor today."""
        found = acting(self.accounts[name], on=self.on)
        if found is None:
            raise LookupError(f"{name} has no role on {self.on}.")
        return found.through(channel, uuid.UUID(int=0))


def make_cast(*, at: datetime, on: date) -> Cast:
    """Everyone, in an empty database, as they stand on the demo day."""
    units = _units()
    accounts = _staff(units)
    people = {key: _jobseeker(seeker, units, accounts, at, on) for key, seeker in JOBSEEKERS.items()}
    for key in ("nora", "amir", "sofie"):
        accounts[key] = _account(key, people[key].name, person=people[key])
    return Cast(units=units, accounts=accounts, people=people, at=at, on=on)


def _units() -> dict[str, Unit]:
    controllers = {}
    for key, (name, kind) in CONTROLLERS.items():
        public_id = uuid.uuid5(uuid.NAMESPACE_OID, f"fotfeste-demo-{key}")
        ensure_controller_key(str(public_id))
        controllers[key] = Controller.objects.create(public_id=public_id, name=name, kind=kind)
    return {
        key: Unit.objects.create(name=name, kind=kind, number=number, controller=controllers[controller])
        for key, (name, kind, number, controller) in UNITS.items()
    }


def _staff(units: Mapping[str, Unit]) -> dict[str, Account]:
    accounts = {key: _account(key, staff.name) for key, staff in STAFF.items()}
    for key, staff in STAFF.items():
        Membership.objects.create(
            account=accounts[key], unit=units[staff.unit], role=staff.role, from_day=BEGAN
        )
    Clearance.objects.create(
        account=accounts["marit"], kind=ClearanceKind.PROTECTED, given_by=accounts["arne"], from_day=BEGAN
    )
    return accounts


def _account(username: str, name: str, person: Person | None = None) -> Account:
    return Account.objects.create(
        username=username,
        name=name,
        email=f"{username}@example.no",
        password=make_password(PASSWORD),
        person=person,
    )


def _jobseeker(
    seeker: Jobseeker, units: Mapping[str, Unit], accounts: Mapping[str, Account], at: datetime, on: date
) -> Person:
    specialist = acting(accounts[seeker.specialist], on=on)
    assert specialist is not None  # noqa: S101  # the cast's specialists all have a role
    with act():
        record = register_person(
            Contact(seeker.name, "+4790000000"),
            unit=units["ips_salten"],
            by=specialist,
            at=at,
            on=seeker.referred_on,
            identity_number=seeker.identity_number,
            protection=seeker.protection,
        )
        person = record.person
        Episode.objects.create(
            person=person,
            referred_on=seeker.referred_on,
            accepted_on=seeker.referred_on,
            guideline_version=GUIDELINE,
        )
        for kind, key in _around(seeker):
            begin_relation(person, kind, by=specialist, at=at, on=seeker.referred_on, account=accounts[key])
        if seeker.consents_to_nav:
            _consent(person, ConsentScope.NAV_CONTACT, specialist, at, seeker.referred_on)
        rewrite([(person.pk, person.public_id)], on=on)
    return person


def _around(seeker: Jobseeker) -> list[tuple[RelationKind, str]]:
    around = [
        (RelationKind.EMPLOYMENT_SPECIALIST, seeker.specialist),
        (RelationKind.CLINICIAN, seeker.clinician),
        (RelationKind.NAV_ADVISER, seeker.nav_adviser),
    ]
    return [(kind, key) for kind, key in around if key]


def _consent(person: Person, scope: ConsentScope, by: Acting, at: datetime, on: date) -> None:
    ConsentStatement.objects.create(
        person=person,
        scope=scope,
        answer=Answer.YES,
        stated_on=on,
        confirmed_at=at,
        confirmed_by_id=by.account_id,
    )
