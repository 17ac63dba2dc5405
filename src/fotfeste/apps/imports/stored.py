"""What the record says now, in the words of the list: what a list brought again is held against."""

from collections.abc import Iterable

from fotfeste.apps.consents.models import ConsentStatement, DisclosureStatement
from fotfeste.apps.economy.models import BenefitStatement, NavRegistration
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.episodes.models import Episode, Meeting, MeetingKind
from fotfeste.apps.imports.benefits import in_the_lists_words
from fotfeste.apps.people.models import Person, Relation
from fotfeste.apps.people.records import contact_of
from fotfeste.apps.plans.models import CareerProfileVersion, Wishes
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.caseload_list.columns import Column
from fotfeste.domain.permissions import ConsentScope, RelationKind


def as_stored(person: Person, key: SealingKey) -> dict[Column, str]:
    """One text a column, for the columns in which the record says anything."""
    told: dict[Column, str] = {}
    told.update(_contact(person, key))
    told.update(_course(person, key))
    told.update(_statements(person, key))
    told.update(_plans(person, key))
    told.update(_job(person))
    told.update(_around(person))
    return told


def _contact(person: Person, key: SealingKey) -> Iterable[tuple[Column, str]]:
    contact = contact_of(person, key)
    yield Column.NAME, contact.name
    yield Column.PHONE, contact.phone
    yield Column.EMAIL, contact.email


def _course(person: Person, key: SealingKey) -> Iterable[tuple[Column, str]]:
    episode = Episode.objects.filter(person=person).order_by("pk").last()
    if episode is None:
        return
    yield Column.REFERRED_ON, _text(episode.referred_on)
    yield Column.REFERRER, episode.opened("sealed_referrer", key)
    meetings = Meeting.objects.filter(episode=episode, kind=MeetingKind.START_UP, fell_through="")
    first = meetings.order_by("held_on").first()
    yield Column.START_UP_MEETING, _text(first and first.held_on)
    if episode.discharged_on:
        yield Column.ENDED_ON, _text(episode.discharged_on)


def _statements(person: Person, key: SealingKey) -> Iterable[tuple[Column, str]]:
    consent = ConsentStatement.objects.filter(
        person=person, scope=ConsentScope.NAV_CONTACT, ended_at=None
    ).first()
    if consent:
        yield Column.NAV_CONSENT, consent.answer
    registration = NavRegistration.objects.filter(person=person, ended_at=None).first()
    if registration:
        yield Column.NAV_REGISTRATION, registration.answer
    benefit = BenefitStatement.objects.filter(person=person, ended_at=None).first()
    if benefit:
        yield Column.BENEFIT, in_the_lists_words(benefit.opened("sealed_kind", key))
    stand = DisclosureStatement.objects.filter(person=person, ended_at=None, employer=None).first()
    if stand:
        wording = stand.opened("sealed_wording", key)
        yield Column.DISCLOSURE, f"{stand.stand}: {wording}" if wording else stand.stand


def _plans(person: Person, key: SealingKey) -> Iterable[tuple[Column, str]]:
    profile = CareerProfileVersion.objects.filter(person=person).order_by("dated_on").last()
    yield Column.CAREER_PROFILE, _text(profile and profile.dated_on)
    wishes = Wishes.objects.filter(person=person, ended_at=None).first()
    if wishes:
        about = "~" if wishes.is_percent_approximate else ""
        yield Column.WISHED_WORK, wishes.opened("sealed_work", key)
        yield Column.WISHED_PERCENT, "" if wishes.percent is None else f"{about}{wishes.percent}"


def _job(person: Person) -> Iterable[tuple[Column, str]]:
    job = Employment.objects.filter(person=person).select_related("employer").order_by("started_on").last()
    if job:
        yield Column.EMPLOYER, job.employer.name if job.employer else ""
        yield Column.JOB_START, _text(job.started_on)
        yield Column.POSITION_PERCENT, _text(job.percent)


def _around(person: Person) -> Iterable[tuple[Column, str]]:
    rows = Relation.objects.filter(person=person, ended_at=None, until_day=None).select_related("account")
    for row in rows.order_by("pk"):
        if row.kind == RelationKind.EMPLOYMENT_SPECIALIST and row.account:
            yield Column.SPECIALIST, row.account.public_id.hex
        if row.kind == RelationKind.CLINICIAN:
            yield Column.CLINICIAN, row.account.name if row.account else row.contact_name
            if row.unit_name:
                yield Column.TREATMENT_PLACE, row.unit_name
        if row.kind == RelationKind.NAV_ADVISER:
            yield Column.NAV_ADVISER, row.account.name if row.account else row.contact_name


def _text(value: object) -> str:
    return "" if value is None else str(value)
