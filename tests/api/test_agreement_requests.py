"""Requests for an agreement by programs: as in the pages, and every refusal with its reason."""

import uuid
from typing import Any

import pytest

from fotfeste.apps.agreements.models import Agreement, AgreementRequest
from fotfeste.apps.people.models import Person
from fotfeste.cli.cast import Cast
from tests.api.conftest import Make, problem

NUMBER = "13918334232"
YOUNG = {"born_on": "2003-02-01", "reduced_capacity": True, "employer_part": "none_yet"}


def codes(answer: Any) -> list[str]:
    return [reason["code"] for reason in problem(answer)["reasons"]]


def ask(program: Make, cast: Cast, office: str = "nav_bodo") -> str:
    sent = {"office": str(cast.units[office].public_id), "wish": "Fast kontakt i NAV"}
    return str(program("nora").post("/me/agreement-requests", sent).json()["request"])


def answer(program: Make, who: str, request: str, **said: Any) -> Any:
    return program(who).post(f"/agreement-requests/{request}/answer", said)


def take_up(program: Make, who: str, request: str, **more: Any) -> Any:
    return answer(program, who, request, answer="taken_up", **{**YOUNG, **more})


@pytest.mark.req("A-06")
@pytest.mark.req("A-11")
def test_one_asks_and_nav_decides_to_use_the_agreement(program: Make, cast: Cast) -> None:
    request, nora = ask(program, cast), f"/people/{cast.people['nora'].public_id}/agreement"
    assert program("tom").get(f"/agreement-requests/{request}").status_code == 404
    assert program("nora").get(nora).json()["used_on"] is None

    assert take_up(program, "hege", request).status_code == 200

    found = program("hege").get(nora).json()
    assert (found["target_group"], found["is_open"]) == ("young", True)
    assert [each["code"] for each in found["missing"]] == ["agreement.assessment-none"]
    assert program("nora").get("/me/agreement-requests").json()["requests"][0]["status"] == "taken_up"
    assert program("hege").get("/open-agreements").json()["agreements"][0]["name"] == cast.people["nora"].name
    assert codes(take_up(program, "hege", request)) == ["agreement-request.answered-already"]


@pytest.mark.req("A-06")
def test_others_need_a_reason_and_one_agreement_is_open_at_a_time(program: Make, cast: Cast) -> None:
    request = ask(program, cast)

    unknown = take_up(program, "hege", request, reduced_capacity=None)
    with_reason = take_up(program, "hege", request, reduced_capacity=None, why="Har bedt selv")
    again = take_up(program, "hege", ask(program, cast))
    elsewhere = take_up(program, "tom", ask(program, cast, "nav_fauske"))

    assert codes(unknown) == ["agreement.others-need-a-reason"]
    assert with_reason.status_code == 200
    assert codes(again) == ["agreement.open-already"]
    assert codes(elsewhere) == ["agreement-request.other-office"]
    assert Agreement.objects.get().target_group == "other"


@pytest.mark.req("A-12")
def test_interest_is_answered_with_what_was_told_and_never_becomes_an_agreement(
    program: Make, cast: Cast
) -> None:
    hege = program("hege")
    taken = {"asked_for": "interest", "employer": "Bodø Bakeri", "employer_contact": "Bente"}
    taken |= {"employer_phone": "90000002", "wish": "Vi vurderer å ta inn noen"}
    request = hege.post("/agreement-requests", taken).json()["request"]

    early = answer(program, "hege", request, answer="informed", words="Ringte", told_on="2026-11-01")
    told = answer(program, "hege", request, answer="informed", words="Ringte", told_on="2026-11-22")

    assert take_up(program, "hege", request).status_code == 422
    assert codes(early) == ["agreement-request.told-before-asked"]
    assert told.status_code == 200
    assert hege.get(f"/agreement-requests/{request}").json()["status"] == "informed"


