"""Which party somebody acts for, and in which agreement."""

from dataclasses import dataclass

from fotfeste.apps.agreements.models import Agreement, EmployerMember
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
    """The party that acts. Raises Refused where there is no open agreement, or no part in it."""
    if deed.by.role is Role.EMPLOYER_CONTACT:
        return _employers_side(deed)
    agreement = agreement_asked(deed.found)
    party = Party.JOBSEEKER if deed.by.role is Role.JOBSEEKER else Party.NAV
    return Side(agreement, party, may_sign=True)


def _employers_side(deed: Deed) -> Side:
    member = (
        EmployerMember.objects.filter(
            person=deed.person, account=deed.by.account_id, unit=deed.by.unit_id, until_day=None
        )
        .select_related("agreement__office", "agreement__employer")
        .order_by("-pk")
        .first()
    )
    if member is None or member.agreement.ended_on is not None or member.agreement.lapsed_on is not None:
        raise Refused((because("agreement.none-open", "house §agreements"),))
    return Side(member.agreement, Party.EMPLOYER, may_sign=member.may_sign)
