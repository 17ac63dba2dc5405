"""The cases an employment specialist can read: given this, on that day, these are the next steps."""

import pytest

from fotfeste.domain.agenda import JobseekerFacts, Line, lines
from fotfeste.domain.rules.reading import read_facts
from fotfeste.parameters import guideline_on
from tests.domain.cases import Case, as_json, cases_in, changed, people

FAR_AHEAD = 2030
"""A review that is far ahead belongs to the person the case is about, not to the case."""


def facts_of(case: Case) -> JobseekerFacts:
    return read_facts(JobseekerFacts, as_json(changed(people()[case["of"]], case.get("but", {}))))


def asked(case: Case) -> list[Line]:
    found = lines(facts_of(case), on=case["on"], rules=guideline_on(case["on"]))
    return [line for line in found if line.due is None or line.due.year < FAR_AHEAD]


def seen(line: Line, name: str) -> object:
    return [reason.code for reason in line.why] if name == "reasons" else getattr(line, name)


@pytest.mark.parametrize("case", cases_in("agenda"), ids=lambda case: case["name"])
def test_next_steps(case: Case) -> None:
    found = asked(case)

    assert [line.code for line in found] == [wanted["code"] for wanted in case["lines"]]
    for line, wanted in zip(found, case["lines"], strict=True):
        assert {name: seen(line, name) for name in wanted} == wanted
