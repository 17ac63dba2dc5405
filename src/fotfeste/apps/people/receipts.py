"""The code by which whoever asked without a log-in sees where it stands."""

import secrets

_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUPS, _GROUP = 4, 4
LONGEST_RECEIPT = 24


def new_receipt() -> str:
    """A code to look a request up by, that nobody can guess, without letters that look alike."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def as_receipt(typed: str) -> str:
    """A code as it was typed: small letters and blanks do not matter."""
    return "".join(typed.upper().split())
