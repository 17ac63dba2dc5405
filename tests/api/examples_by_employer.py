"""Examples of every act by the employer on an agreement, once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from fotfeste.apps.agreements.models import DraftLine
from fotfeste.domain.agreements.parties import Party
from tests.promise_people import lines_of_three, promise, promised

if TYPE_CHECKING:
    from tests.api.examples import Example, Walk

OWN = {"text": "En fadder de første ukene", "towards": "jobseeker", "responsible": "Erik Stormo"}
ACTS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("goal", {"goal": "job_here", "text": "Fast jobb her"}),
    ("follow-up", {**OWN, "every": "weekly", "from_day": "2026-11-23"}),
    ("commitment", {**OWN, "deadline": "2026-12-10"}),
    ("accommodation", {**OWN, "deadline": "2026-12-10"}),
)


def by_employer(walk: Walk, one: str) -> Iterator[Example]:
    """What each act starts from, and doing it."""
    for slug, values in ACTS:
        yield from _done(walk, one, slug, values)
    line = DraftLine.objects.filter(written_by_party=Party.EMPLOYER).latest("pk")
    yield from _done(walk, one, "remove-line", {}, about=line.public_id.hex)
    promised(walk.cast, line.agreement, lines_of_three(walk.cast))
    own, navs = (promise(number).public_id.hex for number in (2, 1))
    yield from _done(walk, one, "application", {"applied_on": "2026-11-20"}, about=navs)
    yield from _done(walk, one, "promise-broken", {"words": "Fadderen sluttet"}, about=own)
    yield from _done(walk, one, "promise-kept", {"day": "2026-11-22"}, about=own)
    yield from _done(walk, one, "ask", {"question": "Hvem betaler stolen?"})
    yield from ending_by_employer(walk, one)


def ending_by_employer(walk: Walk, one: str) -> Iterator[Example]:
    """Something has changed; and it is asked that the agreement ends."""
    yield from _done(walk, one, "changed", {"cause": "job_lost"})
    yield from _done(walk, one, "ask-end", {"why": "Butikken legges ned"})


def _done(walk: Walk, one: str, slug: str, values: dict[str, Any], *, about: str = "") -> Iterator[Example]:
    from tests.api.examples import Example

    address = f"{one}/acts/{slug}" + (f"?about={about}" if about else "")
    name = slug.replace("-", "_")
    yield Example(f"start_by_employer_{name}", "erik", "GET", address)
    version = walk.read("erik", address)["version"]
    yield Example(f"do_by_employer_{name}", "erik", "POST", address, values, version=f'"{version}"')
