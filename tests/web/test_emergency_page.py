"""Access in an emergency, through the pages."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.people.models import EmergencyAccess
from fotfeste.cli.cast import JOBSEEKERS, Cast
from tests.web.pages import read, send, words

As = Callable[[str], Client]
URL = "/nodtilgang"


def ask(client: Client, cast: Cast, about: str = "", why: str = "Brann i bygget.") -> object:
    return send(client, URL, about=about or str(cast.people["nora"].public_id), why=why)


def answer(client: Client, **typed: str) -> object:
    asked = EmergencyAccess.objects.latest("pk")
    return send(client, reverse("answer_emergency", args=[asked.public_id]), **typed)


def test_two_people_open_a_record_for_some_minutes_with_a_new_session(cast: Cast, client_as: As) -> None:
    arne, mette = client_as("arne"), client_as("mette")
    person = reverse("person", args=[cast.people["nora"].public_id])
    ask(arne, cast)
    assert arne.get(person).status_code == 404
    listed = read(mette, reverse("emergencies_waiting"))
    asked = EmergencyAccess.objects.get()
    request = read(mette, reverse("answer_emergency", args=[asked.public_id]))
    answer(mette, answer="yes", minutes="20")
    before = arne.session.session_key

    opened = arne.post(reverse("begin_emergency", args=[cast.people["nora"].public_id]))

    assert "Arne Moe ber om nødtilgang" in listed
    assert cast.people["nora"].name not in listed
    assert "Brann i bygget." in request
    assert cast.people["nora"].name in request
    assert opened["Location"] == person
    assert arne.session.session_key != before
    assert "Du ser dette fordi du har fått nødtilgang." in read(arne, person)
    assert arne.get(reverse("person_notes", args=[cast.people["nora"].public_id])).status_code == 403


def test_the_answer_is_the_same_whether_the_person_is_here_or_not(cast: Cast, client_as: As) -> None:
    pages = []
    for about in (
        str(cast.people["nora"].public_id),
        "6ba7b810-9dad-41d1-80b4-00c04fd430c8",
        JOBSEEKERS["liv"].identity_number,
        "00000000000",
    ):
        arne = client_as("arne")
        assert ask(arne, cast, about).status_code == 302  # type: ignore[attr-defined]  # a response
        pages.append(read(arne, URL))

    assert len(set(pages)) == 1
    assert "Finnes personen her, har lederen for teamet fått spørsmålet." in pages[0]


def test_a_no_leaves_nothing_on_the_page(cast: Cast, client_as: As) -> None:
    arne = client_as("arne")
    ask(arne, cast)
    read(arne, URL)
    answer(client_as("mette"), answer="no", minutes="")

    assert "Åpent nå" not in read(arne, URL)
    assert arne.post(reverse("begin_emergency", args=[cast.people["nora"].public_id])).status_code == 404


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"answer": "yes", "minutes": "61"}, "Nødtilgang varer fra 1 til 60 minutter."),
        ({"answer": "yes", "minutes": ""}, "Nødtilgang varer fra 1 til 60 minutter."),
        ({"answer": "yes", "minutes": "en time"}, "Hvor mange minutter? Skriv et helt tall"),
        ({"answer": "", "minutes": "10"}, "Hva svarer du? Fyll inn dette."),
    ],
)
def test_an_answer_that_cannot_be_given(cast: Cast, client_as: As, typed: dict[str, str], said: str) -> None:
    ask(client_as("arne"), cast)

    refused = answer(client_as("mette"), **typed)

    assert refused.status_code == 422  # type: ignore[attr-defined]  # a response
    assert said in words(refused)
    assert EmergencyAccess.objects.get().answered_at is None


def test_without_a_reason_nothing_is_asked(cast: Cast, client_as: As) -> None:
    refused = ask(client_as("arne"), cast, why="  ")

    assert refused.status_code == 422  # type: ignore[attr-defined]  # a response
    assert not EmergencyAccess.objects.exists()


@pytest.mark.parametrize("who", ["siv", "mette", "hege", "berit", "nora", "guro", "erik"])
def test_nobody_but_the_administrator_asks(cast: Cast, client_as: As, who: str) -> None:
    client = client_as(who)

    assert client.get(URL).status_code == 403
    assert ask(client, cast).status_code == 403  # type: ignore[attr-defined]  # a response
    assert not EmergencyAccess.objects.exists()


@pytest.mark.parametrize("who", ["arne", "siv", "hege", "nora"])
def test_nobody_but_the_supervisor_answers(cast: Cast, client_as: As, who: str) -> None:
    ask(client_as("arne"), cast)

    assert answer(client_as(who), answer="yes", minutes="10").status_code == 403  # type: ignore[attr-defined]  # a response
    assert EmergencyAccess.objects.get().answered_at is None
