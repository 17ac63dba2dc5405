"""Acts on a person's record: each is the form of its page, sent as JSON and read by that very form.

So there is one validation, one way to carry it out, and what a page can do a program can do (decision 10).
"""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Body, Query, Router
from pydantic import Field

from fotfeste.api.act_forms import Values, filled, schema_of
from fotfeste.api.calls import calling, look_at
from fotfeste.api.fields import Text
from fotfeste.api.once import Done
from fotfeste.api.operations import person
from fotfeste.api.operations.lines import LineShown, PersonNamed, line_facts
from fotfeste.api.operations.person_sections import named
from fotfeste.api.policy import RECORD, api_policy
from fotfeste.api.schemas import Sent, Shown
from fotfeste.api.trouble import Stale
from fotfeste.apps.caseload.answering import access_act, carry_out
from fotfeste.apps.caseload.person import Look
from fotfeste.apps.consents.deed import Deed
from fotfeste.web.acts import PAGES, do_act
from fotfeste.web.acts_appointments import start_of_appointment
from fotfeste.web.acts_meetings import start_of_plan
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Start, nothing_before, today_suggested

router = Router(tags=["Acts on one person"])

NOTHING_SAVED = (nothing_before, today_suggested, start_of_plan, start_of_appointment)
"""Ways to start that rest on nothing saved: such an act adds, and can overwrite nothing."""

ELSEWHERE = {"note": "/notes"}
"""Acts that have an address of their own below the person."""


class AboutQuery(Sent):
    """What the act is about, where a person can have several (the code of a question or a departure)."""

    about: Text = Field("", max_length=64)


class Told(Shown):
    """Something to know before the act, such as what a list said."""

    label: str
    value: str


class ToClearUpShown(Shown):
    """Something a list left open. Answered by its own act, or by `settle` about its code."""

    code: str
    words: str
    written: str = Field(description="As it stood in the list.")
    settles: bool = Field(description="Whether saying that it is settled settles it.")
    put_off_until: date | None


class ActStart(Shown):
    """What an act starts from: what is saved now, and the fields to send."""

    person: PersonNamed
    act: str
    lines: list[LineShown] = Field(description="The lines of the agenda that it answers.")
    initial: dict[str, str | int | bool | date | None] = Field(description="What is saved now.")
    version: str = Field(description="For If-Match: changes when what is saved changes. Also the ETag.")
    told: list[Told]
    to_clear_up: list[ToClearUpShown] = Field(description="Only before `clear-up`.")
    fields: dict[str, Any] = Field(description="The fields for this person, as JSON Schema.")


class Acted(Shown):
    """It is done: saved, in the log and on the timeline, and the agenda has been asked again."""

    person: UUID


def _offer(page: ActPage) -> None:
    """Put one act on the router: what it starts from, and carrying it out."""
    slug, name = str(page.slug), str(page.slug).replace("-", "_")
    address = "/people/{uuid:person_id}" + ELSEWHERE.get(slug, f"/acts/{slug}")
    said = " ".join((page.form.__doc__ or "").split())
    if page.form is not ActForm:
        do = _doing(page)
        do.__name__, do.__doc__ = f"do_{name}", f"{said} The fields are those of the page."
        # What has an address of its own shares it with the operation that reads there.
        on = person.router if slug in ELSEWHERE else router
        on.post(address, response=Acted, summary=f"Act: {slug}")(do)
    if slug not in ELSEWHERE:
        start = _starting(page)
        start.__name__, start.__doc__ = f"start_{name}", "What is saved now, and the fields for this person."
        router.get(address, response=ActStart, summary=f"Before the act: {slug}")(start)


def _starting(page: ActPage) -> Callable[..., Any]:
    @api_policy(RECORD)
    def start(
        request: HttpRequest, response: HttpResponse, person_id: UUID, asked: Query[AboutQuery]
    ) -> dict[str, Any]:
        return start_of(page, look_at(calling(request), person_id), asked, response)

    return start


def start_of(page: ActPage, look: Look, asked: AboutQuery, response: HttpResponse) -> dict[str, Any]:
    """What an act starts from; its version is the answer's ETag too."""
    about = Asked(look.on, asked.about)
    found = access_act(
        look, str(page.slug), lambda opened: page.start(opened, about), permission=page.permission
    )
    response["ETag"] = f'"{found.start.version}"'
    return {
        "person": named(found.header),
        "act": str(page.slug),
        "lines": [line_facts(line, on=look.on) for line in found.lines],
        "initial": found.start.initial,
        "version": found.start.version,
        "told": [{"label": str(each.label), "value": each.value} for each in found.start.shown],
        "to_clear_up": found.start.given.get("things", []),
        "fields": schema_of(page.form(start=found.start).fields),
    }


def _doing(page: ActPage) -> Callable[..., Any]:
    @api_policy(RECORD, edits=page.start not in NOTHING_SAVED)
    def do(request: HttpRequest, person_id: UUID, values: Body[Values], asked: Query[AboutQuery]) -> Done:
        call = calling(request)
        return done(page, look_at(call, person_id), values, asked, version=call.version)

    do.sent_form = page.form  # type: ignore[attr-defined]  # the description tells of it; see openapi.py
    return do


def done(page: ActPage, look: Look, values: Values, asked: AboutQuery, *, version: str) -> Done:
    """Carry an act out with what was sent, if nobody was first."""
    about = Asked(look.on, asked.about)
    carry_out(
        look,
        page.action,
        lambda deed: _carried_out(page, deed, values, about, version),
        permission=page.permission,
    )
    return Done(Acted(person=look.public_id))


def _carried_out(page: ActPage, deed: Deed, values: Values, about: Asked, version: str) -> None:
    start = page.start(deed.found, about)
    if version and version != start.version:
        raise Stale(version, start.version, plain(start))
    do_act(page, deed, filled(page.form, start, values), about)


def plain(start: Start) -> dict[str, object]:
    """What is saved now, as JSON has it."""
    return {
        name: value.isoformat() if isinstance(value, date) else value for name, value in start.initial.items()
    }


for _page in PAGES.values():
    _offer(_page)
