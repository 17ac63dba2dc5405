"""What this app tells the agenda: what may be told, contacts ahead, stopped texts, the journal."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from django.db.models import Q

from fotfeste.apps.agenda.registry import Facts, Question
from fotfeste.apps.consents.facts import OSLO, disclosure_fact
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.disclosure.models import (
    ComposedText,
    ContactState,
    DisclosureTalk,
    EmployerContact,
    JournalTask,
    TextState,
)
from fotfeste.apps.disclosure.selectors import topic_stands
from fotfeste.apps.people.rows import PersonRow
from fotfeste.domain import disclosure, employer_contact
from fotfeste.domain.disclosure_topics import TopicStand

Row = TypeVar("Row", bound=PersonRow)


def tell(question: Question) -> dict[int, Facts]:
    """Disclosure and what follows from it, for each person."""
    people = question.people
    stands = _by_person(_in_force(people))
    contacts = _by_person(
        EmployerContact.objects.filter(_asks_for_something(), person_id__in=people)
        .select_related("employer")
        .order_by("planned_on", "pk")
    )
    stopped = _by_person(
        ComposedText.objects.filter(person_id__in=people, state=TextState.STOPPED, seen_on=None)
        .select_related("employer")
        .order_by("pk")
    )
    tasks = _by_person(
        JournalTask.objects.filter(person_id__in=people, done_on=None, replaced_on=None).order_by("pk")
    )
    talked = set(DisclosureTalk.objects.filter(person_id__in=people).values_list("person_id", flat=True))
    topics = topic_stands([row.pk for rows in stands.values() for row in rows])
    return {
        person: {
            "disclosures": tuple(with_topics(row, topics) for row in stands[person]),
            "is_disclosure_talked_through": person in talked,
            "employer_meetings": tuple(
                _meeting(row, stands[person]) for row in contacts[person] if row.state == ContactState.AGREED
            ),
            "next_steps": tuple(_step(row) for row in contacts[person] if row.state == ContactState.HELD),
            "stopped_texts": tuple(_stopped(row) for row in stopped[person]),
            "journal_tasks": tuple(
                employer_contact.JournalTask(row.public_id.hex, row.raised_on) for row in tasks[person]
            ),
        }
        for person in people
    }


def with_topics(
    row: DisclosureStatement, topics: Mapping[int, Sequence[TopicStand]]
) -> disclosure.DisclosureStatement:
    """A statement as the rules want it, with the answers to its topics."""
    return disclosure_fact(row, topics=tuple(topics.get(row.pk, ())))


def _in_force(people: Sequence[int]) -> Iterable[DisclosureStatement]:
    rows = DisclosureStatement.objects.filter(person_id__in=people, ended_at=None)
    return rows.select_related("employer").order_by("pk")


def _by_person(rows: Iterable[Row]) -> defaultdict[int, list[Row]]:
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.person_id].append(row)
    return found


def _asks_for_something() -> Q:
    """Agreed and not yet held, or held with a next step that nobody has taken."""
    is_ahead = Q(state=ContactState.AGREED)
    return is_ahead | Q(state=ContactState.HELD, next_step_on__isnull=False, next_step_done_on=None)


def _step(row: EmployerContact) -> employer_contact.NextStep:
    return employer_contact.NextStep(row.public_id.hex, row.employer.name, row.next_step_on or row.planned_on)


def _meeting(row: EmployerContact, stands: Iterable[DisclosureStatement]) -> disclosure.EmployerMeeting:
    now = next((stand.pk for stand in stands if stand.employer_id == row.employer_id), None)
    return disclosure.EmployerMeeting(
        employer=row.employer.public_id.hex,
        employer_name=row.employer.name,
        on=row.planned_on,
        contact=row.public_id.hex,
        is_changed_since=now != row.statement_id,
    )


def _stopped(row: ComposedText) -> employer_contact.StoppedText:
    stopped_on = row.stopped_on or row.composed_at.astimezone(OSLO).date()
    return employer_contact.StoppedText(row.public_id.hex, row.employer.name, stopped_on)
