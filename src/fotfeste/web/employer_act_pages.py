"""The page of a small act on an employer: a short form, both texts when two saved, nothing typed lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from fotfeste import clock
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.caseload.employers import open_caseload
from fotfeste.apps.employers.access import employer_opened
from fotfeste.apps.employers.knowledge_services import StalePerson
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.web.acts_conflict import conflict_page
from fotfeste.web.acts_page import ActForm, Start
from fotfeste.web.employer_acts import ACTS, Doing, EmployerAct
from fotfeste.web.once import JustSaved, OtherContent, new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.purposes import KEPT_AS
from fotfeste.web.refusals import tell
from fotfeste.web.requests import actor


class _Wrong(Exception):
    """What was typed cannot be saved as it stands."""

    def __init__(self, form: ActForm, *, is_stale: bool = False) -> None:
        super().__init__("stale" if is_stale else "mistakes")
        self.form, self.is_stale = form, is_stale


@needs(Ability.EMPLOYER_CHANGE)
@require_http_methods(["GET", "HEAD", "POST"])
def employer_act(request: HttpRequest, public_id: UUID, act: str) -> HttpResponse:
    """Show an act's form, or carry it out."""
    chosen = ACTS.get(act)
    if chosen is None:
        raise Http404
    if request.method != "POST":
        return _show(request, public_id, chosen)
    try:
        answer = once(request, lambda: _do(request, public_id, chosen), at=clock.now(), adds=True)
    except _Wrong as wrong:
        return _show(request, public_id, chosen, wrong.form, is_stale=wrong.is_stale)
    except StalePerson:
        return _show(request, public_id, chosen, _typed(request, chosen, Start()), is_stale=True)
    except Refused as refused:
        form = _typed(request, chosen, Start())
        tell(form, refused, chosen.form.blames, on=clock.today())
        return _show(request, public_id, chosen, form)
    except (JustSaved, OtherContent):
        return _show(request, public_id, chosen, _typed(request, chosen, Start()), is_just_saved=True)
    messages.success(request, str(chosen.said))
    return answer


def _do(request: HttpRequest, public_id: UUID, act: EmployerAct) -> str:
    with _doing(request, public_id, Action.EMPLOYER_CHANGED) as doing:
        start = act.start(doing)
        form = _typed(request, act, start)
        if not form.is_valid():
            raise _Wrong(form)
        if act.edits and request.POST.get("version", "") != start.version:
            raise _Wrong(form, is_stale=True)
        act.do(doing, form.cleaned_data)
        return reverse("employer", args=[public_id])


def _show(
    request: HttpRequest,
    public_id: UUID,
    act: EmployerAct,
    form: ActForm | None = None,
    *,
    is_stale: bool = False,
    is_just_saved: bool = False,
) -> HttpResponse:
    with _doing(request, public_id, Action.EMPLOYER_SEEN) as doing:
        start, name = act.start(doing), doing.employer.name
    page: dict[str, Any] = {
        "act": act,
        "name": name,
        "form": form or act.form(start=start),
        "version": request.POST.get("version", "") if form else start.version,
        "form_key": new_form_key(),
        "is_just_saved": is_just_saved,
        "back_url": reverse("employer", args=[public_id]),
    }
    if is_stale and form is not None:
        form.is_valid()
        page |= conflict_page(form, start, request.POST.dict(), None)
        page |= {"keep_url": request.get_full_path(), "saved_url": page["back_url"]}
    status = 409 if is_stale or is_just_saved else 422 if form else 200
    return render(request, "employers/act.html", page, status=status)


def _typed(request: HttpRequest, act: EmployerAct, start: Start) -> ActForm:
    return act.form(request.POST, start=start)


@contextmanager
def _doing(request: HttpRequest, public_id: UUID, action: Action) -> Iterator[Doing]:
    by, at, on = actor(request), clock.now(), clock.today()
    with employer_opened(by, public_id, at=at, action=action) as row:
        about = request.GET.get("om", "")[:64]
        yield Doing(row, by, at, on, about, lambda: jobseekers_of(request))


def jobseekers_of(request: HttpRequest) -> list[str]:
    """The names that must not stand in what the whole team reads: those one follows oneself."""
    purposes = request.session.get(KEPT_AS, {})
    mine = open_caseload(actor(request), on=clock.today(), purposes=purposes)
    return [str(each.name) for each in mine]


urlpatterns = [
    path("arbeidsgivere/<uuid:public_id>/gjor/<slug:act>", employer_act, name="employer_act"),
]
