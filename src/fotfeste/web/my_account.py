"""My account: how I log in, where I am logged in, and whom I am too close to to see."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from fotfeste import clock
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.people import accounts_services, tokens_services
from fotfeste.apps.people.closeness import declared_by, tell_of_closeness
from fotfeste.apps.people.models import Account
from fotfeste.domain.closeness import ClosenessKind
from fotfeste.domain.national_identity_number import NationalIdentityNumber, accepts, parse
from fotfeste.domain.verdict import Refused
from fotfeste.parameters.texts import reason_text
from fotfeste.web import roles, second_factor, session_times
from fotfeste.web.once import new_form_key, once
from fotfeste.web.policy import any_account
from fotfeste.web.programs import frame_for
from fotfeste.web.refusals import refusal
from fotfeste.web.requests import actor

CLOSENESS: dict[ClosenessKind, Promise] = {
    ClosenessKind.ONESELF: _("Det er meg selv"),
    ClosenessKind.PARTNER: _("Ektefelle, samboer eller kjæreste"),
    ClosenessKind.PARENT_OR_CHILD: _("Forelder eller barn"),
    ClosenessKind.SIBLING: _("Søsken"),
    ClosenessKind.OTHER_RELATIVE: _("Annen slektning"),
    ClosenessKind.FRIEND_OR_NEIGHBOUR: _("Venn, nabo eller noen jeg kjenner godt"),
}


class ClosenessForm(forms.Form):
    """Whom one is close to, and how."""

    identity_number = forms.CharField(
        label=_("Fødselsnummer eller D-nummer"), max_length=40, help_text=_("Elleve sifre")
    )
    kind = forms.ChoiceField(
        label=_("Hvordan kjenner du personen?"), choices=list(CLOSENESS.items()), widget=forms.RadioSelect
    )

    identity_number.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}

    def clean_identity_number(self) -> str:
        """The digits. Says why, when they are no such number; never whether somebody is here."""
        found = parse(self.cleaned_data["identity_number"], on=clock.today())
        language = get_language() or "nb"
        if not isinstance(found, NationalIdentityNumber):
            raise forms.ValidationError([reason_text(reason, language) for reason in found])
        if against := accepts(found, synthetic_only=settings.MODE != "production"):
            raise forms.ValidationError([reason_text(reason, language) for reason in against])
        return found.digits


@any_account
def my_account(request: HttpRequest) -> HttpResponse:
    """How I log in, and what belongs to it."""
    account = _account(request)
    shown = {
        "frame": frame_for(account.person_id),
        "account": account,
        "has_second_factor": second_factor.has_one(account),
        "must_have_second_factor": second_factor.is_required_for(account),
        "session_ends_at": session_times.ends_at(request),
        "roles": roles.shown_roles(request) if account.person_id is None else [],
        "is_staff": account.person_id is None,
        "waiting": _tokens_waiting(account),
        "form_key": new_form_key(),
    }
    return render(request, "account/my_account.html", shown)


@any_account
@require_POST
def log_out_elsewhere(request: HttpRequest) -> HttpResponse:
    """Log out everywhere else; here one stays, with a new session id."""
    account = _account(request)
    with act():
        accounts_services.end_other_sessions(account, who=actor(request).who, at=clock.now())
        update_session_auth_hash(request, account)
    messages.success(request, gettext("Du er logget ut alle andre steder."))
    return redirect("my_account")


@any_account
def close_to(request: HttpRequest) -> HttpResponse:
    """Tell whom one is too close to. The answer is the same whether that person is here or not."""
    me = actor(request)
    if me.person_id is not None:
        raise PermissionDenied
    form = ClosenessForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _declare(request, form), at=clock.now())
        except Refused as refused:
            language = get_language() or "nb"
            for reason in refused.verdict:
                form.add_error(None, refusal(reason, reason_text(reason, language)))
    told = [
        {"on": row.declared_on, "how": CLOSENESS[ClosenessKind(row.kind)]}
        for row in declared_by(me.account_id)
    ]
    shown = {"form": form, "told": told, "form_key": new_form_key()}
    return render(request, "account/close_to.html", shown, status=422 if form.errors else 200)


def _declare(request: HttpRequest, form: ClosenessForm) -> str:
    told = form.cleaned_data
    tell_of_closeness(
        told["identity_number"],
        ClosenessKind(told["kind"]),
        by=actor(request),
        at=clock.now(),
        on=clock.today(),
    )
    messages.success(
        request, gettext("Vi husker det. Er personen her, eller kommer hit, får ikke du se saken.")
    )
    return reverse("close_to")


def _account(request: HttpRequest) -> Account:
    account = request.user
    assert isinstance(account, Account)  # noqa: S101  # the policy of these pages lets in nobody else
    return account


def _tokens_waiting(account: Account) -> int:
    return tokens_services.tokens_acting_for(account.pk).filter(accepted_at=None, revoked_at=None).count()


urlpatterns = [
    path("min-konto", my_account, name="my_account"),
    path("min-konto/logg-ut-andre", log_out_elsewhere, name="log_out_elsewhere"),
    path("min-konto/naere", close_to, name="close_to"),
]
