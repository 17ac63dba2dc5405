"""The method of a course, for a program (W-11)."""

import pytest
from django.http import HttpResponse

from fotfeste.apps.episodes.models import Episode, SentReferral
from fotfeste.cli.cast import Cast
from tests.api.conftest import Make, Program, problem
from tests.api.test_referrals import sent

SE = "supported_employment"


def change(siv: Program, nora: str, reason: str) -> HttpResponse:
    version = siv.get(f"{nora}/acts/change-method")["ETag"]
    return siv.post(f"{nora}/acts/change-method", {"method": SE, "reason": reason}, If_Match=version)


@pytest.mark.req("W-11")
def test_a_program_reads_and_changes_the_method(cast: Cast, program: Make) -> None:
    siv, nora = program("siv"), f"/people/{cast.people['nora'].public_id}"
    assert siv.get(nora).json()["course"]["method"] == "ips"

    changed = change(siv, nora, "Behandlingen er over.")

    assert changed.status_code == 200
    assert siv.get(nora).json()["course"]["method"] == SE


@pytest.mark.req("W-11")
def test_without_why_it_is_refused_with_its_code(cast: Cast, program: Make) -> None:
    siv, nora = program("siv"), f"/people/{cast.people['nora'].public_id}"
    refused = change(siv, nora, " ")

    assert {reason["code"] for reason in problem(refused)["reasons"]} == {"method.say-why"}
    assert siv.get(nora).json()["course"]["method"] == "ips"


@pytest.mark.req("W-11")
def test_a_program_takes_somebody_on_with_supported_employment(cast: Cast, program: Make) -> None:
    referral = program("berit").post("/referrals", sent(cast)).json()["referral"]
    answer = {"answer": "accepted", "specialist": str(cast.accounts["siv"].public_id), "method": SE}
    assert program("siv").post(f"/referrals/{referral}/answer", answer).status_code == 200

    assert Episode.objects.get(person=SentReferral.objects.get().person).method == SE
