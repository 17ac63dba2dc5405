"""Acts by the employer on an agreement, as operations: the same forms as on the employer's pages.

Each row of web/by_employer.PAGES is two operations here: what it starts from, and carrying it out.
"""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Body, Query, Router
from pydantic import Field

from fotfeste.api.act_forms import Values, filled, schema_of
from fotfeste.api.calls import Call, calling
from fotfeste.api.once import Done
from fotfeste.api.operations.acts import AboutQuery, Told, plain
from fotfeste.api.operations.agreement_employer import EMPLOYER, ONE
from fotfeste.api.policy import api_policy
from fotfeste.api.schemas import Shown
from fotfeste.api.trouble import Stale
from fotfeste.apps.agreements.employer_deed import entered_by_employer
from fotfeste.web.acts_page import Asked
from fotfeste.web.by_employer import PAGES
from fotfeste.web.by_employer_page import EmployerActPage, nothing_before

router = Router(tags=["Employer's agreements"])


class ByEmployerStart(Shown):
    """What an act by the employer starts from: what is saved now, and the fields to send."""

    agreement: UUID
    act: str
    initial: dict[str, str | int | bool | date | None] = Field(description="What is saved now.")
    version: str = Field(description="For If-Match: changes when what is saved changes. Also the ETag.")
    told: list[Told]
    fields: dict[str, Any] = Field(description="The fields to send, as JSON Schema.")


class ByEmployerDone(Shown):
    """It is done: saved, in the log and on the timeline."""

    agreement: UUID


def _offer(page: EmployerActPage) -> None:
    """Put one act on the router."""
    name, address = page.slug.replace("-", "_"), f"{ONE}/acts/{page.slug}"
    said = " ".join((page.form.__doc__ or "").split())
    do, start = _doing(page), _starting(page)
    do.__name__, do.__doc__ = f"do_by_employer_{name}", f"{said} By the employer, with the page's fields."
    start.__name__, start.__doc__ = f"start_by_employer_{name}", "What is saved now, and the fields to send."
    router.post(address, response=ByEmployerDone, summary=f"Employer's act: {page.slug}")(do)
    router.get(address, response=ByEmployerStart, summary=f"Before the employer's act: {page.slug}")(start)


def _starting(page: EmployerActPage) -> Callable[..., Any]:
    @api_policy(EMPLOYER)
    def start(
        request: HttpRequest, response: HttpResponse, employer_agreement_id: UUID, asked: Query[AboutQuery]
    ) -> dict[str, Any]:
        call = calling(request)
        with entered_by_employer(
            call.acting, employer_agreement_id, at=call.at, on=call.on, area=page.slug[:32]
        ) as deed:
            found = page.start(deed, Asked(call.on, asked.about))
        response["ETag"] = f'"{found.version}"'
        return {
            "agreement": employer_agreement_id,
            "act": page.slug,
            "initial": found.initial,
            "version": found.version,
            "told": [{"label": str(each.label), "value": each.value} for each in found.shown],
            "fields": schema_of(page.form(start=found).fields),
        }

    return start


def _doing(page: EmployerActPage) -> Callable[..., Any]:
    @api_policy(EMPLOYER, edits=page.start is not nothing_before)
    def do(
        request: HttpRequest, employer_agreement_id: UUID, values: Body[Values], asked: Query[AboutQuery]
    ) -> Done:
        return _done(page, calling(request), employer_agreement_id, values, asked.about)

    do.sent_form = page.form  # type: ignore[attr-defined]  # the description tells of it; see openapi.py
    return do


def _done(page: EmployerActPage, call: Call, agreement: UUID, values: Values, about: str) -> Done:
    asked, area = Asked(call.on, about), page.slug[:32]
    with entered_by_employer(
        call.acting, agreement, at=call.at, on=call.on, action=page.action, area=area
    ) as deed:
        start = page.start(deed, asked)
        if call.version and call.version != start.version:
            raise Stale(call.version, start.version, plain(start))
        page.do(deed, filled(page.form, start, values), asked)
    return Done(ByEmployerDone(agreement=agreement))


for _page in PAGES.values():
    _offer(_page)
