"""NAV's archive (Gosys): the consent lies there, does not after all, or is told of as withdrawn (I-4.1f)."""

from datetime import date

from django.db.models import F

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.models import Answer, ConsentStatement
from fotfeste.apps.consents.selectors import consents_in_force, withdrawn_after_archiving
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.permissions import ConsentScope
from fotfeste.domain.verdict import Refused, because


def archive_consent(deed: Deed, *, archived_on: date) -> None:
    """The consent lies in NAV's archive from that day. Nothing that opens nothing is archived."""
    refuse(has_happened(archived_on, on=deed.on))
    row = consents_in_force(deed.person).get(ConsentScope.NAV_CONTACT)
    if row is None or row.answer != Answer.YES or row.confirmed_at is None:
        raise Refused((because("consent.nothing-to-archive", "I §4.1"),))
    _keep(row, archived_on=archived_on)
    deed.done("consent.archived", day=archived_on)


def archive_withdrawal(deed: Deed, *, archived_on: date) -> None:
    """The archive has been told that the consent is withdrawn. It is kept there, and used no more."""
    refuse(has_happened(archived_on, on=deed.on))
    told = [row for row in withdrawn_after_archiving(deed.person) if row.withdrawal_archived_on is None]
    if not told:
        raise Refused((because("consent.no-withdrawal-to-archive", "LOV-2025-06-20-96 § 13"),))
    for row in told:
        _keep(row, withdrawal_archived_on=archived_on)
    deed.done("consent.withdrawal-archived", day=archived_on)


def undo_archiving(deed: Deed) -> None:
    """It does not lie in the archive after all: the newest day is taken back, and it is asked anew."""
    row = consents_in_force(deed.person).get(ConsentScope.NAV_CONTACT)
    if row is not None and row.archived_on is not None:
        _keep(row, archived_on=None)
    else:
        told = [row for row in withdrawn_after_archiving(deed.person) if row.withdrawal_archived_on]
        if not told:
            raise Refused((because("consent.nothing-was-archived", "I §4.1"),))
        _keep(told[-1], withdrawal_archived_on=None)
    deed.done("consent.archiving-undone")


def _keep(row: ConsentStatement, **days: date | None) -> None:
    for name, day in days.items():
        setattr(row, name, day)
    row.version = F("version") + 1
    row.save(update_fields=[*days, "version"])
