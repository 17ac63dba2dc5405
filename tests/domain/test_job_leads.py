"""Leads: how far they have come, what was pasted, how narrow the search is, days to the first meeting."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.job_leads import (
    ApplicationRhythm,
    Interview,
    Lead,
    LeadResult,
    SearchLevel,
    ask_about_answer_on,
    days_to_first_meeting,
    may_not_go_on,
    narrowed_to,
    state_of,
)
from fotfeste.domain.pasted_lead import read_pasted, same_as
from tests.domain.cases import HERE, Case, read

CASES = read(HERE / "cases_job_leads.yaml")
RHYTHM = ApplicationRhythm(14)
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


def lead_of(case: Case) -> Lead:
    known = dict(case["lead"])
    interviews = tuple(Interview("i", day) for day in known.pop("interviews", ()))
    result = LeadResult(known.pop("result")) if "result" in known else None
    return Lead("l", date(2026, 11, 1), interviews=interviews, result=result, **known)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_lead(case: Case) -> None:
    lead = lead_of(case)

    if "state" in case:
        assert state_of(lead).value == case["state"]
        assert [each.code for each in may_not_go_on(lead)] == case.get("refused", [])
    if "asked_on" in case:
        assert ask_about_answer_on(lead, RHYTHM) == case["asked_on"]


@pytest.mark.parametrize(
    ("text", "title", "link"),
    [
        ("Kokk søkes\nStormyra Mat\nhttps://a.example/1", "Kokk søkes", "https://a.example/1"),
        ("https://a.example/1", "a.example", "https://a.example/1"),
        ("Se (https://a.example/1).", "Se ( ).", "https://a.example/1"),
        ("javascript:alert(1)", "javascript:alert(1)", ""),
        ("https://inn:logg@a.example/", "https://inn:logg@a.example/", ""),
        ("https://[::1", "https://[::1", ""),
        ("https://a.example:99999/", "https://a.example:99999/", ""),
        ("   \n\n ", "", ""),
        ("مطلوب طباخ\n", "مطلوب طباخ", ""),
    ],
)
def test_what_was_pasted(text: str, title: str, link: str) -> None:
    found = read_pasted(text)

    assert (found.title, found.link) == (title, link)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("https://www.a.example/1/?utm_source=x", "http://a.example/1", True),
        ("https://a.example/?id=1&b=2", "https://a.example/?b=2&id=1", True),
        ("https://a.example/?id=1", "https://a.example/?id=2", False),
        ("Kokk  søkes", "kokk søkes", True),
        ("Kokk søkes", "Servitør søkes", False),
    ],
)
def test_the_same_lead_is_known_again(one: str, other: str, is_same: bool) -> None:
    assert (same_as(read_pasted(one)) == same_as(read_pasted(other))) is is_same


@given(st.text(max_size=400))
def test_anything_can_be_pasted(text: str) -> None:
    found = read_pasted(text)

    assert found.text == text.strip()
    assert len(found.title) <= 200
    assert not found.link or found.link.lower().startswith(("http://", "https://"))
    assert same_as(found) == same_as(read_pasted(text))


@given(st.lists(st.sampled_from(SearchLevel)))
def test_the_narrowest_that_is_chosen_counts(levels: list[SearchLevel]) -> None:
    order = list(SearchLevel)
    found = narrowed_to(levels)

    assert found == (max(levels, key=order.index) if levels else None)


@given(DAYS, st.lists(DAYS, max_size=5))
def test_days_to_the_first_meeting_are_never_below_zero(entered: date, met: list[date]) -> None:
    found = days_to_first_meeting(entered, met)

    assert found is None or (found >= 0 and entered + timedelta(days=found) in met)
    assert (found is None) == all(day < entered for day in met)
    assert days_to_first_meeting(None, met) is None
