"""Those around a person: who they are, and putting somebody down, linking a name, ending a relation."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste.apps.around.people import (
    PeopleAround,
    access_people_around,
    act_declare_closeness,
    act_end,
    act_link,
    act_put_down,
)
from fotfeste.apps.caseload.person import Look
from fotfeste.apps.consents.door import Denied
from fotfeste.apps.people.around import ROLE_OF, Somebody
from fotfeste.apps.people.models import Membership
from fotfeste.apps.people.selectors import colleague_roles, membership_in, staff_called
from fotfeste.domain.closeness import ClosenessKind
from fotfeste.domain.permissions import Decision, Permission, RelationKind
from fotfeste.domain.verdict import Refused
from fotfeste.web.around_forms import ClosenessForm, LinkForm, NextOfKinForm, SomebodyForm, StandInForm
from fotfeste.web.around_words import KINDS, shown
from fotfeste.web.looks import look_of
from fotfeste.web.once import new_form_key, once
from fotfeste.web.person_header import header_page
from fotfeste.web.policy import record
from fotfeste.web.refusals import tell
from fotfeste.web.requests import read_number, read_uuid
from fotfeste.web.words.sentences import inside_a_sentence

PAGE = ["GET", "HEAD", "POST"]
BLAMED = {"around.name": "name", "around.next-of-kin": "name", "around": "who", "closeness": "successor"}
STAND_IN_BLAMED = {"stand-in.needs": "until", "stand-in.ends": "until", "stand-in.too": "until", "": "who"}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of somebody that can be put down: what it is called, and what helps to fill it in."""

    kind: RelationKind
    title: str | Promise
    help: str | Promise
    can_be_searched: bool = True


ADDED: Mapping[str, Kind] = {
    "vikar": Kind(
        RelationKind.STAND_IN,
        _("Ny vikar"),
        _("En kollega som ser saken en tid, og sier hvorfor hver gang. Varer det lenger, så overlever den."),
        can_be_searched=False,
    ),
    "behandler": Kind(
        RelationKind.CLINICIAN, _("Ny behandler"), _("Behandleren ser det jobbsøkeren har sagt ja til.")
    ),
    "nav-veileder": Kind(
        RelationKind.NAV_ADVISER,
        _("Ny NAV-veileder"),
        _("NAV-veilederen ser ingenting før jobbsøkeren har sagt ja til kontakt med NAV."),
    ),
    "parorende": Kind(
        RelationKind.NEXT_OF_KIN,
        _("Ny pårørende"),
        _("En pårørende får ikke se noe her. Skriv bare navn på den jobbsøkeren har sagt ja til."),
        can_be_searched=False,
    ),
}
"""Those who can be put down, by the name in the address."""


