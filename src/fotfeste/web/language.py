"""The reader's language: chosen in the menu, kept in the browser and with the account."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from fotfeste.apps.people.models import Account
from fotfeste.web.policy import public

LANGUAGES = frozenset(code for code, _ in settings.LANGUAGES)


@public
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Read everything in another language from now on, and go back to where one was."""
    chosen = request.POST.get("language", "")
    response = redirect(safe_way_back(request, request.POST.get("next", "")))
    if chosen in LANGUAGES:
        remember_language(response, chosen)
        if isinstance(request.user, Account):
            Account.objects.filter(pk=request.user.pk).update(language=chosen)
    return response


def remember_language(response: HttpResponse, language: str) -> None:
    """Let the browser keep the language."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language if language in LANGUAGES else settings.LANGUAGE_CODE,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        path="/",
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )


def safe_way_back(request: HttpRequest, address: str) -> str:
    """An address of this very house, or the front page."""
    is_ours = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if is_ours else "/"