def test_what_is_not_there_or_cannot_be_is_refused(program: Make, cast: Cast) -> None:
    nobody, nora, hege = str(uuid.UUID(int=7)), program("nora"), program("hege")
    office = str(cast.units["nav_bodo"].public_id)

    assert nora.post("/me/agreement-requests", {"office": nobody, "wish": "Hjelp"}).status_code == 422
    wrong = {"office": office, "wish": "Hjelp", "organisation_number": "974760674"}
    assert nora.post("/me/agreement-requests", wrong).status_code == 422
    missing = nora.post(f"/me/agreement-requests/{nobody}/withdrawal", {})
    assert codes(missing) == ["agreement-request.not-found"]
    assert take_up(program, "hege", nobody).status_code == 404
    nameless = {"asked_for": "agreement", "wish": "Hjelp", "phone": "90000001"}
    assert hege.post("/agreement-requests", nameless).status_code == 422
    assert not AgreementRequest.objects.exists()


def test_one_who_works_here_is_not_taken_up_by_one_who_is_not_cleared(program: Make, cast: Cast) -> None:
    hege = program("hege")
    taken = {"asked_for": "agreement", "name": "Kari Ny", "phone": "90000001", "wish": "Vil ha en jobb"}
    number = {"identity_number": NUMBER, "protection": "none"}
    first = hege.post("/agreement-requests", taken).json()["request"]
    assert take_up(program, "hege", first, **number).status_code == 200
    Person.objects.filter(name="Kari Ny").update(is_own_staff=True)

    second = hege.post("/agreement-requests", taken).json()["request"]

    assert codes(take_up(program, "hege", second, **number)) == ["agreement-request.not-yours"]
    assert hege.get("/open-agreements").json()["agreements"] == []


@pytest.mark.req("A-13")
def test_the_assessment_is_made_by_nav_and_added_to_by_the_person_alone(program: Make, cast: Cast) -> None:
    take_up(program, "hege", ask(program, cast))
    acts = f"/people/{cast.people['nora'].public_id}/acts/agreement-assess"
    version = program("hege").get(acts).json()["version"]
    said = {"assessed_on": "2026-11-22", "with_person": True, "with_employer": "none", "measures": "Pult"}

    lacking = program("hege").post(acts, said, If_Match=f'"{version}"')
    alone = {**said, "with_person": False, "follow_up": "Ukentlig"}
    apart = program("hege").post(acts, alone, If_Match=f'"{version}"')
    made = program("hege").post(acts, {**said, "follow_up": "Ukentlig"}, If_Match=f'"{version}"')

    assert codes(lacking) == ["api.missing-field"]
    assert codes(apart) == ["agreement.assessment-without-person"]
    assert made.status_code == 200
    own = "/me/acts/agreement-own-words"
    version = program("nora").get(own).json()["version"]
    added = program("nora").post(own, {"words": "Helst på tirsdager"}, If_Match=f'"{version}"')
    assert added.status_code == 200
    found = program("hege").get(f"/people/{cast.people['nora'].public_id}/agreement").json()["assessment"]
    assert (found["person_says"], found["follow_up"]) == ("Helst på tirsdager", "Ukentlig")
    assert program("siv").get(f"/people/{cast.people['nora'].public_id}/agreement").status_code == 403
    assert program("tom").get(f"/people/{cast.people['nora'].public_id}/agreement").status_code == 404


@pytest.mark.req("A-06")
def test_what_happens_around_the_agreement_is_news_for_the_person_and_for_no_specialist(
    program: Make, cast: Cast
) -> None:
    take_up(program, "hege", ask(program, cast))
    timeline = f"/people/{cast.people['nora'].public_id}/timeline"

    def kinds(who: str) -> set[str]:
        return {each["kind"] for each in program(who).get(timeline).json()["events"]}

    assert {"agreement.asked", "agreement.used"} <= kinds("nora")
    assert not [kind for kind in kinds("siv") if kind.startswith("agreement.")]
