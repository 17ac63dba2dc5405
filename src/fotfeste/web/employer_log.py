"""The quick log: a contact with an employer, put down in the street in less than half a minute (I-6.3)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fotfeste import clock
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.caseload.answering import carry_out
from fotfeste.apps.caseload.employers import open_caseload
from fotfeste.apps.caseload.mine import Mine
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Denied
from fotfeste.apps.disclosure.services.contacts import HeldSaid, log_on_behalf
from fotfeste.apps.employers.access import access_card, access_choices, employer_opened
from fotfeste.apps.employers.cards import EmployerCard
from fotfeste.apps.employers.contact_services import AlreadyLogged, ContactSaid, log_contact, was_there_too
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employers.services import EmployerFacts, add_employer
from fotfeste.domain.employer_contact import ContactWay
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused, because
from fotfeste.web.acts_disclosure import chosen_employer
from fotfeste.web.acts_employer_contact import first_contact_too
from fotfeste.web.employer_log_form import NEW, QuickLogForm
from fotfeste.web.employer_words import employer_named, way_words
from fotfeste.web.looks import look_of
from fotfeste.web.once import JustSaved, OtherContent, new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.purposes import KEPT_AS
from fotfeste.web.refusals import tell
from fotfeste.web.requests import actor, read_uuid

MOST_CHOICES = 8
FIND, SAME, ANOTHER = "find", "same", "another"
BLAMES = {
    "day.has-passed": "next_step_on",
    "day.too-far-ahead": "next_step_on",
    "day.": "day",
    "employer.": "employer",
    "employer-relation.": "cup",
    "employer-contact.step": "next_step",
    "employer-contact.names": "outcome",
    "employer-contact.choose": "employer",
    "disclosure.": "about",
    "access.": "employer",
}


class _Wrong(Exception):
    """Something that was typed cannot be right."""


@needs(Ability.EMPLOYER_CHANGE)
@require_http_methods(["GET", "HEAD", "POST"])
def quick_log(request: HttpRequest) -> HttpResponse:
    """Log a contact: choose among those of late, or find another, and say how it was."""
    if request.method != "POST" or FIND in request.POST:
        return _show(request, _form(request))
    people = _people(request)
    form = _form(request, people)
    try:
        answer = once(request, lambda: _log(request, form, people), at=clock.now(), adds=True)
    except _Wrong:
        return _show(request, form, status=422)
    except AlreadyLogged as already:
        return _show(request, form, there=already, status=409)
    except Refused as refused:
        tell(form, refused, BLAMES, on=clock.today())
        is_asked = any(each.code == "employer-contact.already-logged" for each in refused.verdict)
        return _show(request, form, may_be_another=is_asked, status=409 if is_asked else 422)
    except (JustSaved, OtherContent):
        return _show(request, form, is_just_saved=True, status=409)
    messages.success(request, _("Kontakten er ført."))
    return answer


def _log(request: HttpRequest, form: QuickLogForm, people: list[Mine]) -> str:
    if not form.is_valid():
        raise _Wrong
    typed = form.cleaned_data
    about = read_uuid(typed.get("about") or "")
    employer = _chosen(request, typed["employer"])
    if about is None:
        _log_for_team(request, employer, typed, people)
    else:
        _log_on_behalf(request, employer, about, typed)
    return reverse("today") if request.GET.get("fra") == "i-dag" else reverse("employer", args=[employer])


def _log_for_team(request: HttpRequest, employer: UUID, typed: dict[str, Any], people: list[Mine]) -> None:
    by, at, on = actor(request), clock.now(), clock.today()
    said = ContactSaid(
        on=typed["day"],
        way=ContactWay(typed["way"]),
        cup=typed["cup"],
        outcome=typed["outcome"],
        next_step=typed["next_step"],
        next_step_on=typed["next_step_on"],
    )
    names = [str(each.name) for each in people]
    same = read_uuid(request.POST.get(SAME, ""))
    with employer_opened(by, employer, at=at, action=Action.EMPLOYER_CONTACT_RECORDED) as row:
        if same is not None:
            was_there_too(row, same, said, by=by, at=at, jobseekers=names)
        else:
            is_another = ANOTHER in request.POST
            log_contact(row, said, by=by, at=at, on=on, jobseekers=names, is_another=is_another)


def _log_on_behalf(request: HttpRequest, employer: UUID, person: UUID, typed: dict[str, Any]) -> None:
    said = HeldSaid(
        on=typed["day"],
        way=ContactWay(typed["way"]),
        outcome=typed["outcome"],
        next_step=typed["next_step"],
        next_step_on=typed["next_step_on"],
    )

    def do(deed: Deed) -> None:
        row: Employer = chosen_employer(deed, employer.hex)
        log_on_behalf(deed, row, said, is_another=ANOTHER in request.POST)
        first_contact_too(deed, said.on)

    carry_out(look_of(request, person), Action.EMPLOYER_CONTACT_RECORDED, do)


def _chosen(request: HttpRequest, typed: str) -> UUID:
    """The employer that was chosen; one nobody has yet is made with the name that was searched for."""
    if typed == NEW:
        name = request.POST.get("q", "")[:200]
        return add_employer(EmployerFacts(name), by=actor(request), at=clock.now()).public_id
    chosen = read_uuid(typed)
    if chosen is None:
        raise Refused((because("employer-contact.choose-employer", "house §employer-contacts"),))
    return chosen


def _show(
    request: HttpRequest,
    form: QuickLogForm,
    *,
    there: AlreadyLogged | None = None,
    may_be_another: bool = False,
    is_just_saved: bool = False,
    status: int = 200,
) -> HttpResponse:
    came_from = request.GET.get("arbeidsgiver", "")
    form.offer(_employers(request, str(form["employer"].value() or "")))
    page = {
        "form": form,
        "search": _search(request),
        "form_key": new_form_key(),
        "there": _there(there) if there else None,
        "may_be_another": may_be_another,
        "is_just_saved": is_just_saved,
        "back_url": reverse("employer", args=[came_from]) if read_uuid(came_from) else reverse("employers"),
    }
    return render(request, "employers/log.html", page, status=status)


def _there(already: AlreadyLogged) -> dict[str, str]:
    row = already.there
    way = way_words(ContactWay(row.way))
    return {"id": row.public_id.hex, "by": row.by.name, "way": way, "outcome": row.outcome}


def _form(request: HttpRequest, people: list[Mine] | None = None) -> QuickLogForm:
    """The form as it was typed; with only a search, unbound, so that nothing is complained about yet."""
    typed = request.POST if request.method == "POST" else None
    initial: dict[str, Any] = {"day": clock.today(), "way": ContactWay.VISIT.value}
    initial |= {"employer": request.GET.get("arbeidsgiver", ""), "about": request.GET.get("for", "")}
    if typed is not None and FIND in typed:
        initial |= {name: typed.get(name, "") for name in QuickLogForm.base_fields}
        typed = None
    known = _people(request) if people is None else people
    return QuickLogForm(
        typed, people=[(str(each.public_id), str(each.name)) for each in known], initial=initial
    )


def _employers(request: HttpRequest, chosen: str) -> list[tuple[str, str]]:
    search = _search(request)
    cards = list(access_choices(actor(request), at=clock.now(), search=search, most=MOST_CHOICES))
    wanted = read_uuid(chosen)
    if wanted is not None and wanted not in {each.public_id for each in cards}:
        cards = [*_one(request, wanted), *cards]
    choices = [(str(each.public_id), employer_named(each)) for each in cards]
    if search.strip() and not any(each.name.casefold() == search.strip().casefold() for each in cards):
        choices.append((NEW, _("Ny arbeidsgiver: %(name)s") % {"name": search.strip()}))
    return choices


def _one(request: HttpRequest, wanted: UUID) -> list[EmployerCard]:
    try:
        return [access_card(actor(request), wanted, at=clock.now())]
    except Denied:
        return []


def _search(request: HttpRequest) -> str:
    return (request.POST.get("q", "") or request.GET.get("q", ""))[:100]


def _people(request: HttpRequest) -> list[Mine]:
    return open_caseload(actor(request), on=clock.today(), purposes=request.session.get(KEPT_AS, {}))


urlpatterns = [path("arbeidsgivere/loggfor", quick_log, name="log_employer_contact")]
