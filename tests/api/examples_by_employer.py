"""Examples of every act by the employer on an agreement, once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from fotfeste.apps.agreements.models import DraftLine, EmployerSentPlan
from fotfeste.apps.measures.cases import open_case
from fotfeste.domain.agreements.parties import Party
from tests.employer_people import job_there
from tests.promise_people import lines_of_three, promise, promised

if TYPE_CHECKING:
    from tests.api.examples import Example, Walk

OWN = {"text": "En fadder de første ukene", "towards": "jobseeker", "responsible": "Erik Stormo"}
ACTS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("goal", {"goal": "job_here", "text": "Fast jobb her"}),
    ("follow-up", {**OWN, "every": "weekly", "from_day": "2026-11-23"}),
    ("commitment", {**OWN, "deadline": "2026-12-10"}),
    ("accommodation", {**OWN, "deadline": "2026-12-10"}),
    ("follow-up-plan", {"words": "Lettere oppgaver er prøvd"}),
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
    yield from _taken_over(walk)
    yield from ending_by_employer(walk, one)


def ending_by_employer(walk: Walk, one: str) -> Iterator[Example]:
    """Something has changed; and it is asked that the agreement ends."""
    yield from _done(walk, one, "changed", {"cause": "job_lost"})
    yield from _done(walk, one, "ask-end", {"why": "Butikken legges ned"})


def _taken_over(walk: Walk) -> Iterator[Example]:
    """NAV takes the plan over into the case."""
    from tests.api.examples import Example

    person, office = walk.cast.people["sofie"], walk.cast.units["nav_bodo"]
    by = walk.cast.acting("hege")
    job_there(walk.cast, open_case(person, office, by=by, measure="follow_up", on=walk.cast.on))
    sent = EmployerSentPlan.objects.latest("pk")
    address = f"{walk.person('sofie')}/acts/agreement-take-over-plan?about={sent.public_id.hex}"
    values = {"duty_met": "yes", "in_house": "carried_out", "what": "Lettere oppgaver"}
    yield Example("start_agreement_take_over_plan", "hege", "GET", address)
    version = walk.read("hege", address)["version"]
    yield Example("do_agreement_take_over_plan", "hege", "POST", address, values, version=f'"{version}"')


def _done(walk: Walk, one: str, slug: str, values: dict[str, Any], *, about: str = "") -> Iterator[Example]:
    from tests.api.examples import Example

    address = f"{one}/acts/{slug}" + (f"?about={about}" if about else "")
    name = slug.replace("-", "_")
    yield Example(f"start_by_employer_{name}", "erik", "GET", address)
    version = walk.read("erik", address)["version"]
    yield Example(f"do_by_employer_{name}", "erik", "POST", address, values, version=f'"{version}"')
