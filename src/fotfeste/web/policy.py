"""Every address declares who may come to it; one that does not is refused, and fails the system check.

    @needs(Ability.CASELOAD_OWN)
    def caseload(request): ...

A policy says who may knock. Whether a person's record opens is decided by its door (`access_*`), each time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from fotfeste.apps.people.acting import Acting
from fotfeste.domain.permissions import Ability

View = TypeVar("View", bound=Callable[..., Any])


class Level(StrEnum):
    """Who may knock."""

    PUBLIC = "public"
    ACCOUNT = "account"
    RECORD = "record"
    ABILITY = "ability"
    DEMO = "demo"
    TOKEN = "token"  # noqa: S105  # the name of a level, not a secret


@dataclass(frozen=True, slots=True)
class Policy:
    """Who may come to an address."""

    level: Level
    ability: Ability | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody needs to be logged in."""
        return self.level in {Level.PUBLIC, Level.DEMO, Level.TOKEN}

    def lets_in(self, acting: Acting | None) -> bool:
        """Whether this actor may come here."""
        if self.is_open:
            return True
        if acting is None or not acting.is_active:
            return False
        return self.ability is None or acting.has(self.ability)


PUBLIC = Policy(Level.PUBLIC)
DEMO_ONLY = Policy(Level.DEMO)
ANY_ACCOUNT = Policy(Level.ACCOUNT)
RECORD = Policy(Level.RECORD)
BY_TOKEN = Policy(Level.TOKEN)


def policy(declared: Policy) -> Callable[[View], View]:
    """Declare who may come to a view."""

    def declare(view: View) -> View:
        view.policy = declared  # type: ignore[attr-defined]  # a view carries its policy with it
        return view

    return declare


def needs(ability: Ability) -> Callable[[View], View]:
    """Only for roles that can do this."""
    return policy(Policy(Level.ABILITY, ability))


public = policy(PUBLIC)
demo_only = policy(DEMO_ONLY)
any_account = policy(ANY_ACCOUNT)
record = policy(RECORD)

LIBRARY_VIEWS: dict[str, Policy] = {
    "account_login": PUBLIC,
    "account_logout": PUBLIC,
    "account_inactive": PUBLIC,
    "account_reset_password": PUBLIC,
    "account_reset_password_done": PUBLIC,
    "account_reset_password_from_key": PUBLIC,
    "account_reset_password_from_key_done": PUBLIC,
    "account_confirm_email": PUBLIC,
    "account_email_verification_sent": PUBLIC,
    "account_change_password": ANY_ACCOUNT,
    "account_set_password": ANY_ACCOUNT,
    "account_email": ANY_ACCOUNT,
    "account_reauthenticate": ANY_ACCOUNT,
    "mfa_index": ANY_ACCOUNT,
    "mfa_authenticate": PUBLIC,
    "mfa_reauthenticate": ANY_ACCOUNT,
    "mfa_activate_totp": ANY_ACCOUNT,
    "mfa_deactivate_totp": ANY_ACCOUNT,
    "mfa_generate_recovery_codes": ANY_ACCOUNT,
    "mfa_view_recovery_codes": ANY_ACCOUNT,
    "mfa_download_recovery_codes": ANY_ACCOUNT,
    "mfa_list_webauthn": ANY_ACCOUNT,
    "mfa_add_webauthn": ANY_ACCOUNT,
    "mfa_edit_webauthn": ANY_ACCOUNT,
    "mfa_remove_webauthn": ANY_ACCOUNT,
    "mfa_login_webauthn": PUBLIC,
    "mfa_reauthenticate_webauthn": ANY_ACCOUNT,
    "set_language": PUBLIC,
}
"""Addresses of libraries, by name: written out, so that a new one that comes with an upgrade is refused."""


def policy_of(view: Callable[..., Any], name: str | None) -> Policy | None:
    """The declared policy of a view, or None when nobody has declared one."""
    declared = getattr(view, "policy", None) or getattr(getattr(view, "view_class", None), "policy", None)
    if isinstance(declared, Policy):
        return declared
    return LIBRARY_VIEWS.get(name or "")
