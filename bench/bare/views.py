"""What the pages are compared to: what one writes in Django in ten minutes.

The same log-in, the same frame, the same tables, as many rows. No door, no log, no rules, nothing opened.
"""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render

from fotfeste import clock
from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.employers.models import TeamContact
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


class ContactForm(forms.ModelForm):  # type: ignore[type-arg]  # takes no arguments when it runs
    """A contact with an employer."""

    class Meta:
        model = TeamContact
        fields = ("employer", "on", "way", "outcome")


@any_account
def log_contact(request: HttpRequest) -> HttpResponse:
    """A row saved, and on to where one came from."""
    form = ContactForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest(form.errors.as_text())
    row = form.save(commit=False)
    row.by, row.at = request.user, clock.now()
    row.save()
    messages.success(request, "Kontakten er ført.")
    return redirect("employers")


def _mine(request: HttpRequest) -> QuerySet[Person]:
    mine = Person.objects.filter(
        relation__account=request.user,
        relation__kind=RelationKind.EMPLOYMENT_SPECIALIST,
        relation__until_day=None,
        episode__discharged_on=None,
    )
    return mine.order_by("search_name")
