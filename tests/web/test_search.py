"""Finding somebody, through the page."""

from collections.abc import Callable

import pytest
from django.test import Client

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.cli.cast import JOBSEEKERS, Cast
from tests.web.caseloads import follow, statements
from tests.web.filling_in import words

As = Callable[[str], Client]
SEARCH = "/sok"


def found(client: Client, typed: str, **headers: str) -> str:
    answer = client.post(SEARCH, {"sok": typed}, headers=headers)
    assert answer.status_code == 200
    return words(answer)


def answer_in(page: str) -> str:
    return page.split('id="results"')[1].split("</main>", maxsplit=1)[0]


@pytest.mark.parametrize("typed", ["Nora", "nora l", "LUNDE", "  lunde "])
def test_somebody_one_follows_is_found_by_a_part_of_the_name(cast: Cast, client_as: As, typed: str) -> None:
    assert str(cast.people["nora"].public_id) in found(client_as("siv"), typed)


@pytest.mark.parametrize("typed", ["cahces", "ČÁHCES", "čáhce", "Odegard", "ødegård"])
def test_a_name_is_found_without_its_accents(cast: Cast, client_as: As, typed: str) -> None:
    lars = follow(cast, "Lars Čáhcesuolu Ødegård")

    assert str(lars.public_id) in found(client_as("siv"), typed)


@pytest.mark.parametrize("spaces", ["", " "])
def test_an_identity_number_finds_its_person(cast: Cast, client_as: As, spaces: str) -> None:
    number = JOBSEEKERS["nora"].identity_number

    page = found(client_as("siv"), number[:6] + spaces + number[6:])

    assert str(cast.people["nora"].public_id) in page


@pytest.mark.parametrize("typed", ["+47 90 00 00 00", "90000000", "0047 900 00 000"])
def test_a_phone_number_finds_those_who_have_it_however_it_is_typed(
    cast: Cast, client_as: As, typed: str
) -> None:
    page = found(client_as("siv"), typed)

    assert str(cast.people["nora"].public_id) in page
    assert str(cast.people["amir"].public_id) in page
    assert str(cast.people["sofie"].public_id) not in page


@pytest.mark.parametrize(
    "typed", ["Sofie", JOBSEEKERS["sofie"].identity_number, "Finnes Ikke", "13888888838", "%", "\x00\u202e"]
)
def test_not_there_and_not_yours_are_the_same_answer(cast: Cast, client_as: As, typed: str) -> None:
    nobody = found(client_as("siv"), "Ingen Som Helst")
    page = found(client_as("siv"), typed)

    assert "Sofie Strand" not in page
    if len(typed.strip()) > 2:
        assert answer_in(page) == answer_in(nobody)


def test_a_protected_person_is_in_no_search_by_name(cast: Cast, client_as: As) -> None:
    assert "Hemmelig</a>" not in found(client_as("marit"), "Liv")
    assert "Hemmelig</a>" not in found(client_as("marit"), "+4790000000")
    assert "Liv Hemmelig</a>" in found(client_as("marit"), JOBSEEKERS["liv"].identity_number)
    assert "Hemmelig</a>" not in found(client_as("siv"), JOBSEEKERS["liv"].identity_number)


def test_a_nav_adviser_finds_only_those_who_agreed(cast: Cast, client_as: As) -> None:
    assert "Nora Lunde</a>" in found(client_as("hege"), "Nora")
    assert "Amir Eira</a>" not in found(client_as("tom"), "Amir")


@pytest.mark.parametrize("name", ["nora", "mette", "arne", "guro", "erik"])
def test_others_cannot_search(client_as: As, name: str) -> None:
    assert client_as(name).post(SEARCH, {"sok": "Nora"}).status_code == 403


def test_a_search_is_logged_with_whom_it_showed_and_never_with_what_was_typed(
    cast: Cast, client_as: As
) -> None:
    found(client_as("siv"), JOBSEEKERS["nora"].identity_number)

    row = LogRow.objects.get(action=Action.SEARCHED)
    assert list(row.subjects.values_list("subject", flat=True)) == [cast.people["nora"].log_id]
    said = " ".join(str(value) for value in vars(row).values())
    assert JOBSEEKERS["nora"].identity_number not in said


def test_what_is_typed_is_never_in_an_address(client_as: As) -> None:
    siv = client_as("siv")

    page = words(siv.get(SEARCH, {"sok": "Nora"}))

    assert 'method="post"' in page
    assert "Nora Lunde" not in page


def test_as_one_types_only_the_answer_comes_back(cast: Cast, client_as: As) -> None:
    page = found(client_as("siv"), "nora", **{"HX-Request": "true"})

    assert "Nora Lunde</a>" in page
    assert "<html" not in page


def test_hostile_text_comes_back_as_text(client_as: As) -> None:
    page = found(client_as("siv"), "<script>alert(1)</script>")

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_many_hits_take_as_few_statements_as_one(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    found(siv, "nora")
    few = statements(lambda: found(siv, "nora"))
    for number in range(25):
        follow(cast, f"Norane {number}")

    many = statements(lambda: found(siv, "nora"))

    assert len(many) == len(few) <= 15
    assert "Det er flere enn vi viser" in found(siv, "nora")
