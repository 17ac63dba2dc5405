"""Files of a job search: the list, a new one, one handed out, one deleted. The jobseeker's own pages too."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fotfeste import clock
from fotfeste.apps.attachments.access import (
    CHANGE,
    Files,
    access_file,
    access_files,
    act_attach,
    act_remove,
)
from fotfeste.apps.caseload.person import Look
from fotfeste.domain.attachments import size_refused
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.parameters import ATTACHMENT_LIMITS
from fotfeste.web.acts_call import own_look
from fotfeste.web.attachment_forms import BLAMES, AttachmentForm
from fotfeste.web.attachments_shown import as_file, belongs_choices, files_shown
from fotfeste.web.looks import look_of
from fotfeste.web.once import JustSaved, OtherContent, new_form_key, once
from fotfeste.web.own_pages import of_and_own
from fotfeste.web.person_header import header_page
from fotfeste.web.policy import needs, record
from fotfeste.web.refusals import tell
from fotfeste.web.sizes import takes_file


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the pages are: a person's, or one's own."""

    look: Look
    is_mine: bool = False

    def url(self, name: str, *more: object) -> str:
        if self.is_mine:
            return reverse(f"my_{name}", args=more)
        return reverse(f"person_{name}", args=[self.look.public_id, *more])

    def page(self, files: Files) -> dict[str, Any]:
        if self.is_mine:
            return {"is_mine": True, "back": reverse("my_leads")}
        return header_page(files.header, "person_job_search", on=self.look.on) | {
            "back": reverse("person_job_search", args=[self.look.public_id])
        }


@takes_file
@record
@require_http_methods(["GET", "HEAD", "POST"])
def person_files(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The files of a person, and adding one."""
    return _files(request, _Place(look_of(request, public_id)))


@takes_file
@needs(Ability.RECORD_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def my_files(request: HttpRequest) -> HttpResponse:
    """My own files, and adding one from the phone."""
    return _files(request, _Place(own_look(request), is_mine=True))


@of_and_own
def file(request: HttpRequest, public_id: UUID, file: UUID) -> HttpResponse:
    """One file of a person, handed out."""
    return as_file(access_file(look_of(request, public_id), file.hex))


@record
@require_http_methods(["GET", "HEAD", "POST"])
def person_file_remove(request: HttpRequest, public_id: UUID, file: UUID) -> HttpResponse:
    """Delete one."""
    return _remove(request, _Place(look_of(request, public_id)), file)


@needs(Ability.RECORD_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def my_file_remove(request: HttpRequest, file: UUID) -> HttpResponse:
    """Delete one of my own."""
    return _remove(request, _Place(own_look(request), is_mine=True), file)


def _files(request: HttpRequest, place: _Place) -> HttpResponse:
    form, limits = None, ATTACHMENT_LIMITS.on(place.look.on)
    if request.method == "POST":
        about = belongs_choices(access_files(place.look))
        form = AttachmentForm(request.POST, request.FILES, about=about, limits=limits)
        answer = _add(request, form, place)
        if answer is not None:
            messages.success(request, _("Fila er lagt til."))
            return answer
    found = access_files(place.look)
    form = form or AttachmentForm(
        about=belongs_choices(found), limits=limits, initial={"about": request.GET.get("om", "")[:64]}
    )
    page = place.page(found) | {
        "files": [each | _addresses(each["key"], place) for each in files_shown(found)],
        "form": form,
        "form_key": new_form_key(),
        "may_add": found.header.may(CHANGE),
    }
    template = "attachments/mine.html" if place.is_mine else "attachments/person.html"
    return render(request, template, page, status=422 if form.errors else 200)


def _add(request: HttpRequest, form: AttachmentForm, place: _Place) -> HttpResponse | None:
    """Where one goes when it is saved; None when the form says what is wrong."""
    if not form.is_valid():
        return None
    try:
        if wrong := size_refused(form.cleaned_data["file"].size, ATTACHMENT_LIMITS.on(place.look.on)):
            raise Refused(wrong)
        return once(request, lambda: _attach(form, place), at=clock.now())
    except Refused as refused:
        tell(form, refused, BLAMES, on=place.look.on)
    except (JustSaved, OtherContent):
        form.add_error(None, _("Dette er lagret for litt siden."))
    return None


def _attach(form: AttachmentForm, place: _Place) -> str:
    act_attach(place.look, form.to_attach())
    return place.url("files")


def _remove(request: HttpRequest, place: _Place, file: UUID) -> HttpResponse:
    found = access_files(place.look)
    shown = next((each for each in files_shown(found) if each["key"] == file.hex), None)
    if shown is None:
        messages.info(request, _("Denne fila er ikke her lenger."))
        return redirect(place.url("files"))
    if request.method == "POST":
        with suppress(Refused):  # somebody else was a moment faster: it is deleted all the same
            act_remove(place.look, file.hex)
        messages.success(request, _("Fila er slettet."))
        return redirect(place.url("files"))
    page = place.page(found) | {"file": shown, "files_url": place.url("files")}
    return render(request, f"attachments/remove_{'mine' if place.is_mine else 'person'}.html", page)


def _addresses(key: str, place: _Place) -> dict[str, str]:
    return {"url": place.url("file", UUID(key)), "remove_url": place.url("file_remove", UUID(key))}


urlpatterns = [
    path("personer/<uuid:public_id>/filer", person_files, name="person_files"),
    path("personer/<uuid:public_id>/filer/<uuid:file>", file.of, name="person_file"),
    path("personer/<uuid:public_id>/filer/<uuid:file>/slett", person_file_remove, name="person_file_remove"),
    path("min-side/filer", my_files, name="my_files"),
    path("min-side/filer/<uuid:file>", file.own, name="my_file"),
    path("min-side/filer/<uuid:file>/slett", my_file_remove, name="my_file_remove"),
]
