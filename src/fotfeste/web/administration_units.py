"""Units and the controllers they hang under: made and renamed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from fotfeste import clock
from fotfeste.apps.people import units_services
from fotfeste.apps.people.models import Controller, Unit
from fotfeste.apps.people.models.units import ControllerKind, UnitKind
from fotfeste.apps.people.units_services import NumberTaken, StaleUnit, units_in_order
from fotfeste.domain.permissions import Ability
from fotfeste.web.administration_forms import CONTROLLER_KINDS, UNIT_KINDS, ControllerForm, UnitForm
from fotfeste.web.administration_parts import form_page, tabs, version_of
from fotfeste.web.once import new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.requests import actor


@needs(Ability.ACCOUNT_ADMINISTER)
def units(request: HttpRequest) -> HttpResponse:
    """All units, under the controller they belong to."""
    under: dict[int, list[dict[str, object]]] = {}
    for unit in units_in_order():
        shown = {"unit": unit, "kind": UNIT_KINDS[UnitKind(unit.kind)]}
        under.setdefault(unit.controller_id, []).append(shown)
    controllers = [
        {
            "controller": controller,
            "kind": CONTROLLER_KINDS[ControllerKind(controller.kind)],
            "units": under.get(controller.pk, []),
        }
        for controller in Controller.objects.order_by("name", "pk")
    ]
    return render(request, "administration/units.html", {"tabs": tabs("units"), "controllers": controllers})


@needs(Ability.ACCOUNT_ADMINISTER)
def new_unit(request: HttpRequest) -> HttpResponse:
    """A new unit."""
    form = UnitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _create_unit(request, form), at=clock.now())
        except NumberTaken:
            form.add_error("number", _("Et annet NAV-kontor har dette nummeret."))
    return form_page(request, form, _("Ny enhet"), tab="units", back=reverse("units"))


@needs(Ability.ACCOUNT_ADMINISTER)
def edit_unit(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Another name or number. A stale page shows both."""
    unit = get_object_or_404(Unit, public_id=public_id)
    if request.method != "POST":
        form = UnitForm(initial={"name": unit.name, "number": unit.number}, is_new=False)
        return form_page(request, form, unit.name, tab="units", back=reverse("units"), version=unit.version)
    form = UnitForm(request.POST, is_new=False)
    if form.is_valid():
        try:
            return once(request, lambda: _change_unit(request, form, public_id), at=clock.now())
        except NumberTaken:
            form.add_error("number", _("Et annet NAV-kontor har dette nummeret."))
        except StaleUnit as stale:
            return _conflict(request, form, stale.saved)
    return form_page(
        request, form, unit.name, tab="units", back=reverse("units"), version=version_of(request)
    )


@needs(Ability.ACCOUNT_ADMINISTER)
def new_controller(request: HttpRequest) -> HttpResponse:
    """A new body that answers for data, with a key of its own."""
    form = ControllerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return once(request, lambda: _create_controller(request, form), at=clock.now())
    return form_page(request, form, _("Ny behandlingsansvarlig"), tab="units", back=reverse("units"))


@needs(Ability.ACCOUNT_ADMINISTER)
def edit_controller(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Another name for it."""
    controller = get_object_or_404(Controller, public_id=public_id)
    form = ControllerForm(request.POST or None, initial={"name": controller.name}, is_new=False)
    if request.method == "POST" and form.is_valid():
        return once(request, lambda: _rename(request, form, controller), at=clock.now())
    return form_page(request, form, controller.name, tab="units", back=reverse("units"))


def _create_unit(request: HttpRequest, form: UnitForm) -> str:
    by, at = actor(request), clock.now()
    units_services.create_unit(form.facts(), form.cleaned_data["controller"], by=by, at=at)
    return _saved(request)


def _change_unit(request: HttpRequest, form: UnitForm, public_id: UUID) -> str:
    unit = units_services.unit_to_change(public_id)
    assert unit is not None  # noqa: S101  # found a moment ago, and units are never deleted
    facts = form.facts(UnitKind(unit.kind))
    units_services.change_unit(unit, facts, version=version_of(request), by=actor(request), at=clock.now())
    return _saved(request)


def _create_controller(request: HttpRequest, form: ControllerForm) -> str:
    typed = form.cleaned_data
    kind = ControllerKind(typed["kind"])
    units_services.create_controller(typed["name"], kind, by=actor(request), at=clock.now())
    return _saved(request)


def _rename(request: HttpRequest, form: ControllerForm, controller: Controller) -> str:
    units_services.rename_controller(controller, form.cleaned_data["name"], by=actor(request), at=clock.now())
    return _saved(request)


def _saved(request: HttpRequest) -> str:
    messages.success(request, _("Lagret."))
    return reverse("units")


def _conflict(request: HttpRequest, form: UnitForm, saved: Unit) -> HttpResponse:
    typed = form.cleaned_data
    fields = [
        {"label": field.label, "own": typed[field.name], "saved": getattr(saved, field.name)}
        for field in form
        if typed[field.name] != getattr(saved, field.name)
    ]
    shown = {
        "conflict": {"fields": fields},
        "saved": saved,
        "own": list(typed.items()),
        "form_key": new_form_key(),
        "keep_url": request.path,
        "saved_url": reverse("units"),
        "tabs": tabs("units"),
    }
    return render(request, "administration/conflict.html", shown, status=409)


urlpatterns = [
    path("administrasjon/enheter", units, name="units"),
    path("administrasjon/enheter/ny", new_unit, name="new_unit"),
    path("administrasjon/enheter/<uuid:public_id>", edit_unit, name="edit_unit"),
    path("administrasjon/behandlingsansvarlige/ny", new_controller, name="new_controller"),
    path("administrasjon/behandlingsansvarlige/<uuid:public_id>", edit_controller, name="edit_controller"),
]
