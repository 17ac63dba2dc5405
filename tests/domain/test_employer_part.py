"""What an employer gets of a job support plan, and what never goes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.composing import Agreed
from fotfeste.domain.disclosure import DisclosureStatement, Stand
from fotfeste.domain.disclosure_topics import Topic, TopicAnswer, TopicStand
from fotfeste.domain.employer_part import EmployerPart, employer_part
from fotfeste.parameters import SENSITIVE_WORDS
from tests.domain.cases import HERE, Case, read

ON = date(2026, 11, 22)


def part(
    topics: dict[str, str],
    purpose: str,
    *,
    is_chosen: bool = True,
    is_known: bool = True,
    is_over: bool = False,
) -> EmployerPart:
    """Asked for the employer e1, with words agreed for each topic."""
    stands = tuple(TopicStand(Topic(topic), TopicAnswer(answer)) for topic, answer in topics.items())
    said = DisclosureStatement(Stand.PARTIAL, ON, employer="e1", topics=stands)
    agreed = Agreed("e1", (said,), {Topic(topic): f"Ordene om {topic}." for topic in topics})
    words = SENSITIVE_WORDS.on(ON)
    return employer_part(
        purpose,
        agreed if is_known else None,
        words,
        is_chosen=is_chosen,
        name="Nora Lunde",
        on=ON,
        is_over=is_over,
    )


@pytest.mark.parametrize("case", read(HERE / "cases_employer_part.yaml"), ids=lambda case: case["name"])
def test_what_an_employer_gets(case: Case) -> None:
    found = part(
        case["topics"],
        case["purpose"],
        is_chosen=case.get("is_chosen", True),
        is_known=not case.get("no_employer", False),
        is_over=case.get("is_over", False),
    )

    assert found.is_open == case["is_open"]
    assert [str(topic) for topic in found.topics] == case["told"]
    assert found.purpose == (case["purpose"] if case["goes"] else "")
    assert [reason.code for reason in found.against] == case["why"]


@given(
    answers=st.dictionaries(
        st.sampled_from([str(each) for each in Topic]), st.sampled_from([str(each) for each in TopicAnswer])
    ),
    purpose=st.text(max_size=40),
    is_chosen=st.booleans(),
    is_over=st.booleans(),
)
def test_nothing_goes_unless_support_may_be_told_and_the_person_has_chosen(
    answers: dict[str, str], purpose: str, is_chosen: bool, is_over: bool
) -> None:
    found = part(answers, purpose, is_chosen=is_chosen, is_over=is_over)

    assert found.is_open == (is_chosen and not is_over and answers.get("support") == "may")
    assert found.is_open or not (found.topics or found.purpose)
    assert all(answers[str(topic)] == "may" for topic in found.topics)
