"""From what a row tells to rows of the record: dated statements, marked as brought in, not confirmed.

Everything is made unsaved and saved many at a time, so that a list of any length is a few statements.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import models

from fotfeste.apps.consents.models import Answer, ConsentStatement, DisclosureStatement, Stand
from fotfeste.apps.economy.models import BenefitStatement, NavRegistration
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.episodes.models import CaseNote, Episode, Meeting, MeetingKind, OpenQuestion
from fotfeste.apps.imports.benefits import in_our_words
from fotfeste.apps.people.models import Event, Person, Relation, UnitOwnership
from fotfeste.apps.people.records import NewRecord
from fotfeste.apps.plans.models import CareerProfileVersion, Wishes
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.brought_in import Problem, Severity
from fotfeste.domain.caseload_list.columns import Column, heading
from fotfeste.domain.caseload_list.facts import CaseloadFacts
from fotfeste.domain.caseload_list.open_questions import AGENDA_CODES
from fotfeste.domain.caseload_list.reading import Reading
from fotfeste.domain.consent import Given
from fotfeste.domain.permissions import ConsentScope, RelationKind


@dataclass(frozen=True, slots=True)
class Brought:
    """The act of bringing in: by whom, when, into which team, with which employers and colleagues."""

    team_id: int
    by_id: int
    at: datetime
    on: date
    specialists: dict[str, int]
    employers: dict[str, Employer]
    offices: dict[str, int]
    guideline: str


@dataclass(slots=True)
class Pile:
    """Unsaved rows, by kind, in the order they must be saved."""

    rows: dict[type[models.Model], list[models.Model]] = field(default_factory=lambda: defaultdict(list))

    def add(self, *new: models.Model) -> None:
        """Put rows on the pile."""
        for row in new:
            self.rows[type(row)].append(row)

    def save(self) -> None:
        """Save everything, one statement for each kind and some hundreds of rows."""
        for kind, rows in self.rows.items():
            kind._default_manager.bulk_create(rows, batch_size=500)


def write_person(pile: Pile, record: NewRecord, episode: Episode, reading: Reading, brought: Brought) -> None:
    """Everything one row tells of a new person. Person and episode are saved already."""
    facts, person, key = reading.facts, record.person, record.key
    began = facts.referral.referred_on or brought.on
    pile.add(UnitOwnership(person=person, unit_id=brought.team_id, from_day=min(began, brought.on)))
    pile.add(*relations(person, facts, brought))
    pile.add(*meetings(episode, facts, brought))
    pile.add(*statements(person, key, facts, brought).values())
    pile.add(*plans(person, key, facts, brought).values())
    pile.add(*jobs(person, facts, brought))
    pile.add(*notes(episode, key, facts, brought))
    pile.add(*questions(person, key, reading, brought))
    pile.add(*_events(person, facts, brought))


def episode_of(person: Person, key: SealingKey, facts: CaseloadFacts, brought: Brought) -> Episode:
    """The course of support that the list tells of."""
    episode = Episode(
        person=person,
        referred_on=facts.referral.referred_on,
        accepted_on=facts.referral.referred_on or brought.on,
        discharged_on=facts.discharged_on,
        guideline_version=brought.guideline,
        brought_in_on=brought.on,
    )
    episode.seal("sealed_referrer", facts.referral.referrer, key)
    return episode


def meetings(episode: Episode, facts: CaseloadFacts, brought: Brought) -> list[Meeting]:
    """The start-up meeting. One that lies ahead is agreed, not held."""
    day = facts.start_up_meeting_on
    if day is None:
        return []
    return [
        Meeting(
            person=episode.person,
            episode=episode,
            kind=MeetingKind.START_UP,
            held_on=day,
            is_held=day <= brought.on,
            is_brought_in=True,
        )
    ]


def statements(
    person: Person, key: SealingKey, facts: CaseloadFacts, brought: Brought
) -> dict[Column, models.Model]:
    """Consent, disclosure, benefit and registration: stated as of the import, opening nothing yet."""
    nav, told = facts.nav, facts.disclosure
    common = {"person": person, "stated_on": brought.on, "is_brought_in": True}
    stand = DisclosureStatement(**common, stand=Stand(told.stand.value))
    stand.seal("sealed_wording", told.wording, key)
    made: dict[Column, models.Model] = {
        Column.NAV_CONSENT: ConsentStatement(
            **common,
            scope=ConsentScope.NAV_CONTACT,
            answer=Answer(nav.consent.value),
            given=Given.BROUGHT_IN,
        ),
        Column.NAV_REGISTRATION: NavRegistration(**common, answer=nav.registration.value),
        Column.DISCLOSURE: stand,
    }
    if nav.benefit:
        benefit = BenefitStatement(**common)
        benefit.seal("sealed_kind", in_our_words(nav.benefit), key)
        made[Column.BENEFIT] = benefit
    return made


def plans(
    person: Person, key: SealingKey, facts: CaseloadFacts, brought: Brought
) -> dict[Column, models.Model]:
    """The career profile of the day the list gives, and the wishes."""
    made: dict[Column, models.Model] = {}
    if facts.career_profile_on is not None:
        made[Column.CAREER_PROFILE] = CareerProfileVersion(
            person=person, dated_on=facts.career_profile_on, is_brought_in=True
        )
    wish = facts.wish
    if wish.work or wish.percent is not None:
        wishes = Wishes(
            person=person,
            percent=wish.percent,
            is_percent_approximate=wish.is_approximate,
            stated_on=brought.on,
            is_brought_in=True,
        )
        wishes.seal("sealed_work", wish.work, key)
        made[Column.WISHED_WORK] = wishes
    return made


def jobs(person: Person, facts: CaseloadFacts, brought: Brought) -> list[Employment]:
    """The job the list tells of, when it tells when it began. Else the agenda asks, with what it said."""
    told = facts.job
    if told is None or told.started_on is None:
        return []
    return [
        Employment(
            person=person,
            employer=brought.employers.get(told.employer_id or told.employer_name),
            started_on=told.started_on,
            ended_on=told.ended_on,
            percent=told.percent,
            is_brought_in=True,
        )
    ]


def notes(episode: Episode, key: SealingKey, facts: CaseloadFacts, brought: Brought) -> list[CaseNote]:
    """The note, word for word."""
    if not facts.note:
        return []
    note = CaseNote(
        person=episode.person,
        episode=episode,
        written_on=brought.on,
        written_by_id=brought.by_id,
        is_brought_in=True,
    )
    note.seal("sealed_text", facts.note, key)
    return [note]


def questions(person: Person, key: SealingKey, reading: Reading, brought: Brought) -> list[OpenQuestion]:
    """What the list left open: asked on the agenda, once for each thing, with what the list said."""
    asked: dict[str, OpenQuestion] = {}
    for problem in reading.problems:
        code = AGENDA_CODES.get(problem.reason.code, problem.reason.code)
        if problem.severity is Severity.UNCLEAR and code not in asked:
            asked[code] = _question(person, key, reading, problem, code=code, on=brought.on)
    return list(asked.values())


_ALSO_SAID: dict[str, list[Column]] = {
    "clear-up.job-start-unknown": [Column.EMPLOYER, Column.JOB_START, Column.POSITION_PERCENT],
}
"""What is kept with a question beyond its own column, because it has no other place before it is answered."""


def _question(
    person: Person, key: SealingKey, reading: Reading, problem: Problem, *, code: str, on: date
) -> OpenQuestion:
    columns = _ALSO_SAID.get(code) or [Column(column) for column in problem.columns]
    question = OpenQuestion(
        person=person, code=code, column=heading(columns[0]) if columns else "", raised_on=on
    )
    written = " · ".join(reading.row[column] for column in columns)
    question.seal("sealed_as_written", written.strip(" ·"), key)
    return question


def relations(person: Person, facts: CaseloadFacts, brought: Brought) -> Iterable[Relation]:
    """Those the list names around the person; without an account here a named contact, to be linked."""
    began = min(facts.referral.referred_on or brought.on, brought.on)
    ended = facts.discharged_on if facts.discharged_on and facts.discharged_on >= began else None
    common = {"person": person, "from_day": began, "until_day": ended, "is_brought_in": True}
    yield Relation(
        **common,
        kind=RelationKind.EMPLOYMENT_SPECIALIST,
        account_id=brought.specialists[facts.specialist_id],
        unit_id=brought.team_id,
    )
    if facts.referral.clinician:
        yield Relation(
            **common,
            kind=RelationKind.CLINICIAN,
            contact_name=facts.referral.clinician[:120],
            unit_name=facts.referral.treatment_place[:120],
        )
    if facts.nav.adviser:
        office = facts.nav.office
        yield Relation(
            **common,
            kind=RelationKind.NAV_ADVISER,
            contact_name=facts.nav.adviser[:120],
            unit_name=str(office or "")[:120],
            unit_id=brought.offices.get(office.number) if office else None,
        )


def _events(person: Person, facts: CaseloadFacts, brought: Brought) -> Sequence[Event]:
    job = facts.job
    told = [
        ("episode.referred", facts.referral.referred_on),
        ("meeting.start_up", facts.start_up_meeting_on),
        ("profile.dated", facts.career_profile_on),
        ("job.started", job.started_on if job else None),
        ("job.ended", job.ended_on if job else None),
        ("episode.discharged", facts.discharged_on),
        ("person.brought_in", brought.on),
    ]
    return [
        Event(person=person, kind=kind, on=day, at=brought.at, by_id=brought.by_id, is_brought_in=True)
        for kind, day in told
        if day is not None and day <= brought.on
    ]
