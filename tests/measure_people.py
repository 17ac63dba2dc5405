"""People around a measure, for tests: a guide with the relation that opens the door."""

from fotfeste.apps.audit.ledger import act
from fotfeste.apps.people.services import begin_relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import RelationKind


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
