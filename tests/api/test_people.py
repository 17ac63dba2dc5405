"""One person's record and the lists, for each role: what it shows, what it does not, what the log says."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.ledger import act
from fotfeste.apps.audit.models import LogRow, LogSubject
from fotfeste.apps.people.models import Event, Relation
from fotfeste.apps.people.services import begin_relation, close_relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import RelationKind
from tests.api.conftest import Make, newest_row, problem

As = Callable[[str], Client]

EVERYONE = ("siv", "jonas", "marit", "mette", "odd", "berit", "hege", "tom", "guro", "erik", "arne", "nora")
PARTS = ("", "/agenda", "/timeline", "/notes", "/identity-number", "/around", "/log")
SEES: dict[str, dict[str, int]] = {
    "siv": {},
    "nora": {},
    "berit": {"/agenda": 403, "/notes": 403, "/identity-number": 403, "/log": 403},
    "hege": {"/agenda": 403, "/notes": 403, "/identity-number": 403, "/log": 403},
}
"""What those around Nora get; parts that are not named open. Everybody else gets nothing."""
KNOWS = {"mette": 403}
"""The supervisor of the unit knows of her, and is asked why."""


@pytest.mark.req("I-4.4b", "I-5.0a")
@pytest.mark.parametrize("name", EVERYONE)
def test_each_part_opens_for_those_it_is_for_and_for_nobody_else(
    program: Make, cast: Cast, name: str
) -> None:
    caller = program(name)
    for part in PARTS:
        answer = caller.get(f"/people/{cast.people['nora'].public_id}{part}")

        expected = SEES[name].get(part, 200) if name in SEES else KNOWS.get(name, 404)
        assert answer.status_code == expected, part
        row = newest_row()
        assert (row.permitted, row.channel) == (expected == 200, "api")
        assert row.on_behalf_of == cast.accounts[name].public_id


@pytest.mark.parametrize("name", [name for name in EVERYONE if name != "marit"])
def test_a_protected_person_is_not_there(program: Make, cast: Cast, name: str) -> None:
    caller = program(name)
    for part in PARTS:
        answer = caller.get(f"/people/{cast.people['liv'].public_id}{part}")

        missing = caller.get(f"/people/00000000-0000-4000-8000-000000000000{part}")
        assert answer.status_code == missing.status_code == 404, part
        assert _without_id(answer) == _without_id(missing)


def test_who_is_cleared_sees_a_protected_person_by_name(program: Make, cast: Cast) -> None:
    marit = program("marit")

    assert marit.get(f"/people/{cast.people['liv'].public_id}").json()["name"] == "Liv Hemmelig"
    assert "Liv Hemmelig" in [each["name"] for each in marit.get("/people").json()["people"]]


def test_who_followed_her_before_is_told_that_it_is_over(program: Make, cast: Cast) -> None:
    siv, nora = program("siv"), cast.people["nora"]
    relation = Relation.objects.get(person=nora, kind=RelationKind.EMPLOYMENT_SPECIALIST)
    with act():
        close_relation(relation, by=cast.acting("siv"), at=cast.at, on=cast.on)

    answer = siv.get(f"/people/{nora.public_id}")

    assert (answer.status_code, problem(answer)["code"]) == (403, "access.former-relation")
    assert problem(answer)["reasons"][0]["change"]
    assert str(nora.public_id) not in siv.get("/people").content.decode()


SECTIONS = {"contact", "course", "jobs", "consents", "disclosure", "economy", "wishes"}


@pytest.mark.parametrize(
    ("name", "sections"),
    [
        ("siv", SECTIONS),
        ("nora", SECTIONS),
        ("berit", {"contact", "course", "jobs", "wishes"}),
        ("hege", {"contact", "course", "jobs", "wishes", "economy"}),
    ],
)
def test_a_section_one_may_not_see_is_not_there(
    program: Make, cast: Cast, name: str, sections: set[str]
) -> None:
    shown = program(name).get(f"/people/{cast.people['nora'].public_id}").json()

    assert SECTIONS & shown.keys() == sections
    assert shown["wishes"] is None, "an empty section says that nothing is known"


def test_a_purpose_lets_the_supervisor_in_and_is_kept_in_the_log(program: Make, cast: Cast) -> None:
    address = f"/people/{cast.people['nora'].public_id}"
    mette = program("mette")

    assert problem(mette.get(address))["code"] == "access.say-why"
    assert mette.get(address, Fotfeste_Purpose="reviews_quality").status_code == 200
    assert newest_row().purpose == "reviews_quality"


def test_a_purpose_of_ones_own_making_opens_nothing(program: Make, cast: Cast) -> None:
    mette, address = program("mette"), f"/people/{cast.people['nora'].public_id}"

    for purpose in ("curious", " ", "REVIEWS_QUALITY", "reviews_quality,", "x" * 3000):
        assert mette.get(address, Fotfeste_Purpose=purpose).status_code in {400, 403}


def test_a_stand_in_sees_the_name_and_more_when_they_have_said_why(program: Make, cast: Cast) -> None:
    with act():
        begin_relation(
            cast.people["nora"],
            RelationKind.STAND_IN,
            by=cast.acting("siv"),
            at=cast.at,
            on=cast.on,
            account=cast.accounts["jonas"],
            until=cast.on + timedelta(days=7),
        )
    jonas = program("jonas")

    def nora(**headers: str) -> dict[str, Any]:
        people = jonas.get("/people", **headers).json()["people"]
        return next(each for each in people if each["name"] == cast.people["nora"].name)

    assert nora() == {
        "id": str(cast.people["nora"].public_id),
        "name": cast.people["nora"].name,
        "is_stand_in": True,
    }
    assert nora(Fotfeste_Purpose="covers_for_colleague")["stage"] == "referred"
    assert jonas.get("/agenda").json()["closed"][0]["name"] == cast.people["nora"].name


@pytest.mark.parametrize("name", ["siv", "jonas", "marit"])
def test_the_list_and_the_page_show_the_same_persons(
    program: Make, client_as: As, cast: Cast, name: str
) -> None:
    listed = [each["name"] for each in program(name).get("/people").json()["people"]]

    page = client_as(name).get(reverse("caseload")).content.decode()
    assert listed
    for person in ("nora", "amir", "sofie"):
        assert (cast.people[person].name in listed) == (cast.people[person].name in page)


@pytest.mark.parametrize(
    ("name", "listed"),
    [("berit", {"nora", "amir"}), ("hege", {"nora", "sofie"}), ("tom", set()), ("nora", {"nora"})],
)
def test_a_list_holds_those_who_are_shared_with_one(
    program: Make, cast: Cast, name: str, listed: set[str]
) -> None:
    shown = {each["id"] for each in program(name).get("/people").json()["people"]}

    assert shown == {str(cast.people[each].public_id) for each in listed}
    row = LogRow.objects.order_by("-seq")[0]
    subjects = set(LogSubject.objects.filter(row=row).values_list("subject", flat=True))
    assert subjects == {cast.people[each].log_id for each in listed}


@pytest.mark.parametrize("name", ["mette", "guro", "erik", "arne"])
def test_who_has_no_list_is_told_so(program: Make, name: str) -> None:
    assert problem(program(name).get("/people"))["code"] == "access.not-for-your-role"


def test_a_list_comes_a_page_at_a_time_and_nobody_is_left_out(program: Make) -> None:
    siv = program("siv")
    first = siv.get("/people?limit=1").json()

    second = siv.get(f"/people?limit=1&after={first['next_after']}").json()

    assert [each["name"] for each in first["people"] + second["people"]] == [
        each["name"] for each in siv.get("/people").json()["people"]
    ]
    assert second["next_after"] is None


def test_a_page_after_somebody_who_is_not_in_ones_list_begins_nowhere(program: Make, cast: Cast) -> None:
    answer = program("siv").get(f"/people?after={cast.people['sofie'].public_id}")

    assert (answer.status_code, problem(answer)["code"]) == (422, "api.no-such-place")


NARROWED: dict[str, set[str]] = {
    "stage=referred": {"nora", "amir"},
    "stage=in_job": set(),
    "stage=discharged": set(),
    "overdue=true": {"nora", "amir"},
    "overdue=false": set(),
}


def test_the_list_can_be_narrowed(program: Make, cast: Cast) -> None:
    siv = program("siv")
    for query, names in NARROWED.items():
        people = siv.get(f"/people?{query}").json()["people"]

        assert {each["name"] for each in people} == {cast.people[name].name for name in names}, query


NONSENSE = (
    *("limit=0", "limit=101", "limit=-1", "limit=1e9", "limit=9223372036854775808", "limit=٣"),
    *("stage=x", "overdue=1", "after=1", "after=%00", "limit=10&limit=20", "order=name"),
)


def test_nonsense_in_a_query_is_refused(program: Make) -> None:
    siv = program("siv")

    found = {query: siv.get(f"/people?{query}").status_code for query in NONSENSE}

    assert found == dict.fromkeys(NONSENSE, 422)


def test_somebody_is_found_by_name_or_number_among_those_one_may_see(program: Make, cast: Cast) -> None:
    siv = program("siv")

    for typed in (cast.people["nora"].name[:4], "14839421142", "148394 21142"):
        found = siv.post("/people/search", {"text": typed}, key="").json()["people"]
        assert [each["name"] for each in found] == [cast.people["nora"].name]
        assert newest_row().action == "searched"
    for nobody in ("Sofie", "Liv", "11918941519", "Nobody"):
        assert siv.post("/people/search", {"text": nobody}, key="").json() == {
            "people": [],
            "has_more": False,
        }


@pytest.mark.req("I-4.1a")
def test_the_agenda_is_what_today_shows(program: Make, client_as: As, cast: Cast) -> None:
    agenda = program("siv").get("/agenda").json()

    assert [(line["person"]["name"], line["due"]) for line in agenda["lines"]] == [
        (cast.people["nora"].name, "2026-11-09"),
        (cast.people["amir"].name, "2026-11-17"),
    ]
    assert agenda["counts"]["overdue"] == 2
    assert agenda["lines"][0]["why"][0]["source"] == "I §4.1"
    page = client_as("siv").get(reverse("today")).content.decode()
    people = (cast.people[name].public_id for name in ("nora", "amir"))
    nora, amir = (f'href="{reverse("person", args=[each])}"' for each in people)
    assert page.index(nora) < page.index(amir)


def test_a_place_in_the_agenda_that_is_none_is_refused(program: Make) -> None:
    siv, nobody = program("siv"), "00000000-0000-4000-8000-000000000000"

    for after in ("x", "_1_1", f"2026-02-30_1_{nobody}", "_99999_x", f"2026-02-03_1_{nobody}0"):
        assert siv.get(f"/agenda?after={after}").status_code == 422


def test_the_timeline_comes_a_page_at_a_time(program: Make, cast: Cast) -> None:
    siv, nora = program("siv"), cast.people["nora"]
    Event.objects.bulk_create(
        Event(person=nora, kind="note.written", on=cast.on, at=cast.at, by=cast.accounts["siv"])
        for _ in range(35)
    )
    address = f"/people/{nora.public_id}/timeline"

    first = siv.get(address).json()
    second = siv.get(f"{address}?after={first['next_after']}").json()

    assert len(first["events"]) == 30
    assert len(first["events"] + second["events"]) == Event.objects.filter(person=nora).count()
    assert second["next_after"] == ""


COSTS = {
    "": 20,
    "/agenda": 14,
    "/timeline": 13,
    "/around": 17,
    "/log": 17,
}


def test_a_part_costs_a_constant_number_of_statements(
    program: Make, cast: Cast, django_assert_max_num_queries: Any
) -> None:
    siv, nora = program("siv"), cast.people["nora"]
    for number in range(5):
        siv.post(f"/people/{nora.public_id}/notes", {"text": f"Notat {number}"})

    locks = 2 if connection.vendor == "postgresql" else 0  # the door's, and the log's turn
    for part, cost in COSTS.items():
        with django_assert_max_num_queries(cost + locks):
            siv.get(f"/people/{nora.public_id}{part}")


def test_a_list_costs_a_constant_number_of_statements(
    program: Make, cast: Cast, django_assert_max_num_queries: Any
) -> None:
    siv = program("siv")
    for address in ("/people", "/people?stage=referred", "/agenda"):
        with django_assert_max_num_queries(17):
            siv.get(address)


def test_an_id_is_written_one_way_only(program: Make, cast: Cast) -> None:
    nora: UUID = cast.people["nora"].public_id
    siv = program("siv")

    for written in (str(nora).upper(), nora.hex, f"{{{nora}}}", f"{nora}%00", f"{nora}/", "1", "٣"):
        assert siv.get(f"/people/{written}").status_code == 404


def _without_id(response: Any) -> dict[str, Any]:
    found = problem(response)
    found.pop("instance")
    return found
