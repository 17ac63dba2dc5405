"""A referral that nobody in the team can read yet: the referrer is told at once, and whom to call."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from fotfeste.apps.episodes.models_referrals import SentReferral
from fotfeste.apps.people.acting import in_force
from fotfeste.apps.people.models import Account, Clearance, Membership, Unit
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.apps.referrals.inbox import OneReferral
from fotfeste.domain.permissions import Protection, Role
from fotfeste.domain.referral import who_reads_it
from fotfeste.domain.verdict import Verdict

ANSWERS = (Role.EMPLOYMENT_SPECIALIST, Role.IPS_SUPERVISOR)


def unread_because(team: Unit, protection: Protection, *, on: date) -> Verdict:
    """Why nobody in this team reads what was sent to it with this answer on address protection."""
    if protection is Protection.NONE:
        return ()
    members = list(
        Membership.objects.filter(in_force(on), unit=team, role__in=ANSWERS, account__is_active=True)
        .select_related("account")
        .order_by("account__name", "pk")
    )
    cleared = Clearance.objects.filter(
        in_force(on), kind=ClearanceKind.PROTECTED, account__in=[each.account_id for each in members]
    )
    leaders = [each.account for each in members if each.role == Role.IPS_SUPERVISOR]
    return who_reads_it(
        protection, is_anybody_cleared=cleared.exists(), team=team.name, call=_to_call(leaders)
    )


def unread_of(sent: Sequence[OneReferral], *, on: date) -> Iterator[tuple[SentReferral, Verdict]]:
    """Of what one has sent: what nobody in the team can read yet, and why. Asked once for each team."""
    told: dict[tuple[int, str], Verdict] = {}
    for each in sent:
        row = each.row
        if not row.is_open or not row.typed_protection:
            continue
        asked = (row.team_id, row.typed_protection)
        if asked not in told:
            told[asked] = unread_because(row.team, Protection(row.typed_protection), on=on)
        if told[asked]:
            yield row, told[asked]


def _to_call(leaders: Iterable[Account]) -> str:
    return ", ".join(f"{each.name} ({each.phone})" if each.phone else each.name for each in leaders)
