"""How an agreement ends, is gone through, and who is told, as the cases beside this say."""

from datetime import date

import pytest

from fotfeste.domain.agreements.ending import (
    ReviewHeld,
    may_ask_to_end,
    may_be_reviewed,
    may_end,
    review_is_due,
)
from fotfeste.domain.agreements.notices import NoticeCode, is_on_paper, told_of
from fotfeste.parameters import AGREEMENT_LIMITS
from tests.domain.cases import HERE, Case, read

TODAY, SINCE = date(2026, 11, 22), date(2026, 11, 1)
CASES = read(HERE / "cases_agreement_ending.yaml")


def names(case: Case) -> str:
    return str(case["name"])


@pytest.mark.parametrize("case", CASES["reviewed"], ids=names)
def test_how_a_review_is_put_down(case: Case) -> None:
    held = ReviewHeld(case["held_on"], case["next_on"], case["with_person"])
    found = may_be_reviewed(held, AGREEMENT_LIMITS.on(TODAY), since=SINCE, on=TODAY)

    assert [reason.code for reason in found] == case["refused"]


@pytest.mark.parametrize("case", CASES["due"], ids=names)
def test_when_it_is_time(case: Case) -> None:
    assert review_is_due(case["review_on"], case["asked_on"], on=TODAY) is case["due"]


@pytest.mark.parametrize("case", CASES["ended"], ids=names)
def test_how_nav_ends_it(case: Case) -> None:
    assert [reason.code for reason in may_end(has_words=case["has_words"])] == case["refused"]


@pytest.mark.parametrize("case", CASES["asked"], ids=names)
def test_who_may_ask_that_it_ends(case: Case) -> None:
    assert [reason.code for reason in may_ask_to_end(is_asked=case["is_asked"])] == case["refused"]


@pytest.mark.parametrize("case", CASES["told"], ids=names)
def test_who_is_told(case: Case) -> None:
    code = NoticeCode(case["code"])

    assert sorted(told_of(code)) == case["told"]
    assert is_on_paper(code) is case["paper"]
