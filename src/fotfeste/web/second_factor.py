"""The second step of logging in: passkey, app or recovery code. Staff must have one, others may."""

import base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fotfeste import clock
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.people import accounts_services
from fotfeste.apps.people.models import Account
from fotfeste.apps.vault.keys import key_for
from fotfeste.apps.vault.sealing import Place
from fotfeste.web.log_in import who_of

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""What counts as a second step. Recovery codes only stand in for one."""

HAS_ONE = "has_second_factor"
"""Where the session keeps that there is one, so that it is not asked for at every click."""

_ALLOWED_WITHOUT = frozenset({"account_logout", "account_reauthenticate", "set_language", "my_account"})
_WHERE = Place("mfa_authenticator", "data", "")


class Adapter(DefaultMFAAdapter):  # type: ignore[misc]  # the library has no types
    """Our answers to what the library asks about second steps."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Koden stemmer ikke. Prøv med en ny."),
        "cannot_delete_authenticator": _("Du må ha minst én måte å bekrefte innloggingen på."),
        "cannot_generate_recovery_codes": _("Legg til en app eller en passnøkkel først."),
    }

    def encrypt(self, text: str) -> str:
        """Secrets of the second step are sealed with a key that is not in the database."""
        return base64.b64encode(key_for("second-factor").seal(text, _WHERE)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again."""
        return key_for("second-factor").open(base64.b64decode(encrypted_text), _WHERE)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """The last one stays with those who must have one."""
        if authenticator.type not in FACTORS or not is_required_for(authenticator.user):
            return True
        others = Authenticator.objects.filter(user=authenticator.user, type__in=FACTORS)
        return bool(others.exclude(pk=authenticator.pk).exists())

    def generate_authenticator_name(self, user: Account, type: str) -> str:  # noqa: A002  # the library's name
        """What a new passkey is called until its owner calls it something else."""
        known = Authenticator.objects.filter(user=user, type=type).count()
        return gettext("Passnøkkel {number}").format(number=known + 1)


def is_required_for(account: Account) -> bool:
    """Whether this account must have a second step."""
    return settings.SECOND_FACTOR_REQUIRED and account.person_id is None


def has_one(account: Account) -> bool:
    """Whether the account has a passkey or an authenticator app."""
    return bool(Authenticator.objects.filter(user=account, type__in=FACTORS).exists())


@contextmanager
def changed(request: HttpRequest) -> Iterator[None]:
    """One act: the change, its line in the log, a mail to the owner, and the end of every other session."""
    account = request.user
    assert isinstance(account, Account)  # noqa: S101  # the policy of these pages lets in nobody else
    with act():
        yield
        at = clock.now()
        accounts_services.second_factor_changed(account, who=who_of(request, account), at=at)
        update_session_auth_hash(request, account)
    request.session.pop(HAS_ONE, None)


class Gate:
    """Staff without a second step get no further than to the page where they add one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Send whoever must have one, and has none, to where it is added."""
        account = request.user
        if not isinstance(account, Account) or not is_missing(request, account) or _may_pass(request):
            return None
        messages.warning(request, gettext("Legg til en app eller en passnøkkel før du går videre."))
        return redirect("mfa_index")


def is_missing(request: HttpRequest, account: Account) -> bool:
    """Whether whoever is logged in must have a second step, and has none."""
    if not is_required_for(account) or request.session.get(HAS_ONE):
        return False
    if has_one(account):
        request.session[HAS_ONE] = True
        return False
    return True


def _may_pass(request: HttpRequest) -> bool:
    """The pages where one is added. The API answers for itself, in a way that a program can read."""
    name = request.resolver_match.view_name if request.resolver_match else ""
    return name in _ALLOWED_WITHOUT or name.startswith(("mfa_", "api:"))
