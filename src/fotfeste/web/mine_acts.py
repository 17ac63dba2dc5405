"""What the jobseeker does on the own record: the same forms as the specialist's, through one's own door."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from fotfeste import clock
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.mine.acting import OwnAct, access_own_act, access_own_conflict, carry_out_own
from fotfeste.domain.permissions import Ability, Permission
from fotfeste.domain.verdict import Refused
from fotfeste.web import acts_job_plan, acts_job_plan_parts
from fotfeste.web.acts_conflict import conflict_page
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Start
from fotfeste.web.lines import words_of
from fotfeste.web.once import JustSaved, OtherContent, new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.requests import actor


@dataclass(frozen=True, slots=True)
class OwnPage:
    """An act that one may do on the own record, the right it takes, and where one goes afterwards."""

    page: ActPage
    permission: Permission
    onward: str


_PLAN = (
    acts_job_plan.WRITE,
    acts_job_plan.WITHDRAW,
    acts_job_plan_parts.ADD_ACTIVITY,
    acts_job_plan_parts.FINISH,
    acts_job_plan_parts.HELP,
)
OWN_PAGES: Mapping[str, OwnPage] = {
    str(page.slug): OwnPage(page, Permission.JOB_PLAN_CHANGE, "my_job_plan") for page in _PLAN
}
"""Every act that one can do on the own record with a form like the specialist's, by its name."""


class _Wrong(Exception):
    """What was typed cannot be saved: mistakes in the form, or somebody else saved first."""

    def __init__(self, *, is_stale: bool) -> None:
        super().__init__("stale" if is_stale else "mistakes")
        self.is_stale = is_stale


@dataclass(frozen=True, slots=True)
class _Call:
    request: HttpRequest
    own: OwnPage
    act: OwnAct
    asked: Asked

    @property
    def page(self) -> ActPage:
        return self.own.page


@needs(Ability.RECORD_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def my_plan_act(request: HttpRequest, act: str) -> HttpResponse:
    """Show an act's form, or carry it out."""
    own = OWN_PAGES.get(act)
    if own is None:
        raise Http404
    asked = Asked(clock.today(), request.GET.get("om", "")[:64])
    doing = OwnAct(actor(request), own.permission, own.page.action, clock.now(), asked.on, act)
    call = _Call(request, own, doing, asked)
    return _answer(call) if request.method == "POST" else _show(call)


def _answer(call: _Call) -> HttpResponse:
    try:
        response = once(call.request, lambda: _carry_out(call), at=call.act.at, adds=True)
    except _Wrong as wrong:
        return _conflict(call) if wrong.is_stale else _show(call, status=422)
    except Refused as refused:
        return _show(call, refused=refused, status=422)
    except OtherContent:
        return _show(call, sent_before="other", status=409)
    except JustSaved:
        return _show(call, sent_before="same", status=409)
    messages.success(call.request, str(call.page.said))
    return response


def _carry_out(call: _Call) -> str:
    carry_out_own(call.act, lambda deed: _do(call, deed))
    return reverse(call.own.onward)


def _do(call: _Call, deed: Deed) -> None:
    start = call.page.start(deed.found, call.asked)
    form = call.page.form(call.request.POST, start=start)
    if not form.is_valid():
        raise _Wrong(is_stale=False)
    if call.request.POST.get("version", "") != start.version:
        raise _Wrong(is_stale=True)
    call.page.do(deed, form.cleaned_data, call.asked)


def _show(
    call: _Call, *, refused: Refused | None = None, sent_before: str = "", status: int = 200
) -> HttpResponse:
    start = access_own_act(call.act, lambda found: call.page.start(found, call.asked))
    is_typed = call.request.method == "POST"
    form = call.page.form(call.request.POST if is_typed else None, start=start)
    if refused is not None:
        _tell(form, refused, call)
    shown = _page(call, start) | {
        "form": form,
        "version": call.request.POST.get("version", "") if is_typed else start.version,
        "sent_before": sent_before,
    }
    return render(call.request, "mine/act.html", shown, status=status)


def _conflict(call: _Call) -> HttpResponse:
    """Nothing is overwritten and nothing typed is lost."""
    found = access_own_conflict(call.act, lambda record: call.page.start(record, call.asked))
    form = call.page.form(call.request.POST, start=found.start)
    form.is_valid()
    shown = _page(call, found.start)
    shown |= conflict_page(form, found.start, call.request.POST.dict(), found.last)
    shown["keep_url"] = call.request.get_full_path()
    return render(call.request, "mine/act_conflict.html", shown, status=409)


def _page(call: _Call, start: Start) -> dict[str, object]:
    return {
        "title": call.page.title,
        "help": call.page.help,
        "button": call.page.button,
        "shown": start.shown,
        "given": start.given,
        "form_key": new_form_key(),
        "onward": reverse(call.own.onward),
    }


def _tell(form: ActForm, refused: Refused, call: _Call) -> None:
    form.is_valid()
    for reason in refused.verdict:
        form.add_error(form.blamed(reason.code), words_of(reason, on=call.asked.on))


urlpatterns = [path("min-side/plan/gjor/<slug:act>", my_plan_act, name="my_plan_act")]
