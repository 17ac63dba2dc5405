"""What the pages are compared to: what one writes in Django in ten minutes.

The same log-in, the same frame, the same tables, as many rows. No door, no log, no rules, nothing opened.
"""

from uuid import UUID

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.people.models import Event, Person
from fotfeste.domain.permissions import RelationKind
from fotfeste.web.policy import any_account


@any_account
def today(request: HttpRequest) -> HttpResponse:
    """25 lines, 8 pieces of news, and everyone to choose among."""
    people = _mine(request)
    lines = AgendaLine.objects.filter(person__in=people).select_related("person")
    news = Event.objects.filter(person__in=people).select_related("person", "by")
    page = {
        "lines": lines.order_by(F("due").asc(nulls_last=True))[:25],
        "news": news.order_by("-at")[:8],
        "people": people,
    }
    return render(request, "bare/today.html", page)


@any_account
def caseload(request: HttpRequest) -> HttpResponse:
    """Everyone one follows."""
    return render(request, "bare/caseload.html", {"people": _mine(request).prefetch_related("wishes_set")})


@any_account
def person(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Somebody, what is next, what is told, and who is around them."""
    found = get_object_or_404(Person, public_id=public_id)
    page = {
        "person": found,
        "lines": found.agenda_lines.order_by("place"),
        "around": found.relation_set.select_related("account", "unit"),
        "told": [*found.wishes_set.all(), *found.disclosurestatement_set.all()],
    }
    return render(request, "bare/person.html", page)


def _mine(request: HttpRequest) -> QuerySet[Person]:
    mine = Person.objects.filter(
        relation__account=request.user,
        relation__kind=RelationKind.EMPLOYMENT_SPECIALIST,
        relation__until_day=None,
        episode__discharged_on=None,
    )
    return mine.order_by("search_name")
