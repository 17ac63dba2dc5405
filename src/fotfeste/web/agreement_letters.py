"""Letters on paper around agreements: those that wait, one to print, and that it is sent."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from fotfeste import clock
from fotfeste.apps.agreements.letters import access_letter, access_letters
from fotfeste.domain.permissions import Ability
from fotfeste.web.agreement_notice_words import NOTICES
from fotfeste.web.lines import act_url
from fotfeste.web.policy import needs, record
from fotfeste.web.requests import actor


@needs(Ability.AGREEMENT_REQUEST_ANSWER)
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """Those that the office has not sent."""
    found = access_letters(actor(request), at=clock.now())
    rows: list[Mapping[str, Any]] = [
        {"row": each.row, "text": NOTICES[each.row.code], "name": str(each.name)} for each in found
    ]
    return render(request, "agreements/letters.html", {"letters": rows})


@record
@require_safe
def letter(request: HttpRequest, public_id: UUID, notice: UUID) -> HttpResponse:
    """One letter, to print."""
    found = access_letter(actor(request), public_id, notice, at=clock.now())
    if found is None:
        raise Http404
    name, business = found.to
    page = {
        "row": found.row,
        "text": NOTICES[found.row.code],
        "name": name,
        "business": business,
        "office": found.agreement.office.name,
        "contact": found.contact,
        "sent_url": f"{act_url(public_id, 'agreement-letter-sent')}?om={notice.hex}",
    }
    return render(request, "agreements/letter.html", page)


urlpatterns = [
    path("avtale/brev", letters, name="agreement_letters"),
    path("personer/<uuid:public_id>/avtale/brev/<uuid:notice>", letter, name="agreement_letter"),
]
