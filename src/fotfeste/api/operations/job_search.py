"""The job search: read as it stands, and one's own say in it.

What the specialist does (`add-lead`, `send-application`, `agree-interview`, `log-help` and others)
are acts on a person, read by the very forms of the pages.
"""

from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling, look_at
from fotfeste.api.fields import Text
from fotfeste.api.once import Done
from fotfeste.api.operations.lines import PersonNamed
from fotfeste.api.operations.person_sections import named
from fotfeste.api.policy import RECORD, api_policy, needs
from fotfeste.api.schemas import Sent, Shown
from fotfeste.apps.caseload.job_search import JobSearch, access_job_search
from fotfeste.apps.job_search.models import Lead
from fotfeste.apps.job_search.selectors import lead_fact
from fotfeste.apps.mine.job_search import access_my_job_search, act_add_my_lead, act_say_what_i_want
from fotfeste.apps.people.sealed import Sealed
from fotfeste.domain.job_leads import state_of
from fotfeste.domain.pasted_lead import read_pasted
from fotfeste.domain.permissions import Ability

router = Router(tags=["Job search"])


class InterviewShown(Shown):
    """An interview. `is_held` is not known until somebody has said how it went."""

    id: UUID
    on: date
    is_held: bool | None


class LeadShown(Shown):
    """A lead, and how far it has come."""

    id: UUID
    title: str
    link: str
    text: str
    employer_name: str | None
    found_on: date
    state: str = Field(description="Follows from what is recorded.")
    wanted: bool | None
    why: str
    applied_on: date | None
    answered_on: date | None
    interviews: list[InterviewShown]
    result: str | None


class FocusShown(Shown):
    """Something the search is narrowed to."""

    id: UUID
    level: str
    words: str


class HelpShown(Shown):
    """Help that was given."""

    kind: str
    on: date
    by: str
    note: str


class JobSearchShown(Shown):
    """The job search of one person."""

    person: PersonNamed
    leads: list[LeadShown]
    narrowed_to: list[FocusShown]
    help_given: list[HelpShown]
    days_to_first_meeting: int | None = Field(
        description="From taken on to the first meeting face to face with an employer."
    )


class MyLeadSent(Sent):
    """Something I have found: an advertisement or a link, as it is pasted. Nothing is fetched."""

    text: Text = Field(min_length=1, max_length=50_000)


class MyWishSent(Sent):
    """Whether I want a lead, and why."""

    wanted: Literal["yes", "no"]
    why: Text = Field("", max_length=2_000)


class MyLeadSaved(Shown):
    """It holds from now."""

    id: UUID


@router.get("/people/{uuid:person_id}/job-search", response=JobSearchShown, summary="Job search")
@api_policy(RECORD)
def get_person_job_search(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """Leads and what came of them, what the search is narrowed to, and the help that was given."""
    return _facts(access_job_search(look_at(calling(request), person_id)))


@router.get("/me/job-search", response=JobSearchShown, summary="My job search")
@api_policy(needs(Ability.RECORD_OWN))
def get_my_job_search(request: HttpRequest) -> dict[str, Any]:
    """My own leads, and what has come of them."""
    call = calling(request)
    return _facts(access_my_job_search(call.acting, at=call.at, on=call.on))


@router.post("/me/leads", response={201: MyLeadSaved}, summary="Add a lead of mine")
@api_policy(needs(Ability.RECORD_OWN))
def add_my_lead(request: HttpRequest, sent: MyLeadSent) -> Done:
    """Add something I have found. Refused when it is here already."""
    call = calling(request)
    row = act_add_my_lead(call.acting, read_pasted(sent.text), at=call.at, on=call.on)
    return Done(MyLeadSaved(id=row.public_id), 201)


@router.post("/me/leads/{uuid:lead_id}/wanted", response=MyLeadSaved, summary="Say what I want")
@api_policy(needs(Ability.RECORD_OWN))
def say_what_i_want(request: HttpRequest, lead_id: UUID, sent: MyWishSent) -> Done:
    """I want this one, or I do not. A no counts at once."""
    call = calling(request)
    is_wanted = sent.wanted == "yes"
    act_say_what_i_want(call.acting, lead_id, is_wanted=is_wanted, why=sent.why, at=call.at, on=call.on)
    return Done(MyLeadSaved(id=lead_id))


def _facts(found: JobSearch) -> dict[str, Any]:
    key = found.header.key
    return {
        "person": named(found.header),
        "leads": [_lead(row, found) for row in found.leads],
        "narrowed_to": [
            {"id": row.public_id, "level": row.level, "words": str(Sealed(row, "sealed_words", key))}
            for row in found.focus
        ],
        "help_given": [
            {
                "kind": row.kind,
                "on": row.on,
                "by": row.given_by.name,
                "note": str(Sealed(row, "sealed_note", key)),
            }
            for row in found.help
        ],
        "days_to_first_meeting": found.days_to_first_meeting,
    }


def _lead(row: Lead, found: JobSearch) -> dict[str, Any]:
    key, fact = found.header.key, lead_fact(row)
    texts = {name: str(Sealed(row, f"sealed_{name}", key)) for name in ("title", "link", "text", "why")}
    return {
        "id": row.public_id,
        **texts,
        "employer_name": fact.employer_name or None,
        "found_on": row.found_on,
        "state": state_of(fact).value,
        "wanted": row.wanted,
        "applied_on": fact.applied_on,
        "answered_on": fact.answered_on,
        "interviews": [
            {"id": each.public_id, "on": each.on, "is_held": each.is_held} for each in row.interviews.all()
        ],
        "result": row.result or None,
    }
