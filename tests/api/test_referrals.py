"""Referrals through the API: the same form, the same refusals, the same answer (RL4285)."""

import pytest

from fotfeste.apps.episodes.models import SentReferral
from fotfeste.apps.people.models import Relation
from fotfeste.cli.cast import Cast
from tests.api.conftest import Make, problem


def sent(cast: Cast, **more: object) -> dict[str, object]:
    return {
        "team": str(cast.units["ips_salten"].public_id),
        "name": "Kari Ny",
        "protection": "none",
        "referred_on": "2026-11-22",
        "wishes_to_work": True,
        "treatment": "current",
        **more,
    }


@pytest.mark.req("I-8")
def test_a_program_refers_and_another_takes_the_person_on(cast: Cast, program: Make) -> None:
    berit, siv = program("berit"), program("siv")
    referral = berit.post("/referrals", sent(cast)).json()["referral"]
    assert siv.get("/referrals").json()["referrals"][0]["name"] == "Kari Ny"

    answer = {"answer": "accepted", "specialist": str(cast.accounts["siv"].public_id)}
    assert siv.post(f"/referrals/{referral}/answer", answer).status_code == 200

    person = SentReferral.objects.get().person
    assert Relation.objects.filter(person=person, account=cast.accounts["siv"]).exists()
    assert berit.get("/referrals/sent").json()["referrals"][0]["reply"] == "accepted"


@pytest.mark.req("I-8")
def test_every_fault_is_told_and_nothing_is_sent(cast: Cast, program: Make) -> None:
    berit = program("berit")

    wrong = problem(berit.post("/referrals", sent(cast, identity_number="12345678901", phone="1")))
    without = problem(berit.post("/referrals", sent(cast, wishes_to_work=False)))

    assert {reason["where"] for reason in wrong["reasons"]} == {"body.identity_number", "body.phone"}
    assert [reason["code"] for reason in without["reasons"]] == ["referral.no-wish-to-work"]
    assert not SentReferral.objects.exists()


def test_another_team_finds_nothing(cast: Cast, program: Make) -> None:
    referral = program("berit").post("/referrals", sent(cast)).json()["referral"]

    assert program("odd").get(f"/referrals/{referral}").status_code == 404
    assert program("odd").get("/referrals").json() == {"referrals": []}
