"""Signs in the log are questions to ask; their number is told."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from fotfeste.domain import log_review
from fotfeste.domain.log_review import LookFacts, ReviewLimits, answer_by, patterns, signs
from fotfeste.parameters import REVIEW_LIMITS

HERE = Path(__file__).parent
SIGNS = yaml.safe_load((HERE / "cases_log_review.yaml").read_text())
QUESTIONS = yaml.safe_load((HERE / "cases_log_questions.yaml").read_text())
PATTERNS = yaml.safe_load((HERE / "cases_log_review_patterns.yaml").read_text())
LIMITS: ReviewLimits = REVIEW_LIMITS.on(date(2026, 11, 22))


def look(
    permitted: bool = True,
    is_in_emergency: bool = False,
    is_as_stand_in: bool = False,
    had_relation: bool = True,
    shares_surname: bool = False,
) -> LookFacts:
    return LookFacts(permitted, is_in_emergency, is_as_stand_in, had_relation, shares_surname)


@pytest.mark.parametrize("case", SIGNS, ids=lambda case: case["name"])
def test_signs_of_one_look(case: dict) -> None:
    facts = {name: value for name, value in case.items() if name not in ("name", "signs")}

    assert [reason.code for reason in signs(look(**facts))] == case["signs"]


@pytest.mark.parametrize("case", PATTERNS, ids=lambda case: case["name"])
def test_patterns_of_a_period(case: dict) -> None:
    looks = [look(permitted=False, had_relation=False)] * case.get("denied", 0)
    looks += [look(had_relation=False)] * case.get("without_relation", 0)

    assert [reason.code for reason in patterns([*looks, look()], LIMITS)] == case["found"]


def test_how_many_is_told() -> None:
    (found,) = patterns([look(permitted=False)] * 4, LIMITS)

    assert found.data == (("number", 4),)


def test_a_question_about_a_look_is_answered_within_a_month() -> None:
    assert answer_by(date(2026, 11, 22), LIMITS) == date(2026, 12, 22)
    assert answer_by(date(2027, 1, 31), LIMITS) == date(2027, 2, 28)


PLAIN = {
    "may_ask": {"has_text": True, "is_asked": False, "can_be_answered": True},
    "may_answer": {"has_text": True, "is_answered": False, "is_own_look": False},
    "may_review": {
        "is_oneself": False,
        "from_day": date(2026, 10, 1),
        "until_day": date(2026, 10, 31),
        "on": date(2026, 11, 22),
    },
}


@pytest.mark.parametrize("case", QUESTIONS, ids=lambda case: case["name"])
def test_asking_answering_and_signing(case: dict) -> None:
    rule = getattr(log_review, case["rule"])

    found = rule(**(PLAIN[case["rule"]] | case.get("facts", {})))

    assert [reason.code for reason in found] == case["refused"]
