"""How somebody comes to IPS: the referral, and whether it was taken on."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Referral:
    """A referral to IPS.

    `referred_on` is None where the day is not known: then nothing is counted from it.
    `is_accepted` says whether a team has taken the person on.
    """

    referred_on: date | None = None
    is_accepted: bool = True
