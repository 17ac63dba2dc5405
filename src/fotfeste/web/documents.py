"""Handing out a document: as a file, never shown in the page's own frame; or a page that says to wait."""

from typing import Protocol

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class Document(Protocol):
    """A file that was opened through the door. Its name says nothing of whom it is about."""

    @property
    def name(self) -> str: ...

    def content(self) -> bytes: ...


def as_download(document: Document) -> HttpResponse:
    """The file. Its name says nothing of whom it is about."""
    response = HttpResponse(document.content(), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{document.name}"'
    return response


def not_made_yet(request: HttpRequest, back: str) -> HttpResponse:
    """The worker has not made it yet, or there is nothing to make: the same page for both."""
    return render(request, "consents/not_made_yet.html", {"back": back}, status=404)
