"""My own answer: whether my name may be said in the team's meetings. As easy to take back as to give."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fotfeste import clock
from fotfeste.apps.mine.naming import access_my_namings, act_state_naming
from fotfeste.domain.permissions import Ability
from fotfeste.domain.unit_meeting import UnitMeetingKind
from fotfeste.domain.verdict import Refused
from fotfeste.web.naming_words import MEANS, RULES, meeting_in_words
from fotfeste.web.once import new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.refusals import in_words
from fotfeste.web.requests import actor, read_uuid


@needs(Ability.RECORD_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def mine_naming(request: HttpRequest) -> HttpResponse:
    """Read what it means, and say yes or no for each meeting."""
    if request.method != "POST":
        return _page(request)
    kind, answer = request.POST.get("meeting", ""), request.POST.get("answer", "")
    if kind not in set(UnitMeetingKind) or answer not in {"yes", "no"}:
        return _page(request, status=422)
    try:
        done = once(request, lambda: _state(request, UnitMeetingKind(kind), answer), at=clock.now())
    except Refused as refused:
        return _page(request, wrong=in_words(refused.verdict, on=clock.today()), status=422)
    messages.success(request, _("Svaret er lagret. Det gjelder fra nå."))
    return done


def _state(request: HttpRequest, kind: UnitMeetingKind, answer: str) -> str:
    unit = read_uuid(request.POST.get("unit", ""))
    act_state_naming(actor(request), kind, unit, agrees=answer == "yes", at=clock.now(), on=clock.today())
    return reverse("mine_naming")


def _page(request: HttpRequest, *, wrong: list[str] | None = None, status: int = 200) -> HttpResponse:
    found = access_my_namings(actor(request), at=clock.now(), on=clock.today())
    page = {
        "meetings": [
            {
                "kind": kind.value,
                "unit": unit.public_id,
                "title": meeting_in_words(kind, unit),
                "means": MEANS[kind],
                "said": said,
                "form_keys": (new_form_key(), new_form_key()),
            }
            for kind, unit, said in found
        ],
        "rules": RULES,
        "wrong": wrong or [],
    }
    return render(request, "mine/naming.html", page, status=status)


urlpatterns = [path("min-side/samtykker/navn-i-moter", mine_naming, name="mine_naming")]
