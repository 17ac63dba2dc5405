"""The job search for programs: refused with the codes of the rules, and never shown to who may not see it."""

from typing import Any

import pytest

from fotfeste.cli.cast import Cast
from tests.api.conftest import Make, Program, problem
from tests.people import ON

TODAY = ON.isoformat()


@pytest.fixture
def siv(program: Make) -> Program:
    return program("siv")


def act(cast: Cast, caller: Program, slug: str, values: dict[str, Any]) -> Any:
    address = f"/people/{cast.people['nora'].public_id}/acts/{slug}"
    version = caller.get(address).json()["version"]
    return caller.post(address, values, If_Match=f'"{version}"')


def codes(answer: Any) -> list[str]:
    """What was refused, in codes."""
    return [reason["code"] for reason in problem(answer)["reasons"]]


@pytest.mark.req("I-4.3c")
def test_an_application_on_behalf_needs_to_know_the_employer(cast: Cast, siv: Program) -> None:
    assert act(cast, siv, "add-lead", {"text": "Kokk", "day": TODAY}).status_code == 200

    sent = act(cast, siv, "send-application", {"sent_by": "specialist", "day": TODAY})
    assert codes(sent) == ["job-search.employer-needed"]
    assert act(cast, siv, "send-application", {"sent_by": "jobseeker", "day": TODAY}).status_code == 200


@pytest.mark.req("I-6.1")
def test_a_no_from_the_jobseeker_counts_at_once(cast: Cast, siv: Program, program: Make) -> None:
    act(cast, siv, "add-lead", {"text": "Kokk", "day": TODAY})
    nora = program("nora")
    lead = nora.get("/me/job-search").json()["leads"][0]["id"]
    assert nora.post(f"/me/leads/{lead}/wanted", {"wanted": "no", "why": "Langt"}).status_code == 200

    assert codes(act(cast, siv, "agree-interview", {"day": TODAY})) == ["job-search.not-wanted"]
    again = nora.post("/me/leads", {"text": "kokk"})
    assert codes(again) == ["job-search.lead-already-there"]


@pytest.mark.parametrize(("name", "status"), [("odd", 404), ("jonas", 404), ("berit", 403), ("amir", 404)])
def test_it_is_not_for_others(cast: Cast, siv: Program, program: Make, name: str, status: int) -> None:
    act(cast, siv, "add-lead", {"text": "kanarifugl", "day": TODAY})
    answer = program(name).get(f"/people/{cast.people['nora'].public_id}/job-search")

    assert answer.status_code == status
    assert "kanarifugl" not in answer.content.decode()
