"""The team's meetings through the API: the same room, the same names, the same refusals."""

import pytest

from fotfeste.apps.people.models import Membership
from fotfeste.apps.unit_meetings.models import Decision
from fotfeste.cli.cast import Cast
from tests.api.conftest import Make, Program, problem


def a_meeting(cast: Cast, siv: Program, *who: str, **more: object) -> str:
    roles = [str(Membership.objects.get(account=cast.accounts[each]).public_id) for each in who]
    sent = {"held_on": cast.on.isoformat(), "who": roles, **more}
    return "/unit-meetings/" + siv.post("/unit-meetings", sent).json()["meeting"]


@pytest.mark.req("I-8")
def test_a_program_reads_no_more_than_the_meeting_would_have_told(cast: Cast, program: Make) -> None:
    siv, jonas = program("siv"), program("jonas")
    one = a_meeting(cast, siv, "siv", "jonas")
    nora = cast.people["nora"]
    item = {"kind": "profile", "person": str(nora.public_id), "line_of_work": "shop", "text": "Tips?"}
    put = siv.post(f"{one}/items", item).json()["id"]
    decided = {"item": put, "text": "Spørre", "responsible": str(cast.accounts["jonas"].public_id)}
    assert siv.post(f"{one}/decisions", decided).status_code == 200

    unnamed = jonas.get(one).content.decode() + jonas.get("/unit-meetings/tasks").content.decode()
    unit = str(cast.units["ips_salten"].public_id)
    said = {"kind": "vocational_unit", "unit": unit, "agrees": True}
    assert program("nora").post("/me/naming", said).status_code == 200
    named = jonas.get(one).json()

    assert '"shop"' in unnamed
    assert not any(secret in unnamed for secret in (*nora.name.split(), str(nora.public_id)))
    assert [each["name"] for each in named["items"] if each["id"] == put] == [nora.name]


def test_refusals_are_told_and_nothing_is_saved(cast: Cast, program: Make) -> None:
    siv = program("siv")
    one = a_meeting(cast, siv, "siv")

    nobody = siv.post("/unit-meetings", {"held_on": cast.on.isoformat(), "who": []})
    stranger = {"text": "Ringe", "responsible": str(cast.accounts["odd"].public_id)}
    no_unit = {"kind": "treatment_team", "unit": str(cast.units["nav_bodo"].public_id), "agrees": True}
    stale = siv.send("PUT", one, {"held_on": "2026-11-23", "who": []}, **{"If-Match": '"7"'})

    assert [each["code"] for each in problem(nobody)["reasons"]] == ["unit-meeting.nobody-comes"]
    refused = problem(siv.post(f"{one}/decisions", stranger))
    assert [each["code"] for each in refused["reasons"]] == ["unit-meeting.responsible-not-there"]
    refused = problem(program("nora").post("/me/naming", no_unit))
    assert [each["code"] for each in refused["reasons"]] == ["unit-meeting.no-such-unit"]
    assert stale.status_code == 412
    assert not Decision.objects.exists()


def test_the_same_jobseeker_is_put_up_once_and_finished_minutes_stay(cast: Cast, program: Make) -> None:
    siv = program("siv")
    one = a_meeting(cast, siv, "siv")
    item = {"kind": "stuck", "person": str(cast.people["nora"].public_id)}
    assert siv.post(f"{one}/items", item).status_code == 200

    again = problem(siv.post(f"{one}/items", item))
    siv.post(f"{one}/finish", {}, **{"If-Match": '"1"'})
    late = problem(siv.post(f"{one}/decisions", {"text": "Enda en ting"}))

    assert [each["code"] for each in again["reasons"]] == ["unit-meeting.on-the-agenda-already"]
    assert [each["code"] for each in late["reasons"]] == ["unit-meeting.closed"]


def test_another_team_and_another_role_find_nothing(cast: Cast, program: Make) -> None:
    one = a_meeting(cast, program("siv"), "siv")

    for who in ("odd", "berit"):
        assert program(who).get(one).status_code == 404
        assert program(who).post(f"{one}/decisions", {"text": "Hei"}).status_code == 404
    assert program("hege").get("/unit-meetings").status_code in (403, 404)
