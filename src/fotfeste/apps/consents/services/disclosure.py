"""Disclosure: the person's stand on what may be told to employers, in their own words (I §4.3)."""

from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.consents.selectors import general_stand
from fotfeste.domain.day_limits import can_be_agreed, has_happened
from fotfeste.domain.disclosure import Stand


def take_stand(
    deed: Deed, *, stand: Stand, wording: str, stated_on: date, review_on: date | None = None
) -> DisclosureStatement:
    """The person takes a stand in general, or takes it anew. The earlier one stays as what it was."""
    refuse(has_happened(stated_on, on=deed.on))
    if review_on is not None:
        refuse(can_be_agreed(review_on, on=deed.on))
    _end(deed, general_stand(deed.person))
    row = DisclosureStatement(
        person=deed.person,
        stand=stand,
        stated_on=stated_on,
        review_on=review_on,
        confirmed_at=deed.at,
        confirmed_by_id=deed.by.account_id,
    )
    row.seal("sealed_wording", wording, deed.key)
    row.save()
    deed.done("disclosure.stated", day=stated_on, stand=stand)
    return row


def confirm_stand(deed: Deed) -> None:
    """What a list told of the person's stand is what they say themselves."""
    row = general_stand(deed.person)
    if row is None or row.confirmed_at is not None:
        return
    row.confirmed_at, row.confirmed_by_id = deed.at, deed.by.account_id
    row.version += 1
    row.save(update_fields=["confirmed_at", "confirmed_by", "version"])
    deed.done("disclosure.confirmed", stand=row.stand)


def _end(deed: Deed, row: DisclosureStatement | None) -> None:
    if row is not None:
        row.ended_at = deed.at
        row.version += 1
        row.save(update_fields=["ended_at", "version"])
