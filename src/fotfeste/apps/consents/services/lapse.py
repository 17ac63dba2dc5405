"""What was said in a course that is over: it stands as history, and opens nothing until it is said again."""

from datetime import date, datetime

from fotfeste.apps.consents.models import ConsentStatement, DisclosureStatement
from fotfeste.apps.people.models import Person


def lapse_all(person: Person, *, at: datetime) -> None:
    """The course is over: no consent and no agreement on disclosure holds any more (I §7)."""
    ConsentStatement.objects.filter(person=person, ended_at=None).update(ended_at=at, end_kind="lapsed")
    DisclosureStatement.objects.filter(person=person, ended_at=None).update(ended_at=at)


def lapse_older(person: Person, *, than: date, at: datetime) -> None:
    """The person has come back: what was said before the new referral is gone through again first (I-7.3)."""
    old = {"person": person, "ended_at": None, "stated_on__lt": than}
    ConsentStatement.objects.filter(**old).update(ended_at=at, end_kind="lapsed")
    DisclosureStatement.objects.filter(**old).update(ended_at=at)
