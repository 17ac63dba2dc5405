"""What the log-in library asks us about: who may sign up (nobody), how one is logged in, how mail leaves.

The library also sends signals; nothing here listens. What is to be remembered is written where it happens.
"""

from typing import Any
from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from fotfeste import clock
from fotfeste.apps.outbox.services import send_errand
from fotfeste.apps.people import accounts_services
from fotfeste.apps.people.models import Account
from fotfeste.web.language import remember_language
from fotfeste.web.log_in import log_in, log_in_failed, log_out, who_of
from fotfeste.web.log_in_backend import account_called

WRONG = _("Brukernavn, e-post eller passord stemmer ikke.")


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library has no types
    """Our answers to the library's questions."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": WRONG,
        "username_password_mismatch": WRONG,
        "enter_current_password": _("Det nåværende passordet stemmer ikke."),
        "incorrect_password": _("Passordet stemmer ikke."),
        "incorrect_code": _("Koden stemmer ikke. Prøv med en ny."),
        "too_many_login_attempts": _("For mange forsøk på kort tid. Vent noen minutter, og prøv igjen."),
        "rate_limited": _("For mange forsøk på kort tid. Vent noen minutter, og prøv igjen."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up: accounts are made for people."""
        return False

    def login(self, request: HttpRequest, user: Account) -> None:
        """The library is satisfied: log in, and write it down."""
        log_in(request, user, at=clock.now(), how=_how(request, user))

    def logout(self, request: HttpRequest) -> None:
        """Log out, and write it down."""
        log_out(request, at=clock.now())

    def post_login(self, request: HttpRequest, user: Account, **more: Any) -> HttpResponse:
        """On to where one was heading, in one's own language."""
        response: HttpResponse = super().post_login(request, user, **more)
        remember_language(response, user.language)
        return response

    def respond_user_inactive(self, request: HttpRequest, user: Account) -> HttpResponse:
        """A closed account is told what a wrong password is told."""
        log_in_failed(request, user, at=clock.now())
        self.add_message(request, 40, message=str(WRONG))
        return redirect("account_login")

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Somebody tried and was wrong."""
        tried = account_called(str(credentials.get("username") or credentials.get("email") or ""))
        log_in_failed(request, tried, at=clock.now())

    def set_password(self, user: Account, password: str) -> None:
        """A new password: hashed first, then saved with its log; every other session of the account ends."""
        hashed = make_password(password)
        accounts_services.change_password(user, hashed, who=who_of(self.request, user), at=clock.now())

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """No mail leaves from here: an errand, with no more in it than whom it is for.

        Where nobody has this address an errand is written all the same, for nobody: the same work and time.
        """
        account = context.get("user")
        to = account.public_id if isinstance(account, Account) else uuid4()
        send_errand("mail.account", at=clock.now(), what="password_link", account=str(to))

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The link is made when the mail is: a link that opens an account never lies in the outbox."""
        return ""

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Attempts are counted for an address and an account together: nobody can lock another out."""
        typed = str(credentials.get("username") or credentials.get("email") or "")
        return f"{self.get_client_ip(request)}:{typed.casefold()}"


def _how(request: HttpRequest, user: Account) -> str:
    used = {
        str(record.get("type") or record.get("method"))
        for record in get_authentication_records(request, user)
    }
    return "+".join(sorted(used))
