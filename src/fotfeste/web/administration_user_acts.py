"""Acts on one user: roles and clearances, closed and opened, a link to make a password with."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from fotfeste import clock
from fotfeste.apps.people import accounts_services, roles_services
from fotfeste.apps.people.models import Membership
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.apps.people.password_links import link_parts, may_be_shown
from fotfeste.domain.permissions import Ability, Role
from fotfeste.domain.verdict import Refused
from fotfeste.web.administration_forms import ClearanceForm, RoleForm
from fotfeste.web.administration_parts import refusal, tabs, tell
from fotfeste.web.administration_users import found, to_change, user_page
from fotfeste.web.once import once
from fotfeste.web.policy import needs
from fotfeste.web.requests import actor


@needs(Ability.ACCOUNT_ADMINISTER)
@require_POST
def give_role(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Give somebody a role in a unit."""
    form = RoleForm(request.POST)
    if form.is_valid():
        try:
            return once(request, lambda: _give_role(request, form, public_id), at=clock.now())
        except Refused as refused:
            tell(form, refused)
    return user_page(request, found(public_id), role_form=form)


@needs(Ability.ACCOUNT_ADMINISTER)
@require_POST
def end_role(request: HttpRequest, public_id: UUID, role: UUID) -> HttpResponse:
    """Take a role away, from now on."""

    def do() -> None:
        rows = Membership.objects.select_for_update().filter(account=to_change(public_id))
        membership = get_object_or_404(rows, public_id=role)
        roles_services.end_role(membership, by=actor(request), at=clock.now(), on=clock.today())
        messages.success(request, _("Rollen er avsluttet."))

    return _done(request, public_id, do)


@needs(Ability.ACCOUNT_ADMINISTER)
@require_POST
def give_clearance(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Trust somebody with protected persons or own staff, and say why."""
    form = ClearanceForm(request.POST)
    if form.is_valid():
        try:
            return once(request, lambda: _give_clearance(request, form, public_id), at=clock.now())
        except Refused as refused:
            tell(form, refused)
    return user_page(request, found(public_id), clearance_form=form)


@needs(Ability.ACCOUNT_ADMINISTER)
@require_POST
def take_clearance(request: HttpRequest, public_id: UUID, kind: str) -> HttpResponse:
    """Trust them with it no more."""
    if kind not in ClearanceKind.values:
        raise Http404

    def do() -> None:
        roles_services.take_clearance(
            to_change(public_id), ClearanceKind(kind), by=actor(request), at=clock.now(), on=clock.today()
        )
        messages.success(request, _("Tilliten er trukket."))

    return _done(request, public_id, do)


@needs(Ability.ACCOUNT_ADMINISTER)
@require_POST
def close_user(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Close the account, with every session of it."""

    def do() -> None:
        accounts_services.close_account(to_change(public_id), by=actor(request), at=clock.now())
        messages.success(request, _("Kontoen er stengt, og brukeren er logget ut overalt."))

    return _done(request, public_id, do)


@needs(Ability.ACCOUNT_ADMINISTER)
@require_POST
def open_user(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Open the account again."""

    def do() -> None:
        accounts_services.open_account(to_change(public_id), by=actor(request), at=clock.now())
        messages.success(request, _("Kontoen er åpnet igjen."))

    return _done(request, public_id, do)


@needs(Ability.ACCOUNT_ADMINISTER)
@require_POST
def password_link(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Let the owner make a password: by mail; shown once for one who has no address and was never here."""
    shown: list[str] = []

    def do() -> None:
        account = to_change(public_id)
        if may_be_shown(account):
            shown.append(reverse("account_reset_password_from_key", kwargs=link_parts(account)))
        elif account.email:
            messages.success(request, _("Lenken er sendt på e-post."))
        else:
            raise Http404
        accounts_services.send_password_link(account, by=actor(request), at=clock.now())

    response = _done(request, public_id, do)
    if not shown:
        return response
    page = {
        "tabs": tabs("users"),
        "title": _("Lenke til å lage passord"),
        "secret": request.build_absolute_uri(shown[0]),
        "text": _("Gi den til brukeren selv. Den vises bare nå, virker i 24 timer, og bare én gang."),
        "back": reverse("user", args=[public_id]),
    }
    return render(request, "administration/secret.html", page)


def _done(request: HttpRequest, public_id: UUID, do: Callable[[], None]) -> HttpResponse:
    """Carry out an act that has nothing to fill in, and go back to the user."""

    def carried_out() -> str:
        do()
        return reverse("user", args=[public_id])

    try:
        return once(request, carried_out, at=clock.now())
    except Refused as refused:
        messages.error(request, refusal(refused))
        return redirect("user", public_id=public_id)


def _give_role(request: HttpRequest, form: RoleForm, public_id: UUID) -> str:
    typed = form.cleaned_data
    roles_services.give_role(
        to_change(public_id),
        Role(typed["role"]),
        typed["unit"],
        from_day=typed["from_day"],
        until_day=typed["until_day"],
        position_percent=typed["position_percent"],
        by=actor(request),
        at=clock.now(),
    )
    messages.success(request, _("Rollen er gitt."))
    return reverse("user", args=[public_id])


def _give_clearance(request: HttpRequest, form: ClearanceForm, public_id: UUID) -> str:
    typed = form.cleaned_data
    roles_services.give_clearance(
        to_change(public_id),
        ClearanceKind(typed["kind"]),
        why=typed["why"],
        by=actor(request),
        at=clock.now(),
        on=clock.today(),
    )
    messages.success(request, _("Tilliten er gitt."))
    return reverse("user", args=[public_id])


_ONE = "administrasjon/brukere/<uuid:public_id>"

urlpatterns = [
    path(f"{_ONE}/roller", give_role, name="give_role"),
    path(f"{_ONE}/roller/<uuid:role>/avslutt", end_role, name="end_role"),
    path(f"{_ONE}/tillit", give_clearance, name="give_clearance"),
    path(f"{_ONE}/tillit/<slug:kind>/trekk", take_clearance, name="take_clearance"),
    path(f"{_ONE}/steng", close_user, name="close_user"),
    path(f"{_ONE}/apne", open_user, name="open_user"),
    path(f"{_ONE}/passordlenke", password_link, name="password_link"),
]
