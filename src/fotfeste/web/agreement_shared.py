"""The agreement for the employment specialist, as long as the jobseeker shares it: read, never written on."""

from collections.abc import Sequence
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from fotfeste.apps.agreements.models import AgreementText
from fotfeste.apps.agreements.sharing import access_shared_text
from fotfeste.apps.agreements.text_seen import TextSeen
from fotfeste.documents.agreement.text import text_shown
from fotfeste.documents.agreement.words import COLORS, STANDINGS
from fotfeste.web.agreement_text import version_shown
from fotfeste.web.lines import language
from fotfeste.web.looks import look_of
from fotfeste.web.policy import record


@record
@require_safe
def shared(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What holds; or what waits for signatures, or the draft, where nothing holds yet."""
    found = _found(request, public_id)
    row = found.in_force or found.waiting
    content = found.content_in(row) if row else found.whole()
    others = [each for each in found.texts if each is not row]
    return _page(request, found, row, text_shown(content, language()), others)


@record
@require_safe
def shared_version(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """One version as it was."""
    found = _found(request, public_id)
    row = next((each for each in found.texts if each.number == number), None)
    if row is None:
        raise Http404
    return _page(request, found, row, text_shown(found.content_in(row), language()), ())


def _found(request: HttpRequest, public_id: UUID) -> TextSeen:
    look = look_of(request, public_id)
    return access_shared_text(look.acting, public_id, at=look.at, purpose=look.purpose)


def _page(
    request: HttpRequest,
    found: TextSeen,
    row: AgreementText | None,
    text: dict[str, object],
    others: Sequence[AgreementText],
) -> HttpResponse:
    page = text | {
        "public_id": found.person.public_id,
        "name": found.contact.contact.name,
        "standing": STANDINGS[found.standing],
        "standing_color": COLORS.get(found.standing, "neutral"),
        "version": version_shown(found, row) if row else None,
        "versions": [version_shown(found, each) for each in others],
        "mine": frozenset(),
    }
    return render(request, "agreements/shared.html", page)


urlpatterns = [
    path("personer/<uuid:public_id>/delt-avtale", shared, name="shared_agreement"),
    path(
        "personer/<uuid:public_id>/delt-avtale/<int:number>", shared_version, name="shared_agreement_version"
    ),
]
