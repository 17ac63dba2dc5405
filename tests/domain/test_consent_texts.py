"""The consent texts: what they mean, in three languages, and who sees what, just as the table says."""

from datetime import date, timedelta
from itertools import combinations

import pytest

from fotfeste.domain.consent_openings import SIGNED, TOPICS, ConsentPartner, openings, seen_by
from fotfeste.domain.dated import NotInForce
from fotfeste.domain.permissions import ConsentScope, Permission
from fotfeste.domain.sources import parse_all
from fotfeste.parameters import consent_texts
from fotfeste.parameters.consent_texts import FOLDER, consent_sources, consent_text, digest_of, is_earlier
from fotfeste.parameters.files import read
from fotfeste.parameters.sources import all_sources
from fotfeste.parameters.texts import LANGUAGES

ON = date(2026, 11, 22)
NOTED = {
    "ips_participation 2026-11-22": "cf4fcfaba2e6b81b",
    "nav_contact 2026-11-22": "6ed07d4d26c634c1",
    "health_release 2026-11-22": "2d56624b4d54ae39",
}
"""What the newest version of each text tells, by the beginning of its fingerprint."""
NOT_TO_BE_READ = frozenset(
    {
        Permission.ABOUT_PERSON_CHANGE,
        Permission.AGREEMENT_CHANGE,
        Permission.AGREEMENT_OWN,
        Permission.AGREEMENT_READ,
        Permission.AGREEMENT_SHARED_READ,
        Permission.ASSESSMENT_CHANGE,
        Permission.CONSENT_SIGN,
        Permission.COURSE_DISCHARGE,
        Permission.DISCLOSURE_CHANGE,
        Permission.EMPLOYER_AGREEMENT_CHANGE,
        Permission.EMPLOYER_AGREEMENT_READ,
        Permission.JOB_PLAN_CHANGE,
        Permission.JOB_SEARCH_CHANGE,
        Permission.LOG_IN_GIVE,
        Permission.MEASURE_AROUND_READ,
        Permission.MEASURE_ASK,
        Permission.MEASURE_CHANGE,
        Permission.MEASURE_DECIDE,
        Permission.MEASURE_FOLLOW,
        Permission.MEASURE_PROPOSE,
        Permission.MEASURE_READ,
        Permission.PARTICIPATION_READ,
        Permission.NAV_TASKS_CHANGE,
        Permission.NAV_TASKS_READ,
        Permission.PEOPLE_AROUND_CHANGE,
        Permission.PERSON_LIST,
        Permission.PERSON_OPEN,
        Permission.PROFILE_CHANGE,
        Permission.PROFILE_REVIEW,
        Permission.PROTECTION_CHANGE,
        Permission.RECORD_TAKE_OUT,
        Permission.REMARK_MAKE,
    }
)
"""Permissions that are no topic: there is nothing of its own to read behind them, or no consent opens it."""


