"""The person's own job search: read it, add a lead, say what one wants. It holds at once."""

from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.around.own import own_record
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.caseload.job_search import JobSearch, job_search_of
from fotfeste.apps.caseload.person import Look
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.job_search.models import Lead
from fotfeste.apps.job_search.selectors import lead_of
from fotfeste.apps.job_search.services.leads import add_lead, say_wanted
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.pasted_lead import PastedLead
from fotfeste.domain.permissions import Permission


def access_my_job_search(acting: Acting, *, at: datetime, on: date) -> JobSearch:
    """My leads, and what has come of them."""
    with own_record(acting, Permission.JOB_SEARCH_READ, at=at, area="job_search") as found:
        return job_search_of(found, Look(acting, found.person.public_id, at, on))


def act_add_my_lead(acting: Acting, pasted: PastedLead, *, at: datetime, on: date) -> Lead:
    """A lead that I have found myself, and so want, until I say otherwise."""
    action = Action.JOB_SEARCH_CHANGED
    with own_record(acting, Permission.JOB_SEARCH_CHANGE, at=at, action=action) as found:
        deed = Deed(found, by=acting, at=at, on=on)
        row = add_lead(deed, pasted, None, found_on=on)
        say_wanted(deed, row, is_wanted=True, why="")
        return row


def act_say_what_i_want(
    acting: Acting, lead: UUID, *, is_wanted: bool, why: str, at: datetime, on: date
) -> None:
    """I want this one, or I do not."""
    action = Action.JOB_SEARCH_CHANGED
    with own_record(acting, Permission.JOB_SEARCH_CHANGE, at=at, action=action) as found:
        deed = Deed(found, by=acting, at=at, on=on)
        say_wanted(deed, lead_of(found.person, lead.hex), is_wanted=is_wanted, why=why)
