"""Search waits and is taken up again; somebody comes into hospital and out (I §7)."""

from dataclasses import dataclass
from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.episodes.models import ContactAttempt
from fotfeste.apps.episodes.models_holds import HospitalStay, SearchHold
from fotfeste.apps.episodes.selectors import open_episode
from fotfeste.domain import holds
from fotfeste.domain.day_limits import can_be_agreed, has_happened
from fotfeste.domain.holds import Hold, HoldReason, HoldWay
from fotfeste.domain.verdict import Refused, because


@dataclass(frozen=True, slots=True, repr=False)
class HoldSaid:
    """What is agreed when search waits. `hope` is in the person's own words."""

    began_on: date
    reason: HoldReason
    contact_every_weeks: int
    contact_way: HoldWay
    look_again_on: date
    contact_by: str = ""
    words: str = ""
    hope: str = ""


def begin_hold(deed: Deed, said: HoldSaid) -> SearchHold:
    """Active search waits from that day. Refused while another hold lasts."""
    episode = open_episode(deed.person)
    earlier = [row.as_fact() for row in episode.holds.all()]
    wanted = Hold(said.began_on, said.contact_every_weeks, said.look_again_on)
    refuse(holds.may_begin(wanted, earlier, on=deed.on, referred_on=episode.referred_on))
    row = SearchHold(
        person=deed.person,
        episode=episode,
        began_on=said.began_on,
        reason=said.reason,
        contact_every_weeks=said.contact_every_weeks,
        contact_way=said.contact_way,
        look_again_on=said.look_again_on,
        begun_by_id=deed.by.account_id,
    )
    for column in ("words", "contact_by", "hope"):
        row.seal(f"sealed_{column}", getattr(said, column), deed.key)
    row.save()
    deed.done("hold.begun", day=said.began_on)
    return row


def look_again(deed: Deed, *, look_again_on: date, hope: str) -> None:
    """The hold was looked at: it goes on, and is looked at again that day."""
    row = _going_on(deed)
    refuse(can_be_agreed(look_again_on, on=deed.on))
    row.look_again_on = look_again_on
    row.seal("sealed_hope", hope, deed.key)
    _save(row, "look_again_on", "sealed_hope")
    deed.done("hold.looked-at", look_again_on=look_again_on.isoformat())


def end_hold(deed: Deed, *, ended_on: date, went_on: str = "") -> None:
    """Search is taken up again. `went_on`: how it went on, in words."""
    row = _going_on(deed)
    refuse(holds.may_end(row.as_fact(), ended_on, on=deed.on))
    row.ended_on = ended_on
    row.seal("sealed_went_on", went_on, deed.key)
    _save(row, "ended_on", "sealed_went_on")
    deed.done("hold.ended", day=ended_on)


def keep_contact(deed: Deed, *, day: date) -> None:
    """Contact while search waits, on that day."""
    row = _going_on(deed)
    refuse(has_happened(day, on=deed.on))
    ContactAttempt.objects.create(
        person=deed.person,
        episode_id=row.episode_id,
        on=day,
        at=deed.at,
        was_reached=True,
        by_id=deed.by.account_id,
    )
    deed.done("hold.contact", day=day)


def admit(deed: Deed, *, admitted_on: date, where: str = "") -> None:
    """The person came into hospital that day."""
    episode = open_episode(deed.person)
    earlier = [row.as_fact() for row in episode.stays.all()]
    refuse(holds.may_be_admitted(admitted_on, earlier, on=deed.on, referred_on=episode.referred_on))
    row = HospitalStay(person=deed.person, episode=episode, admitted_on=admitted_on)
    row.seal("sealed_where", where, deed.key)
    row.save()
    deed.done("hospital.admitted", day=admitted_on)


def leave_hospital(deed: Deed, *, left_on: date) -> None:
    """The person came out of hospital that day."""
    row = open_episode(deed.person).stays.filter(left_on=None).first()
    refuse(holds.may_leave(row.as_fact() if row else None, left_on, on=deed.on))
    assert row is not None  # noqa: S101  # refused above when there is none
    row.left_on, row.version = left_on, row.version + 1
    row.save(update_fields=["left_on", "version"])
    deed.done("hospital.left", day=left_on)


def _going_on(deed: Deed) -> SearchHold:
    row = open_episode(deed.person).holds.filter(ended_on=None).first()
    if row is None:
        raise Refused((because("hold.none-now", "house §holds"),))
    return row


def _save(row: SearchHold, *fields: str) -> None:
    row.version += 1
    row.save(update_fields=[*fields, "version"])
