"""My own log-in: saying no to another address that somebody has asked for."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from fotfeste import clock
from fotfeste.apps.mine.new_address import act_refuse_new_address
from fotfeste.domain.permissions import Ability
from fotfeste.web.once import once
from fotfeste.web.policy import needs
from fotfeste.web.requests import actor


@needs(Ability.RECORD_OWN)
@require_POST
def refuse_new_address(request: HttpRequest) -> HttpResponse:
    """No: my log-in stays as it is."""
    at = clock.now()

    def refuse() -> str:
        if act_refuse_new_address(actor(request), at=at, on=clock.today()):
            messages.success(
                request, _("Innloggingen din er som før. Den nye e-posten blir ikke tatt i bruk.")
            )
        else:
            messages.info(request, _("Det venter ikke lenger noen ny e-post."))
        return reverse("mine")

    return once(request, refuse, at=at)


urlpatterns = [path("min-side/innlogging/nei", refuse_new_address, name="refuse_new_address")]
