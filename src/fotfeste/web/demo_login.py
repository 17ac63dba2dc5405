"""Logging in as one of the made-up people. Only in demo mode; in production the address is not there."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.functional import Promise
from django.views.decorators.http import require_POST

from fotfeste import clock
from fotfeste.apps.people.acting import in_force
from fotfeste.apps.people.models import Account, Clearance, Membership
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.domain.permissions import Role
from fotfeste.web.language import remember_language
from fotfeste.web.log_in import log_in, log_out
from fotfeste.web.policy import demo_only
from fotfeste.web.roles import IN_WORDS

MOST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Character:
    """One of the cast, as the page shows them."""

    username: str
    name: str
    role: str | Promise
    unit: str
    about: str | Promise
    sees_protected: bool = False


@demo_only
def demo(request: HttpRequest) -> HttpResponse:
    """The whole cast, with a button each."""
    return render(request, "demo/cast.html", {"cast": shown_cast()})


@demo_only
@require_POST
def log_in_as(request: HttpRequest) -> HttpResponse:
    """Log in as the chosen one, and go to where their role begins its day."""
    people = Account.objects.filter(acts_for=None, is_active=True)
    account = get_object_or_404(people, username=request.POST.get("username", ""))
    at = clock.now()
    log_out(request, at=at, why="demo")
    log_in(request, account, at=at, how="demo")
    response = redirect("home")
    remember_language(response, account.language)
    return response


def shown_cast() -> list[Character]:
    """Those one can log in as: staff by role, then jobseekers."""
    on = clock.today()
    roles = Membership.objects.filter(in_force(on), account__is_active=True).select_related("account", "unit")
    cleared = set(
        Clearance.objects.filter(in_force(on), kind=ClearanceKind.PROTECTED).values_list(
            "account_id", flat=True
        )
    )
    staff = [_member(role, role.account_id in cleared) for role in roles.order_by("pk")[:MOST_SHOWN]]
    seekers = Account.objects.filter(is_active=True, person__isnull=False).order_by("pk")[:MOST_SHOWN]
    return [*_by_role(staff), *(_jobseeker(account) for account in seekers)]


def _by_role(staff: list[tuple[Role, Character]]) -> Iterable[Character]:
    order = list(IN_WORDS)
    return [character for _, character in sorted(staff, key=lambda pair: order.index(pair[0]))]


def _member(membership: Membership, sees_protected: bool) -> tuple[Role, Character]:
    role = Role(membership.role)
    called, about = IN_WORDS[role]
    account = membership.account
    return role, Character(
        account.username, account.name, called, membership.unit.name, about, sees_protected
    )


def _jobseeker(account: Account) -> Character:
    called, about = IN_WORDS[Role.JOBSEEKER]
    return Character(account.username, account.name, called, "", about)


urlpatterns = [
    path("demo/", demo, name="demo"),
    path("demo/logg-inn", log_in_as, name="demo_log_in"),
]
