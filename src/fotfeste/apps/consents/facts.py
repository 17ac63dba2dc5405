"""What this app tells the agenda: consents, as they stand; and how a stand on disclosure is told."""

from collections import defaultdict
from zoneinfo import ZoneInfo

from fotfeste.apps.agenda.registry import Facts, Question
from fotfeste.apps.consents import models
from fotfeste.apps.consents.selectors import archived_and_withdrawn
from fotfeste.domain import consent, disclosure
from fotfeste.domain.disclosure_topics import TopicStand
from fotfeste.domain.permissions import ConsentScope

OSLO = ZoneInfo("Europe/Oslo")


def tell(question: Question) -> dict[int, Facts]:
    """The consents in force of each person. What may be told to employers, `apps.disclosure` tells."""
    consents: dict[int, list[consent.ConsentStatement]] = defaultdict(list)
    for row in models.ConsentStatement.objects.filter(person_id__in=question.people, ended_at=None).order_by(
        "pk"
    ):
        consents[row.person_id].append(consent_fact(row))
    withdrawn = _withdrawn(question)
    return {
        person: {
            "consents": tuple(consents[person]),
            "withdrawn_consents": tuple(withdrawn[person]),
        }
        for person in question.people
    }


def _withdrawn(question: Question) -> dict[int, list[consent.WithdrawnConsent]]:
    """What was withdrawn after it had come into NAV's archive."""
    found: dict[int, list[consent.WithdrawnConsent]] = defaultdict(list)
    for row in archived_and_withdrawn().filter(person_id__in=question.people).order_by("pk"):
        if row.archived_on and row.ended_at:
            withdrawn_on = row.ended_at.astimezone(OSLO).date()
            each = consent.WithdrawnConsent(row.archived_on, withdrawn_on, row.withdrawal_archived_on)
            found[row.person_id].append(each)
    return found


def consent_fact(row: models.ConsentStatement) -> consent.ConsentStatement:
    """A row, as the rules want it."""
    return consent.ConsentStatement(
        scope=ConsentScope(row.scope),
        reply=consent.Reply(row.answer),
        stated_on=row.stated_on,
        is_confirmed=row.confirmed_at is not None,
        is_brought_in=row.is_brought_in,
        consequences_explained_on=row.consequences_explained_on,
        archived_on=row.archived_on,
    )


def disclosure_fact(
    row: models.DisclosureStatement, topics: tuple[TopicStand, ...] = ()
) -> disclosure.DisclosureStatement:
    """A row, as the rules want it. An employer is named by its public id."""
    return disclosure.DisclosureStatement(
        stand=disclosure.Stand(row.stand),
        stated_on=row.stated_on,
        employer=row.employer.public_id.hex if row.employer else None,
        employer_name=row.employer.name if row.employer else "",
        review_on=row.review_on,
        is_confirmed=row.confirmed_at is not None,
        is_brought_in=row.is_brought_in,
        topics=topics,
    )
