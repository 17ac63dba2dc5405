"""A link that lets an account's owner make a password: once, for a day, while the account is open."""

from django.contrib.auth.tokens import default_token_generator

from fotfeste.apps.people.models import Account


def link_parts(account: Account) -> dict[str, str]:
    """What stands in the address. Made when it is needed and kept nowhere."""
    return {"uidb36": account.public_id.hex, "key": default_token_generator.make_token(account)}


def may_be_shown(account: Account) -> bool:
    """Whether an administrator may be shown the link, to hand it over.

    Only for an account without an address that nobody has ever used: any other link goes to its owner alone.
    """
    return not account.email and account.last_login is None and account.acts_for_id is None
