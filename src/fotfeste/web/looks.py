"""Who looks at whom: from a request to what the doors are asked with."""

from uuid import UUID

from django.http import HttpRequest

from fotfeste import clock
from fotfeste.apps.caseload.person import Look
from fotfeste.web.purposes import purpose_for
from fotfeste.web.requests import actor


def look_of(request: HttpRequest, public_id: UUID) -> Look:
    """Who looks, at whom, now, and what for."""
    purpose = purpose_for(request, public_id)
    return Look(actor(request), public_id, clock.now(), clock.today(), purpose)
