"""What the pages around a measure have in common: frame, name, what may be done, what is next."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from fotfeste.apps.measures.around import Around
from fotfeste.domain.measures.next_steps import NextStep, StepPlace
from fotfeste.domain.verdict import Verdict
from fotfeste.web.addresses import address
from fotfeste.web.lines import SourceLink, act_url, source_link, words_of
from fotfeste.web.measure_tasks_words import TASKS
from fotfeste.web.own_pages import framed

PLACES = {
    StepPlace.CASE: "measure_case",
    StepPlace.OFFER: "measure_offer",
    StepPlace.REPORTS: "measure_reports",
    StepPlace.SICK_NOTE: "measure_issuer",
    StepPlace.TASKS: "measure_tasks",
}
"""The page where each kind of step is done."""
Said = list[tuple[str, SourceLink | None]]


def around_page(around: Around, *acts: str) -> dict[str, object]:
    """What every page around a measure shows."""
    public_id = around.person.public_id
    return {
        **framed(is_mine=around.is_mine),
        "public_id": public_id,
        "name": str(around.contact),
        "case": around.case,
        "may_change": around.may_change,
        "acts": {slug.replace("-", "_"): act_url(public_id, slug) for slug in acts if around.may_change},
    }


def said(verdict: Verdict, *, on: date) -> Said:
    """Reasons in words, each with where it is written."""
    return [(words_of(reason, on=on), source_link(reason.source)) for reason in verdict]


def steps_shown(steps: Iterable[NextStep], public_id: UUID, *, on: date) -> list[dict[str, object]]:
    """What is next in a case: by when, what, where it is done."""
    return [
        {
            "due": step.due,
            "is_late": step.due is not None and step.due < on,
            "what": _what(step, on),
            "source": source_link(step.why.source),
            "url": address(PLACES[step.place], public_id),
        }
        for step in steps
    ]


def _what(step: NextStep, on: date) -> str:
    """What is to be done; for one of the adviser's tasks, which."""
    words = words_of(step.why, on=on)
    return f"{TASKS[step.about]}: {words}" if step.about else words
