"""Those around a person, a handover, protection and access in an emergency, through the API."""

from typing import Any

import pytest

from fotfeste.apps.people.models import Membership, Relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import RelationKind
from tests.api.conftest import Make, Program, newest_row, problem


@pytest.fixture
def siv(program: Make) -> Program:
    return program("siv")


@pytest.fixture
def nora(cast: Cast) -> str:
    return f"/people/{cast.people['nora'].public_id}"


def role(cast: Cast, name: str) -> str:
    return str(Membership.objects.get(account=cast.accounts[name]).public_id)


def one_around(caller: Program, person: str, kind: str) -> dict[str, Any]:
    found = next(each for each in caller.get(f"{person}/around").json()["now"] if each["kind"] == kind)
    return dict(found)


def test_a_relation_that_is_ended_opens_nothing_from_that_moment(
    siv: Program, nora: str, program: Make
) -> None:
    berit = program("berit")
    assert berit.get(nora).status_code == 200
    relation = one_around(siv, nora, "clinician")

    ended = siv.post(f"{nora}/relations/{relation['id']}/end", If_Match=f'"{relation["version"]}"')

    assert ended.status_code == 200
    assert problem(berit.get(nora))["code"] == "access.former-relation"
    assert siv.get(f"{nora}/around").json()["former"][0]["id"] == relation["id"]


def test_a_relation_that_changed_meanwhile_is_not_ended_and_both_values_are_shown(
    siv: Program, nora: str
) -> None:
    relation = one_around(siv, nora, "clinician")
    address = f"{nora}/relations/{relation['id']}/end"
    Relation.objects.filter(public_id=relation["id"]).update(version=4)

    answer = siv.post(address, If_Match='"1"')

    assert answer.status_code == 412
    conflict = problem(answer)["conflict"]
    assert (conflict["sent_version"], conflict["current_version"]) == ("1", "4")
    assert conflict["current"]["name"] == relation["name"]


def test_the_specialist_is_changed_by_a_handover_only(siv: Program, nora: str, cast: Cast) -> None:
    relation = one_around(siv, nora, "employment_specialist")

    ended = siv.post(f"{nora}/relations/{relation['id']}/end", If_Match=f'"{relation["version"]}"')
    put = siv.post(f"{nora}/relations", {"kind": "employment_specialist", "membership": role(cast, "jonas")})

    for answer in (ended, put):
        assert answer.status_code == 409
        assert problem(answer)["reasons"][0]["code"] == "around.takes-a-handover"


def test_a_relation_of_somebody_else_is_not_found_here(siv: Program, nora: str, cast: Cast) -> None:
    other = Relation.objects.get(person=cast.people["sofie"], kind=RelationKind.NAV_ADVISER)

    for address in (f"{nora}/relations/{other.public_id}/end", f"{nora}/relations/{other.public_id}/link"):
        answer = siv.post(address, {"membership": role(cast, "hege")}, If_Match='"1"')
        assert answer.status_code in {404, 409}
    assert Relation.objects.get(pk=other.pk).ended_at is None


@pytest.mark.parametrize("name", ["odd", "jonas", "berit", "hege", "nora", "arne"])
def test_only_the_specialist_and_the_supervisor_change_who_is_around(
    program: Make, nora: str, name: str, cast: Cast
) -> None:
    before = Relation.objects.count()
    caller = program(name)

    put = caller.post(f"{nora}/relations", {"kind": "guide", "name": "Guro"})
    ended = caller.post(
        f"{nora}/relations/{Relation.objects.filter(person=cast.people['nora']).first().public_id}/end",  # type: ignore[union-attr]  # the cast has some
        If_Match='"1"',
    )

    assert put.status_code in {403, 404}
    assert ended.status_code in {403, 404}
    assert Relation.objects.filter(ended_at=None).count() == before


