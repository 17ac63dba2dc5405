"""Which agreement an act is about, and which party acts: from who acts, never from what was sent."""

from dataclasses import dataclass

from fotfeste.apps.agreements.employer_deed import EmployerDeed
from fotfeste.apps.agreements.models import Agreement
from fotfeste.apps.agreements.newest import agreement_asked
from fotfeste.apps.consents.deed import Deed
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.permissions import Role
from fotfeste.domain.verdict import Refused, because


@dataclass(frozen=True, slots=True)
class Side:
    """One party's part in an agreement. `may_sign`: whether this one signs for the party."""

    agreement: Agreement
    party: Party
    may_sign: bool


def side_of(deed: Deed) -> Side:
    """The party that acts. Raises Refused where there is no open agreement, or no part in it.

    The employer's part is in the agreement that was opened; everybody else's in the person's open one.
    """
    if isinstance(deed, EmployerDeed):
        return _employers_side(deed)
    if deed.by.role is Role.EMPLOYER_CONTACT:
        raise _none_open()
    agreement = agreement_asked(deed.found)
    party = Party.JOBSEEKER if deed.by.role is Role.JOBSEEKER else Party.NAV
    return Side(agreement, party, may_sign=True)


def _employers_side(deed: EmployerDeed) -> Side:
    if deed.agreement.ended_on is not None or deed.agreement.lapsed_on is not None:
        raise _none_open()
    return Side(deed.agreement, Party.EMPLOYER, may_sign=deed.member.may_sign)


def _none_open() -> Refused:
    return Refused((because("agreement.none-open", "house §agreements"),))
