"""The team's employers, through the pages."""

import re
import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.employers.models import Employer
from fotfeste.apps.people.models import Account
from fotfeste.cli.cast import Cast
from tests.people import AT
from tests.web.caseloads import statements
from tests.web.pages import read

As = Callable[[str], Client]
NUMBER = "981526031"


def own_text_form(page: str) -> str:
    """The form that sends one's own text again."""
    return page.split("<main")[1].split("<form")[1].split("</form>", maxsplit=1)[0]


def form_key() -> str:
    return uuid.uuid4().hex


def add(client: Client, **typed: str) -> object:
    return client.post(reverse("new_employer"), {"form_key": form_key(), "version": "0", **typed})


@pytest.fixture
def rana_mat(cast: Cast, client_as: As) -> Employer:
    add(client_as("siv"), name="Rana Mat AS", organisation_number=NUMBER, place="Fauske")
    return Employer.objects.get(name="Rana Mat AS")


def test_an_employer_that_is_added_is_in_the_list_of_the_whole_team(
    client_as: As, rana_mat: Employer
) -> None:
    page = client_as("jonas").get(reverse("employers"))

    assert "Rana Mat AS" in page.content.decode()


def test_another_team_does_not_see_it(client_as: As, rana_mat: Employer) -> None:
    odd = client_as("odd")

    assert "Rana Mat AS" not in odd.get(reverse("employers")).content.decode()
    assert odd.get(reverse("employer", args=[rana_mat.public_id])).status_code == 404
    assert odd.get(reverse("edit_employer", args=[rana_mat.public_id])).status_code == 404


@pytest.mark.parametrize("name", ["nora", "hege", "berit", "guro", "erik", "arne"])
def test_it_is_for_specialists_and_their_supervisor(client_as: As, name: str) -> None:
    assert client_as(name).get(reverse("employers")).status_code == 403


def test_nobody_gets_in_without_logging_in(client: Client, cast: Cast) -> None:
    answer = client.get(reverse("employers"))

    assert answer.status_code == 302
    assert reverse("account_login") in answer["Location"]


@pytest.mark.parametrize("number", ["123", "981526032", "١٢٣٤٥٦٧٨٩", "=1+1"])
def test_a_number_that_is_none_is_refused_and_what_was_typed_stays(client_as: As, number: str) -> None:
    page = add(client_as("siv"), name="Rana Mat AS", organisation_number=number)

    assert page.status_code == 422  # type: ignore[attr-defined]  # Django's test response
    assert 'value="Rana Mat AS"' in page.content.decode()  # type: ignore[attr-defined]  # as above
    assert not Employer.objects.exists()


def test_the_same_number_twice_in_a_team_is_refused_by_name(client_as: As, rana_mat: Employer) -> None:
    page = add(client_as("jonas"), name="Rana Mat", organisation_number=NUMBER)

    assert page.status_code == 422  # type: ignore[attr-defined]  # Django's test response
    assert "Rana Mat AS" in page.content.decode()  # type: ignore[attr-defined]  # as above


def test_the_same_form_sent_twice_adds_one(client_as: As) -> None:
    siv, typed = client_as("siv"), {"form_key": form_key(), "version": "0", "name": "Stormyra Mat"}

    first = siv.post(reverse("new_employer"), typed)
    second = siv.post(reverse("new_employer"), typed)

    assert Employer.objects.filter(name="Stormyra Mat").count() == 1
    assert first["Location"] == second["Location"]


def test_who_goes_back_and_adds_the_same_again_is_asked_first(client_as: As) -> None:
    siv, typed = client_as("siv"), {"name": "Stormyra Mat", "place": "Bodø"}
    add(siv, **typed)

    asked = add(siv, **typed)

    assert asked.status_code == 409  # type: ignore[attr-defined]  # Django's test response
    assert "Dette er lagret" in asked.content.decode()  # type: ignore[attr-defined]  # as above
    assert Employer.objects.count() == 1

    add(siv, **typed, again="1")
    assert Employer.objects.count() == 2


def test_two_who_edit_see_both_texts_and_nothing_is_lost(client_as: As, rana_mat: Employer) -> None:
    where = reverse("edit_employer", args=[rana_mat.public_id])
    common = {"version": "1", "organisation_number": NUMBER, "industry_code": ""}
    client_as("siv").post(where, {**common, "form_key": form_key(), "name": "Rana Mat AS", "place": "Bodø"})

    page = client_as("jonas").post(
        where, {**common, "form_key": form_key(), "name": "Rana Mat AS", "place": "Narvik"}
    )

    shown = page.content.decode()
    assert page.status_code == 409
    assert "Narvik" in shown
    assert "Bodø" in shown
    rana_mat.refresh_from_db()
    assert rana_mat.place == "Bodø"

    again = dict(re.findall(r'name="(\w+)" value="([^"]*)"', own_text_form(shown)))
    client_as("jonas").post(where, again)
    rana_mat.refresh_from_db()
    assert rana_mat.place == "Narvik"


def test_an_employer_without_a_number_is_to_be_cleared_up(client_as: As) -> None:
    add(client_as("siv"), name="Hotell Nordlys")

    assert "Må avklares" in client_as("siv").get(reverse("employers")).content.decode()


def test_hostile_text_is_shown_as_the_text_it_is(client_as: As) -> None:
    add(client_as("siv"), name="<script>alert(1)</script>", place='"><img src=x>')

    shown = client_as("siv").get(reverse("employers")).content.decode()

    assert "<script>alert" not in shown
    assert "<img src=x>" not in shown
    assert "&lt;script&gt;" in shown


def test_it_is_found_however_it_is_typed(client_as: As) -> None:
    add(client_as("siv"), name="Čáhcesuolu Båt")

    assert "Čáhcesuolu" in client_as("siv").get(reverse("employers"), {"q": "cahces"}).content.decode()
    assert "Čáhcesuolu" not in client_as("siv").get(reverse("employers"), {"q": "bodø"}).content.decode()


def test_a_long_list_comes_a_page_at_a_time(client_as: As, cast: Cast) -> None:
    team = cast.units["ips_salten"]
    Employer.objects.bulk_create(
        Employer(team=team, name=f"Bedrift {n:03}", search_name=f"bedrift {n:03}", created_at=cast.at)
        for n in range(120)
    )
    siv, url, seen = client_as("siv"), reverse("employers"), []

    while url:
        shown = siv.get(url).content.decode()
        seen += re.findall(r"Bedrift \d{3}", shown)
        following = re.search(r'rel="next" href="([^"]+)"', shown)
        url = reverse("employers") + following[1].replace("&amp;", "&") if following else ""

    assert seen == [f"Bedrift {n:03}" for n in range(120)]


def test_a_closed_account_is_out_at_once(client_as: As, cast: Cast) -> None:
    siv = client_as("siv")
    assert siv.get(reverse("employers")).status_code == 200

    Account.objects.filter(username="siv").update(is_active=False)

    assert siv.get(reverse("employers")).status_code == 302


def test_a_list_of_many_takes_as_many_statements_as_one_of_few(
    cast: Cast, client_as: As, rana_mat: Employer
) -> None:
    siv = client_as("siv")
    siv.get(reverse("employers"))
    few = len(statements(lambda: siv.get(reverse("employers"))))
    Employer.objects.bulk_create(
        Employer(
            team=cast.units["ips_salten"], name=f"Bedrift {n}", search_name=f"bedrift {n}", created_at=AT
        )
        for n in range(60)
    )

    assert len(statements(lambda: siv.get(reverse("employers")))) == few
    assert "Bedrift 1" in read(siv, reverse("employers"))
