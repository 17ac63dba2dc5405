"""Answering a line: each act has a short page. It shows why it is asked, and carries it out once.

What was typed is never lost: not to a mistake, not to a colleague who saved first, not to a second click.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from fotfeste import clock
from fotfeste.apps.agenda.selectors import StoredLine
from fotfeste.apps.caseload.answering import access_act, access_conflict, carry_out
from fotfeste.apps.caseload.person import Header, Look
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.episodes.services.clearing_up import settle_answered
from fotfeste.domain.agenda import Act
from fotfeste.domain.permissions import Ability, permitted_to_oneself
from fotfeste.domain.verdict import Refused
from fotfeste.web import (
    acts_agreement,
    acts_agreement_contacts,
    acts_agreement_ending,
    acts_agreement_lines,
    acts_agreement_plans,
    acts_agreement_promises,
    acts_agreement_questions,
    acts_agreement_share,
    acts_agreement_sign,
    acts_agreement_text,
    acts_appointments,
    acts_assessment,
    acts_clearing_up,
    acts_compose,
    acts_consent,
    acts_discharge,
    acts_disclosure,
    acts_employer_contact,
    acts_employer_needs,
    acts_handover,
    acts_hold,
    acts_interviews,
    acts_job_around,
    acts_job_plan,
    acts_job_plan_parts,
    acts_job_search,
    acts_job_support,
    acts_jobs,
    acts_journal,
    acts_lists,
    acts_measure,
    acts_measure_aim,
    acts_measure_close,
    acts_measure_decide,
    acts_measure_duration,
    acts_measure_issuer,
    acts_measure_job,
    acts_measure_money,
    acts_measure_need,
    acts_measure_providers,
    acts_measure_report,
    acts_measure_tasks,
    acts_meetings,
    acts_method,
    acts_naming,
    acts_nav,
    acts_person,
    acts_plans,
    acts_profile,
    acts_remarks,
    acts_start_up,
    acts_start_up_points,
    acts_touch,
    acts_wishes,
)
from fotfeste.web.acts_call import FROM_TODAY, ActCall, forget_draft, own_look
from fotfeste.web.acts_conflict import conflict_page
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Start
from fotfeste.web.lines import Action, act_url, line_on_person, words_of
from fotfeste.web.looks import look_of
from fotfeste.web.once import JustSaved, OtherContent, new_form_key, once
from fotfeste.web.own_pages import framed
from fotfeste.web.person_header import header_page
from fotfeste.web.policy import needs, record
from fotfeste.web.refusals import refusal

GROUPS = (
    acts_meetings,
    acts_appointments,
    acts_touch,
    acts_hold,
    acts_start_up,
    acts_start_up_points,
    acts_method,
    acts_consent,
    acts_nav,
    acts_naming,
    acts_disclosure,
    acts_employer_contact,
    acts_compose,
    acts_job_search,
    acts_interviews,
    acts_journal,
    acts_assessment,
    acts_plans,
    acts_job_plan,
    acts_job_plan_parts,
    acts_profile,
    acts_jobs,
    acts_job_around,
    acts_job_support,
    acts_wishes,
    acts_employer_needs,
    acts_person,
    acts_lists,
    acts_clearing_up,
    acts_remarks,
    acts_handover,
    acts_discharge,
    acts_measure,
    acts_measure_need,
    acts_measure_job,
    acts_measure_aim,
    acts_measure_decide,
    acts_measure_duration,
    acts_measure_issuer,
    acts_measure_money,
    acts_measure_report,
    acts_measure_providers,
    acts_measure_close,
    acts_measure_tasks,
    acts_agreement,
    acts_agreement_ending,
    acts_agreement_lines,
    acts_agreement_text,
    acts_agreement_sign,
    acts_agreement_promises,
    acts_agreement_questions,
    acts_agreement_contacts,
    acts_agreement_plans,
    acts_agreement_share,
)
_EVERY = {str(page.slug): page for group in GROUPS for page in group.PAGES}
PAGES: Mapping[str, ActPage] = {slug: page for slug, page in _EVERY.items() if not page.is_own_alone}
"""Every act that can be done on a person's record, by the name in its address."""

OWN_PAGES: Mapping[str, ActPage] = {
    slug: page for slug, page in _EVERY.items() if page.permission in permitted_to_oneself()
}
"""Those that one may do on the own record, and those that nobody else may."""


def menu(header: Header) -> list[Action]:
    """What can be done without being asked for on the agenda; nothing for one who may only read."""
    pages = [page for page in PAGES.values() if page.on_menu and header.may(page.permission)]
    return [Action(str(page.title), act_url(header.public_id, page.slug)) for page in pages]


class _Wrong(Exception):
    """What was typed cannot be saved: mistakes in the form, or somebody else saved first."""

    def __init__(self, *, is_stale: bool) -> None:
        super().__init__("stale" if is_stale else "mistakes")
        self.is_stale = is_stale


@record
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, public_id: UUID, act: str) -> HttpResponse:
    """Show an act's form, or carry it out."""
    return _respond(call_for(request, look_of(request, public_id), act))


