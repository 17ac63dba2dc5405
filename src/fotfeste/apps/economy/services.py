"""Acts on ties to NAV: registration and benefit (I §5, §5.1)."""

from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.economy.models import BenefitStatement, NavRegistration
from fotfeste.apps.economy.selectors import registration_of
from fotfeste.domain.consent import Reply
from fotfeste.domain.day_limits import has_happened


def state_registration(deed: Deed, *, reply: Reply, stated_on: date) -> NavRegistration:
    """Whether the person is registered with NAV as a jobseeker, as they say that day."""
    refuse(has_happened(stated_on, on=deed.on))
    before = registration_of(deed.person)
    if before is not None and not before.confirmed_at and before.answer == reply:
        return _confirm(deed, before)
    if before is not None:
        before.ended_at = deed.at
        before.save(update_fields=["ended_at"])
    row = NavRegistration.objects.create(
        person=deed.person, answer=reply, stated_on=stated_on, confirmed_at=deed.at
    )
    deed.done("registration.stated", day=stated_on, reply=reply)
    return row


def state_benefit(deed: Deed, *, kind: str, stated_on: date) -> BenefitStatement:
    """What the person lives on, as they say that day. The timeline says that it was told, not what."""
    refuse(has_happened(stated_on, on=deed.on))
    BenefitStatement.objects.filter(person=deed.person, ended_at=None).update(ended_at=deed.at)
    row = BenefitStatement(person=deed.person, stated_on=stated_on, confirmed_at=deed.at)
    row.seal("sealed_kind", kind, deed.key)
    row.save()
    deed.done("benefit.stated", day=stated_on)
    return row


def _confirm(deed: Deed, row: NavRegistration) -> NavRegistration:
    row.confirmed_at = deed.at
    row.save(update_fields=["confirmed_at"])
    deed.done("registration.confirmed", reply=row.answer)
    return row
