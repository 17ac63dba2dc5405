"""Referrals through the API: the same form, the same refusals, the same answer (RL4285)."""

import pytest

from fotfeste.apps.episodes.models import SentReferral
from fotfeste.apps.people.models import Clearance, Relation
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


@pytest.mark.req("I-8")
def test_the_program_is_told_at_once_when_nobody_there_can_read_it(cast: Cast, program: Make) -> None:
    Clearance.objects.all().delete()

    done = program("berit").post("/referrals", sent(cast, protection="unknown")).json()

    assert [notice["code"] for notice in done["notices"]] == ["referral.nobody-reads-unknown"]
    assert "Mette Solvang" in done["notices"][0]["text"]
    assert program("berit").post("/referrals", sent(cast)).json()["notices"] == []


@pytest.mark.req("I-8")
def test_ties_to_nav_are_sent_and_read_and_carried_into_the_record(cast: Cast, program: Make) -> None:
    ties = {"nav_registration": "no", "nav_office": "NAV Bodø", "nav_adviser": "Hege Dahl"}
    referral = program("berit").post("/referrals", sent(cast, benefit="none", **ties)).json()["referral"]
    siv = program("siv")
    read = siv.get(f"/referrals/{referral}").json()
    assert {name: read[name] for name in ties} == ties

    answer = {"answer": "accepted", "specialist": str(cast.accounts["siv"].public_id)}
    siv.post(f"/referrals/{referral}/answer", answer)

    person = SentReferral.objects.get().person
    asked = siv.get(f"/people/{person.public_id}/acts/confirm-nav-ties").json()
    assert [each["value"] for each in asked["told"]] == ["nei", "Ingen ytelse"]
