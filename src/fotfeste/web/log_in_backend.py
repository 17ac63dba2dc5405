"""Who is this? By user name or e-mail, with exactly one password hash whatever the answer is.

The library hashes once for an unknown e-mail and twice for a known one with a wrong password: that can be
measured from outside, and tells who is here. This one does the same work for everybody.
"""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.hashers import make_password
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from fotfeste.apps.people.models import Account
from fotfeste.prepared import prepared


class ByNameOrEmail(AuthenticationBackend):  # type: ignore[misc]  # the library has no types
    """Finds at most one account, checks one password, and lets in nobody who is closed out."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> Account | None:
        """The account, or nobody: unknown, wrong and closed look and cost the same."""
        password = str(credentials.get("password") or "")
        typed = str(credentials.get("username") or credentials.get("email") or "")
        if not password:
            return None
        account = account_called(typed)
        if account is None or not account.has_usable_password():
            make_password(password)
            return None
        fits = account.check_password(password)
        return account if fits and account.is_active else None

    def get_user(self, user_id: int) -> Account | None:
        """The account of a session, while it is open."""
        found = _account(int(user_id))
        return found[0] if found and self.user_can_authenticate(found[0]) else None


@prepared
def _account(pk: int) -> QuerySet[Account]:
    return Account.objects.filter(pk=pk)


def account_called(typed: str) -> Account | None:
    """The account with this user name; else the only open one with this e-mail. Programs never log in."""
    people = Account.objects.filter(acts_for=None)
    named = list(people.filter(Q(username__iexact=typed) | Q(email__iexact=typed, is_active=True))[:10])
    by_name = [account for account in named if account.username.casefold() == typed.casefold()]
    by_email = [account for account in named if account not in by_name]
    found = by_name or by_email
    return found[0] if len(found) == 1 else None
