"""Lines of job search: the first contact with an employer comes soon (principles §rapid-search)."""

from collections.abc import Iterator

from fotfeste.domain.agenda.asked import Asked, line
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.course import CourseStage
from fotfeste.domain.job_search import first_contact_by
from fotfeste.domain.verdict import because

_BEFORE_A_JOB = (CourseStage.START_UP, CourseStage.JOB_SEARCH)


def lines(asked: Asked) -> Iterator[Line]:
    """I-6.2, principles: contact with an employer at the latest a month after the first meeting.

    A month that ran out before the person was brought in from a list is history that we do not know.
    """
    first = asked.first_meeting_on
    if asked.stage not in _BEFORE_A_JOB or first is None:
        return
    if asked.facts.first_employer_contact_on is not None:
        return
    due = first_contact_by(first, asked.rules.search)
    if not asked.is_known_time(due):
        return
    months = asked.rules.search.first_contact_months
    why = because("search.first-employer-contact", "principles §rapid-search", held_on=first, months=months)
    yield line(asked, [why], Act.LOG_EMPLOYER_CONTACT, due=due)
