"""The page of a person's agreement: for the office in charge, the contact person, and the person.

It is put together of parts. Each part says what it shows (`PARTS`), and has a template of its own in
templates/agreements/parts/. A new part is one line here and one line in agreements/page.html.
"""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from fotfeste import clock
from fotfeste.apps.agreements.seen import AgreementSeen, access_agreement
from fotfeste.domain.permissions import Permission, Role
from fotfeste.web.agreement_lasting import lasting_part
from fotfeste.web.agreement_parts import assessment_part, next_part, requests_part, standing_part, target_part
from fotfeste.web.agreement_plans_part import plans_part
from fotfeste.web.lines import act_url
from fotfeste.web.own_pages import framed, of_and_own
from fotfeste.web.requests import actor

Part = Callable[[AgreementSeen, date], Mapping[str, object]]
PARTS: tuple[Part, ...] = (
    standing_part,
    next_part,
    lasting_part,
    target_part,
    assessment_part,
    plans_part,
    requests_part,
)
"""What the page is made of, in its order."""

ACTS = ("agreement-use", "agreement-assess", "agreement-reviewed", "agreement-changed", "agreement-end")
"""What NAV can do here, by the names of the acts."""


@of_and_own
def agreement(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The agreement, as NAV and the person see it."""
    acting = actor(request)
    found = access_agreement(acting, public_id, at=clock.now())
    frame = framed(is_mine=acting.role is Role.JOBSEEKER)
    return render(request, "agreements/page.html", agreement_shown(found, on=clock.today()) | frame)


def agreement_shown(found: AgreementSeen, *, on: date) -> dict[str, object]:
    """What the page shows, part by part."""
    contact = found.contact.contact
    shown: dict[str, object] = {
        "public_id": found.person.public_id,
        "name": contact.name,
        "phone": contact.phone,
        "email": contact.email,
        "agreement": found.agreement,
        "is_open": found.is_open,
        "may_change": found.decision.may(Permission.AGREEMENT_CHANGE),
        "acts": _acts(found),
        "is_shared": found.is_shared,
    }
    for part in PARTS:
        shown |= part(found, on)
    return shown


def _acts(found: AgreementSeen) -> dict[str, str]:
    if not found.decision.may(Permission.AGREEMENT_CHANGE):
        return {}
    return {slug.replace("-", "_"): act_url(found.person.public_id, slug) for slug in ACTS}


urlpatterns = [
    path("personer/<uuid:public_id>/avtale", agreement.of, name="agreement_page"),
    path("min-side/avtale", agreement.own, name="my_agreement_page"),
]
