"""A person's case about a measure: for the office that answers for it, the person and the guide."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from fotfeste import clock
from fotfeste.apps.measures.closing import case_facts
from fotfeste.apps.measures.models import MeasureRequest
from fotfeste.apps.measures.reading import CaseSeen, access_case
from fotfeste.clock import OSLO
from fotfeste.domain.measures.closing import case_status
from fotfeste.domain.permissions import Permission, Role
from fotfeste.web.lines import act_url
from fotfeste.web.measure_around import steps_shown
from fotfeste.web.measure_case_shown import decision_shown, sections
from fotfeste.web.measure_close_words import CASE_COLORS, CASE_STATUSES, CAUSES
from fotfeste.web.measure_words import CHANNELS, COLORS, KINDS, STATUSES
from fotfeste.web.own_pages import framed, of_and_own
from fotfeste.web.requests import actor


@of_and_own
def case(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The whole case on one page."""
    acting = actor(request)
    found = access_case(acting, public_id, at=clock.now())
    page = case_page(found, on=clock.today()) | framed(is_mine=acting.role is Role.JOBSEEKER)
    return render(request, "measures/case.html", page)


@of_and_own
def letter(request: HttpRequest, public_id: UUID, decision: UUID) -> HttpResponse:
    """A decision as the letter to the person: what, who, why, the right to complain and until when."""
    acting = actor(request)
    found = access_case(acting, public_id, at=clock.now())
    rows = found.rows.decisions if found.rows else ()
    row = next((each for each in rows if each.public_id == decision), None)
    if row is None:
        raise Http404
    page = {
        **framed(is_mine=acting.role is Role.JOBSEEKER),
        "public_id": public_id,
        "name": found.contact.contact.name,
        "case": found.case,
        "row": row,
        **decision_shown(row, found.key),
    }
    return render(request, "measures/letter.html", page)


def case_page(found: CaseSeen, *, on: date) -> dict[str, object]:
    """What the page shows."""
    contact, row = found.contact.contact, found.case
    may_change = found.decision.may(Permission.MEASURE_CHANGE) and row is not None and row.closed_on is None
    acts = CASE_ACTS if may_change else ()
    return {
        "public_id": found.person.public_id,
        "name": contact.name,
        "phone": contact.phone,
        "email": contact.email,
        "case": row,
        "measure": KINDS[row.measure] if row else "",
        "may_change": may_change,
        "acts": {slug.replace("-", "_"): act_url(found.person.public_id, slug) for slug in acts},
        "requests": [_request(each, found) for each in found.requests],
        "steps": steps_shown(found.steps, found.person.public_id, on=on),
        **_standing(found, on),
        **sections(found, on=on),
    }


CASE_ACTS = (
    *("measure-need", "measure-content", "measure-content-drop", "measure-tried", "measure-weigh"),
    *("measure-amount", "measure-branch", "measure-employer-plan"),
    "measure-close",
    *("measure-decide-need", "measure-approve", "measure-decide"),
)


def _standing(found: CaseSeen, on: date) -> dict[str, object]:
    """Where the case stands, and why it was closed."""
    row, rows = found.case, found.rows
    if row is None or rows is None:
        return {}
    status = case_status(case_facts(row, rows.decisions, rows.participations), on=on)
    return {
        "status": CASE_STATUSES[status],
        "status_color": CASE_COLORS.get(status, "neutral"),
        "close_cause": CAUSES.get(row.close_cause, ""),
        "close_words": row.opened("sealed_close_words", found.key),
    }


def _request(row: MeasureRequest, found: CaseSeen) -> dict[str, object]:
    return {
        "office": row.office.name,
        "asked_on": row.asked_at.astimezone(OSLO).date(),
        "channel": CHANNELS[row.channel],
        "status": STATUSES[row.status],
        "color": COLORS.get(row.status, "neutral"),
        "wish": row.opened("sealed_wish", found.key),
        "reason": row.opened("sealed_reason", found.key),
    }


urlpatterns = [
    path("personer/<uuid:public_id>/tiltak", case.of, name="measure_case"),
    path("personer/<uuid:public_id>/tiltak/vedtak/<uuid:decision>", letter.of, name="measure_letter"),
    path("min-side/tiltak/sak", case.own, name="my_measure_case"),
    path("min-side/tiltak/vedtak/<uuid:decision>", letter.own, name="my_measure_letter"),
]
