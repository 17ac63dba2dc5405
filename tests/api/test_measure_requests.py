"""Requests for a measure by programs: as in the pages, and every refusal with its reason (F-01)."""

import uuid
from typing import Any

import pytest

from fotfeste.apps.measures.models import MeasureRequest
from fotfeste.apps.people.models import Person
from fotfeste.cli.cast import Cast
from tests.api.conftest import Make, problem

NUMBER = "13918334232"


def codes(answer: Any) -> list[str]:
    return [reason["code"] for reason in problem(answer)["reasons"]]


def ask(program: Make, cast: Cast, office: str) -> str:
    sent = {"office": str(cast.units[office].public_id), "wish": "Hjelp til å beholde jobben"}
    return str(program("nora").post("/me/measure-requests", sent).json()["request"])


def take_up(program: Make, who: str, request: str, **more: str) -> Any:
    return program(who).post(f"/measure-requests/{request}/answer", {"answer": "taken_up", **more})


@pytest.mark.req("F-01")
def test_one_asks_and_the_office_takes_it_up(program: Make, cast: Cast) -> None:
    request = ask(program, cast, "nav_bodo")
    assert program("tom").get(f"/measure-requests/{request}").status_code == 404

    assert take_up(program, "hege", request).status_code == 200

    case = program("hege").get("/measure-cases").json()["cases"][0]
    assert (case["measure"], case["person"]) == ("follow_up", str(cast.people["nora"].public_id))
    assert program("nora").get("/me/measure-requests").json()["requests"][0]["status"] == "taken_up"
    assert codes(take_up(program, "hege", request)) == ["measure-request.answered-already"]


def test_an_office_or_a_request_that_is_not_there(program: Make, cast: Cast) -> None:
    nobody = str(uuid.UUID(int=7))
    nora = program("nora")

    unknown = nora.post("/me/measure-requests", {"office": nobody, "wish": "Hjelp"})
    assert codes(unknown) == ["measure-request.no-such-office"]
    assert codes(nora.post(f"/me/measure-requests/{nobody}/withdrawal", {})) == ["measure-request.not-found"]
    assert codes(nora.post(f"/me/measure-requests/{nobody}/answer", {"answer": "accepted"})) == [
        "measure-request.not-found"
    ]
    assert take_up(program, "hege", nobody).status_code == 404
    assert not MeasureRequest.objects.exists()


def test_two_offices_do_not_answer_for_one_person_at_once(program: Make, cast: Cast) -> None:
    take_up(program, "hege", ask(program, cast, "nav_bodo"))

    answer = take_up(program, "tom", ask(program, cast, "nav_fauske"))

    assert codes(answer) == ["measure-request.other-office"]


def test_one_who_works_here_is_not_taken_up_by_one_who_is_not_cleared(program: Make, cast: Cast) -> None:
    hege = program("hege")
    taken = {"name": "Kari Ny", "phone": "90000001", "wish": "Vil ha en jobb"}
    number = {"identity_number": NUMBER, "protection": "none"}
    first = hege.post("/measure-requests", taken).json()["request"]
    take_up(program, "hege", first, **number)
    Person.objects.filter(name="Kari Ny").update(is_own_staff=True)

    second = hege.post("/measure-requests", taken).json()["request"]

    assert codes(take_up(program, "hege", second, **number)) == ["measure-request.not-yours"]
    assert hege.get("/measure-cases").json()["cases"] == []


def test_one_proposal_at_a_time(program: Make, cast: Cast) -> None:
    path = f"/people/{cast.people['nora'].public_id}/acts/measure-propose"
    sent = {"measure": "follow_up", "why": "Du trenger mer"}

    assert program("hege").post(path, sent).status_code == 200
    assert codes(program("hege").post(path, {**sent, "why": "Igjen"})) == ["measure-request.proposed-already"]
