"""The assessment and the profile's rules, by cases that a practitioner can read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.career_profile_sections import (
    ABOUT_HEALTH,
    COMPOSED_FROM,
    SECTION_NEEDS,
    ProfileSection,
    may_carry_over,
    may_write_one_page,
)
from fotfeste.domain.money_problems import may_settle
from fotfeste.domain.permissions import ConsentScope, Permission
from fotfeste.domain.rules.reading import read_facts
from fotfeste.domain.vocational_assessment import (
    AssessmentArea,
    Capacity,
    Contribution,
    ContributionKind,
    answered,
    left,
    may_contribute,
    would_rather_not,
    yet_to_name_strengths,
)
from fotfeste.parameters.texts import LANGUAGES, parts
from tests.domain.cases import HERE, Case, as_json, read

ON = date(2026, 11, 22)


def codes(verdict: object) -> list[str]:
    return [reason.code for reason in verdict]  # type: ignore[attr-defined]  # a verdict


@pytest.mark.parametrize("case", read(HERE / "cases_vocational_assessment.yaml"), ids=lambda c: c["name"])
def test_whether_something_may_be_put_down(case: Case) -> None:
    new = read_facts(Contribution, as_json(case["new"]))
    replaced = read_facts(Contribution, as_json(case["replaced"])) if "replaced" in case else None

    assert codes(may_contribute(new, replaced=replaced)) == case["refused"]


@pytest.mark.parametrize("case", read(HERE / "cases_career_profile.yaml"), ids=lambda c: c["name"])
def test_whether_parts_may_go_over_to_nav(case: Case) -> None:
    sections = [ProfileSection(each) for each in case["sections"]]
    consents = [ConsentScope(each) for each in case["consents"]]

    assert codes(may_carry_over(sections, consents, has_access=case["has_access"])) == case["refused"]


@pytest.mark.parametrize("case", read(HERE / "cases_one_page.yaml"), ids=lambda c: c["name"])
def test_who_may_write_the_plain_page(case: Case) -> None:
    found = may_write_one_page(is_own=case["is_own"], has_log_in=case["has_log_in"])

    assert codes(found) == case["refused"]


@pytest.mark.parametrize("case", read(HERE / "cases_money_problems.yaml"), ids=lambda c: c["name"])
def test_when_a_money_problem_can_have_been_dealt_with(case: Case) -> None:
    assert codes(may_settle(case["raised_on"], case["settled_on"])) == case["refused"]


SOME = st.builds(
    Contribution,
    area=st.sampled_from(AssessmentArea),
    kind=st.sampled_from(ContributionKind),
    capacity=st.sampled_from(Capacity),
    on=st.just(ON),
)


@given(st.lists(SOME))
def test_each_area_is_either_talked_of_or_left_and_would_rather_not_counts(said: list[Contribution]) -> None:
    assert answered(said) | set(left(said)) == set(AssessmentArea)
    assert not answered(said) & set(left(said))
    for area in left(said):
        assert not would_rather_not(said, area)


@given(st.lists(SOME), SOME)
def test_what_is_said_more_never_opens_what_was_done(said: list[Contribution], more: Contribution) -> None:
    assert set(left([*said, more])) <= set(left(said))
    assert set(yet_to_name_strengths([*said, more])) <= set(yet_to_name_strengths(said))


@given(st.frozensets(st.sampled_from(ProfileSection)), st.frozensets(st.sampled_from(ConsentScope)))
def test_nothing_of_health_ever_goes_over_without_its_consent(
    sections: frozenset[ProfileSection], consents: frozenset[ConsentScope]
) -> None:
    if may_carry_over(sections, consents, has_access=True):
        return
    assert ConsentScope.NAV_CONTACT in consents
    assert not sections & ABOUT_HEALTH or ConsentScope.HEALTH_RELEASE in consents


def test_every_area_feeds_a_part_of_the_profile() -> None:
    fed = {area for areas in COMPOSED_FROM.values() for area in areas}

    assert fed == set(AssessmentArea)
    assert set(COMPOSED_FROM) == set(ProfileSection)


def test_money_and_disclosure_take_what_they_take_elsewhere() -> None:
    assert SECTION_NEEDS == {
        ProfileSection.ECONOMY: Permission.ECONOMY_READ,
        ProfileSection.DISCLOSURE: Permission.DISCLOSURE_READ,
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_area_and_part_is_said_in_every_language(language: str) -> None:
    for area in AssessmentArea:
        said = parts(f"assessment-area.{area}", language)
        assert sum(name.startswith("q") for name in said) >= 3
    for section in ProfileSection:
        assert {"title", "why"} <= set(parts(f"profile-section.{section}", language))
