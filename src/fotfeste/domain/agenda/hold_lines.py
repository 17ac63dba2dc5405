"""Lines while active search waits: contact is kept, and the hold is looked at again (I §7)."""

from collections.abc import Iterator
from datetime import date

from fotfeste.domain.agenda.asked import Asked, line
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.holds import Hold, next_contact_by
from fotfeste.domain.verdict import Reason, because


def lines(asked: Asked) -> Iterator[Line]:
    """I-7.1: how contact is kept while active search waits, with hope as the aim."""
    hold = asked.facts.hold
    if hold is not None:
        yield _contact(asked, hold)
        why = because("hold.look-again", "I §7", began_on=hold.began_on)
        yield line(asked, [why], Act.LOOK_AT_HOLD, due=hold.look_again_on)
    elif asked.facts.admitted_on is not None:
        why = because("hold.consider", "I §7", admitted_on=asked.facts.admitted_on)
        yield line(asked, [why], Act.HOLD_SEARCH)


def _contact(asked: Asked, hold: Hold) -> Line:
    weeks = hold.contact_every_weeks
    why = [because("hold.keep-contact", "I §7", began_on=hold.began_on, weeks=weeks), *_admitted(asked)]
    return line(asked, why, Act.KEEP_CONTACT, due=next_contact_by(hold, _contacts(asked)))


def _admitted(asked: Asked) -> Iterator[Reason]:
    if asked.facts.admitted_on is not None:
        yield because("hold.is-admitted", "I §7", admitted_on=asked.facts.admitted_on)


def _contacts(asked: Asked) -> Iterator[date]:
    """A meeting that was held, or somebody who was reached: both are contact."""
    in_touch = asked.facts.in_touch
    yield from (each.on for each in in_touch.appointments if each.came)
    yield from (each.on for each in in_touch.attempts if each.was_reached)
