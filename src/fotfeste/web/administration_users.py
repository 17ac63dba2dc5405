"""Users: everyone who works here, found by name; made and changed. Never a jobseeker's account."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from fotfeste import clock
from fotfeste.apps.people import accounts_services
from fotfeste.apps.people.accounts_services import NameTaken, StaleAccount, account_to_change, staff_accounts
from fotfeste.apps.people.acting import in_force, memberships_of
from fotfeste.apps.people.models import Account, Clearance, Membership
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.apps.people.password_links import may_be_shown
from fotfeste.apps.people.roles_services import clearances_of
from fotfeste.domain.permissions import Ability, Role
from fotfeste.web import second_factor
from fotfeste.web.administration_forms import CLEARANCES, AccountForm, ClearanceForm, RoleForm
from fotfeste.web.administration_parts import form_page, tabs, version_of
from fotfeste.web.once import new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.requests import actor, read_uuid
from fotfeste.web.roles import IN_WORDS

A_PAGE = 25


@needs(Ability.ACCOUNT_ADMINISTER)
def users(request: HttpRequest) -> HttpResponse:
    """Everyone who works here, by name, some at a time."""
    search = request.GET.get("q", "")[:100].strip()
    rows = staff_accounts().filter(acts_for=None).order_by("name", "pk")
    for word in search.split():
        rows = rows.filter(Q(name__icontains=word) | Q(username__icontains=word))
    page = list(_after(rows, request.GET.get("after", ""))[: A_PAGE + 1])
    more = urlencode({"q": search, "after": page[A_PAGE - 1].public_id}) if len(page) > A_PAGE else ""
    shown = {"tabs": tabs("users"), "users": _rows(page[:A_PAGE]), "search": search}
    return render(request, "administration/users.html", {**shown, "older_url": f"?{more}" if more else ""})


@needs(Ability.ACCOUNT_ADMINISTER)
def new_user(request: HttpRequest) -> HttpResponse:
    """Make an account. Its owner makes the password, from a link that goes to them."""
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _create(request, form), at=clock.now())
        except NameTaken:
            form.add_error("username", _("Brukernavnet er opptatt. Velg et annet."))
    return form_page(request, form, _("Ny bruker"), tab="users", back=reverse("users"))


@needs(Ability.ACCOUNT_ADMINISTER)
def user(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One user: roles, clearances, and how they log in."""
    return user_page(request, found(public_id))


@needs(Ability.ACCOUNT_ADMINISTER)
def edit_user(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Change how somebody is called and reached. A stale page shows both texts."""
    account = found(public_id)
    title, back = account.name, reverse("user", args=[public_id])
    if request.method != "POST":
        form = AccountForm(initial={name: getattr(account, name) for name in AccountForm.base_fields})
        return form_page(request, form, title, tab="users", back=back, version=account.version)
    form = AccountForm(request.POST)
    if form.is_valid():
        try:
            return once(request, lambda: _change(request, form, public_id), at=clock.now())
        except NameTaken:
            form.add_error("username", _("Brukernavnet er opptatt. Velg et annet."))
        except StaleAccount as stale:
            return _conflict(request, form, stale.saved)
    return form_page(request, form, title, tab="users", back=back, version=version_of(request))


def user_page(
    request: HttpRequest,
    account: Account,
    *,
    role_form: RoleForm | None = None,
    clearance_form: ClearanceForm | None = None,
) -> HttpResponse:
    """One user, with what was typed in a form that has to be put right."""
    on = clock.today()
    forms = (role_form, clearance_form)
    shown = {
        "tabs": tabs("users"),
        "account": account,
        "is_oneself": account.pk == actor(request).account_id,
        "roles": [_role(membership) for membership in memberships_of(account, on=on)],
        "later": [_role(m) for m in account.memberships.filter(from_day__gt=on).select_related("unit")],
        "clearances": [_clearance(held) for held in clearances_of(account, on=on).select_related("given_by")],
        "role_form": role_form or RoleForm(initial={"from_day": on}),
        "clearance_form": clearance_form or ClearanceForm(),
        "has_second_factor": second_factor.has_one(account),
        "link_may_be_shown": may_be_shown(account),
        "form_key": new_form_key,  # asked by each form on the page, so that each has a key of its own
    }
    has_errors = any(form is not None and form.errors for form in forms)
    return render(request, "administration/user.html", shown, status=422 if has_errors else 200)


def found(public_id: UUID) -> Account:
    """The account of somebody who works here. A jobseeker's is as if it were not there."""
    account = staff_accounts().filter(public_id=public_id, acts_for=None).first()
    if account is None:
        raise Http404
    return account


def to_change(public_id: UUID) -> Account:
    """The same, held still until the act is over."""
    account = account_to_change(public_id)
    if account is None or account.acts_for_id is not None:
        raise Http404
    return account


def _create(request: HttpRequest, form: AccountForm) -> str:
    account = accounts_services.create_account(form.facts(), by=actor(request), at=clock.now())
    if account.email:
        accounts_services.send_password_link(account, by=actor(request), at=clock.now())
    messages.success(request, _("Brukeren er laget. Gi den en rolle, så den får noe å gjøre."))
    return reverse("user", args=[account.public_id])


def _change(request: HttpRequest, form: AccountForm, public_id: UUID) -> str:
    accounts_services.change_account(
        to_change(public_id), form.facts(), version=version_of(request), by=actor(request), at=clock.now()
    )
    return reverse("user", args=[public_id])


def _conflict(request: HttpRequest, form: AccountForm, saved: Account) -> HttpResponse:
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
        "saved_url": reverse("user", args=[saved.public_id]),
        "tabs": tabs("users"),
    }
    return render(request, "administration/conflict.html", shown, status=409)


def _after(rows: QuerySet[Account], after: str) -> QuerySet[Account]:
    public_id = read_uuid(after)
    last = staff_accounts().filter(public_id=public_id).first() if public_id else None
    return rows.filter(Q(name__gt=last.name) | Q(name=last.name, pk__gt=last.pk)) if last else rows


def _rows(accounts: list[Account]) -> list[dict[str, object]]:
    """Each with today's roles, in one more statement however many they are."""
    held = Membership.objects.filter(in_force(clock.today()), account__in=accounts).select_related("unit")
    roles: dict[int, list[dict[str, object]]] = {}
    for membership in held.order_by("pk"):
        roles.setdefault(membership.account_id, []).append(_role(membership))
    return [{"account": account, "roles": roles.get(account.pk, [])} for account in accounts]


def _role(membership: Membership) -> dict[str, object]:
    return {
        "membership": membership,
        "name": IN_WORDS[Role(membership.role)][0],
        "unit": membership.unit.name,
    }


def _clearance(held: Clearance) -> dict[str, object]:
    return {"held": held, "name": CLEARANCES[ClearanceKind(held.kind)]}


urlpatterns = [
    path("administrasjon/brukere", users, name="users"),
    path("administrasjon/brukere/ny", new_user, name="new_user"),
    path("administrasjon/brukere/<uuid:public_id>", user, name="user"),
    path("administrasjon/brukere/<uuid:public_id>/endre", edit_user, name="edit_user"),
]
