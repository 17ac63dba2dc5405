"""Agreements, grants and starts for tests on providers, made as quickly as can be."""

from datetime import date
from typing import Any

from django.test import Client

from fotfeste.apps.measures.agreements import AgreementSaid, act_agree
from fotfeste.apps.measures.cases import open_case
from fotfeste.apps.measures.enrolments import act_begin
from fotfeste.apps.measures.models import FrameworkAgreement, Participation
from fotfeste.apps.people.models import Account, Controller, Membership, Unit
from fotfeste.apps.people.models.units import ControllerKind, UnitKind
from fotfeste.cli.cast import BEGAN, Cast
from fotfeste.domain.measures.kinds import MeasureKind
from fotfeste.domain.permissions import Role


def agreed(
    cast: Cast,
    *,
    places: int = 4,
    first: date = date(2026, 1, 1),
    until: date | None = date(2028, 12, 31),
    offices: tuple[str, ...] = ("nav_bodo", "nav_fauske"),
    provider: Unit | None = None,
) -> FrameworkAgreement:
    """An agreement with Brobygger, or with another provider."""
    said = AgreementSaid(
        first,
        until,
        places,
        tuple(cast.units[each].public_id for each in offices),
        (provider or cast.units["brobygger"]).public_id,
    )
    return act_agree(cast.acting("hege"), said, at=cast.at, on=cast.on)


def granted(cast: Cast, name: str, **more: Any) -> Participation:
    """A participation that NAV Bodø has granted this person, at Brobygger."""
    person, office = cast.people[name], cast.units["nav_bodo"]
    case = open_case(person, office, by=cast.acting("hege"), measure="follow_up", on=cast.on)
    said = {
        "provider": cast.units["brobygger"],
        "starts_on": date(2026, 12, 1),
        "last_day": date(2027, 5, 31),
    }
    return Participation.objects.create(
        person=person,
        case=case,
        office=office,
        measure=MeasureKind.FOLLOW_UP,
        aim="new_job",
        **{**said, **more},
    )


def another_provider(name: str = "Vågå Tiltak AS") -> Unit:
    """A provider that is not Brobygger."""
    controller = Controller.objects.create(name=name, kind=ControllerKind.BUSINESS)
    return Unit.objects.create(name=name, kind=UnitKind.PROVIDER, controller=controller)


def guide_at(unit: Unit, username: str = "gina", name: str = "Gina Ek") -> Account:
    """Somebody who works at a provider."""
    account = Account.objects.create(username=username, name=name, email=f"{username}@example.no")
    Membership.objects.create(account=account, unit=unit, role=Role.GUIDE, from_day=BEGAN)
    return account


def browser_of(account: Account) -> Client:
    """A browser in which this account is logged in."""
    client = Client(headers={"Sec-Fetch-Site": "same-origin"})
    client.force_login(account)
    return client


def another_guide(unit: Unit, username: str = "gina") -> Client:
    """A browser of somebody else who works at a provider."""
    return browser_of(guide_at(unit, username))


def begun(cast: Cast, row: Participation, guide: str = "guro", **more: Any) -> Participation:
    """It began on the decided day, with this guide."""
    day = more.get("day", row.starts_on)
    account = cast.accounts[guide].public_id
    return act_begin(cast.acting(guide), row.public_id, day, account, at=cast.at, on=more.get("on", day))
