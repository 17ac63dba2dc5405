"""People around a measure, for tests: a guide with the relation that opens the door, a participation."""

from datetime import date

from fotfeste.apps.audit.ledger import act
from fotfeste.apps.measures.cases import open_case
from fotfeste.apps.measures.models import Participation
from fotfeste.apps.people.models import Account, Membership
from fotfeste.apps.people.services import begin_relation
from fotfeste.cli.cast import BEGAN, Cast
from fotfeste.domain.permissions import RelationKind, Role


def guided(cast: Cast, person: str, guide: str) -> None:
    """This account is the person's guide from today."""
    account = cast.accounts[guide]
    with act():
        begin_relation(
            cast.people[person],
            RelationKind.GUIDE,
            by=cast.acting("siv"),
            at=cast.at,
            on=cast.on,
            account=account,
        )


def taking_part(cast: Cast, person: str, *, since: date, until: date) -> Participation:
    """A participation at Brobygger that NAV Bodø has granted and that has begun."""
    office = cast.units["nav_bodo"]
    case = open_case(cast.people[person], office, by=cast.acting("hege"), measure="follow_up", on=cast.on)
    return Participation.objects.create(
        person=case.person,
        case=case,
        office=office,
        provider=cast.units["brobygger"],
        measure=case.measure,
        aim="new_job",
        starts_on=since,
        first_start=since,
        confirmed_on=since,
        last_day=until,
    )


def another_guide(cast: Cast, name: str) -> Account:
    """One more guide at Brobygger."""
    account = Account.objects.create(username=name, name=name.title(), email=f"{name}@example.no")
    unit = cast.units["brobygger"]
    Membership.objects.create(account=account, unit=unit, role=Role.GUIDE, from_day=BEGAN)
    cast.accounts[name] = account  # type: ignore[index]  # a dict, said to be read only
    return account
