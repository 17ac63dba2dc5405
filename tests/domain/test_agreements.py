"""The rules of the agreement, as the cases beside them say, and what holds whatever the content."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.agreements.canon import canonical, digest_of, read
from fotfeste.domain.agreements.changing import ChangeKind, change_from
from fotfeste.domain.agreements.content import (
    Content,
    GoalKind,
    Instrument,
    Line,
    LineKind,
    Reached,
    common_lines,
    left_out,
)
from fotfeste.domain.agreements.drafting import may_write, too_long, words_of_health
from fotfeste.domain.agreements.identified import OnBehalfReason
from fotfeste.domain.agreements.parties import NavUnit, Party, Towards, parties_of
from fotfeste.domain.agreements.signing import (
    LaidOut,
    is_concluded,
    may_sign,
    may_sign_on_behalf,
    may_take_back,
    unsigned,
)
from fotfeste.domain.agreements.standing import (
    AgreementState,
    Standing,
    employer_sees_until,
    lapses_on,
    standing_of,
    warning_days,
)
from fotfeste.domain.agreements.telling import may_be_common
from fotfeste.domain.agreements.validity import advice, missing
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.job_support import SupportFrequency
from fotfeste.domain.verdict import Verdict, because
from fotfeste.parameters import AGREEMENT_LIMITS, AGREEMENT_WORDS, SENSITIVE_WORDS
from tests.domain.agreement_made import EMPLOYER, TODAY, WHOLE, made
from tests.domain.cases import HERE, Case
from tests.domain.cases import read as read_cases

LIMITS = AGREEMENT_LIMITS.on(TODAY)
CASES = read_cases(HERE / "cases_agreements.yaml")
NO_CONTACT = (because("agreement.no-contact-person", "A §contact-person"),)


def names(case: Case) -> str:
    return str(case["name"])


def codes(verdict: Verdict) -> list[str]:
    return [reason.code for reason in verdict]


@pytest.mark.parametrize("case", CASES["missing"], ids=names)
def test_what_an_agreement_lacks(case: Case) -> None:
    content = made(case.get("but"), case.get("line"), case.get("without", ()))

    found = missing(content, (), LIMITS, on=TODAY)

    assert codes(found) == case["missing"]


@pytest.mark.parametrize("case", CASES["changes"], ids=names)
def test_who_is_asked_when_it_changes(case: Case) -> None:
    before = None if case.get("before") == "none" else WHOLE

    found = change_from(before, made(case.get("but"), case.get("line"), case.get("without", ())))

    assert (found.kind, list(found.asked)) == (case["kind"], case["asked"])


def laid_out(case: Case) -> LaidOut:
    asked = frozenset(Party(each) for each in case.get("asked", list(Party)))
    signed = frozenset(Party(each) for each in case["signed"])
    return LaidOut("these very words", asked, signed, is_waiting=case.get("is_waiting", True))


@pytest.mark.parametrize("case", CASES["signing"], ids=names)
def test_who_may_sign(case: Case) -> None:
    version, shown = laid_out(case), case.get("shown", "these very words")
    lacks = NO_CONTACT if case.get("missing") else ()

    if case["party"] == "on_behalf":
        reasons = [OnBehalfReason(each) for each in case["reasons"]]
        found = may_sign_on_behalf(version, reasons, shown=shown, missing=lacks)
    else:
        found = may_sign(version, Party(case["party"]), shown=shown, missing=lacks)

    assert codes(found) == case["refused"]


@pytest.mark.parametrize("case", CASES["taking_back"], ids=names)
def test_who_may_take_a_signature_back(case: Case) -> None:
    assert codes(may_take_back(laid_out(case), Party(case["party"]))) == case["refused"]


@pytest.mark.parametrize("case", CASES["awaited"], ids=names)
def test_whose_signature_is_missing(case: Case) -> None:
    assert codes(unsigned(laid_out(case))) == case["missing"]
    assert is_concluded(laid_out(case)) == (not case["missing"])


@pytest.mark.parametrize("case", CASES["writing"], ids=names)
def test_who_writes_what(case: Case) -> None:
    found = may_write(Party(case["party"]), Party(case["owner"]), LineKind(case["kind"]))

    assert codes(found) == case["refused"]


@pytest.mark.parametrize("case", CASES["length"], ids=names)
def test_how_many_lines_it_may_have(case: Case) -> None:
    assert codes(too_long(case["lines"], AGREEMENT_LIMITS.on(TODAY))) == case["refused"]


@pytest.mark.parametrize("case", CASES["words"], ids=names)
def test_which_words_are_read_once_more(case: Case) -> None:
    found = words_of_health(case["text"], SENSITIVE_WORDS.on(TODAY), AGREEMENT_WORDS.on(TODAY))

    assert codes(found) == case["refused"]


@pytest.mark.parametrize("case", CASES["telling"], ids=names)
def test_what_an_employer_as_a_party_may_be_told(case: Case) -> None:
    topic = Topic(case["topic"]) if case["topic"] else None
    content = replace(WHOLE, lines=tuple(replace(each, topic=topic) for each in WHOLE.lines))
    tellable = frozenset(Topic(each) for each in case["may"]) if case["employer"] else None

    assert codes(may_be_common(content, tellable)) == case["refused"]


@pytest.mark.parametrize("case", CASES["standing"], ids=names)
def test_where_it_stands_and_when_a_draft_runs_out(case: Case) -> None:
    state = AgreementState(TODAY, **case["facts"])

    assert standing_of(state) == case["standing"]
    assert lapses_on(state, LIMITS) == case["lapses_on"]
    assert list(warning_days(state, LIMITS)) == case["warned"]


@pytest.mark.parametrize("case", CASES["advice"], ids=names)
def test_what_is_advised_refuses_nothing(case: Case) -> None:
    content = made(without=case["without"])

    assert codes(advice(content)) == case["advised"]
    assert missing(content, (), LIMITS, on=TODAY) == ()


def test_the_employer_sees_an_ended_agreement_for_twelve_weeks() -> None:
    assert employer_sees_until(date(2026, 11, 22), LIMITS) == date(2027, 2, 14)


TEXTS = st.text(max_size=30)
DAYS = st.none() | st.dates()
PEOPLE = st.builds(Reached, TEXTS, TEXTS, TEXTS)
A_LINE = st.builds(
    Line,
    key=st.text("abcdef", min_size=1, max_size=4),
    kind=st.sampled_from(LineKind),
    text=TEXTS,
    owner=st.sampled_from(Party),
    towards=st.sampled_from(Towards),
    topic=st.none() | st.sampled_from(Topic),
    instrument=st.none() | st.sampled_from(Instrument),
    goal=st.none() | st.sampled_from(GoalKind),
    responsible=TEXTS,
    nav_unit=st.none() | st.sampled_from(NavUnit),
    every=st.none() | st.sampled_from(SupportFrequency),
    from_day=DAYS,
    until=DAYS,
    deadline=DAYS,
)
CONTENTS = st.builds(
    Content,
    office=TEXTS,
    jobseeker=PEOPLE,
    contact=st.none() | PEOPLE,
    employer=st.none() | st.just(EMPLOYER),
    lines=st.lists(A_LINE, max_size=4, unique_by=lambda line: line.key).map(tuple),
    review_on=DAYS,
)


def test_what_the_assessment_lacks_the_agreement_lacks() -> None:
    assert missing(WHOLE, NO_CONTACT, LIMITS, on=TODAY) == NO_CONTACT


@given(CONTENTS)
def test_what_is_written_down_is_read_back_as_it_was(content: Content) -> None:
    assert read(canonical(content)) == content
    assert canonical(read(canonical(content))) == canonical(content)


@given(CONTENTS, CONTENTS)
def test_two_texts_are_the_same_only_when_all_of_them_is(one: Content, other: Content) -> None:
    assert (digest_of(canonical(one)) == digest_of(canonical(other))) == (one == other)


@given(CONTENTS, CONTENTS)
def test_nothing_but_days_and_names_of_helpers_changes_without_all_signing(
    one: Content, other: Content
) -> None:
    change = change_from(one, other)

    if change.kind is ChangeKind.WHOLE:
        assert change.asked == parties_of(has_employer=other.has_employer)
    else:
        assert [each.text for each in one.lines] == [each.text for each in other.lines]
        assert one.jobseeker.name == other.jobseeker.name
        assert one.has_employer == other.has_employer
    assert (change.kind is ChangeKind.NONE) == (one == other)


@given(st.lists(A_LINE, max_size=6).map(tuple), st.frozensets(st.sampled_from(Topic)))
def test_the_common_text_holds_just_what_may_be_told(lines: tuple[Line, ...], may: frozenset[Topic]) -> None:
    common = common_lines(lines, may)

    assert all(each.topic is None or each.topic in may for each in common)
    assert all(each.topic is not None and each.topic not in may for each in left_out(lines, may))
    assert len(common) + len(left_out(lines, may)) == len(lines)
    assert common_lines(lines, None) == lines


@given(st.frozensets(st.sampled_from(Party)), st.permutations(list(Party)))
def test_in_every_order_nav_is_the_last_to_sign(asked: frozenset[Party], order: list[Party]) -> None:
    version = LaidOut("words", asked | {Party.NAV})
    done: list[Party] = []
    for party in [*order, *order]:
        if not may_sign(version, party, shown="words"):
            done.append(party)
            version = replace(version, signed=version.signed | {party})

    assert is_concluded(version)
    assert done[-1] is Party.NAV
    assert Standing.IN_FORCE is standing_of(AgreementState(TODAY, is_in_force=is_concluded(version)))
