"""Mail to people about their account: a neutral notice and a link, never a name, a topic or who we are."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from fotfeste import clock
from fotfeste.apps.consents.many import may_know_of
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.people.models import Account
from fotfeste.apps.people.password_links import link_parts

KINDS = frozenset({"password_link", "changed", "new_address", "notice"})


def carry(errand: Errand, at: datetime) -> None:
    """Send the mail an errand asks for. To nobody, when the account is gone, closed or has no address."""
    what = str(errand.payload.get("what", "notice"))
    if what not in KINDS:
        raise ValueError(f"No mail is called {what!r}.")
    account = _account(str(errand.payload["account"]))
    if account is None or not account.email or not _may_still_know(account, errand, at):
        return
    with translation.override(account.language):
        shown = {"link": settings.ADDRESS + _path(what, account)}
        subject = render_to_string("mail/subject.txt", shown).strip()
        body = render_to_string(f"mail/{what}.txt", shown)
    EmailMessage(subject, body, to=[account.email]).send()


def _may_still_know(account: Account, errand: Errand, at: datetime) -> bool:
    """A mail about somebody goes only to one who may know of them now: it may have waited long."""
    person = errand.payload.get("person")
    return person is None or may_know_of(
        account, UUID(str(person)), at=at, on=at.astimezone(clock.OSLO).date()
    )


def _account(public_id: str) -> Account | None:
    return Account.objects.filter(public_id=UUID(public_id), is_active=True).first()


def _path(what: str, account: Account) -> str:
    """Where the link leads. One that opens an account is made now, and lies nowhere but in the mail."""
    if what != "password_link":
        return reverse("account_login")
    return reverse("account_reset_password_from_key", kwargs=link_parts(account))
