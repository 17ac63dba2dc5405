"""How much may be sent: looked at before anything is read, and before it is known whether it would be taken.

A form of words is small; only the pages that take a file take more, and only from somebody who is logged in.
The API asks who calls first, and then the same (api/guard.py).
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from fotfeste import clock
from fotfeste.web import errors, kept_text
from fotfeste.web.uploads import most_sent

Next = Callable[[HttpRequest], HttpResponse]
View = Callable[..., HttpResponse]

BRINGS_NOTHING = frozenset({"GET", "HEAD", "OPTIONS"})
_TAKES_FILE = "takes_file"


def takes_file(view: View) -> View:
    """Mark a page that takes a file."""
    setattr(view, _TAKES_FILE, True)
    return view


class Sizes:
    """Turns away what is too large, or does not say how large it is, without reading any of it."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Before the form's own key is looked for: that reads the form."""
        if request.method in BRINGS_NOTHING or request.path.startswith("/api/"):
            return None
        if does_not_say(request):
            return errors.size_unknown(request)
        size = said_size(request)
        if size <= _most_words():
            return None
        if not getattr(view, _TAKES_FILE, False) or size > most_sent(clock.today()):
            return errors.too_large(request)
        return None if request.user.is_authenticated else kept_text.to_log_in(request)


def said_size(request: HttpRequest) -> int:
    """How many bytes follow, as the sender says. Nothing more than that is ever read."""
    said = request.META.get("CONTENT_LENGTH") or "0"
    return int(said) if said.isdecimal() else 0


def does_not_say(request: HttpRequest) -> bool:
    """Whether something follows in parts of which nobody knows how many there are."""
    return "HTTP_TRANSFER_ENCODING" in request.META and not request.META.get("CONTENT_LENGTH")


def _most_words() -> int:
    most: int = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    return most
