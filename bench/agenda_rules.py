"""How long the rules of the agenda take for one person. Run: python -m bench.agenda_rules

The aim is at most 0.5 ms a person: a figure to look at, not a test. Alone it asks about the persons that the
rules are tested with, without a database; `bench.run` asks about 2 000 of the made-up persons.
"""

import json
from collections.abc import Sequence
from datetime import date
from statistics import mean, quantiles
from time import process_time

from fotfeste.domain.agenda import JobseekerFacts, lines
from fotfeste.domain.rules.reading import read_facts
from fotfeste.parameters import guideline_on

AIM_MS = 0.5
TODAY = date(2026, 11, 22)
ROUNDS = 50


def figures(people: Sequence[JobseekerFacts]) -> dict[str, float]:
    """CPU milliseconds a person."""
    taken = [milliseconds(facts) for facts in people]
    return {
        "persons": len(taken),
        "mean_ms": round(mean(taken), 3),
        "p95_ms": round(quantiles(taken, n=20)[-1], 3),
        "slowest_ms": round(max(taken), 3),
        "aim_ms": AIM_MS,
    }


def milliseconds(facts: JobseekerFacts) -> float:
    """The CPU time one asking takes, as the mean of many."""
    rules = guideline_on(TODAY)
    began = process_time()
    for _ in range(ROUNDS):
        lines(facts, on=TODAY, rules=rules)
    return (process_time() - began) * 1000 / ROUNDS


def tested_persons() -> list[JobseekerFacts]:
    """One person for each case that the rules are tested with: from the newest to the most entangled."""
    from tests.domain.cases import as_json, cases_in, changed, people

    given = [changed(people()[case["of"]], case.get("but", {})) for case in cases_in("agenda")]
    return [read_facts(JobseekerFacts, as_json(facts)) for facts in given]


def some_persons(many: int) -> list[JobseekerFacts]:
    """Made-up persons out of the database, evenly spread."""
    from fotfeste.apps.agenda.services import facts_of
    from fotfeste.apps.people.models import Person

    step = max(1, Person.objects.count() // many)
    rows = list(Person.objects.order_by("pk").values_list("pk", "public_id")[::step])[:many]
    known: list[JobseekerFacts] = []
    for start in range(0, len(rows), 500):
        known += facts_of(rows[start : start + 500], on=TODAY).values()
    return known


def main() -> None:
    """Print the figures as JSON."""
    print(json.dumps(figures(tested_persons()), indent=2))


if __name__ == "__main__":
    main()
