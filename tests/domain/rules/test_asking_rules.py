"""Rules asked by name, as a program asks them."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from fotfeste.domain import rules
from fotfeste.domain.dated import NotInForce
from fotfeste.domain.rules import RULES, kinds
from fotfeste.domain.rules.reading import read_facts
from fotfeste.domain.rules.schema import schema_of
from fotfeste.domain.verdict import Refused
from fotfeste.parameters import ALL
from fotfeste.parameters.answers import BOOK, answer_as_json, ask, reasons_as_json, rule_as_json
from fotfeste.parameters.texts import LANGUAGES
from tests.domain.cases import Case, as_json, cases_in, changed, people
from tests.domain.measure_cases import measure_cases

DAY = date(2026, 11, 22)
CASES = [*cases_in("rules"), *measure_cases()]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(
    "case", [case for case in CASES if "refused" not in case], ids=lambda case: case["name"]
)
def test_the_answer(case: Case) -> None:
    answer = ask(case["rule"], as_json(case["facts"]), on=case["on"])
    said = answer_as_json(answer, "nb")

    assert [reason["code"] for reason in said["reasons"]] == case["reasons"]
    assert said["is_met"] == (case["reasons"] == [])
    assert {name: said["dates"][name] for name in case.get("dates", {})} == as_json(case.get("dates", {}))
    assert {name: said["values"][name] for name in case.get("values", {})} == case.get("values", {})
    if "notes" in case:
        assert [note["code"] for note in said["notes"]] == case["notes"]
    assert all(note["text"] and note["source"] for note in said["notes"])
    if "used" in case:
        assert [used["name"] for used in said["parameters"]] == case["used"]
        provisional = [used["name"] for used in said["parameters"] if used["provisional"]]
        assert provisional == case.get("provisional", [])


@pytest.mark.parametrize("case", [case for case in CASES if "refused" in case], ids=lambda case: case["name"])
def test_a_question_that_cannot_be_read_is_refused(case: Case) -> None:
    with pytest.raises(Refused) as refused:
        ask(case["rule"], as_json(case["facts"]), on=case["on"])

    assert [reason.code for reason in refused.value.verdict] == case["refused"]
    for language in LANGUAGES:
        assert all(
            reason["text"] for reason in reasons_as_json(refused.value.verdict, language, on=case["on"])
        )


@pytest.mark.parametrize("name", RULES)
def test_every_rule_says_what_it_is_and_what_it_needs(name: str) -> None:
    for language in LANGUAGES:
        told = rule_as_json(name, language)
        assert told["title"]
        assert told["about"]
        Draft202012Validator.check_schema(told["facts"])
        json.dumps(told)


@pytest.mark.parametrize("name", RULES)
def test_every_rule_reads_the_numbers_it_says_and_no_others(name: str) -> None:
    assert set(RULES[name].parameters) <= set(BOOK)
    asked = [case for case in CASES if case["rule"] == name and "refused" not in case]
    asked += [{"facts": people()["in_order"], "on": DAY}] if name == "agenda.lines" else []

    used = {
        used.parameter.name
        for case in asked
        for used in ask(name, as_json(case["facts"]), on=case["on"]).used
    }

    assert used == set(RULES[name].parameters)


def test_the_next_steps_can_be_asked_and_name_every_number_they_rest_on() -> None:
    facts = as_json(changed(people()["new"], {"referral": {"referred_on": date(2026, 11, 13)}}))

    said = answer_as_json(ask("agenda.lines", facts, on=DAY), "nb")

    assert said["lines"][0]["title"] == "Hold oppstartsmøte"
    assert said["lines"][0]["due"] == "2026-11-20"
    assert said["lines"][0]["why"][0]["text"] == (
        "Henvist 13. november. Første møte bør holdes innen 7 dager, med behandler til stede i minst ett."
    )
    versions = {used["name"]: used["value"] for used in said["parameters"]}
    assert versions["guideline"] == {"version": "2020-04"}
    assert said["dates"] == {"ask_again_on": None}
    json.dumps(said)


def test_a_day_before_the_guideline_has_no_answer_rather_than_a_guess() -> None:
    with pytest.raises(NotInForce):
        ask("agenda.lines", {}, on=date(2019, 1, 1))


@pytest.mark.parametrize("facts", [None, [], "x", 3, {"referral": []}, {"jobs": {}}, {"jobs": [None]}])
def test_facts_of_another_shape_are_refused(facts: object) -> None:
    with pytest.raises(Refused):
        ask("agenda.lines", facts, on=DAY)


@settings(max_examples=60)
@given(facts=JSON, name=st.sampled_from(sorted(RULES)))
def test_anything_at_all_is_answered_or_refused_never_a_crash(facts: object, name: str) -> None:
    with suppress(Refused):
        json.dumps(answer_as_json(ask(name, facts, on=DAY), "en"))


@settings(max_examples=60)
@given(facts=st.dictionaries(st.sampled_from(["active", "position_percent", "x"]), JSON, max_size=3))
def test_reading_and_schema_agree_on_what_may_be_asked(facts: dict[str, Any]) -> None:
    fits = Draft202012Validator(rules.facts_schema("caseload.load")).is_valid(_whole(facts))

    try:
        read_facts(RULES["caseload.load"].facts, facts)
        is_read = True
    except Refused:
        is_read = False
    assert is_read == fits


def _whole(facts: dict[str, Any]) -> dict[str, Any]:
    """JSON Schema takes 1.0 for an integer; we do not. Such a number is made into one neither takes."""
    return {name: 0.5 if isinstance(value, float) else value for name, value in facts.items()}


@pytest.mark.parametrize(
    "text", ["2026-02-30", "2026-2-3", "20260203", "2026-W01-1", "", "2026-02-03T00:00", "٢٠٢٦-٠٢-٠٣"]
)
def test_a_day_is_written_in_one_way(text: str) -> None:
    with pytest.raises(Refused):
        ask("startup.first-meeting", {"referred_on": text}, on=DAY)


def test_too_much_of_anything_is_refused() -> None:
    day = {"held_on": "2026-11-01"}
    with pytest.raises(Refused) as many:
        ask(
            "startup.first-meeting",
            {"referred_on": "2026-11-01", "start_up": {"meetings": [day] * (kinds.MOST_ITEMS + 1)}},
            on=DAY,
        )
    with pytest.raises(Refused) as long:
        ask("disclosure.review", {"employer": "x" * (kinds.LONGEST_TEXT + 1)}, on=DAY)

    assert [reason.code for reason in (*many.value.verdict, *long.value.verdict)] == [
        "rules.out-of-range"
    ] * 2
    ask("disclosure.review", {"employer": "x" * kinds.LONGEST_TEXT}, on=DAY)


@dataclass(frozen=True)
class _SeveralThings:
    """A fact that could be of two kinds."""

    fact: int | str


def test_a_fact_is_of_one_kind() -> None:
    with pytest.raises(TypeError, match="a fact is one"):
        schema_of(_SeveralThings)


def test_parameters_are_known_by_their_names() -> None:
    assert len(BOOK) == len(ALL)
