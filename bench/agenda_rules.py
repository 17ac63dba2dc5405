"""How long the rules of the agenda take for one person. Run: python -m bench.agenda_rules

The aim is at most 0.5 ms a person: a figure to look at, not a test. Facts are made up, without a database.
"""

import json
from datetime import date
from statistics import mean, quantiles
from time import perf_counter

from fotfeste.domain.agenda import JobseekerFacts, lines
from fotfeste.domain.rules.reading import read_facts
from fotfeste.parameters import guideline_on
from tests.domain.cases import as_json, cases_in, changed, people

AIM_MS = 0.5
TODAY = date(2026, 11, 22)
ROUNDS = 200


def caseload() -> list[JobseekerFacts]:
    """One person for each case that the rules are tested with: from the newest to the most entangled."""
    given = [changed(people()[case["of"]], case.get("but", {})) for case in cases_in("agenda")]
    return [read_facts(JobseekerFacts, as_json(facts)) for facts in given]


def milliseconds(facts: JobseekerFacts) -> float:
    """The time one asking takes, as the mean of many."""
    rules = guideline_on(TODAY)
    began = perf_counter()
    for _ in range(ROUNDS):
        lines(facts, on=TODAY, rules=rules)
    return (perf_counter() - began) * 1000 / ROUNDS


def main() -> None:
    """Print the figures as JSON."""
    taken = [milliseconds(facts) for facts in caseload()]
    figures = {
        "persons": len(taken),
        "mean_ms": round(mean(taken), 3),
        "p95_ms": round(quantiles(taken, n=20)[-1], 3),
        "slowest_ms": round(max(taken), 3),
        "aim_ms": AIM_MS,
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
