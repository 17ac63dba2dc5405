"""A page of somebody's record and the same page of one's own: written once, with the two policies they need.

@of_and_own
def case(request, public_id): ...

path("personer/<uuid:public_id>/tiltak", case.of, name="measure_case"),
path("min-side/tiltak/sak", case.own, name="my_measure_case"),
"""

from collections.abc import Callable
from functools import wraps
from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from fotfeste.apps.around.own import own_public_id
from fotfeste.domain.permissions import Ability
from fotfeste.web.policy import needs, record
from fotfeste.web.requests import actor

View = Callable[..., HttpResponse]


class Pages(NamedTuple):
    """`of` somebody, by the id in the address; one's `own`, by who is logged in."""

    of: View
    own: View


def of_and_own(show: View) -> Pages:
    """Both views of a page that is read and not sent. `show` is asked with whose record it is.

    The own page is nobody else's: it takes no id, and an account that is no person's is denied.
    """

    @wraps(show)
    def own(request: HttpRequest, **more: UUID) -> HttpResponse:
        return show(request, own_public_id(actor(request)), **more)

    return Pages(record(require_safe(show)), needs(Ability.RECORD_OWN)(require_safe(own)))


def framed(*, is_mine: bool) -> dict[str, object]:
    """What a template that is both pages stands in: the jobseeker's own frame, or everybody else's."""
    return {"frame": "base_mine.html" if is_mine else "base.html", "is_mine": is_mine}
