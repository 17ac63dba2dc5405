"""What one has been told about agreements: the page of a jobseeker, an employer and a NAV adviser."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from fotfeste import clock
from fotfeste.apps.agreements.inbox import NoticeSeen, access_notices, act_mark_read
from fotfeste.domain.permissions import Ability, Role
from fotfeste.web.agreement_notice_words import NOTICES
from fotfeste.web.own_pages import framed
from fotfeste.web.policy import needs
from fotfeste.web.requests import actor, read_uuid


@needs(Ability.NOTICES_OWN)
@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """One's own notices, what is not read first."""
    acting = actor(request)
    found = access_notices(acting, at=clock.now(), on=clock.today())
    page = framed(is_mine=acting.role is Role.JOBSEEKER) | {
        "notices": [_notice(each, acting.role) for each in found],
        "newest": next((each.row.public_id for each in found if each.row.seen_at is None), None),
    }
    return render(request, "agreements/notices.html", page)


@needs(Ability.NOTICES_OWN)
@require_POST
def mark_read(request: HttpRequest) -> HttpResponse:
    """What was shown is read. Sent twice, it is read already."""
    newest = read_uuid(request.POST.get("newest", ""))
    if newest is not None:
        act_mark_read(actor(request), newest, at=clock.now())
    messages.success(request, _("Beskjedene er lest."))
    return redirect("agreement_notices")


def _notice(each: NoticeSeen, role: Role) -> dict[str, object]:
    return {
        "text": NOTICES[each.code],
        "on": each.row.on,
        "is_new": each.row.seen_at is None,
        "name": str(each.name) if each.name else "",
        "url": _url(each, role),
    }


def _url(each: NoticeSeen, role: Role) -> str:
    """Where it can be read, for each of the three."""
    if role is Role.JOBSEEKER:
        return reverse("my_agreement_page")
    if role is Role.EMPLOYER_CONTACT:
        return reverse("employer_agreement", args=[each.row.agreement.public_id])
    return reverse("agreement_page", args=[each.row.person.public_id])


urlpatterns = [
    path("avtale/beskjeder", notices, name="agreement_notices"),
    path("avtale/beskjeder/lest", mark_read, name="agreement_notices_read"),
]