@record
@require_safe
def people(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Everyone around the person, now and before."""
    look = look_of(request, public_id)
    found = access_people_around(look)
    page = header_page(found.header, "person_people", on=look.on) | {
        "now": [shown(each) for each in found.now],
        "former": [shown(each) for each in found.former],
        "may_change_around": found.header.may(Permission.PEOPLE_AROUND_CHANGE),
        "may_give_log_in": found.header.may(Permission.LOG_IN_GIVE),
        "may_protect": found.header.may(Permission.PROTECTION_CHANGE),
        "is_staff": RelationKind.SELF not in found.header.circumstances.relations,
        "added": [(slug, kind.title) for slug, kind in ADDED.items()],
        "has_kin_consent": found.has_kin_consent,
    }
    return render(request, "around/people.html", page)


@record
@require_http_methods(PAGE)
def add(request: HttpRequest, public_id: UUID, slug: str) -> HttpResponse:
    """Put somebody down."""
    kind = ADDED.get(slug)
    if kind is None:
        raise Http404
    look, typed = look_of(request, public_id), _typed(request)
    form = _form(request, kind, look, typed)
    if request.method == "POST" and form.is_valid():
        try:
            answer = once(request, lambda: _put_down(look, kind, form), at=look.at)
        except Refused as refused:
            blamed = STAND_IN_BLAMED if kind.kind is RelationKind.STAND_IN else BLAMED
            tell(form, refused, blamed, on=look.on)
        else:
            messages.success(request, _now("Lagret."))
            return answer
    page = {"title": kind.title, "help": kind.help, "can_be_searched": kind.can_be_searched, "typed": typed}
    return _page(request, look, form, "around/add.html", page)


@record
@require_http_methods(PAGE)
def link(request: HttpRequest, public_id: UUID, relation: UUID) -> HttpResponse:
    """Say which account a name belongs to."""
    look, typed = look_of(request, public_id), _typed(request)
    found = _may_change(look)
    row = next((each for each in found.now if each.public_id == relation and each.is_only_a_name), None)
    role = ROLE_OF.get(row.kind) if row else None
    if row is None or role is None:
        raise Http404
    form = LinkForm(request.POST or None, found=staff_called(typed or row.name, role, on=look.on))
    if request.method == "POST" and form.is_valid():
        chosen = _chosen(form, row.kind, look)
        try:
            return once(request, lambda: _link(look, relation, chosen, _version(request)), at=look.at)
        except Refused as refused:
            tell(form, refused, BLAMED, on=look.on)
    page = {
        "title": _now("Knytt %(name)s til en bruker") % {"name": row.name},
        "help": _now("Da ser %(role)s det jobbsøkeren har sagt ja til.")
        % {"role": inside_a_sentence(str(KINDS[row.kind]))},
        "can_be_searched": True,
        "typed": typed or row.name,
        "version": row.version,
    }
    return _page(request, look, form, "around/add.html", page, found=found)


@record
@require_http_methods(PAGE)
def end(request: HttpRequest, public_id: UUID, relation: UUID) -> HttpResponse:
    """End a relation, after asking."""
    look = look_of(request, public_id)
    if request.method == "POST":
        try:
            answer = once(request, lambda: _end(look, relation, _version(request)), at=look.at)
        except Refused as refused:
            form = forms.Form({})
            tell(form, refused, {}, on=look.on)
            return _page(request, look, form, "around/refused.html", {"title": _now("Ikke endret")})
        messages.success(request, _now("Lagret."))
        return answer
    found = _may_change(look)
    row = next((each for each in found.now if each.public_id == relation), None)
    if row is None:
        raise Http404
    page = {"each": shown(row), "title": _now("Er %(name)s ikke med lenger?") % {"name": row.name}}
    return _page(request, look, forms.Form(), "around/end.html", page, found=found)


@record
@require_http_methods(PAGE)
def close(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The reader is close to the person, and steps back."""
    look = look_of(request, public_id)
    found = access_people_around(look)
    if RelationKind.SELF in found.header.circumstances.relations:
        raise Denied(Decision(reason_code="access.not-this-part", may_know=True))
    form = ClosenessForm(request.POST or None, successors=_successors(found, look))
    if request.method == "POST" and form.is_valid():
        try:
            answer = once(request, lambda: _step_back(look, form), at=look.at)
        except Refused as refused:
            tell(form, refused, BLAMED, on=look.on)
        else:
            messages.success(request, _now("Du ser ikke saken lenger. Takk for at du sa fra."))
            return answer
    page = {
        "title": _now("Jeg er nær denne personen"),
        "help": _now("Du mister tilgangen med en gang, og ingen får vite hvordan du er nær."),
    }
    return _page(request, look, form, "around/close.html", page, found=found)


def _put_down(look: Look, kind: Kind, form: forms.Form) -> str:
    data = form.cleaned_data
    who = Somebody(
        kind.kind,
        _chosen(form, kind.kind, look),
        name=data.get("name", ""),
        unit_name=data.get("unit_name", ""),
        until=data.get("until"),
    )
    act_put_down(look, who)
    return _back(look)


def _link(look: Look, relation: UUID, chosen: Membership | None, version: int) -> str:
    act_link(look, relation, chosen, version=version)
    return _back(look)


def _end(look: Look, relation: UUID, version: int) -> str:
    act_end(look, relation, version=version)
    return _back(look)


def _step_back(look: Look, form: forms.Form) -> str:
    chosen = read_uuid(form.cleaned_data.get("successor") or "")
    role = ROLE_OF[RelationKind.STAND_IN]
    successor = membership_in(role, chosen, on=look.on) if chosen else None
    act_declare_closeness(look, ClosenessKind(form.cleaned_data["kind"]), successor)
    return reverse("home")


def _back(look: Look) -> str:
    return reverse("person_people", args=[look.public_id])


def _form(request: HttpRequest, kind: Kind, look: Look, typed: str) -> forms.Form:
    data = request.POST or None
    if kind.kind is RelationKind.NEXT_OF_KIN:
        return NextOfKinForm(data)
    role = ROLE_OF[kind.kind]
    if kind.kind is RelationKind.STAND_IN:
        return StandInForm(data, found=colleague_roles(look.acting, role, on=look.on))
    return SomebodyForm(data, found=staff_called(typed, role, on=look.on))


def _chosen(form: forms.Form, kind: RelationKind, look: Look) -> Membership | None:
    role, chosen = ROLE_OF.get(kind), read_uuid(form.cleaned_data.get("who") or "")
    return membership_in(role, chosen, on=look.on) if role and chosen else None


def _successors(found: PeopleAround, look: Look) -> list[Membership]:
    """Only a specialist is asked who takes over."""
    if RelationKind.EMPLOYMENT_SPECIALIST not in found.header.circumstances.relations:
        return []
    return colleague_roles(look.acting, ROLE_OF[RelationKind.STAND_IN], on=look.on)


def _may_change(look: Look) -> PeopleAround:
    found = access_people_around(look)
    if not found.header.may(Permission.PEOPLE_AROUND_CHANGE):
        raise Denied(Decision(reason_code="access.not-this-part", may_know=True))
    return found


def _page(
    request: HttpRequest,
    look: Look,
    form: forms.Form,
    template: str,
    more: Mapping[str, object],
    *,
    found: PeopleAround | None = None,
) -> HttpResponse:
    header = (found or _may_change(look)).header
    page = header_page(header, "person_people", on=look.on) | {"form": form, "form_key": new_form_key()}
    status = 422 if request.method == "POST" else 200
    return render(request, template, page | dict(more), status=status)


def _typed(request: HttpRequest) -> str:
    return (request.POST.get("q") or request.GET.get("q") or "")[:100].strip()


def _version(request: HttpRequest) -> int:
    return read_number(request.POST.get("version", "")) or 0


_ONE = "personer/<uuid:public_id>/folk-rundt"
urlpatterns = [
    path(_ONE, people, name="person_people"),
    path(f"{_ONE}/ny/<slug:slug>", add, name="add_around"),
    path(f"{_ONE}/<uuid:relation>/knytt", link, name="link_around"),
    path(f"{_ONE}/<uuid:relation>/avslutt", end, name="end_around"),
    path(f"{_ONE}/naer", close, name="close_to_person"),
]
