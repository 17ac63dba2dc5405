"""Whoever issues the sick note: who it is, the letters to them, what is left to tell (F-14)."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from fotfeste import clock
from fotfeste.apps.measures.around import IssuersSeen, access_issuers
from fotfeste.apps.measures.models import IssuerNotice
from fotfeste.web.measure_around import around_page, said
from fotfeste.web.measure_issuer_words import EVENTS
from fotfeste.web.own_pages import of_and_own
from fotfeste.web.requests import actor


@of_and_own
def issuer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Who issues the sick note, and what they have been told."""
    found = access_issuers(actor(request), public_id, at=clock.now())
    return render(request, "measures/issuer.html", issuer_page(found, on=clock.today()))


@of_and_own
def letter(request: HttpRequest, public_id: UUID, notice: UUID) -> HttpResponse:
    """A letter, to print and send."""
    found = access_issuers(actor(request), public_id, at=clock.now())
    rows = found.rows.notices if found.rows else ()
    row = next((each for each in rows if each.public_id == notice), None)
    if row is None:
        raise Http404
    page = {"row": row, "words": row.opened("sealed_words", found.around.key)}
    return render(request, "measures/issuer_letter.html", around_page(found.around) | page)


def issuer_page(found: IssuersSeen, *, on: date) -> dict[str, object]:
    """What the page shows."""
    acts = ("measure-issuer", "measure-issuer-letter", "measure-issuer-sent")
    page, rows, key = around_page(found.around, *acts), found.rows, found.around.key
    if rows is None:
        return page
    return page | {
        "issuers": [
            (each.from_day, each.opened("sealed_name", key), each.opened("sealed_where", key))
            for each in rows.issuers
        ],
        "is_known": rows.issuer is not None,
        "is_sick_listed": rows.is_sick_listed,
        "untold": [(event, EVENTS[event], day) for event, day in rows.untold] if rows.is_sick_listed else [],
        "left": said(rows.outcome(on=on).verdict, on=on),
        "notices": [_notice(each, found) for each in rows.notices],
    }


def _notice(row: IssuerNotice, found: IssuersSeen) -> dict[str, object]:
    return {"row": row, "event": EVENTS[row.event], "to": row.issuer.opened("sealed_name", found.around.key)}


urlpatterns = [
    path("personer/<uuid:public_id>/tiltak/sykmelder", issuer.of, name="measure_issuer"),
    path("personer/<uuid:public_id>/tiltak/sykmelder/<uuid:notice>", letter.of, name="measure_issuer_letter"),
    path("min-side/tiltak/sykmelder", issuer.own, name="my_measure_issuer"),
    path("min-side/tiltak/sykmelder/<uuid:notice>", letter.own, name="my_measure_issuer_letter"),
]
