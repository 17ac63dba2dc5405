"""Contacts with employers for programs: as the page has it, and nothing about any jobseeker."""

from typing import Any

import pytest

from fotfeste.apps.employers.models import Employer, TeamContact
from fotfeste.cli.cast import Cast
from tests.api.conftest import Make, Program, problem
from tests.people import ON

TODAY = ON.isoformat()
NOBODY = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def siv(program: Make) -> Program:
    return program("siv")


@pytest.fixture
def one(siv: Program) -> str:
    return f"/employers/{siv.post('/employers', {'name': 'Stormyra Mat'}).json()['id']}"


def contact(**more: Any) -> dict[str, Any]:
    return {"on": TODAY, "way": "visit", **more}


def codes(answer: Any) -> list[str]:
    """What was refused, in codes."""
    return [reason["code"] for reason in problem(answer)["reasons"]]


@pytest.mark.req("I-6.3")
def test_a_contact_that_is_logged_is_there_for_the_team(siv: Program, program: Make, one: str) -> None:
    answer = siv.post(f"{one}/contacts", contact(cup=1, outcome="Trenger folk"))

    assert answer.status_code == 201
    shown = program("jonas").get(one).json()
    assert shown["relation"]["stage"] == "first_cup"
    assert shown["last_contact_on"] == TODAY
    assert [each["outcome"] for each in shown["contacts"]] == ["Trenger folk"]
    week = siv.get("/employers/week").json()
    assert [(each["face_to_face"], each["all"]) for each in week["specialists"]] == [(1, 1)]


def test_two_programs_that_log_the_same_are_told(siv: Program, program: Make, one: str) -> None:
    siv.post(f"{one}/contacts", contact())
    jonas = program("jonas")

    assert codes(jonas.post(f"{one}/contacts", contact())) == ["employer-contact.already-logged"]
    assert jonas.post(f"{one}/contacts", contact(is_another=True)).status_code == 201
    assert TeamContact.objects.count() == 2


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (contact(next_step_on=TODAY), "employer-contact.step-without-words"),
        (contact(way="phone", cup=1), "employer-relation.cup-is-a-meeting"),
        (contact(on="1901-01-01"), "day.too-far-back"),
        (contact(on="2090-01-01"), "day.in-the-future"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(
    siv: Program, one: str, sent: dict[str, Any], code: str
) -> None:
    assert codes(siv.post(f"{one}/contacts", sent)) == [code]


def test_a_jobseeker_is_not_named_for_the_team(siv: Program, cast: Cast, one: str) -> None:
    named = contact(outcome=f"Kan passe for {cast.people['nora'].name}.")

    assert codes(siv.post(f"{one}/contacts", named)) == ["employer-contact.names-a-jobseeker"]


@pytest.mark.parametrize(
    ("act", "values", "code"),
    [
        ("end-person", {}, "employer.not-there"),
        ("end-sought", {}, "employer.not-there"),
        ("tick-step", {}, "employer-contact.not-there"),
        ("together", {}, "employer-contact.not-there"),
        ("add-person", {"name": "Kari", "email": "ingen"}, "email.no-at-sign"),
    ],
)
def test_a_small_act_that_cannot_be_done_says_why(
    siv: Program, one: str, act: str, values: dict[str, Any], code: str
) -> None:
    assert codes(siv.post(f"{one}/acts/{act}?about={NOBODY}", values)) == [code]


@pytest.mark.parametrize("act", ["add-person", "add-sought"])
def test_blanks_are_no_words(siv: Program, one: str, act: str) -> None:
    """The form takes none of them."""
    values = {"name": "  "} if act == "add-person" else {"text": "  ", "day": TODAY}

    assert siv.post(f"{one}/acts/{act}", values).status_code == 422


def test_on_a_closed_employer_nothing_is_logged(siv: Program, one: str) -> None:
    siv.post(f"{one}/acts/close", {"day": "2026-11-01"})

    assert codes(siv.post(f"{one}/contacts", contact())) == ["employer.closed"]
    assert Employer.objects.get().closed_on is not None


@pytest.mark.parametrize("name", ["odd", "nora", "hege", "guro", "erik"])
def test_it_is_for_the_team(program: Make, one: str, name: str) -> None:
    caller = program(name)
    for answer in (
        caller.post(f"{one}/contacts", contact()),
        caller.post(f"{one}/acts/know", {}),
        caller.get(one),
    ):
        assert answer.status_code == (404 if name == "odd" else 403)
    assert not TeamContact.objects.exists()
