"""The acts that one may do on the own record, as operations: the same forms as on one's own pages."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Body, Query, Router

from fotfeste.api.act_forms import Values
from fotfeste.api.calls import Call, calling, look_at
from fotfeste.api.once import Done
from fotfeste.api.operations.acts import AboutQuery, Acted, ActStart, done, start_of
from fotfeste.api.policy import api_policy, needs
from fotfeste.apps.around.own import own_public_id
from fotfeste.apps.caseload.person import Look
from fotfeste.domain.permissions import Ability
from fotfeste.web.acts_page import ActPage


def offer_own(router: Router, slug: str, page: ActPage) -> None:
    """Put one act on one's own record on the router: what it starts from, and carrying it out."""
    name, address = slug.replace("-", "_"), f"/me/acts/{slug}"
    said = " ".join((page.form.__doc__ or "").split())
    do, start = _doing(page), _starting(page)
    do.__name__, do.__doc__ = f"do_my_{name}", f"{said} On one's own record, with the page's fields."
    start.__name__, start.__doc__ = f"start_my_{name}", "What is saved now, and the fields to send."
    router.post(address, response=Acted, summary=f"My act: {slug}")(do)
    router.get(address, response=ActStart, summary=f"Before my act: {slug}")(start)


def _own_look(call: Call) -> Look:
    return look_at(call, own_public_id(call.acting))


def _starting(page: ActPage) -> Callable[..., Any]:
    @api_policy(needs(Ability.RECORD_OWN))
    def start(request: HttpRequest, response: HttpResponse, asked: Query[AboutQuery]) -> dict[str, Any]:
        return start_of(page, _own_look(calling(request)), asked, response)

    return start


def _doing(page: ActPage) -> Callable[..., Any]:
    @api_policy(needs(Ability.RECORD_OWN), edits=True)
    def do(request: HttpRequest, values: Body[Values], asked: Query[AboutQuery]) -> Done:
        call = calling(request)
        return done(page, _own_look(call), values, asked, version=call.version)

    do.sent_form = page.form  # type: ignore[attr-defined]  # the description tells of it; see openapi.py
    return do
