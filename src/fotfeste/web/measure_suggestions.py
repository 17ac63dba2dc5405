"""What providers have proposed to the office, and nobody has answered."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from fotfeste import clock
from fotfeste.apps.measures.suggestions import access_suggestions
from fotfeste.domain.permissions import Ability
from fotfeste.web.lines import act_url
from fotfeste.web.measure_provider_words import SUGGESTIONS
from fotfeste.web.policy import needs
from fotfeste.web.requests import actor


@needs(Ability.MEASURE_REQUEST_ANSWER)
@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """What waits for the office, the oldest first."""
    found = access_suggestions(actor(request), at=clock.now())
    listed = [
        {
            "row": each.row,
            "name": str(each.name),
            "kind": SUGGESTIONS[each.row.kind],
            "why": str(each.why),
            "provider": each.row.participation.provider,
            "url": act_url(each.row.person.public_id, "measure-suggestion-answer")
            + f"?om={each.row.public_id.hex}",
        }
        for each in found
    ]
    return render(request, "measures/suggestions.html", {"suggestions": listed})


urlpatterns = [path("tiltak/forslag", suggestions, name="measure_suggestions")]
