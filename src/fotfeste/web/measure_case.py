"""A person's case about a measure: for the office that answers for it, and for the guide."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from fotfeste import clock
from fotfeste.apps.measures.models import MeasureRequest
from fotfeste.apps.measures.reading import CaseSeen, access_case
from fotfeste.clock import OSLO
from fotfeste.web.measure_words import CHANNELS, COLORS, KINDS, STATUSES
from fotfeste.web.policy import record
from fotfeste.web.requests import actor


@record
@require_safe
def case(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The whole case on one page."""
    found = access_case(actor(request), public_id, at=clock.now())
    return render(request, "measures/case.html", case_page(found))


def case_page(found: CaseSeen) -> dict[str, object]:
    """What the page shows."""
    contact, row = found.contact.contact, found.case
    return {
        "public_id": found.person.public_id,
        "name": contact.name,
        "phone": contact.phone,
        "email": contact.email,
        "case": row,
        "measure": KINDS[row.measure] if row else "",
        "requests": [_request(each, found) for each in found.requests],
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


urlpatterns = [path("personer/<uuid:public_id>/tiltak", case, name="measure_case")]
