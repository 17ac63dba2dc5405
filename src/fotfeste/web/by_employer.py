"""Acts by somebody at the employer, on one agreement they were let in to: shown, and carried out once.

Who acts, on which agreement, and whether it is still open to them is asked at each look and each act.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from fotfeste import clock
from fotfeste.apps.agreements.employer_deed import entered_by_employer
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.web import (
    by_employer_ending,
    by_employer_lines,
    by_employer_plan,
    by_employer_promises,
    by_employer_questions,
)
from fotfeste.web.acts_conflict import conflict_page
from fotfeste.web.acts_page import ActForm, Asked, Start
from fotfeste.web.by_employer_page import EmployerActPage
from fotfeste.web.once import JustSaved, OtherContent, new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.refusals import tell
from fotfeste.web.requests import actor
from fotfeste.web.step_up import stepped_up

GROUPS = (
    by_employer_lines,
    by_employer_promises,
    by_employer_questions,
    by_employer_plan,
    by_employer_ending,
)
PAGES: Mapping[str, EmployerActPage] = {page.slug: page for group in GROUPS for page in group.PAGES}
"""Every act by an employer, by the name in its address."""


class _Wrong(Exception):
    """What was typed cannot be saved as it stands: mistakes, or somebody else saved first."""

    def __init__(self, *, is_stale: bool) -> None:
        super().__init__("stale" if is_stale else "mistakes")
        self.is_stale = is_stale


@needs(Ability.AGREEMENTS_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
@stepped_up
def act(request: HttpRequest, agreement: UUID, act: str) -> HttpResponse:
    """Show an act's form, or carry it out."""
    page = PAGES.get(act)
    if page is None:
        raise Http404
    if request.method != "POST":
        return _show(request, agreement, page)
    try:
        answer = once(request, lambda: _do(request, agreement, page), at=clock.now(), adds=True)
    except _Wrong as wrong:
        return _show(request, agreement, page, is_stale=wrong.is_stale)
    except Refused as refused:
        return _show(request, agreement, page, refused=refused)
    except JustSaved:
        return _show(request, agreement, page, sent_before="same")
    except OtherContent:
        return _show(request, agreement, page, sent_before="other")
    messages.success(request, str(page.said))
    return answer


def by_employer_url(agreement: UUID, slug: str) -> str:
    """Where an act by the employer is done."""
    return reverse("employer_act_on_agreement", args=[agreement, slug])


def _do(request: HttpRequest, agreement: UUID, page: EmployerActPage) -> str:
    asked, at, on = _asked(request), clock.now(), clock.today()
    area = page.slug[:32]
    with entered_by_employer(actor(request), agreement, at=at, on=on, action=page.action, area=area) as deed:
        start = page.start(deed, asked)
        form = page.form(request.POST, start=start)
        if not form.is_valid():
            raise _Wrong(is_stale=False)
        if request.POST.get("version", "") != start.version:
            raise _Wrong(is_stale=True)
        page.do(deed, form.cleaned_data, asked)
    return _back(agreement, page)


def _show(
    request: HttpRequest,
    agreement: UUID,
    page: EmployerActPage,
    *,
    refused: Refused | None = None,
    is_stale: bool = False,
    sent_before: str = "",
) -> HttpResponse:
    asked, at, on = _asked(request), clock.now(), clock.today()
    with entered_by_employer(actor(request), agreement, at=at, on=on, area=page.slug[:32]) as deed:
        start, name = page.start(deed, asked), deed.name()
    is_sent = request.method == "POST"
    form = page.form(request.POST if is_sent else None, start=start)
    if refused is not None:
        tell(form, refused, page.form.blames, on=on)
    shown: dict[str, object] = {
        "page": page,
        "name": name,
        "form": form,
        "shown": start.shown,
        "given": start.given,
        "version": request.POST.get("version", "") if is_sent else start.version,
        "form_key": new_form_key(),
        "sent_before": sent_before,
        "back_url": _back(agreement, page),
    }
    if is_stale:
        shown |= _both_texts(request, form, start)
    status = 409 if is_stale or sent_before else 422 if is_sent else 200
    return render(request, page.template, shown, status=status)


def _both_texts(request: HttpRequest, form: ActForm, start: Start) -> dict[str, Any]:
    """Who saved first is not told: it may be somebody the employer is not to know of."""
    form.is_valid()
    return conflict_page(form, start, request.POST.dict(), None) | {"keep_url": request.get_full_path()}


def _asked(request: HttpRequest) -> Asked:
    return Asked(clock.today(), request.GET.get("om", "")[:64])


def _back(agreement: UUID, page: EmployerActPage) -> str:
    return reverse(page.back, args=[agreement])


urlpatterns = [
    path(
        "arbeidsgiver/avtaler/<uuid:agreement>/gjor/<slug:act>",
        act,
        name="employer_act_on_agreement",
    ),
]
