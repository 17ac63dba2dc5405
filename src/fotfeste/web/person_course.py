"""«Løpet»: the steps somebody has taken so far, as a picture and as a list."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from fotfeste.apps.caseload.person import Header
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.domain.course import CourseStage
from fotfeste.domain.permissions import Permission
from fotfeste.web.lines import language
from fotfeste.web.pictures.course import Course, Step, course_picture
from fotfeste.web.words.dates import long_day, short_day

MOST_STEPS = 6


def course_of(header: Header, stands: Sequence[DisclosureStatement], *, on: date) -> Course | None:
    """The steps so far, oldest first; None where there is none. What lies ahead is told by the next steps."""
    known = [(label, day) for label, day in _steps(header, stands) if day is not None and day <= on]
    past = sorted(known, key=lambda step: step[1])
    if not past:
        return None
    shown = past if len(past) <= MOST_STEPS else [past[0], *past[1 - MOST_STEPS :]]
    has_job = header.standing is not None and header.standing.stage is CourseStage.IN_JOB
    return Course(
        steps=tuple(Step(label, short_day(day, on, language()), day) for label, day in shown),
        today=Step(_("I dag"), short_day(on, on, language()), on),
        hope="" if has_job else _("første lønnede dag?"),
    )


def drawn(course: Course) -> SafeString:
    """The picture, with the steps in words for those who do not see it."""
    said = ", ".join(f"{step.label} {long_day(step.day, language())}" for step in course.steps)
    return course_picture(course, title=_("Løpet"), desc=said)


def _steps(header: Header, stands: Sequence[DisclosureStatement]) -> Iterator[tuple[str, date | None]]:
    course, episode = header.course, header.course.episode
    if episode is not None:
        yield _("Henvist"), episode.referred_on
        yield _("Første arbeidsgiver"), episode.first_employer_contact_on
    yield _("Oppstart"), min((meeting.held_on for meeting in course.meetings), default=None)
    yield _("Profil"), min((profile.dated_on for profile in course.profiles), default=None)
    settled = (stand for stand in stands if stand.employer_id is None and stand.confirmed_at is not None)
    yield from ((_("Åpenhet avtalt"), stand.stated_on) for stand in settled)
    for job in course.jobs if header.may(Permission.EMPLOYMENT_READ) else ():
        yield _("Jobbstart"), job.started_on
        yield _("Jobb slutt"), job.ended_on
