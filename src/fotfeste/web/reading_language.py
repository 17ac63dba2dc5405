"""Which language a request is answered in: bokmål until somebody chooses another.

Browsers are often set to English by whoever sold them, so a page does not go by that. A program says what it
wants in Accept-Language, and gets it.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

Next = Callable[[HttpRequest], HttpResponse]
CODES = frozenset(code for code, _ in settings.LANGUAGES)


class ReadingLanguage:
    """Activates the language for the request, and says which it was."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        is_program = request.path.startswith("/api/")
        language = translation.get_language_from_request(request) if is_program else _chosen(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        if is_program:
            patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", language)
        return response


def _chosen(request: HttpRequest) -> str:
    kept = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return kept if kept in CODES else settings.LANGUAGE_CODE
