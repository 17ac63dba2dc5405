"""A list brought again says something else, and somebody has answered that the new is right."""

from collections.abc import Mapping
from datetime import date

from django.db import models

from fotfeste.apps.consents.models import ConsentStatement, DisclosureStatement
from fotfeste.apps.economy.models import BenefitStatement, NavRegistration
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.episodes.models import Episode, Meeting, MeetingKind
from fotfeste.apps.imports import writing
from fotfeste.apps.imports.review import Reviewed
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person, Relation
from fotfeste.apps.people.records import Contact, put_contact
from fotfeste.apps.people.services import touch
from fotfeste.apps.people.timeline import happened
from fotfeste.apps.plans.models import Wishes
from fotfeste.apps.vault.keys import keys_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.caseload_list.columns import Column
from fotfeste.domain.caseload_list.differences import is_over
from fotfeste.domain.caseload_list.facts import CaseloadFacts
from fotfeste.domain.permissions import ConsentScope, RelationKind

CONTACT = frozenset({Column.NAME, Column.PHONE, Column.EMAIL})
STATEMENTS: Mapping[Column, type[models.Model]] = {
    Column.NAV_CONSENT: ConsentStatement,
    Column.NAV_REGISTRATION: NavRegistration,
    Column.DISCLOSURE: DisclosureStatement,
    Column.BENEFIT: BenefitStatement,
}
JOB = frozenset({Column.EMPLOYER, Column.JOB_START, Column.POSITION_PERCENT})
CLINICIAN = frozenset({Column.CLINICIAN, Column.TREATMENT_PLACE})
NAV_ADVISER = frozenset({Column.NAV_OFFICE, Column.NAV_ADVISER})


def person_and_key(row: Reviewed) -> tuple[Person, SealingKey]:
    """The person a row tells of, who is here already."""
    if row.earlier is None:
        raise ValueError(f"Row {row.staged.number} is about nobody who is here.")
    person = Person.objects.select_for_update().get(pk=row.earlier.person_id)
    return person, keys_of([(person.pk, person.public_id)])[person.pk]


def take(row: Reviewed, columns: frozenset[str], brought: writing.Brought, *, by: Acting) -> None:
    """Put in what was answered to be right. Earlier statements end; nothing is overwritten."""
    person, key = person_and_key(row)
    taken, facts = {Column(column) for column in columns}, row.reading.facts
    if taken & CONTACT:
        _contact(person, key, facts)
    _statements(person, key, facts, taken, brought)
    _course(person, key, facts, taken, brought)
    if taken & JOB:
        _job(person, facts, brought)
    _around(person, facts, taken, brought)
    if taken:
        happened(person, "person.brought_in_again", on=brought.on, by=by, at=brought.at, columns=len(taken))
        touch(person, on=brought.on)


def _contact(person: Person, key: SealingKey, facts: CaseloadFacts) -> None:
    who = facts.who
    phone, email = (each.canonical if each else "" for each in (who.phone, who.email))
    put_contact(person, Contact(who.name, phone, email), key)
    person.version += 1
    person.save()


def _statements(
    person: Person, key: SealingKey, facts: CaseloadFacts, taken: set[Column], brought: writing.Brought
) -> None:
    made = writing.statements(person, key, facts, brought)
    for column in STATEMENTS.keys() & taken:
        earlier = STATEMENTS[column]._default_manager.filter(person=person, ended_at=None)
        if column is Column.NAV_CONSENT:
            earlier.filter(scope=ConsentScope.NAV_CONTACT).update(ended_at=brought.at, end_kind="replaced")
        elif column is Column.DISCLOSURE:
            earlier.filter(employer=None).update(ended_at=brought.at)
        else:
            earlier.update(ended_at=brought.at)
        if column in made:
            made[column].save()


def _course(
    person: Person, key: SealingKey, facts: CaseloadFacts, taken: set[Column], brought: writing.Brought
) -> None:
    episode = Episode.objects.filter(person=person).order_by("pk").last()
    if episode is None:
        episode = writing.episode_of(person, key, facts, brought)
    if Column.REFERRED_ON in taken:
        episode.referred_on = facts.referral.referred_on
    if Column.REFERRER in taken:
        episode.seal("sealed_referrer", facts.referral.referrer, key)
    if Column.ENDED_ON in taken:
        _another_end(episode, facts, on=brought.on)
    episode.version += 1
    episode.save()
    if Column.START_UP_MEETING in taken:
        Meeting.objects.filter(episode=episode, kind=MeetingKind.START_UP, is_brought_in=True).delete()
        Meeting.objects.bulk_create(writing.meetings(episode, facts, brought))
    if Column.NOTE in taken:
        for note in writing.notes(episode, key, facts, brought):
            note.save()
    _plans(person, key, facts, taken, brought)


def _another_end(episode: Episode, facts: CaseloadFacts, *, on: date) -> None:
    """Another day for an end that has been. A list neither ends a course nor takes one up again (I-7.3)."""
    if episode.discharged_on is not None and is_over(facts.discharged_on, on=on):
        episode.discharged_on = facts.discharged_on


def _plans(
    person: Person, key: SealingKey, facts: CaseloadFacts, taken: set[Column], brought: writing.Brought
) -> None:
    made = writing.plans(person, key, facts, brought)
    if Column.CAREER_PROFILE in taken and Column.CAREER_PROFILE in made:
        made[Column.CAREER_PROFILE].save()
    if taken & {Column.WISHED_WORK, Column.WISHED_PERCENT} and Column.WISHED_WORK in made:
        Wishes.objects.filter(person=person, ended_at=None).update(ended_at=brought.at)
        made[Column.WISHED_WORK].save()


def _job(person: Person, facts: CaseloadFacts, brought: writing.Brought) -> None:
    for job in writing.jobs(person, facts, brought):
        same = Employment.objects.filter(person=person, started_on=job.started_on).first()
        if same is None:
            job.save()
        else:
            same.employer, same.percent, same.ended_on = job.employer, job.percent, job.ended_on
            same.version += 1
            same.save()


def _around(person: Person, facts: CaseloadFacts, taken: set[Column], brought: writing.Brought) -> None:
    wanted = {
        RelationKind.EMPLOYMENT_SPECIALIST: Column.SPECIALIST in taken,
        RelationKind.CLINICIAN: bool(taken & CLINICIAN),
        RelationKind.NAV_ADVISER: bool(taken & NAV_ADVISER),
    }
    for relation in writing.relations(person, facts, brought):
        if wanted[RelationKind(relation.kind)]:
            earlier = Relation.objects.filter(person=person, kind=relation.kind, ended_at=None)
            earlier.update(until_day=brought.on, ended_at=brought.at, why="brought-in-again")
            relation.from_day = brought.on
            relation.save()
