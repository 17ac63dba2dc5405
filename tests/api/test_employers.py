"""The team's employers, for programs."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.employers.models import Employer
from fotfeste.cli.cast import Cast
from tests.api.conftest import Make, Program, newest_row, problem

NUMBER = "981526031"
RANA_MAT = {
    "name": "Rana Mat AS",
    "organisation_number": NUMBER,
    "place": "Fauske",
    "industry_code": "47.111",
}


@pytest.fixture
def siv(program: Make) -> Program:
    return program("siv")


@pytest.fixture
def added(siv: Program) -> str:
    found: str = siv.post("/employers", RANA_MAT).json()["id"]
    return found


def test_an_employer_that_is_added_is_there_for_the_team(siv: Program, program: Make) -> None:
    answer = siv.post("/employers", RANA_MAT)

    assert answer.status_code == 201
    assert answer["ETag"] == '"1"'
    shown = program("jonas").get(answer["Location"].removeprefix("/api/v1"))
    assert shown.json() == {
        **RANA_MAT,
        "id": answer.json()["id"],
        "is_brought_in": False,
        "is_to_clear_up": False,
        "version": 1,
        "closed_on": None,
        "last_contact_on": None,
        "people": [],
        "sought": [],
        "known_by": [],
        "relation": {"stage": "none", "cups": [None, None, None], "last_on": None},
        "contacts": [],
        "next_after": None,
    }


def test_the_list_says_what_the_page_says(siv: Program, client_as: object, cast: Cast) -> None:
    for name in ("Bodø Bakeri", "Åpen Dør AS", "Rana Mat AS"):
        siv.post("/employers", {"name": name})

    listed = [each["name"] for each in siv.get("/employers").json()["employers"]]

    page: Client = client_as("siv")  # type: ignore[operator]  # a fixture of tests/people.py
    html = page.get(reverse("employers")).content.decode()
    assert sorted(listed, key=html.index) == listed
    assert len(listed) == 3


def test_a_long_list_comes_a_page_at_a_time_and_nobody_is_left_out(siv: Program, cast: Cast) -> None:
    for number in range(120):
        Employer.objects.create(
            team=cast.units["ips_salten"],
            name=f"Nr {number:03}",
            search_name=f"nr {number // 7:03}",
            created_at=cast.at,
        )
    found: list[str] = []
    after = ""
    for _ in range(5):
        page = siv.get(f"/employers?after={after}").json()
        found += [each["name"] for each in page["employers"]]
        after = page["next_after"]
        if not after:
            break

    assert len(found) == len(set(found)) == 120


def test_another_team_does_not_see_it(program: Make, added: str) -> None:
    odd = program("odd")

    assert odd.get("/employers").json()["employers"] == []
    assert problem(odd.get(f"/employers/{added}"))["code"] == "api.not-found"
    change = odd.send("PUT", f"/employers/{added}", RANA_MAT, If_Match='"1"')
    assert change.status_code == 404


def test_it_is_for_specialists_and_their_supervisor(program: Make) -> None:
    for name in ("nora", "hege", "berit", "guro", "erik", "arne"):
        caller = program(name)
        for answer in (caller.get("/employers"), caller.post("/employers", RANA_MAT)):
            assert answer.status_code == 403, name
            assert problem(answer)["code"] == "access.not-for-your-role"


def test_the_log_says_that_a_program_did_it_and_for_whom(siv: Program, added: str, cast: Cast) -> None:
    row = newest_row()

    assert row.action == "employer.created"
    assert row.channel == "api"
    assert row.on_behalf_of == cast.accounts["siv"].public_id
    assert row.actor != cast.accounts["siv"].public_id


def test_a_number_that_is_none_is_refused_with_the_reason(siv: Program) -> None:
    answer = siv.post("/employers", {**RANA_MAT, "organisation_number": "981526032"})

    assert answer.status_code == 409
    assert [reason["code"] for reason in problem(answer)["reasons"]] == ["organisation-number.check-digit"]
    assert not Employer.objects.filter(name="Rana Mat AS").exists()


def test_what_is_changed_has_a_new_version(siv: Program, added: str) -> None:
    answer = siv.send("PUT", f"/employers/{added}", {**RANA_MAT, "place": "Bodø"}, If_Match='"1"')

    assert (answer.status_code, answer["ETag"]) == (200, '"2"')
    assert siv.get(f"/employers/{added}").json()["place"] == "Bodø"


def test_a_stale_change_saves_nothing_and_shows_both_values(siv: Program, added: str) -> None:
    siv.send("PUT", f"/employers/{added}", {**RANA_MAT, "place": "Bodø"}, If_Match='"1"')

    answer = siv.send("PUT", f"/employers/{added}", {**RANA_MAT, "place": "Narvik"}, If_Match='"1"')

    assert answer.status_code == 412
    conflict = problem(answer)["conflict"]
    assert (conflict["sent"]["place"], conflict["current"]["place"]) == ("Narvik", "Bodø")
    assert (conflict["sent_version"], conflict["current_version"]) == ("1", "2")
    assert siv.get(f"/employers/{added}").json()["place"] == "Bodø"


def test_a_change_without_the_version_one_has_seen_is_not_taken(siv: Program, added: str) -> None:
    answer = siv.send("PUT", f"/employers/{added}", RANA_MAT)

    assert problem(answer)["code"] == "api.version-missing"
    assert answer.status_code == 428


VERSIONS = ('W/"1"', "1", "*", '"1", "2"', '"-1"', '"9999999999"', '"١"', '"4f53cda18c2baa0c"')


def test_a_version_that_cannot_be_read_is_said_to_be_so(siv: Program, added: str) -> None:
    for version in VERSIONS:
        sent = version.encode().decode("latin-1")
        answer = siv.send("PUT", f"/employers/{added}", RANA_MAT, If_Match=sent)

        assert problem(answer)["code"] == "api.version-unreadable", version


def test_sent_twice_it_is_done_once_and_answered_alike(siv: Program) -> None:
    key = str(uuid.uuid4())

    first, second = (siv.post("/employers", RANA_MAT, key=key) for _ in range(2))

    assert (first.status_code, first.json(), first["Location"]) == (
        second.status_code,
        second.json(),
        second["Location"],
    )
    assert (first.headers.get("Idempotency-Replayed"), second["Idempotency-Replayed"]) == (None, "true")
    assert Employer.objects.filter(name="Rana Mat AS").count() == 1
    assert LogRow.objects.filter(action="employer.created").count() == 1


def test_a_key_stands_for_one_act_only(siv: Program) -> None:
    key = str(uuid.uuid4())
    siv.post("/employers", RANA_MAT, key=key)

    answer = siv.post("/employers", {"name": "En annen"}, key=key)

    assert answer.status_code == 422
    assert problem(answer)["code"] == "api.key-used-for-something-else"
    assert Employer.objects.filter(name="En annen").count() == 0


def test_two_callers_may_happen_to_choose_the_same_key(siv: Program, program: Make) -> None:
    key = str(uuid.uuid4())
    siv.post("/employers", RANA_MAT, key=key)

    answer = program("odd").post("/employers", RANA_MAT, key=key)

    assert answer.status_code == 201


def test_a_refused_act_may_be_put_right_under_the_same_key(siv: Program) -> None:
    key = str(uuid.uuid4())
    assert siv.post("/employers", {**RANA_MAT, "organisation_number": "1"}, key=key).status_code == 409

    assert siv.post("/employers", RANA_MAT, key=key).status_code == 201


def test_an_act_without_a_key_is_not_taken(siv: Program) -> None:
    for key in ("", "1", "not-a-uuid", "00000000-0000-0000-0000-00000000000g"):
        answer = siv.post("/employers", RANA_MAT, key=key)

        assert (answer.status_code, problem(answer)["code"]) == (400, "api.no-idempotency-key"), key
    assert Employer.objects.count() == 0
