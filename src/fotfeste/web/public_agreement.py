"""What anybody may read of the facilitation and follow-up agreement, in each language (A-06, A-11, A-12)."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from fotfeste.parameters.public_information import agreement_information
from fotfeste.web.policy import public
from fotfeste.web.public_information import About, information_page

ADDRESSES: Mapping[str, str] = {"nb": "avtale/om", "nn": "avtale/om/nynorsk", "en": "agreement/about"}
"""Where each language is."""
ABOUT = About(
    "agreement_about",
    agreement_information,
    "agreement_ask",
    _("Be om avtalen"),
    ADDRESSES,
    also="agreement_interest",
    also_words=_("Meld interesse"),
)


@public
@require_safe
def about(request: HttpRequest, language: str) -> HttpResponse:
    """The page in the language of its address, whatever the reader has chosen elsewhere."""
    return information_page(request, ABOUT, language)


urlpatterns = [
    path(place, about, {"language": code}, name=f"agreement_about_{code}")
    for code, place in ADDRESSES.items()
]
