"""What a NAV adviser and a clinician begin with: those shared with them today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fotfeste import clock
from fotfeste.apps.agreements.coordinated import waiting_for
from fotfeste.apps.agreements.inbox import unread
from fotfeste.apps.around.shared import Reach, Shared, access_shared
from fotfeste.domain.permissions import Ability, Role
from fotfeste.web.around_words import parts_of
from fotfeste.web.person_overview import in_a_row
from fotfeste.web.policy import needs
from fotfeste.web.requests import actor, read_uuid


@dataclass(frozen=True, slots=True)
class SharedRow:
    """One person, ready to be shown."""

    public_id: UUID
    name: str
    sees: str
    specialists: tuple[Reach, ...]
    since: date | None
    is_profile_asked: bool


@needs(Ability.SHARED_PEOPLE_READ)
@require_safe
def shared(request: HttpRequest) -> HttpResponse:
    """Those shared with the reader, and what each has agreed that they see."""
    acting = actor(request)
    after = read_uuid(request.GET.get("etter", ""))
    found = access_shared(acting, at=clock.now(), on=clock.today(), after=after)
    page = {
        "people": list(_rows(found.people)),
        "older_url": f"?etter={found.next_after}" if found.next_after else "",
        "is_nav": acting.role is Role.NAV_ADVISER,
        "is_first": after is None,
        "unread_notices": unread(acting),
        "agreements_waiting": waiting_for(acting, on=clock.today()),
    }
    return render(request, "shared/shared.html", page)


def _rows(people: Iterable[Shared]) -> Iterable[SharedRow]:
    for each in people:
        parts = in_a_row(parts_of(each.sees))
        sees = _("Du ser %(parts)s.") % {"parts": parts} if parts else _("Du ser bare navnet.")
        asked = each.is_profile_asked
        yield SharedRow(each.public_id, str(each.name), sees, each.specialists, each.since, asked)


urlpatterns = [path("delt-med-meg", shared, name="shared")]
