"""How the wishes that a job meets are counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.job_plan import Wish
from fotfeste.domain.wishes_met import WishesSummary, WishMet, says_something, summary_of
from tests.domain.cases import HERE, Case, read


@pytest.mark.parametrize("case", read(HERE / "cases_wishes_met.yaml"), ids=lambda case: case["name"])
def test_wishes_met(case: Case) -> None:
    answers = {Wish(wish): WishMet(answer) for wish, answer in case["answers"].items()}

    assert summary_of(answers) == WishesSummary(case["met"], case["partly"], case["said"])
    assert [reason.code for reason in says_something(answers, case["words"])] == case["reasons"]


@given(st.dictionaries(st.sampled_from(Wish), st.sampled_from(WishMet)))
def test_never_more_is_met_than_was_said(answers: dict[Wish, WishMet]) -> None:
    found = summary_of(answers)

    assert 0 <= found.met + found.partly <= found.said <= len(answers)
