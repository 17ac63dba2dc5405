"""The roles in words, and changing between them: one who has several acts in one at a time."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste import clock
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.people.acting import acting, memberships_of
from fotfeste.apps.people.models import Account, Membership
from fotfeste.domain.permissions import Role
from fotfeste.web import errors, session_times
from fotfeste.web.middleware import ACTING_AS
from fotfeste.web.navigation import first_screen
from fotfeste.web.policy import any_account
from fotfeste.web.requests import actor

IN_WORDS: dict[Role, tuple[Promise, Promise]] = {
    Role.EMPLOYMENT_SPECIALIST: (
        _("Jobbspesialist"),
        _("Følger sine jobbsøkere fra henvisning til jobb, og ser hva som er neste steg for hver av dem."),
    ),
    Role.IPS_SUPERVISOR: (
        _("Metodeveileder"),
        _("Leder teamet, ser uka og fordeler saker. Åpner en sak bare med en grunn."),
    ),
    Role.NAV_ADVISER: (_("NAV-veileder"), _("Ser dem som har samtykket til kontakt med NAV.")),
    Role.CLINICIAN: (_("Behandler"), _("Ser jobbsøkerne hun eller han behandler, og det de har delt.")),
    Role.GUIDE: (_("Veileder hos tiltaksarrangør"), _("Følger opp deltakere i et tiltak.")),
    Role.EMPLOYER_CONTACT: (
        _("Kontakt hos arbeidsgiver"),
        _("Ser avtaler med egen virksomhet, og ikke mer enn jobbsøkeren vil ha sagt."),
    ),
    Role.ADMINISTRATOR: (_("Administrator"), _("Lager kontoer og enheter. Ser ingen saker.")),
    Role.JOBSEEKER: (
        _("Jobbsøker"),
        _("Ser sitt eget: neste steg, møter, hvem som har sett, og hva som er delt."),
    ),
}
"""What each role is called, and in a sentence what it does here."""


@any_account
def switch_role(request: HttpRequest) -> HttpResponse:
    """Choose which of one's roles to act in. A new role gets a new session id, and a line in the log."""
    chosen = next((role for role in roles_of(request) if str(role.public_id) == _asked(request)), None)
    if request.method != "POST":
        return render(request, "account/switch_role.html", {"roles": shown_roles(request)})
    if chosen is None:
        return errors.not_found(request)
    return _take(request, chosen)


def roles_of(request: HttpRequest) -> list[Membership]:
    """The roles that somebody has today, the first one first."""
    account = request.user
    if not isinstance(account, Account) or account.person_id is not None:
        return []
    return list(memberships_of(account, on=clock.today()))


def shown_roles(request: HttpRequest) -> list[dict[str, object]]:
    """One's roles as a page shows them."""
    now = actor(request)
    return [
        {
            "id": role.public_id,
            "name": IN_WORDS[Role(role.role)][0],
            "unit": role.unit.name,
            "is_current": role.public_id == now.membership,
        }
        for role in roles_of(request)
    ]


def _take(request: HttpRequest, chosen: Membership) -> HttpResponse:
    before, at = actor(request), clock.now()
    account = chosen.account
    after = acting(account, on=clock.today(), membership=chosen.public_id)
    assert after is not None  # noqa: S101  # the membership was found in force just now
    with act():
        who = after.through(before.channel, before.request_id).who
        record(Entry(Action.ROLE_TAKEN, who, at, object_type="membership", object_id=chosen.public_id))
        request.session[ACTING_AS] = str(chosen.public_id)
        session_times.take_role(request, after.role)
        request.session.cycle_key()
    return redirect(first_screen(after))


def _asked(request: HttpRequest) -> str:
    try:
        return str(UUID(request.POST.get("role", "")))
    except ValueError:
        return ""


urlpatterns = [path("bytt-rolle", switch_role, name="switch_role")]
