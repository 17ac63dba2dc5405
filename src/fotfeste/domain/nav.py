"""The jobseeker and NAV: registered as jobseeker or not (I §5.1)."""

from dataclasses import dataclass
from datetime import date

from fotfeste.domain.consent import Reply


@dataclass(frozen=True, slots=True)
class NavRegistration:
    """What is said about being registered as jobseeker with NAV. No statement: not known."""

    reply: Reply
    stated_on: date
    is_confirmed: bool = True
    is_brought_in: bool = False

    @property
    def is_from_referral(self) -> bool:
        """Whether it came with the referral, and nobody has confirmed it."""
        return not self.is_confirmed and not self.is_brought_in
