"""Finding somebody among those one may see. What is typed is sent, never put in an address."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_http_methods

from fotfeste import clock
from fotfeste.apps.caseload.search import SHORTEST, access_search
from fotfeste.domain.permissions import Ability
from fotfeste.domain.typed_text import tidied
from fotfeste.web.policy import needs
from fotfeste.web.requests import actor


@dataclass(frozen=True, slots=True)
class Found:
    """One person who was found."""

    url_id: str
    name: str
    is_stand_in: bool


@needs(Ability.PERSON_SEARCH)
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """The search, and what it found. As one types, only the part with the answer comes back."""
    typed = request.POST.get("sok", "")[:200]
    page: dict[str, object] = {"typed": typed, "is_asked": request.method == "POST", "shortest": SHORTEST}
    if request.method == "POST" and len(tidied(typed)) >= SHORTEST:
        results = access_search(actor(request), typed, at=clock.now(), on=clock.today())
        people = [Found(str(m.public_id), str(m.name), m.is_stand_in) for m in results.people]
        page |= {"people": people, "has_more": results.has_more}
    is_part = bool(getattr(request, "htmx", False))
    return render(request, "search/results.html" if is_part else "search/search.html", page)


urlpatterns = [path("sok", search, name="search")]