def test_a_handover_is_all_or_nothing(siv: Program, cast: Cast) -> None:
    people = siv.get("/handovers").json()["people"]
    chosen = [{"relation": each["relation"], "version": each["version"]} for each in people]
    order = {"receiver": str(cast.accounts["jonas"].public_id), "from_day": "2026-11-23"}
    stale = [chosen[0], {**chosen[1], "version": 9}]

    refused = siv.post("/handovers", {**order, "people": stale})
    assert refused.status_code == 409
    assert problem(refused)["reasons"][0]["code"] == "handover.moved-meanwhile"
    assert len(siv.get("/handovers").json()["people"]) == 2

    done = siv.post("/handovers", {**order, "people": chosen})
    assert (done.status_code, done.json()) == (201, {"people": 2})
    assert newest_row().action == "caseload.handed_over"
    assert siv.get("/handovers").json()["people"] == []


def test_a_supervisor_hands_over_for_somebody_who_is_away(program: Make, cast: Cast) -> None:
    mette, siv = program("mette"), str(cast.accounts["siv"].public_id)
    people = mette.get(f"/handovers?giver={siv}").json()["people"]
    order = {
        "giver": siv,
        "receiver": str(cast.accounts["marit"].public_id),
        "people": [{"relation": each["relation"], "version": each["version"]} for each in people],
        "from_day": "2026-11-22",
    }

    assert mette.post("/handovers", order).status_code == 201
    assert len(program("marit").get("/people").json()["people"]) == 3


def test_who_becomes_protected_is_gone_for_everybody_else_at_once(
    siv: Program, nora: str, program: Make, cast: Cast
) -> None:
    berit = program("berit")
    shown = siv.get(f"{nora}/protection")
    marit = next(each for each in shown.json()["successors"] if each["name"] == cast.accounts["marit"].name)
    order = {"protection": "code_6", "is_own_staff": False, "successor": marit["id"]}

    assert siv.send("PUT", f"{nora}/protection", order, If_Match=shown["ETag"]).status_code == 200

    for caller in (siv, berit):
        assert caller.get(nora).status_code == 404
        assert cast.people["nora"].name not in caller.get("/people").content.decode()
    assert program("marit").get(nora).json()["name"] == cast.people["nora"].name


def test_a_protection_somebody_changed_meanwhile_is_not_overwritten(siv: Program, nora: str) -> None:
    order = {"protection": "none", "is_own_staff": False}

    answer = siv.send("PUT", f"{nora}/protection", order, If_Match='"99"')

    assert answer.status_code == 412
    assert problem(answer)["conflict"]["current"]["protection"] == "none"


def test_an_emergency_takes_two_and_tells_the_asker_nothing(program: Make, cast: Cast, nora: str) -> None:
    arne, mette = program("arne"), program("mette")
    here, not_here, protected = (
        arne.post("/emergencies", {"about": about, "why": "Fare for liv."})
        for about in (nora.rpartition("/")[2], "00000000-0000-4000-8000-000000000000", "11918941519")
    )
    assert here.content == not_here.content == protected.content
    assert arne.get(nora, Fotfeste_Purpose="emergency").status_code == 404

    waiting = mette.get("/emergencies/waiting").json()["waiting"]
    assert len(waiting) == 1
    mette.post(f"/emergencies/waiting/{waiting[0]['id']}/answer", {"minutes": 10})

    assert arne.get(nora, Fotfeste_Purpose="emergency").status_code == 200
    assert arne.get("/emergencies").json()["open"][0]["person"] == nora.rpartition("/")[2]
    assert arne.post("/emergencies", {"about": "x", "why": "  "}).status_code == 409


def test_the_person_sees_who_looked_through_a_program(siv: Program, nora: str, program: Make) -> None:
    siv.get(f"{nora}/notes")

    days = program("nora").get("/me/log").json()["days"]

    seen = days[0]["seen"][0]
    assert (seen["name"], seen["by_program"], seen["area"], seen["channel"]) == (
        "Siv Rønning",
        True,
        "notes",
        "api",
    )
