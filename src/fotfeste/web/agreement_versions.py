"""Each version of an agreement as it was signed, its sealed document, and agreements that are over (A-02)."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from fotfeste import clock
from fotfeste.apps.agreements.documents import access_document
from fotfeste.documents.agreement.text import text_shown
from fotfeste.domain.permissions import Role
from fotfeste.web.agreement_ending_words import END_CAUSES
from fotfeste.web.agreement_text import found_text, head_of, version_shown
from fotfeste.web.documents import as_download, not_made_yet
from fotfeste.web.lines import language
from fotfeste.web.own_pages import of_and_own
from fotfeste.web.requests import actor


@of_and_own
def version(
    request: HttpRequest, public_id: UUID, number: int, agreement: UUID | None = None
) -> HttpResponse:
    """One version as it was signed, word for word; of an earlier agreement, when one is named."""
    found = found_text(request, public_id, agreement)
    row = next((each for each in found.texts if each.number == number), None)
    if row is None:
        raise Http404
    where = _Where(request, public_id, agreement)
    shown = (
        text_shown(found.content_in(row), language())
        | head_of(found, is_mine=where.is_mine)
        | {
            "version": version_shown(found, row),
            "back_url": where.back(),
            "document_url": where.url("document", number),
        }
    )
    return render(request, "agreements/version.html", shown)


@of_and_own
def earlier(request: HttpRequest, public_id: UUID, agreement: UUID) -> HttpResponse:
    """An agreement that is over: how it ended, and each version of it."""
    found, where = found_text(request, public_id, agreement), _Where(request, public_id, agreement)
    row = found.agreement
    page = head_of(found, is_mine=where.is_mine) | {
        "versions": [
            version_shown(found, each) | {"url": where.url("version", each.number)} for each in found.texts
        ],
        "end_cause": END_CAUSES[row.end_cause] if row.end_cause else "",
        "end_words": row.opened("sealed_end_words", found.key),
    }
    return render(request, "agreements/earlier.html", page)


@of_and_own
def document(
    request: HttpRequest, public_id: UUID, number: int, agreement: UUID | None = None
) -> HttpResponse:
    """The sealed PDF of a version that has been concluded."""
    found = access_document(actor(request), public_id, number, at=clock.now(), agreement=agreement)
    if found is not None:
        return as_download(found)
    return not_made_yet(request, _Where(request, public_id, agreement).back())


class _Where:
    """The addresses around one agreement: one's own or somebody's, the one that counts or an earlier."""

    def __init__(self, request: HttpRequest, public_id: UUID, agreement: UUID | None) -> None:
        self.is_mine = actor(request).role is Role.JOBSEEKER
        self.args: list[object] = [] if self.is_mine else [public_id]
        self.earlier = agreement

    def url(self, page: str, number: int) -> str:
        """Of a version, or its document."""
        begins = "my_agreement" if self.is_mine else "agreement"
        if self.earlier is None:
            return reverse(f"{begins}_{page}", args=[*self.args, number])
        return reverse(f"{begins}_earlier_{page}", args=[*self.args, self.earlier, number])

    def back(self) -> str:
        """The page with all versions."""
        begins = "my_agreement" if self.is_mine else "agreement"
        if self.earlier is None:
            return reverse(f"{begins}_text", args=self.args)
        return reverse(f"{begins}_earlier", args=[*self.args, self.earlier])


_OF, _OWN = "personer/<uuid:public_id>/avtale", "min-side/avtale"
_VERSION, _EARLIER = "versjon/<int:number>", "r/<uuid:agreement>"

urlpatterns = [
    path(f"{_OF}/{_VERSION}", version.of, name="agreement_version"),
    path(f"{_OWN}/{_VERSION}", version.own, name="my_agreement_version"),
    path(f"{_OF}/{_VERSION}/dokument", document.of, name="agreement_document"),
    path(f"{_OWN}/{_VERSION}/dokument", document.own, name="my_agreement_document"),
    path(f"{_OF}{_EARLIER}", earlier.of, name="agreement_earlier"),
    path(f"{_OWN}{_EARLIER}", earlier.own, name="my_agreement_earlier"),
    path(f"{_OF}{_EARLIER}/{_VERSION}", version.of, name="agreement_earlier_version"),
    path(f"{_OWN}{_EARLIER}/{_VERSION}", version.own, name="my_agreement_earlier_version"),
    path(f"{_OF}{_EARLIER}/{_VERSION}/dokument", document.of, name="agreement_earlier_document"),
    path(f"{_OWN}{_EARLIER}/{_VERSION}/dokument", document.own, name="my_agreement_earlier_document"),
]
