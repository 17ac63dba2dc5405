"""That search waits, on the person's page and on one's own: how contact is kept, and what to hold on to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from fotfeste.apps.episodes.models_holds import HospitalStay, SearchHold
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.agenda import Act
from fotfeste.domain.holds import HoldReason, HoldWay
from fotfeste.web.acts_hold import END_HOLD, LEFT
from fotfeste.web.acts_page import Start, Words
from fotfeste.web.acts_touch import REACHED, Touch, touch
from fotfeste.web.hold_words import REASONS, WAYS, every_weeks
from fotfeste.web.lines import Action, act_url


@dataclass(frozen=True, slots=True)
class HoldShown:
    """A hold in words. `admitted_on`: in hospital since; without a hold it stands alone."""

    since: date | None
    look_again_on: date | None
    reason: str
    words: str
    contact: str
    hope: str
    admitted_on: date | None
    where: str
    touches: tuple[Touch, ...] = ()
    acts: tuple[Action, ...] = ()


def hold_shown(
    hold: SearchHold | None,
    stay: HospitalStay | None,
    key: SealingKey,
    *,
    reads_words: bool = True,
    act_on: UUID | None = None,
) -> HoldShown | None:
    """What the page says; None when search goes on and nobody is in hospital.

    Without `reads_words` only that search waits, and until when. `act_on`: the person, for whoever may act.
    """
    if hold is None and stay is None:
        return None
    told = hold if reads_words else None
    return HoldShown(
        since=hold.began_on if hold else None,
        look_again_on=hold.look_again_on if hold else None,
        reason=str(REASONS[HoldReason(told.reason)]) if told else "",
        words=told.opened("sealed_words", key) if told else "",
        contact=_contact(told, key) if told else "",
        hope=told.opened("sealed_hope", key) if told else "",
        admitted_on=stay.admitted_on if stay else None,
        where=stay.opened("sealed_where", key) if stay else "",
        touches=(touch(_("Var i kontakt"), act_on, REACHED, start=Start()),) if act_on and hold else (),
        acts=tuple(_acts(hold, stay, act_on)) if act_on else (),
    )


def _contact(hold: SearchHold, key: SealingKey) -> str:
    who, how = hold.opened("sealed_contact_by", key), str(WAYS[HoldWay(hold.contact_way)]).lower()
    return ", ".join(part for part in (who, every_weeks(hold.contact_every_weeks), how) if part)


def _acts(hold: SearchHold | None, stay: HospitalStay | None, public_id: UUID) -> Iterator[Action]:
    def action(label: Words, slug: str) -> Action:
        return Action(str(label), act_url(public_id, slug))

    if hold is not None:
        yield action(_("Skriv om kontakten"), Act.KEEP_CONTACT)
        yield action(_("Vent videre"), Act.LOOK_AT_HOLD)
        yield action(_("Ta opp søket"), END_HOLD)
    if stay is not None:
        yield action(_("Skrevet ut fra sykehuset"), LEFT)
