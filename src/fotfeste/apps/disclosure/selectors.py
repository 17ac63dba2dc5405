"""What is agreed about disclosure, as it stands; still sealed unless it is said otherwise."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from fotfeste.apps.consents.facts import disclosure_fact
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.disclosure.models import (
    AgreedTopic,
    ComposedText,
    ContactState,
    DisclosureTalk,
    EmployerContact,
    JournalTask,
)
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.people.models import Person
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.composing import Agreed
from fotfeste.domain.disclosure_topics import Topic, TopicAnswer, TopicStand

_ORDER = {topic: place for place, topic in enumerate(Topic)}


def topic_stands(statements: Collection[int]) -> dict[int, list[TopicStand]]:
    """The answers to the topics of each statement (row ids)."""
    found: dict[int, list[TopicStand]] = defaultdict(list)
    for row in AgreedTopic.objects.filter(statement__in=statements).order_by("pk"):
        found[row.statement_id].append(_stand(row))
    return found


def topics_of(statement: DisclosureStatement | None) -> list[AgreedTopic]:
    """The answers of one statement, in the order of the topics."""
    if statement is None:
        return []
    rows = AgreedTopic.objects.filter(statement=statement).order_by("pk")
    return sorted(rows, key=lambda row: _ORDER[Topic(row.topic)])


def statement_for(person: Person, employer: Employer | None) -> DisclosureStatement | None:
    """What the person has said for this employer (None: in general), in force now."""
    rows = DisclosureStatement.objects.filter(person=person, employer=employer, ended_at=None)
    return rows.select_related("employer").first()


def lapsed_for(person: Person, employer: Employer | None) -> DisclosureStatement | None:
    """What the person last said for this employer in a course that is over. It holds no longer."""
    rows = DisclosureStatement.objects.filter(
        person=person, employer=employer, ended_at__isnull=False, confirmed_at__isnull=False
    )
    return rows.order_by("-ended_at", "-pk").first()


def agreed_with(person: Person, employer: Employer, key: SealingKey) -> Agreed:
    """The agreement with one employer, opened: what the composer and the outbox ask."""
    statement = statement_for(person, employer)
    rows = topics_of(statement)
    said = (disclosure_fact(statement, tuple(map(_stand, rows))),) if statement else ()
    wordings = {Topic(row.topic): row.opened("sealed_wording", key) for row in rows}
    return Agreed(employer.public_id.hex, said, wordings)


def employer_of(person: Person, public_id: str) -> Employer | None:
    """An employer of the team that has the person (its id as it stands in an address), or None."""
    try:
        wanted = UUID(public_id)
    except ValueError:
        return None
    owner = person.owning_unit_id  # type: ignore[attr-defined]  # annotated by the door
    return Employer.objects.filter(team=owner, public_id=wanted).first()


def contacts_of(person: Person) -> list[EmployerContact]:
    """Every contact with employers, the newest first."""
    rows = EmployerContact.objects.filter(person=person).select_related("employer")
    return list(rows.order_by("-planned_on", "-pk"))


def agreed_contact(person: Person, public_id: str) -> EmployerContact | None:
    """A contact that is agreed: the one named, or the next one when none is named."""
    rows = EmployerContact.objects.filter(person=person, state=ContactState.AGREED)
    if public_id:
        rows = rows.filter(public_id=_uuid(public_id))
    return rows.select_related("employer", "statement").order_by("planned_on", "pk").first()


def contact_with_step(person: Person, public_id: str) -> EmployerContact | None:
    """A contact whose next step is still to be taken: the one named, or the first when none is named."""
    rows = EmployerContact.objects.filter(person=person, next_step_on__isnull=False, next_step_done_on=None)
    if public_id:
        rows = rows.filter(public_id=_uuid(public_id))
    return rows.select_related("employer").order_by("next_step_on", "pk").first()


def text_of(person: Person, public_id: str, *states: str) -> ComposedText | None:
    """A text in one of these states: the one named, or the newest when none is named."""
    rows = ComposedText.objects.filter(person=person, state__in=states)
    if public_id:
        rows = rows.filter(public_id=_uuid(public_id))
    return rows.select_related("employer", "statement", "to_person").order_by("-pk").first()


def texts_of(person: Person) -> list[ComposedText]:
    """Every text that was kept, the newest first."""
    rows = ComposedText.objects.filter(person=person).select_related("employer", "to_person", "composed_by")
    return list(rows.order_by("-pk"))


def last_talk(person: Person) -> DisclosureTalk | None:
    """The last time pros and cons were talked through."""
    return DisclosureTalk.objects.filter(person=person).order_by("-talked_on", "-pk").first()


def open_tasks(person: Person) -> list[JournalTask]:
    """What waits to be carried into the health journal, the oldest first."""
    rows = JournalTask.objects.filter(person=person, done_on=None, replaced_on=None)
    return list(rows.select_related("statement__employer", "event").order_by("raised_on", "pk"))


def _stand(row: AgreedTopic) -> TopicStand:
    return TopicStand(Topic(row.topic), TopicAnswer(row.answer), bool(row.sealed_wording))


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)
