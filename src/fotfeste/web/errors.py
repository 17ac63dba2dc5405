"""A plain page for each way things can go wrong, in the reader's language. None of them is a dead end."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from fotfeste.domain.permissions import Decision
from fotfeste.parameters.texts import has_text, parts
from fotfeste.web import kept_text


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Not here, or not for you to know of: the two look the same."""
    return render(request, "errors/404.html", status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What was sent cannot be understood."""
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """You may not do this."""
    return render(request, "errors/403.html", status=403)


def not_for_your_role(request: HttpRequest) -> HttpResponse:
    """The page exists, but not for the role one acts in."""
    return _refused(request, "access.not-for-your-role")


def denied(request: HttpRequest, decision: Decision) -> HttpResponse:
    """The door stayed shut: with the reason for one who may know of the person, as not found for others."""
    if not decision.may_know:
        return not_found(request)
    if decision.reason_code == "access.say-why":
        from fotfeste.web.purposes import ask_why

        return ask_why(request)
    return _refused(request, decision.reason_code or "access.not-this-part")


def too_large(request: HttpRequest) -> HttpResponse:
    """More was sent than can be taken."""
    return render(request, "errors/413.html", status=413)


def size_unknown(request: HttpRequest) -> HttpResponse:
    """It is not said how much follows."""
    return render(request, "errors/411.html", status=411)


def busy(request: HttpRequest) -> HttpResponse:
    """The database had no time for us. What was typed is kept on the page, to be sent again."""
    response = render(request, "errors/503.html", {"kept": kept_text.typed(request)}, status=503)
    response["Retry-After"] = "5"
    return response


def failed(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    return render(request, "errors/500.html", status=500)


def not_this_way(request: HttpRequest, allowed: str) -> HttpResponse:
    """The address is there, but not for this way of asking (opening what is only a button, say)."""
    response = render(request, "errors/405.html", status=405)
    response["Allow"] = allowed
    return response


def other_content(request: HttpRequest) -> HttpResponse:
    """The form has been sent before, with something else in it. What was typed now is kept on the page."""
    return render(request, "errors/409.html", {"kept": kept_text.typed(request)}, status=409)


def _refused(request: HttpRequest, code: str) -> HttpResponse:
    """Why not, and what would change it."""
    language = (get_language() or "nb")[:2]
    said = parts(code, language) if has_text(code) else {}
    page = {"reason": said.get("why", ""), "what_changes_it": said.get("change", "")}
    return render(request, "errors/403.html", page, status=403)
