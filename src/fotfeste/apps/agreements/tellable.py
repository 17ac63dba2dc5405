"""What an employer, by its organisation number, may be told of a person on a day."""

from datetime import date

from fotfeste.apps.agreements.models import Agreement
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.disclosure.facts import with_topics
from fotfeste.apps.disclosure.selectors import topic_stands
from fotfeste.domain.disclosure import may_tell
from fotfeste.domain.disclosure_topics import Topic

NOTHING: frozenset[Topic] = frozenset()


def tellable_to_employer(agreement: Agreement, *, on: date) -> frozenset[Topic] | None:
    """The topics the employer of this agreement may be told that day; None where none is a party."""
    if agreement.employer is None:
        return None
    return tellable_to(agreement.person_id, agreement.employer.organisation_number, on=on)


def tellable_to(person: int, number: str, *, on: date) -> frozenset[Topic]:
    """The topics that the person (row id) has agreed that the business may be told, unasked.

    Several teams may know the same business, each with a statement of its own: then only what all of them
    allow may be told.
    """
    if not number:
        return NOTHING
    rows = DisclosureStatement.objects.filter(
        person=person, employer__organisation_number=number, ended_at=None
    )
    said = list(rows.select_related("employer").order_by("pk"))
    topics = topic_stands([row.pk for row in said])
    allowed = [
        frozenset(topic for topic in Topic if not may_tell(topic, fact.employer or "", (fact,), on=on))
        for fact in (with_topics(row, topics) for row in said)
    ]
    return frozenset.intersection(*allowed) if allowed else NOTHING
