"""People around a measure, for tests: a guide with the relation that opens the door, a participation."""

from datetime import date

from fotfeste.apps.audit.ledger import act
from fotfeste.apps.measures.cases import open_case
from fotfeste.apps.measures.models import GuideAssignment, Participation
from fotfeste.apps.people.models import Account, Membership, Relation
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
    """A participation at Brobygger that NAV Bodø has granted and that has begun.

    Whoever is the person's guide is named in it.
    """
    office = cast.units["nav_bodo"]
    case = open_case(cast.people[person], office, by=cast.acting("hege"), measure="follow_up", on=cast.on)
    row = Participation.objects.create(
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
    for relation in Relation.objects.filter(person=case.person, kind=RelationKind.GUIDE, until_day=None):
        named(row, guide_of(relation))
    return row


def guide_of(relation: Relation) -> Account:
    """Who stands in it. One put down by name alone is no guide here."""
    assert relation.account is not None
    return relation.account


def named(row: Participation, account: Account) -> None:
    """This one is named as the guide of the participation."""
    GuideAssignment.objects.create(
        person=row.person,
        participation=row,
        account=account,
        from_day=row.starts_on,
        written_on=row.starts_on,
        written_by=account,
    )


def another_guide(cast: Cast, name: str) -> Account:
    """One more guide at Brobygger."""
    account = Account.objects.create(username=name, name=name.title(), email=f"{name}@example.no")
    unit = cast.units["brobygger"]
    Membership.objects.create(account=account, unit=unit, role=Role.GUIDE, from_day=BEGAN)
    cast.accounts[name] = account  # type: ignore[index]  # a dict, said to be read only
    return account