@pytest.mark.parametrize("scope", SIGNED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_says_all_that_a_consent_must_say(scope: ConsentScope, language: str) -> None:
    text = consent_text(scope, language, on=ON)

    assert text.title
    assert text.question.endswith("?")
    assert [section.key for section in text.sections] == ["means", "sees", "if_no", "withdraw", "then"]
    assert all(section.heading and section.paragraphs for section in text.sections)
    assert (text.scope, text.version, text.language) == (scope, "2026-11-22", language)


def test_every_topic_of_the_permission_table_is_a_topic_of_the_texts() -> None:
    assert set(TOPICS) | NOT_TO_BE_READ == set(Permission)
    assert not set(TOPICS) & NOT_TO_BE_READ
    assert set(read(FOLDER / "common.yaml")["topics"]) == set(TOPICS)
    assert set(read(FOLDER / "common.yaml")["partners"]) == set(ConsentPartner)


@pytest.mark.parametrize("scope", SIGNED)
def test_a_text_says_just_what_the_table_opens(scope: ConsentScope) -> None:
    for opening in openings(scope):
        granted = seen_by(opening.partner, frozenset({scope}))
        assert set(opening.sees) == granted & set(TOPICS)
        assert set(opening.sees) | set(opening.sees_not) == set(TOPICS)
        assert not set(opening.sees) & set(opening.sees_not)


@pytest.mark.parametrize("scope", SIGNED)
def test_nobody_whom_a_consent_opens_for_is_left_out_of_its_text(scope: ConsentScope) -> None:
    """Whatever else is given or not: if this consent changes what a partner sees, its text tells of them."""
    others = [other for other in ConsentScope if other is not scope]
    told = {opening.partner for opening in openings(scope)}
    for size in range(len(others) + 1):
        for given in map(frozenset, combinations(others, size)):
            for partner in ConsentPartner:
                before, after = seen_by(partner, given), seen_by(partner, given | {scope})
                assert before <= after
                assert before == after or partner in told


def test_no_consent_follows_from_another() -> None:
    adviser, elsewhere = ConsentPartner.NAV_ADVISER, ConsentPartner.CLINICIAN_ELSEWHERE

    assert not seen_by(adviser, frozenset(ConsentScope) - {ConsentScope.NAV_CONTACT})
    assert not seen_by(elsewhere, frozenset(ConsentScope) - {ConsentScope.HEALTH_RELEASE})


def test_the_words_are_those_of_the_table_in_each_language() -> None:
    said = consent_text(ConsentScope.NAV_CONTACT, "nb", on=ON).sections[1].paragraphs

    assert said[0].startswith("NAV-veilederen din ser navn, telefon og e-post, hvor langt du er kommet")
    assert "notatene" in said[1]
    assert said[1].startswith("NAV-veilederen din ser ikke ")
    assert "does not see" in consent_text(ConsentScope.NAV_CONTACT, "en", on=ON).sections[1].paragraphs[1]


def test_the_fingerprint_changes_with_every_word_and_is_the_same_for_the_same_words() -> None:
    text = consent_text(ConsentScope.NAV_CONTACT, "nb", on=ON)
    kept = text.as_kept()

    assert text.digest == digest_of(kept) == consent_text(ConsentScope.NAV_CONTACT, "nb", on=ON).digest
    assert len({consent_text(scope, each, on=ON).digest for scope in SIGNED for each in LANGUAGES}) == 9
    kept["sections"][0]["paragraphs"][0] += "."
    assert digest_of(kept) != text.digest


def test_a_change_in_the_table_changes_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    was = consent_text(ConsentScope.NAV_CONTACT, "nb", on=ON)
    narrower = openings(ConsentScope.NAV_CONTACT)[0]
    closed = type(narrower)(narrower.partner, narrower.sees[:1], (*narrower.sees[1:], *narrower.sees_not))
    monkeypatch.setattr(consent_texts, "openings", lambda scope: (closed,))

    now = consent_text.__wrapped__(ConsentScope.NAV_CONTACT, "nb", on=ON)

    assert now.digest != was.digest
    assert now.sections[1].paragraphs[0] == "NAV-veilederen din ser navn, telefon og e-post."


def test_whoever_widens_what_a_consent_opens_makes_a_new_version_of_its_text() -> None:
    """What a version tells is noted here. When it tells something else, the version must be another."""
    told = {
        f"{scope} {consent_text(scope, 'nb', on=ON).version}": consent_text(scope, "nb", on=ON).digest[:16]
        for scope in SIGNED
    }

    assert told == NOTED


def test_the_text_of_an_earlier_day_is_silent_on_what_came_later() -> None:
    earlier = consent_text(ConsentScope.HEALTH_RELEASE, "nb", on=ON - timedelta(days=1))
    now = consent_text(ConsentScope.HEALTH_RELEASE, "nb", on=ON)

    assert (earlier.version, now.version) == ("2026-11", "2026-11-22")
    assert "karriereprofilen din" in str(now.sections[1].paragraphs)
    assert not any(
        word in str(earlier.sections[1]) for word in ("karriereprofilen", "kartleggingen", "jobbsøket")
    )


@pytest.mark.parametrize(
    ("version", "stated_on", "is_one"),
    [
        ("2026-11", ON, True),
        ("2026-11-22", ON, False),
        (None, ON - timedelta(days=1), True),
        (None, ON, False),
    ],
)
def test_an_answer_is_to_an_earlier_text(version: str | None, stated_on: date, is_one: bool) -> None:
    assert is_earlier(ConsentScope.HEALTH_RELEASE, version, stated_on) is is_one


def test_a_day_before_the_first_text_has_none() -> None:
    first = date(2026, 11, 1)
    assert consent_text(ConsentScope.NAV_CONTACT, "nb", on=first)

    with pytest.raises(NotInForce):
        consent_text(ConsentScope.NAV_CONTACT, "nb", on=first - timedelta(days=1))


def test_every_text_names_sources_that_are_told_of() -> None:
    for source in consent_sources():
        for key in parse_all(source):
            assert key in all_sources(), f"nothing is told of {key.slug}"
