"""What the employer needs, for a program (W-11)."""

from datetime import date
from typing import Any

import pytest

from fotfeste.apps.employment.models import Employment
from fotfeste.cli.cast import Cast
from tests.api.conftest import Make, problem


@pytest.mark.req("W-11")
def test_a_program_puts_it_down_and_reads_it_and_a_clinician_s_does_not(cast: Cast, program: Make) -> None:
    person, siv = cast.people["nora"], program("siv")
    job = Employment.objects.create(person=person, started_on=date(2026, 11, 9))
    nora = f"/people/{person.public_id}"
    act = f"{nora}/acts/employer-needs?about={job.public_id.hex}"

    def say(needs: str) -> Any:
        return siv.post(act, {"needs": needs, "asked_on": "2026-11-20"}, If_Match=siv.get(act)["ETag"])

    refused = say(" ")
    assert {reason["code"] for reason in problem(refused)["reasons"]} == {"employer-needs.empty"}
    assert say("En å ringe til").status_code == 200

    said = {"asked_on": "2026-11-20", "needs": "En å ringe til", "ask_again_on": None}
    assert siv.get(f"{nora}/jobs").json()["jobs"][0]["employer_needs"] == [said]
    assert program("berit").get(f"{nora}/jobs").json()["jobs"][0]["employer_needs"] == []