@needs(Ability.RECORD_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def my_act(request: HttpRequest, act: str) -> HttpResponse:
    """The same on one's own pages, for what one may do oneself."""
    return _respond(call_for(request, own_look(request), act, is_mine=True))


def call_for(request: HttpRequest, look: Look, act: str, *, is_mine: bool = False) -> ActCall:
    """What an address asks for. 404 for an act there is not."""
    page = (OWN_PAGES if is_mine else PAGES).get(act)
    if page is None:
        raise Http404
    asked = Asked(clock.today(), request.GET.get("om", "")[:64])
    return ActCall(request, page, look, asked, is_mine)


def _respond(call: ActCall) -> HttpResponse:
    return _answer(call) if call.request.method == "POST" else _show(call)


def _answer(call: ActCall) -> HttpResponse:
    try:
        response = once(call.request, lambda: _carry_out(call), at=call.look.at, adds=True)
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


def _carry_out(call: ActCall) -> str:
    return carry_out(
        call.look, call.page.action, lambda deed: _do(call, deed), permission=call.page.permission
    )


def _do(call: ActCall, deed: Deed) -> str:
    start = call.page.start(deed.found, call.asked)
    form = call.page.form(call.request.POST, start=start)
    if not form.is_valid():
        raise _Wrong(is_stale=False)
    if call.request.POST.get("version", "") != start.version:
        raise _Wrong(is_stale=True)
    do_act(call.page, deed, form.cleaned_data, call.asked)
    forget_draft(call, deed)
    onward = call.page.onward(form.cleaned_data)
    return call.act_url(onward) if onward else call.onward


def do_act(page: ActPage, deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    """Carry it out, and settle what a list left open that this answers. For pages and programs alike."""
    settle_answered(deed, codes=acts_clearing_up.answered_by(page.slug))
    page.do(deed, typed, asked)


def _show(
    call: ActCall, *, refused: Refused | None = None, sent_before: str = "", status: int = 200
) -> HttpResponse:
    """The form: fresh, with what was typed before, or as it was sent with what is wrong beside it."""
    found = access_act(call.look, call.page.slug, call.started, permission=call.page.permission)
    start, draft = found.start.start, found.start.draft
    is_sent = call.request.method == "POST"
    form = call.page.form(call.request.POST if is_sent else None, start=start)
    version = call.request.POST.get("version", "") if is_sent else start.version
    if draft is not None and not is_sent:
        form.initial.update({name: draft.fields.get(name, "") for name in form.fields})
        version = draft.fields.get("version", version)
    if refused is not None:
        _tell(form, refused, on=call.asked.on)
    shown = _page(call, found.header, found.lines, start) | {
        "form": form,
        "version": version,
        "sent_before": sent_before,
        "draft_at": draft.at if draft is not None and not is_sent else None,
    }
    return render(call.request, call.page.template, shown, status=status)


def _conflict(call: ActCall) -> HttpResponse:
    """Nothing is overwritten and nothing typed is lost."""
    found, last = access_conflict(
        call.look,
        call.page.slug,
        lambda record: call.page.start(record, call.asked),
        permission=call.page.permission,
    )
    form = call.page.form(call.request.POST, start=found.start)
    form.is_valid()
    shown = _page(call, found.header, found.lines, found.start)
    shown |= conflict_page(form, found.start, call.request.POST.dict(), last)
    shown["keep_url"] = call.request.get_full_path()
    return render(call.request, "acts/conflict.html", shown, status=409)


def _page(call: ActCall, header: Header, lines: list[StoredLine], start: Start) -> dict[str, object]:
    on, public_id, page = call.asked.on, call.look.public_id, call.page
    return header_page(header, "", on=on) | {
        **framed(is_mine=call.is_mine),
        "title": page.title,
        "help": page.help,
        "button": page.button,
        "lines": [line_on_person(line, public_id, on=on) for line in lines],
        "is_done_already": not lines and page.slug in set(Act) and not page.on_menu,
        "shown": start.shown,
        "given": start.given,
        "form_key": new_form_key(),
        "onward": call.onward,
        "above_url": reverse(page.above, args=[public_id]),
        "draft_url": call.draft_url if page.keeps_draft else "",
        "beside_url": reverse(page.beside, args=[public_id]) if page.beside and not call.is_mine else "",
        "beside_words": page.beside_words,
        "instead": _instead(call),
    }


def _instead(call: ActCall) -> Action | None:
    if call.page.instead is None or call.is_mine:
        return None
    slug, words = call.page.instead
    query = f"?fra={FROM_TODAY}" if call.request.GET.get("fra") == FROM_TODAY else ""
    return Action(str(words), act_url(call.look.public_id, slug) + query)


def _tell(form: ActForm, refused: Refused, *, on: date) -> None:
    """Every reason, at the field it is about."""
    form.is_valid()
    for reason in refused.verdict:
        form.add_error(form.blamed(reason.code), refusal(reason, words_of(reason, on=on)))


urlpatterns = [
    path("personer/<uuid:public_id>/gjor/<slug:act>", act, name="act"),
    path("min-side/gjor/<slug:act>", my_act, name="my_act"),
]
