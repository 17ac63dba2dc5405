"""From a made-up story to the rows of a record, unsaved: what it holds, and who is around the person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from random import Random

from django.db import models

from bench.people import words
from bench.people.house import Team
from bench.people.story import TODAY, Story
from bench.people.writing import unsaved
from fotfeste.apps.consents.models import ConsentStatement, DisclosureStatement
from fotfeste.apps.economy.models import BenefitStatement, NavRegistration
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.episodes.models import CaseNote, Episode, Meeting, MeetingKind, OpenQuestion
from fotfeste.apps.people.models import Account, Person, Relation, UnitOwnership
from fotfeste.apps.plans.models import CareerProfileVersion, Wishes
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.permissions import ConsentScope, RelationKind

GUIDELINE = "2020-04"


@dataclass(frozen=True, slots=True)
class Made:
    """One made-up person: saved, with key, story and the team that follows them."""

    person: Person
    key: SealingKey
    story: Story
    team: Team
    specialist: Account
    random: Random

    @property
    def employer(self) -> Employer:
        """One of the team's employers, the same each time."""
        return self.team.employers[self.person.pk % len(self.team.employers)]


def at_nine(day: date) -> datetime:
    """Somebody was at work."""
    return datetime.combine(day, time(9, day.day), tzinfo=UTC)


def episode_of(made: Made) -> Episode:
    """The course of support."""
    story = made.story
    first = story.start_up_meetings[0] if story.start_up_meetings else None
    episode = unsaved(
        Episode,
        person=made.person,
        referred_on=story.referred_on,
        accepted_on=story.accepted_on,
        information_talk=made.random.choice(("held", "held", "not_held", "unknown")),
        discharged_on=story.discharged_on,
        start_up_finished_on=story.profiles[0] if first and story.profiles else None,
        contingency_plan_on=first,
        first_employer_contact_on=story.first_employer_on,
        guideline_version=GUIDELINE,
        brought_in_on=story.referred_on if story.is_brought_in else None,
    )
    episode.seal("sealed_referrer", made.random.choice(words.REFERRERS), made.key)
    return episode


def rows_of(made: Made, episode: Episode) -> Iterator[models.Model]:
    """Everything else there is to save about one person."""
    yield unsaved(UnitOwnership, person=made.person, unit=made.team.unit, from_day=made.story.referred_on)
    yield from _relations(made)
    yield from _meetings(made, episode)
    yield from _plans(made)
    yield from _statements(made)
    yield from _jobs(made)
    yield from _written(made, episode)


def _relations(made: Made) -> Iterator[Relation]:
    story, team = made.story, made.team
    over = story.discharged_on if story.discharged_on and (TODAY - story.discharged_on).days > 90 else None

    def relation(kind: RelationKind, **more: object) -> Relation:
        given = {"from_day": story.referred_on, "until_day": over, "is_brought_in": story.is_brought_in}
        return unsaved(Relation, person=made.person, kind=kind, **(given | more))

    yield relation(RelationKind.EMPLOYMENT_SPECIALIST, account=made.specialist, unit=team.unit)
    if until := story.former_specialist_until:
        before = made.random.choice(team.specialists)
        specialist = RelationKind.EMPLOYMENT_SPECIALIST
        yield relation(specialist, account=before, unit=team.unit, until_day=until, ended_at=at_nine(until))
    if story.has_clinician and story.is_clinician_linked:
        yield relation(RelationKind.CLINICIAN, account=made.random.choice(team.clinicians))
    elif story.has_clinician:
        yield relation(RelationKind.CLINICIAN, contact_name="Overlege ved poliklinikken", unit_name="DPS")
    if story.has_nav_adviser:
        adviser = made.random.choice(team.nav_advisers)
        yield relation(RelationKind.NAV_ADVISER, account=adviser, unit=team.office)
    if until := story.former_nav_adviser_until:
        adviser = made.random.choice(team.nav_advisers)
        former = {"until_day": until, "ended_at": at_nine(until)}
        yield relation(RelationKind.NAV_ADVISER, account=adviser, unit=team.office, **former)


