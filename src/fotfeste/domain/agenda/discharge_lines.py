"""The line of a discharge that is being considered, and what a person who comes back is asked (I §7)."""

from collections.abc import Iterator

from fotfeste.domain.agenda.asked import Asked, line
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.discharge import missing
from fotfeste.domain.verdict import because


def lines(asked: Asked) -> Iterator[Line]:
    """I-7.2: what is still to be talked through before somebody leaves the caseload; then the decision."""
    considered = asked.facts.discharge_considered
    if considered is None:
        return
    left = missing(considered)
    if left:
        why = because("discharge.talk-through", "I §7", since=considered.since)
    else:
        why = because("discharge.decide", "I §7", since=considered.since)
    yield line(asked, [why, *left], Act.DISCHARGE)
