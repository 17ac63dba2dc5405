"""What may be told to one employer: case by case, and for all subsets of topics and answers."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.composing import (
    Agreed,
    ChosenTopic,
    Draft,
    composed,
    may_not_be_composed,
    may_not_leave,
    tellable,
)
from fotfeste.domain.disclosure import DisclosureStatement, Stand, may_tell, stand_by
from fotfeste.domain.disclosure_topics import Topic, TopicAnswer, TopicStand
from fotfeste.domain.employer_contact import may_not_plan
from fotfeste.domain.rules.reading import read_facts
from fotfeste.parameters import DISCLOSURE_TOPICS, SENSITIVE_WORDS
from tests.domain.cases import HERE, Case, as_json, read

ON = date(2026, 11, 22)
HERE_THEY_ASK, ANOTHER = "e1", "e2"
WHOM = {"for_it": HERE_THEY_ASK, "for_another": ANOTHER, "in_general": None}
WORDS = SENSITIVE_WORDS.on(ON)
OFFERED = DISCLOSURE_TOPICS.on(ON).topics


def statements(case: Case) -> list[DisclosureStatement]:
    said = {name: case[name] for name in WHOM if name in case}
    facts = ({"stated_on": "2026-11-20", **as_json(each), "employer": WHOM[n]} for n, each in said.items())
    return [read_facts(DisclosureStatement, each) for each in facts]


@pytest.mark.parametrize("case", read(Path(HERE) / "cases_disclosure_topics.yaml"), ids=lambda c: c["name"])
def test_whether_a_topic_may_be_told(case: Case) -> None:
    found = may_tell(
        Topic(case["topic"]),
        HERE_THEY_ASK,
        statements(case),
        on=ON,
        is_asked=case.get("is_asked", False),
    )

    assert [reason.code for reason in found] == case["refused"]


AGREED_WORDS = {
    Topic.SUPPORT: "Jeg hjelper med å finne jobb.",
    Topic.CV_GAPS: "Har vært ute av arbeid en tid.",
    Topic.HEALTH: "Har hatt en tung periode.",
}
AGREED = Agreed(
    HERE_THEY_ASK,
    (
        DisclosureStatement(
            Stand.PARTIAL,
            ON,
            HERE_THEY_ASK,
            topics=(
                TopicStand(Topic.SUPPORT, TopicAnswer.MAY),
                TopicStand(Topic.CV_GAPS, TopicAnswer.IF_ASKED),
                TopicStand(Topic.HEALTH, TopicAnswer.NOT),
            ),
        ),
    ),
    AGREED_WORDS,
)


def draft(told: Case) -> Draft:
    words, asked = told.get("words", {}), told.get("asked", [])
    chosen = tuple(
        ChosenTopic(Topic(topic), words.get(topic, AGREED_WORDS.get(Topic(topic), "")), topic in asked)
        for topic in told.get("chosen", [])
    )
    typed = {name: told[name] for name in ("subject", "greeting", "text", "closing") if name in told}
    return Draft(**typed, chosen=chosen, is_approved=told.get("is_approved", False))


@pytest.mark.parametrize("case", read(Path(HERE) / "cases_composing.yaml"), ids=lambda case: case["name"])
def test_whether_a_text_may_be_composed(case: Case) -> None:
    found = may_not_be_composed(draft(case["draft"]), AGREED, WORDS, name="Nora Lunde", on=ON)

    assert [reason.code for reason in found] == case["refused"]


ANSWERS = st.dictionaries(st.sampled_from(Topic), st.sampled_from(TopicAnswer))


def as_agreed(answers: dict[Topic, TopicAnswer], employer: str | None = HERE_THEY_ASK) -> Agreed:
    stands = tuple(TopicStand(topic, answer) for topic, answer in answers.items())
    said = DisclosureStatement(stand_by(stands, OFFERED), ON, employer, topics=stands)
    return Agreed(HERE_THEY_ASK, (said,), {topic: f"words of {topic}" for topic in answers})


def everything(answers: dict[Topic, TopicAnswer], *, is_asked: bool) -> list[tuple[Topic, str]]:
    """What an employer would get of somebody who tries to tell every topic there is, one by one."""
    agreed = as_agreed(answers)
    tried = (ChosenTopic(topic, f"words of {topic}", is_asked) for topic in Topic)
    left = [each for each in tried if not may_not_leave([each], agreed, on=ON)]
    text = composed(Draft(chosen=tuple(left)))
    return [(each.topic, each.wording) for each in left if each.wording in text.split("\n\n")]


@given(answers=ANSWERS, is_asked=st.booleans())
def test_what_an_employer_can_get_is_exactly_what_is_agreed(
    answers: dict[Topic, TopicAnswer], is_asked: bool
) -> None:
    open_to_it = {TopicAnswer.MAY, TopicAnswer.IF_ASKED} if is_asked else {TopicAnswer.MAY}
    wanted = [(topic, f"words of {topic}") for topic in Topic if answers.get(topic) in open_to_it]

    assert everything(answers, is_asked=is_asked) == wanted
    assert list(tellable(as_agreed(answers), on=ON, is_asked=is_asked)) == [topic for topic, _ in wanted]


def test_the_same_for_every_subset_of_the_topics() -> None:
    topics = list(Topic)
    for chosen in product((False, True), repeat=len(topics)):
        told = {topic: TopicAnswer.MAY for topic, is_in in zip(topics, chosen, strict=True) if is_in}

        assert [topic for topic, _ in everything(told, is_asked=False)] == [t for t in topics if t in told]


@given(answers=ANSWERS, employer=st.sampled_from([None, ANOTHER]), is_asked=st.booleans())
def test_nothing_agreed_elsewhere_reaches_this_employer(
    answers: dict[Topic, TopicAnswer], employer: str | None, is_asked: bool
) -> None:
    assert tellable(as_agreed(answers, employer), on=ON, is_asked=is_asked) == ()


@given(answers=ANSWERS, withdrawn=st.sampled_from(Topic))
def test_what_is_withdrawn_stops_every_text_that_holds_it(
    answers: dict[Topic, TopicAnswer], withdrawn: Topic
) -> None:
    before = tellable(as_agreed(answers), on=ON)
    chosen = [ChosenTopic(topic, f"words of {topic}") for topic in before]
    after = as_agreed({**answers, withdrawn: TopicAnswer.NOT})

    assert bool(may_not_leave(chosen, after, on=ON)) == (withdrawn in before)


@given(answers=ANSWERS)
def test_how_open_the_answers_are_taken_together(answers: dict[Topic, TopicAnswer]) -> None:
    stands = [TopicStand(topic, answer) for topic, answer in answers.items()]
    may = {topic for topic, answer in answers.items() if answer is TopicAnswer.MAY}
    found = stand_by(stands, OFFERED)

    assert (found is Stand.NONE) == (not may and TopicAnswer.IF_ASKED not in answers.values())
    assert (found is Stand.FULL) == (may >= set(OFFERED) - {Topic.OWN})


def test_every_topic_is_offered_once_and_in_order() -> None:
    assert sorted(OFFERED) == sorted(Topic)
    assert OFFERED[-1] is Topic.OWN


def test_a_contact_is_planned_when_it_is_clarified_and_the_day_can_be() -> None:
    clarified = [DisclosureStatement(Stand.NONE, ON, HERE_THEY_ASK)]
    general = [DisclosureStatement(Stand.FULL, ON)]

    def codes(said: list[DisclosureStatement], day: date) -> list[str]:
        return [reason.code for reason in may_not_plan(HERE_THEY_ASK, said, day=day, on=ON)]

    assert codes(clarified, ON) == []
    assert codes(general, ON) == ["disclosure.no-stand-for-employer"]
    assert codes(clarified, date(2026, 11, 21)) == ["day.has-passed"]
    assert codes(clarified, date(2090, 1, 1)) == ["day.too-far-ahead"]
