"""Lines of a handover: for a time both the former and the new specialist can see the record."""

from collections.abc import Iterator

from fotfeste.domain.agenda.asked import Asked, line
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.verdict import because


def lines(asked: Asked) -> Iterator[Line]:
    """A handover has an overlap, and its end should not come as a surprise (house §handover).

    One that is agreed ahead only waits until its first day.
    """
    handover = asked.facts.handover
    if handover is not None and handover.overlap_until >= asked.on:
        until = handover.overlap_until
        why = because("handover.overlap-ends", "house §handover", former=handover.from_name, until=until)
        yield line(asked, [why], Act.SEE_HANDOVER, due=until, not_before=handover.begins_on)
