"""One person's jobs, read through the door: what is known of each, its rhythm, and whether work is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fotfeste.apps.caseload.person import Header, Look, header_of
from fotfeste.apps.consents.door import Found, opened
from fotfeste.apps.employment.models import (
    EmployerNeeds,
    Employment,
    JobTraining,
    RhythmReflection,
    Undertaking,
    WishesMet,
)
from fotfeste.apps.employment.selectors import (
    job_fact,
    jobs_of,
    reflections_of,
    trainings_of,
    undertakings_of,
    work_spells,
)
from fotfeste.apps.employment.services_needs import employer_needs_of
from fotfeste.apps.employment.services_wishes import wishes_met_of
from fotfeste.apps.episodes.models import Episode, Meeting, MeetingKind
from fotfeste.apps.episodes.selectors import newest_episode
from fotfeste.domain.job_facts import more_than_full
from fotfeste.domain.job_kept import KeptAnswer, kept_for
from fotfeste.domain.permissions import Permission
from fotfeste.domain.support_rhythm import RhythmPoint, rhythm_points
from fotfeste.domain.verdict import Verdict
from fotfeste.parameters import FOLLOW_ALONG, JOB_KEPT


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The rhythm of one job: its points, and the keys of those that have been thought about."""

    points: tuple[RhythmPoint, ...]
    reflected: frozenset[str]


@dataclass(frozen=True, slots=True)
class JobAtHand:
    """One job with what belongs to it; still sealed."""

    job: Employment
    rhythm: Rhythm
    trainings: list[JobTraining]
    reflections: list[RhythmReflection]
    wishes_met: list[WishesMet]
    employer_needs: list[EmployerNeeds]


@dataclass(frozen=True, slots=True)
class Jobs:
    """Everything about work. `is_whole`: the reader sees also what is between person and specialist."""

    header: Header
    jobs: list[JobAtHand]
    undertakings: list[Undertaking]
    kept: KeptAnswer
    advice: Verdict
    is_whole: bool


def access_jobs(look: Look) -> Jobs:
    """Jobs, education and measures, for one who may see them."""
    with opened(
        look.acting, look.public_id, Permission.EMPLOYMENT_READ, at=look.at, purpose=look.purpose, area="jobs"
    ) as found:
        return jobs_found(found, on=look.on)


def jobs_found(found: Found, *, on: date) -> Jobs:
    """The same, from a record that is open."""
    person, is_whole = found.person, found.may(Permission.NOTE_READ)
    rows = jobs_of(person)
    header = header_of(found, on=on)
    contacts, known_from = _contacts(header.course.episode)
    trainings = trainings_of(person) if is_whole else []
    reflections = reflections_of(person)
    wishes_met = wishes_met_of(person) if is_whole else []
    needs = employer_needs_of(person) if is_whole else []
    at_hand = [
        JobAtHand(
            job=row,
            rhythm=_rhythm(row, contacts, known_from, reflections, on),
            trainings=[each for each in trainings if each.job_id == row.pk],
            reflections=[each for each in reflections if each.job_id == row.pk] if is_whole else [],
            wishes_met=[each for each in wishes_met if each.job_id == row.pk],
            employer_needs=[each for each in needs if each.job_id == row.pk],
        )
        for row in rows
    ]
    return Jobs(
        header=header,
        jobs=at_hand,
        undertakings=undertakings_of(person) if is_whole else [],
        kept=kept_for(work_spells(rows), JOB_KEPT.on(on), on=on),
        advice=more_than_full(map(job_fact, rows), on=on),
        is_whole=is_whole,
    )


def rhythm_of(found: Found, job: Employment, *, on: date) -> Rhythm:
    """The rhythm of one job, for an act on it."""
    contacts, known_from = _contacts(newest_episode(found.person))
    return _rhythm(job, contacts, known_from, reflections_of(found.person), on)


def _rhythm(
    job: Employment,
    contacts: Sequence[date],
    known_from: date | None,
    reflections: Sequence[RhythmReflection],
    on: date,
) -> Rhythm:
    points = rhythm_points(job_fact(job), contacts, FOLLOW_ALONG.on(on), on=on, known_from=known_from)
    return Rhythm(points, frozenset(each.point for each in reflections if each.job_id == job.pk))


def _contacts(episode: Episode | None) -> tuple[list[date], date | None]:
    """The days somebody was in touch about work, and the day from which that is known here."""
    if episode is None:
        return [], None
    held = Meeting.objects.filter(episode=episode, kind=MeetingKind.FOLLOW_ALONG, is_held=True)
    return list(held.order_by("held_on").values_list("held_on", flat=True)), episode.brought_in_on
