"""The line of somebody who has said that something in the record is wrong or missing."""

from collections.abc import Iterator

from fotfeste.domain.agenda.asked import Asked, line
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.remarks import answer_by
from fotfeste.domain.verdict import because


def lines(asked: Asked) -> Iterator[Line]:
    """One line for each that waits; it is answered without delay, at the latest within the law's month."""
    for remark in asked.facts.remarks:
        why = because("remark.answer", "GDPR art.16", said_on=remark.said_on)
        due = answer_by(remark, asked.rules.remarks)
        yield line(asked, [why], Act.ANSWER_REMARK, due=due, about=remark.key)
