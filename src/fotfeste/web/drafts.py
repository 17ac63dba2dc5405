"""What is typed is kept while one types (static/js/autosave.js), for the one who types alone."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.caseload.answering import carry_out
from fotfeste.apps.profiles.services.drafts import is_same_sitting, keep_draft
from fotfeste.domain.permissions import Ability
from fotfeste.web.acts import call_for
from fotfeste.web.acts_call import ActCall, forget_draft, own_look
from fotfeste.web.looks import look_of
from fotfeste.web.once import AGAIN, FIELD
from fotfeste.web.policy import needs, record

LONGEST = 60_000
"""Characters of a draft: more than all the fields of our longest form hold."""

THROW = "throw"
_NOT_TYPED = frozenset({"csrfmiddlewaretoken", FIELD, AGAIN})


@record
@require_POST
def draft(request: HttpRequest, public_id: UUID, act: str) -> HttpResponse:
    """Keep what is typed, or throw it away."""
    return _keep(call_for(request, look_of(request, public_id), act))


@needs(Ability.RECORD_OWN)
@require_POST
def my_draft(request: HttpRequest, act: str) -> HttpResponse:
    """The same on one's own pages."""
    return _keep(call_for(request, own_look(request), act, is_mine=True))


def _keep(call: ActCall) -> HttpResponse:
    if not call.page.keeps_draft:
        raise Http404
    sent = call.request.POST
    if THROW in sent:
        carry_out(
            call.look,
            Action.DRAFT_KEPT,
            lambda deed: forget_draft(call, deed),
            permission=call.page.permission,
        )
        return redirect(call.onward)
    fields = {
        name: value for name, value in sent.items() if name not in _NOT_TYPED and isinstance(value, str)
    }
    if sum(len(name) + len(value) for name, value in fields.items()) > LONGEST:
        return JsonResponse({"kept": False}, status=413)
    key, look = call.draft_key, call.look
    carry_out(
        look,
        Action.DRAFT_KEPT,
        lambda deed: keep_draft(deed, key, fields),
        permission=call.page.permission,
        goes_on=lambda found: is_same_sitting(found, look.acting.account_id, key, on=look.on),
    )
    return JsonResponse({"kept": True})


urlpatterns = [
    path("personer/<uuid:public_id>/utkast/<slug:act>", draft, name="draft"),
    path("min-side/utkast/<slug:act>", my_draft, name="my_draft"),
]
