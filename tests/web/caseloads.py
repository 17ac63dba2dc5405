"""More persons for the cast's specialists, and counting what the database is told."""

from collections.abc import Callable
from datetime import timedelta

from django.db import connection

from fotfeste.apps.agenda.services import rewrite
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.people.models import Person, Relation
from fotfeste.apps.people.records import Contact
from fotfeste.apps.people.services import register_person
from fotfeste.cli.cast import GUIDELINE, Cast
from fotfeste.domain.permissions import RelationKind
from tests.people import AT, ON

MOST = 15
"""So many statements a page may take in all (issue 2, "Speed"), on SQLite as on PostgreSQL."""

THE_LOGS_TURN = "SELECT pg_advisory_xact_lock(%s)"
"""What PostgreSQL takes before it writes in the log; SQLite has one writer."""
OF_THE_TRANSACTION = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK", THE_LOGS_TURN)


def follow(cast: Cast, name: str, *, by: str = "siv", days_ago: int = 3) -> Person:
    """Somebody new whom a specialist follows, referred some days ago."""
    acting, referred_on = cast.acting(by), ON - timedelta(days=days_ago)
    with act():
        record = register_person(
            Contact(name), unit=cast.units["ips_salten"], by=acting, at=AT, on=referred_on
        )
        person = record.person
        Episode.objects.create(
            person=person, referred_on=referred_on, accepted_on=referred_on, guideline_version=GUIDELINE
        )
        Relation.objects.create(
            person=person,
            account=cast.accounts[by],
            kind=RelationKind.EMPLOYMENT_SPECIALIST,
            from_day=referred_on,
        )
        rewrite([(person.pk, person.public_id)], on=ON)
    return person


def statements(do: Callable[[], object]) -> list[str]:
    """What the database is told, without what only opens, queues and closes transactions."""
    said: list[str] = []

    def note(execute: Callable[..., object], sql: str, *rest: object) -> object:
        said.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        do()
    return [sql for sql in said if not sql.startswith(OF_THE_TRANSACTION)]
