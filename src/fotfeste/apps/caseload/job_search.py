"""The job search of one person in one look: for the specialist's page, the person's own, and programs."""

from dataclasses import dataclass

from fotfeste.apps.caseload.person import Header, Look, header_of
from fotfeste.apps.consents.door import Found, opened
from fotfeste.apps.job_search.models import HelpGiven, Lead, SearchFocus
from fotfeste.apps.job_search.selectors import (
    days_to_first_employer_meeting,
    focus_of,
    help_of,
    leads_of,
)
from fotfeste.domain.permissions import Permission


@dataclass(frozen=True, slots=True)
class JobSearch:
    """Leads, the newest first; what it is narrowed to; help; days to the first meeting. Still sealed."""

    header: Header
    leads: list[Lead]
    focus: list[SearchFocus]
    help: list[HelpGiven]
    days_to_first_meeting: int | None


def access_job_search(look: Look) -> JobSearch:
    """The job search, for one who may read it."""
    with opened(
        look.acting,
        look.public_id,
        Permission.JOB_SEARCH_READ,
        at=look.at,
        purpose=look.purpose,
        area="job_search",
    ) as found:
        return job_search_of(found, look)


def job_search_of(found: Found, look: Look) -> JobSearch:
    """The same, from a record that is open."""
    person = found.person
    return JobSearch(
        header=header_of(found, on=look.on),
        leads=leads_of(person),
        focus=focus_of(person),
        help=help_of(person),
        days_to_first_meeting=days_to_first_employer_meeting([person.pk])[person.pk],
    )
