"""Disclosure through the API: agreed by topic and employer, composed from nothing else."""

from typing import Any

import pytest

from fotfeste.apps.disclosure.models import ComposedText, EmployerContact, JournalTask
from fotfeste.apps.employers.models import Employer
from fotfeste.cli.cast import Cast
from tests.api.conftest import Make, Program, problem
from tests.people import AT

DAY = "2026-11-22"


@pytest.fixture
def stormyra(cast: Cast) -> str:
    team = cast.units["ips_salten"]
    return Employer.objects.create(
        team=team, name="Stormyra", search_name="stormyra", created_at=AT
    ).public_id.hex


def act(program: Program, cast: Cast, slug: str, values: dict[str, Any], about: str = "") -> Any:
    """Ask what stands, and do it."""
    path = f"/people/{cast.people['nora'].public_id}/acts/{slug}" + (f"?about={about}" if about else "")
    version = program.get(path).json()["version"]
    return program.post(path, values, If_Match=f'"{version}"')


def agree(program: Program, cast: Cast, employer: str) -> None:
    """Nora lets Stormyra know that she gets support, and nothing else."""
    talk = {"pros": "Slipper å skjule noe.", "cons": "Rykter.", "day": DAY}
    assert act(program, cast, "talk-disclosure-through", talk).status_code == 200
    said = {"support_answer": "may", "support_wording": "Jeg hjelper til i starten.", "day": DAY}
    answer = act(program, cast, "agree-disclosure", {**said, "says_yes": True}, about=employer)
    assert answer.status_code == 200, answer.content


@pytest.mark.req("I-4.3a", "I-4.3b")
def test_topics_are_agreed_for_one_employer_and_go_to_the_journal(
    cast: Cast, program: Make, stormyra: str
) -> None:
    siv = program("siv")

    agree(siv, cast, stormyra)

    found = siv.get(f"/people/{cast.people['nora'].public_id}/disclosure").json()
    (agreement,) = [each for each in found["agreements"] if each["employer"]]
    assert [(each["topic"], each["answer"]) for each in agreement["topics"]] == [("support", "may")]
    assert JournalTask.objects.filter(person=cast.people["nora"], done_on=None).exists()


@pytest.mark.req("I-4.3a")
def test_a_topic_that_may_be_told_needs_the_person_s_words(cast: Cast, program: Make, stormyra: str) -> None:
    said = {"support_answer": "may", "day": DAY, "says_yes": True}

    answer = act(program("siv"), cast, "agree-disclosure", said, about=stormyra)

    assert [each["where"] for each in problem(answer)["reasons"]] == ["body.support_wording"]


@pytest.mark.req("I-4.3c")
@pytest.mark.parametrize("slug", ["agree-employer-contact", "log-employer-contact"])
def test_no_contact_on_somebody_s_behalf_before_it_is_clarified_for_that_employer(
    cast: Cast, program: Make, stormyra: str, slug: str
) -> None:
    siv, contact = program("siv"), {"employer": stormyra, "way": "phone", "day": DAY}
    other = Employer.objects.create(
        team=cast.units["ips_salten"], name="Annen", search_name="annen", created_at=AT
    )
    agree(siv, cast, other.public_id.hex)
    refused = problem(act(siv, cast, slug, contact))
    assert [each["code"] for each in refused["reasons"]] == ["disclosure.no-stand-for-employer"]
    assert refused["reasons"][0]["source"] == "I §4.3"
    assert not EmployerContact.objects.exists()

    agree(siv, cast, stormyra)

    assert act(siv, cast, slug, contact).status_code == 200
    assert EmployerContact.objects.get().employer.public_id.hex == stormyra


@pytest.mark.req("I-4.3c")
def test_what_is_composed_holds_nothing_but_what_is_agreed(cast: Cast, program: Make, stormyra: str) -> None:
    siv = program("siv")
    agree(siv, cast, stormyra)

    told = act(siv, cast, "compose-text", {"greeting": "Hei", "health": True}, about=stormyra)
    assert told.status_code == 422
    assert not ComposedText.objects.exists()
    assert (
        act(siv, cast, "compose-text", {"greeting": "Hei", "support": True}, about=stormyra).status_code
        == 200
    )

    texts = siv.get(f"/people/{cast.people['nora'].public_id}/disclosure").json()["texts"]
    assert "Jeg hjelper til i starten." in texts[0]["text"]


@pytest.mark.req("I-4.3b")
def test_the_person_changes_a_topic_and_what_waits_is_stopped(
    cast: Cast, program: Make, stormyra: str
) -> None:
    siv, nora = program("siv"), program("nora")
    agree(siv, cast, stormyra)
    found = siv.get(f"/people/{cast.people['nora'].public_id}/disclosure").json()
    agreement = next(each["id"] for each in found["agreements"] if each["employer"])

    changed = nora.post(
        "/me/disclosure/topics", {"agreement": agreement, "topic": "support", "answer": "not"}
    )

    assert changed.status_code == 200
    assert (
        act(siv, cast, "compose-text", {"greeting": "Hei", "support": True}, about=stormyra).status_code
        == 422
    )
    assert program("odd").get(f"/people/{cast.people['nora'].public_id}/disclosure").status_code == 404