def _meetings(made: Made, episode: Episode) -> Iterator[Meeting]:
    story = made.story
    has_job = story.job is not None

    def meeting(kind: MeetingKind, day: date, *, is_held: bool = True) -> Meeting:
        return unsaved(
            Meeting,
            person=made.person,
            episode=episode,
            kind=kind,
            held_on=day,
            is_held=is_held,
            clinician_attended=made.random.choice((True, True, False, None)),
            place_kind=made.random.choice(("neutral", "office", "treatment", "phone")),
        )

    yield from (meeting(MeetingKind.START_UP, day) for day in story.start_up_meetings)
    later = MeetingKind.FOLLOW_ALONG if has_job else MeetingKind.JOBSEEKER
    yield from (meeting(later, day) for day in story.meetings)
    if story.planned_on:
        kind = MeetingKind.JOBSEEKER if story.start_up_meetings else MeetingKind.START_UP
        yield meeting(kind, story.planned_on, is_held=False)


def _plans(made: Made) -> Iterator[models.Model]:
    story, person = made.story, made.person
    for day in story.profiles:
        reviewed_on = day if story.is_profile_reviewed else None
        yield unsaved(
            CareerProfileVersion, person=person, dated_on=day, reviewed_with_clinician_on=reviewed_on
        )
    wishes = unsaved(Wishes, person=person, percent=story.wished_percent, stated_on=story.referred_on)
    wishes.seal("sealed_work", made.random.choice(words.WORK), made.key)
    yield wishes


def _statements(made: Made) -> Iterator[models.Model]:
    story, key = made.story, made.key
    settled = None if story.is_brought_in else at_nine(story.referred_on)
    common = {"person": made.person, "stated_on": story.referred_on, "is_brought_in": story.is_brought_in}
    for scope, answer in (
        (ConsentScope.IPS_PARTICIPATION, "yes"),
        (ConsentScope.NAV_CONTACT, story.nav_contact),
        (ConsentScope.HEALTH_RELEASE, made.random.choice(("yes", "no"))),
    ):
        yield unsaved(ConsentStatement, **common, scope=scope, answer=answer, confirmed_at=settled)
    stand = unsaved(DisclosureStatement, **common, stand=story.stand, confirmed_at=settled)
    stand.seal("sealed_wording", made.random.choice(words.WORDINGS), key)
    yield stand
    if story.job:
        told = unsaved(
            DisclosureStatement, **common, stand=story.stand, confirmed_at=settled, employer=made.employer
        )
        told.seal("sealed_wording", made.random.choice(words.WORDINGS), key)
        yield told
    yield unsaved(NavRegistration, **common, answer=story.registered, confirmed_at=settled)
    benefit = unsaved(BenefitStatement, **common)
    benefit.seal("sealed_kind", made.random.choice(words.BENEFITS), key)
    yield benefit


def _jobs(made: Made) -> Iterator[Employment]:
    job = made.story.job
    if job:
        yield unsaved(
            Employment,
            person=made.person,
            employer=made.employer,
            started_on=job.started_on,
            ended_on=job.ended_on,
            percent=job.percent,
        )


def _written(made: Made, episode: Episode) -> Iterator[models.Model]:
    story, person = made.story, made.person
    for day in story.meetings[-2:]:
        note = unsaved(CaseNote, person=person, episode=episode, written_on=day, written_by=made.specialist)
        note.seal("sealed_text", made.random.choice(words.NOTES), made.key)
        yield note
    for code, column in made.random.sample(words.QUESTIONS, story.questions):
        question = unsaved(OpenQuestion, person=person, code=code, column=column, raised_on=story.referred_on)
        question.seal("sealed_as_written", "Rana Renhold / R. Renhold", made.key)
        yield question
