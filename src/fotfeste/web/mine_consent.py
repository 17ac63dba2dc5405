"""My consents: each on a page of its own, signed and withdrawn there with one touch; and the history."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste import clock
from fotfeste.apps.consents.services.signing import Changed
from fotfeste.apps.mine.consents import access_my_consents, access_my_document, act_sign
from fotfeste.domain.consent import Reply
from fotfeste.domain.consent_openings import SIGNED
from fotfeste.domain.permissions import Ability, ConsentScope
from fotfeste.parameters.consent_texts import ShownText
from fotfeste.web.consent_words import said_shown, signature_of, stands, text_shown, where_each_stands
from fotfeste.web.documents import as_download, not_made_yet
from fotfeste.web.once import new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.requests import actor

IN_ADDRESS = {
    "delta-i-ips": ConsentScope.IPS_PARTICIPATION,
    "kontakt-med-nav": ConsentScope.NAV_CONTACT,
    "helsetjenesten": ConsentScope.HEALTH_RELEASE,
}
"""How each consent is called in its address."""

CALLED = {scope: name for name, scope in IN_ADDRESS.items()}


@needs(Ability.RECORD_OWN)
@require_safe
def consents(request: HttpRequest) -> HttpResponse:
    """Where each consent stands, and everything I have said of them."""
    found = access_my_consents(actor(request), at=clock.now())
    now = where_each_stands(found, on=clock.today())
    page = {
        "consents": [(each, reverse("mine_consent", args=[CALLED[each.scope]])) for each in now],
        "history": [said_shown(row) for row in found],
    }
    return render(request, "mine/consents.html", page)


@needs(Ability.RECORD_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: HttpRequest, name: str) -> HttpResponse:
    """Read one consent and answer it, or withdraw it."""
    scope = IN_ADDRESS.get(name)
    if scope is None:
        raise Http404
    text = text_shown(scope, on=clock.today())
    if request.method != "POST":
        return _page(request, text)
    try:
        return _answer(request, text)
    except Changed:
        return _page(request, text, is_changed=True, status=409)


def _answer(request: HttpRequest, text: ShownText) -> HttpResponse:
    signature = signature_of(request.POST, text)
    if signature is None:
        return _page(request, text, is_unanswered=True, status=422)

    def do() -> str:
        act_sign(actor(request), signature, at=clock.now(), on=clock.today())
        return reverse("mine_consents")

    answer = once(request, do, at=clock.now())
    messages.success(request, _said(text.scope, signature.reply))
    return answer


def _said(scope: ConsentScope, reply: Reply) -> str:
    if reply is Reply.UNCLEAR:
        return _("Greit. Du kan svare når du vil.")
    if reply is Reply.YES:
        return _("Takk. Du har sagt ja. Det gjelder fra nå, og du kan trekke det når du vil.")
    if scope is ConsentScope.NAV_CONTACT:
        return _("Du har sagt nei. Det gjelder fra nå. Jobbspesialisten snakker med deg om hva det betyr.")
    return _("Du har sagt nei. Det gjelder fra nå.")


def _page(
    request: HttpRequest,
    text: ShownText,
    *,
    is_changed: bool = False,
    is_unanswered: bool = False,
    status: int = 200,
) -> HttpResponse:
    found = access_my_consents(actor(request), at=clock.now())
    now = next((row for row in found if row.ended_at is None and row.scope == text.scope), None)
    page = {
        "stands": stands(now, text),
        "text": text,
        "number": SIGNED.index(text.scope) + 1,
        "count": len(SIGNED),
        "is_changed": is_changed,
        "is_unanswered": is_unanswered,
        "form_key": new_form_key(),
        "history": [said_shown(row) for row in found if row.scope == text.scope],
    }
    return render(request, "mine/consent.html", page, status=status)


@needs(Ability.RECORD_OWN)
@require_safe
def document(request: HttpRequest, statement: UUID) -> HttpResponse:
    """What I signed, as a file."""
    found = access_my_document(actor(request), statement, at=clock.now())
    if found is None:
        return not_made_yet(request, reverse("mine_consents"))
    return as_download(found)


urlpatterns = [
    path("min-side/samtykker", consents, name="mine_consents"),
    path("min-side/samtykker/<slug:name>", consent, name="mine_consent"),
    path("min-side/samtykker/dokument/<uuid:statement>", document, name="mine_consent_document"),
]
