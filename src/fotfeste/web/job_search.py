"""The job search on the person's page: narrowing, leads and what came of them, help."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from fotfeste.apps.caseload.job_search import JobSearch, access_job_search
from fotfeste.apps.job_search.models import Lead
from fotfeste.apps.job_search.selectors import lead_fact
from fotfeste.apps.people.sealed import Sealed
from fotfeste.domain.job_leads import HelpKind, LeadResult, LeadState, SearchLevel, narrowed_to, state_of
from fotfeste.domain.permissions import Permission
from fotfeste.web.job_search_words import HELP, LEVELS, RESULTS, STATES
from fotfeste.web.lines import source_link
from fotfeste.web.looks import look_of
from fotfeste.web.person_header import header_page
from fotfeste.web.policy import record

TONES = {LeadState.NOT_WANTED: "neutral", LeadState.RESULT: "neutral", LeadState.FOUND: "warning"}


@record
@require_safe
def job_search(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Everything about the search."""
    look = look_of(request, public_id)
    found = access_job_search(look)
    page = header_page(found.header, "person_job_search", on=look.on) | {
        "may_change": found.header.may(Permission.ABOUT_PERSON_CHANGE),
        "may_see_files": found.header.may(Permission.ATTACHMENT_READ),
        "first_source": source_link("fidelity 15"),
        "narrow_source": source_link("I §6"),
        **job_search_page(found),
    }
    return render(request, "job_search/person.html", page)


def job_search_page(found: JobSearch) -> dict[str, Any]:
    """What both the specialist's and the person's own page show."""
    key = found.header.key
    chosen = [SearchLevel(row.level) for row in found.focus]
    narrowest = narrowed_to(chosen)
    return {
        "leads": list(_leads(found)),
        "days_to_first": found.days_to_first_meeting,
        "narrowest": str(LEVELS[narrowest]) if narrowest else "",
        "steps": [
            {
                "name": words,
                "things": [
                    {"id": row.public_id.hex, "words": str(Sealed(row, "sealed_words", key))}
                    for row in found.focus
                    if row.level == level
                ],
            }
            for level, words in LEVELS.items()
        ],
        "help": [
            {
                "kind": HELP[HelpKind(row.kind)],
                "on": row.on,
                "by": row.given_by.name,
                "note": str(Sealed(row, "sealed_note", key)),
            }
            for row in found.help
        ],
    }


def _leads(found: JobSearch) -> Iterator[dict[str, Any]]:
    key = found.header.key
    for row in found.leads:
        state = state_of(lead_fact(row))
        link = str(Sealed(row, "sealed_link", key))
        yield {
            "id": row.public_id,
            "key": row.public_id.hex,
            "title": str(Sealed(row, "sealed_title", key)),
            "text": str(Sealed(row, "sealed_text", key)),
            "link": link,
            "employer": row.employer.name if row.employer else "",
            "found_on": row.found_on,
            "state": STATES[state],
            "tone": TONES.get(state, "info"),
            "is_over": state is LeadState.RESULT,
            "is_open": state not in (LeadState.RESULT, LeadState.NOT_WANTED),
            "is_asked": state is LeadState.FOUND,
            "why": str(Sealed(row, "sealed_why", key)),
            "result": str(RESULTS[LeadResult(row.result)]) if row.result else "",
            **_more(row, found),
        }


def _more(row: Lead, found: JobSearch) -> dict[str, Any]:
    application = getattr(row, "application", None)
    return {
        "sent_on": application.sent_on if application else None,
        "answered_on": application.answered_on if application else None,
        "answer": str(Sealed(application, "sealed_answer", found.header.key)) if application else "",
        "interviews": [
            {"key": each.public_id.hex, "on": each.on, "is_held": each.is_held}
            for each in sorted(row.interviews.all(), key=lambda each: each.on)
        ],
    }


urlpatterns = [path("personer/<uuid:public_id>/jobbsok", job_search, name="person_job_search")]
