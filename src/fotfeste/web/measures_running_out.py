"""A measure that runs out, in the person's words."""

from collections.abc import Iterable
from datetime import date

from fotfeste.apps.measures.expiring import Expiring
from fotfeste.web.lines import source_link, words_of
from fotfeste.web.measure_words import KINDS


def running_out(found: Iterable[Expiring], *, on: date) -> list[dict[str, object]]:
    """What runs out, told to the person."""
    return [
        {
            "measure": KINDS[each.row.measure],
            "what": words_of(each.said[0], on=on),
            "why": " ".join(words_of(more, on=on) for more in each.said[1:]),
            "source": source_link(each.said[-1].source),
        }
        for each in found
    ]
