"""What anybody may read of Follow-up: one address for each language, with the numbers of a day (F-17)."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from fotfeste.parameters.public_information import follow_up_information
from fotfeste.web.policy import public
from fotfeste.web.public_information import About, information_page

ADDRESSES: Mapping[str, str] = {
    "nb": "tiltak/oppfolging",
    "nn": "tiltak/oppfolging/nynorsk",
    "en": "measures/follow-up",
}
"""Where each language is: what a search finds is in the language it was searched in."""
ABOUT = About("follow_up", follow_up_information, "measure_ask", _("Be om Oppfølging"), ADDRESSES)


@public
@require_safe
def follow_up(request: HttpRequest, language: str) -> HttpResponse:
    """The page in the language of its address, whatever the reader has chosen elsewhere."""
    return information_page(request, ABOUT, language)


urlpatterns = [
    path(place, follow_up, {"language": code}, name=f"follow_up_{code}") for code, place in ADDRESSES.items()
]
