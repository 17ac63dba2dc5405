"""What anybody may open of the agreement: the blank form, an example, and a check of a file's seal (A-09)."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste import clock
from fotfeste.documents.agreement import PaperMark
from fotfeste.documents.agreement.public import public_file
from fotfeste.documents.seal_words import checked_within, in_words
from fotfeste.domain.seal import SealLimits
from fotfeste.parameters import SEAL_LIMITS
from fotfeste.parameters.public_information.agreement_form import agreement_form
from fotfeste.web.client_address import client_address
from fotfeste.web.limits import FOR_CHECKING_SEALS, TooOften, count
from fotfeste.web.policy import public

TOO_OFTEN = 429
FILE_NAMES = {PaperMark.BLANK: "avtale-skjema", PaperMark.EXAMPLE: "avtale-eksempel"}
LANGUAGE_NAMES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}


class SealForm(forms.Form):
    """The file that somebody has received."""

    file = forms.FileField(
        label=_("PDF-fila du har fått"),
        allow_empty_file=True,
        max_length=None,
        widget=forms.FileInput(attrs={"accept": ".pdf,application/pdf"}),
        help_text=_("Vi tar ikke vare på fila."),
        error_messages={"required": _("Velg en fil først.")},
    )


@public
@require_safe
def blank(request: HttpRequest) -> HttpResponse:
    """What the form asks for, and the form as a file to print."""
    return _page(request, PaperMark.BLANK)


@public
@require_safe
def example(request: HttpRequest) -> HttpResponse:
    """A filled agreement about people who are made up."""
    return _page(request, PaperMark.EXAMPLE)


@public
@require_safe
def blank_file(request: HttpRequest, language: str) -> HttpResponse:
    """The blank form as a file."""
    return _file(PaperMark.BLANK, language)


@public
@require_safe
def example_file(request: HttpRequest, language: str) -> HttpResponse:
    """The example as a file."""
    return _file(PaperMark.EXAMPLE, language)


@public
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Whether a file is sealed here and unchanged. It is looked at in memory and not kept."""
    if request.method != "POST":
        return render(request, "agreements/check.html", {"form": SealForm()})
    form = SealForm(request.POST, request.FILES)
    try:
        count(f"seal {client_address(request)}", FOR_CHECKING_SEALS, at=clock.now())
    except TooOften:
        form.errors.clear()
        form.add_error(None, _("Det kommer mange filer fra samme nett nå. Vent ti minutter, og prøv igjen."))
        return render(request, "agreements/check.html", {"form": form}, status=TOO_OFTEN)
    if not form.is_valid():
        return render(request, "agreements/check.html", {"form": form}, status=422)
    found = _found(form.cleaned_data["file"], SEAL_LIMITS.on(clock.today()))
    return render(request, "agreements/check.html", {"form": SealForm(), **found})


def _found(file: Any, limits: SealLimits) -> dict[str, object]:
    """What the page says of a file."""
    found = checked_within(file.read(limits.most_bytes + 1), limits)
    return {
        "found": found,
        "title": _("Fila er hel og uendret") if found.is_good else _("Fila kan ikke godtas"),
        "said": in_words(found, _language(), limits),
    }


def _page(request: HttpRequest, kind: PaperMark) -> HttpResponse:
    is_blank, form = kind is PaperMark.BLANK, agreement_form(_language())
    name = "agreement_blank_file" if is_blank else "agreement_example_file"
    others = [code for code in LANGUAGE_NAMES if code != form.language]
    page = {
        "agreement": form,
        "is_blank": is_blank,
        "file": reverse(name, kwargs={"language": form.language}),
        "other_files": [
            (LANGUAGE_NAMES[code], code, reverse(name, kwargs={"language": code})) for code in others
        ],
    }
    return render(request, "agreements/form.html", page)


def _file(kind: PaperMark, language: str) -> HttpResponse:
    """The file that was made ahead: nothing is set while somebody waits."""
    response = HttpResponse(public_file(kind, language), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{FILE_NAMES[kind]}-{language}.pdf"'
    return response


def _language() -> str:
    return (translation.get_language() or "nb")[:2]


urlpatterns = [
    path("avtale/skjema", blank, name="agreement_blank"),
    path("avtale/eksempel", example, name="agreement_example"),
    *(
        path(f"avtale/{place}-{language}.pdf", view, {"language": language}, name=name)
        for place, view, name in (
            ("skjema", blank_file, "agreement_blank_file"),
            ("eksempel", example_file, "agreement_example_file"),
        )
        for language in LANGUAGE_NAMES
    ),
    path("avtale/kontroller", check, name="agreement_check"),
]
