"""Asking for Follow-up: openly, by one's own log-in, taken by the office; NAV's proposal (F-01)."""

import uuid
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.measures.models import MeasureCase, MeasureRequest
from fotfeste.apps.people.models import OfficeInCharge, Person
from fotfeste.cli.cast import Cast
from fotfeste.web import limits
from tests.web.filling_in import opened, send, words

As = Callable[[str], Client]
NEW_NUMBER = "13918334232"


@pytest.fixture(autouse=True)
def nobody_counted() -> None:
    limits.forget_all()


@pytest.fixture
def anybody() -> Client:
    return Client(headers={"Sec-Fetch-Site": "same-origin"})


def typed(cast: Cast, **more: str) -> dict[str, str]:
    return {
        "office": str(cast.units["nav_bodo"].public_id),
        "name": "Kari Ny",
        "phone": "90000001",
        "wish": "Hjelp til å finne en jobb jeg kan stå i",
        "helper": "Mor",
        **more,
    }


def taken_up(**more: str) -> dict[str, str]:
    return {"answer": "taken_up", "protection": "none", "identity_number": NEW_NUMBER, **more}


def post(client: Client, url: str, **said: str) -> HttpResponse:
    return client.post(url, {**opened(client, reverse("my_measures")), **said})  # type: ignore[return-value]  # Django's test response


def asked(anybody: Client, cast: Cast, **more: str) -> MeasureRequest:
    answer = send(anybody, reverse("measure_ask"), **typed(cast, **more))
    assert answer.status_code == 302, words(answer)
    return MeasureRequest.objects.order_by("-pk")[0]


@pytest.mark.req("F-01")
def test_anybody_asks_gets_a_receipt_and_the_office_makes_it_a_case(
    cast: Cast, client_as: As, anybody: Client
) -> None:
    row = asked(anybody, cast)
    receipt = reverse("measure_receipt", args=[row.receipt])

    hege, page = client_as("hege"), reverse("measure_request", args=[row.public_id])
    assert "mottatt" in words(anybody.get(receipt))
    assert "Kari Ny" in words(hege.get(reverse("measure_requests")))
    assert "Hjelp til å finne en jobb" in words(hege.get(page))
    assert "lest av kontoret" in words(anybody.get(receipt))
    answer = send(hege, page, **taken_up())

    person = Person.objects.get(name="Kari Ny")
    assert answer["Location"] == reverse("measure_case", args=[person.public_id])
    assert "Hjelp til å finne en jobb" in words(hege.get(answer["Location"]))
    assert "Kari Ny" in words(hege.get(reverse("measure_cases")))
    assert OfficeInCharge.objects.get(person=person).unit == cast.units["nav_bodo"]
    assert "tatt opp" in words(anybody.get(receipt))


@pytest.mark.req("F-01")
def test_a_receipt_tells_office_day_and_status_and_nothing_of_who_asked(cast: Cast, anybody: Client) -> None:
    row = asked(anybody, cast)

    page = words(anybody.get(reverse("measure_receipt", args=[row.receipt])))

    assert "NAV Bodø" in page
    assert "Kari" not in page
    assert "jobb jeg kan stå i" not in page
    assert anybody.get(reverse("measure_receipt", args=["AAAA-BBBB-CCCC-DDDD"])).status_code == 404
    found = anybody.get(reverse("measure_look_up"), {"kvittering": f" {row.receipt.lower()} "})
    assert found["Location"] == reverse("measure_receipt", args=[row.receipt])
    assert anybody.get(reverse("measure_look_up"), {"kvittering": "<script>"}).status_code == 302


@pytest.mark.req("F-01")
def test_only_the_office_that_was_asked_sees_it(cast: Cast, client_as: As, anybody: Client) -> None:
    page = reverse("measure_request", args=[asked(anybody, cast).public_id])

    assert client_as("tom").get(page).status_code == 404
    assert "Kari Ny" not in words(client_as("tom").get(reverse("measure_requests")))
    for name in ("siv", "berit", "guro", "mette", "arne", "nora"):
        assert client_as(name).get(page).status_code == 403
    assert anybody.get(page).status_code == 302
    assert not LogRow.objects.filter(action="measure_request.seen", permitted=True).exists()


@pytest.mark.req("F-01")
def test_a_form_sent_twice_is_one_request(cast: Cast, anybody: Client) -> None:
    hidden = opened(anybody, reverse("measure_ask"))

    answers = [anybody.post(reverse("measure_ask"), {**hidden, **typed(cast)}) for _ in range(2)]

    assert MeasureRequest.objects.count() == 1
    assert answers[0]["Location"] == answers[1]["Location"]


@pytest.mark.req("F-01")
def test_a_flood_is_stopped_and_loses_nobodys_words(cast: Cast, anybody: Client) -> None:
    for _ in range(limits.FOR_ASKING.calls):
        asked(anybody, cast)

    answer = send(anybody, reverse("measure_ask"), **typed(cast))

    assert answer.status_code == 429
    assert "Hjelp til å finne en jobb" in words(answer)
    assert MeasureRequest.objects.count() == limits.FOR_ASKING.calls


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"office": str(uuid.UUID(int=5))}, "Velg"),
        ({"phone": "", "email": ""}, "Skriv telefon eller e-post"),
        ({"website": "https://spam.example"}, "La dette feltet stå tomt"),
        ({"wish": ""}, "Kari Ny"),
        ({"wish": "x" * 5_000}, "Kari Ny"),
        ({"name": "\u202e<script>alert(1)</script>" * 40}, "jobb jeg kan stå i"),
    ],
)
def test_what_cannot_be_sent_is_said_and_kept(
    cast: Cast, anybody: Client, more: dict[str, str], said: str
) -> None:
    answer = send(anybody, reverse("measure_ask"), **typed(cast, **more))

    assert answer.status_code == 422
    assert said in words(answer)
    assert not MeasureRequest.objects.exists()


@pytest.mark.req("F-01")
def test_who_is_logged_in_asks_takes_back_and_asks_again(cast: Cast, client_as: As) -> None:
    nora, page = client_as("nora"), reverse("my_measures")
    office = str(cast.units["nav_bodo"].public_id)

    send(nora, page, office=office, wish="Vil beholde jobben")
    first = MeasureRequest.objects.get()
    assert "mottatt" in words(nora.get(page))
    post(nora, reverse("my_withdrawal", args=[first.public_id]))
    send(nora, page, office=office, wish="Vil likevel søke")

    assert [row.status for row in MeasureRequest.objects.order_by("pk")] == ["withdrawn", "waits"]
    second = MeasureRequest.objects.order_by("-pk")[0]
    hege = client_as("hege")
    answer = send(hege, reverse("measure_request", args=[second.public_id]), answer="taken_up")
    assert answer["Location"] == reverse("measure_case", args=[cast.people["nora"].public_id])
    assert MeasureCase.objects.get().person == cast.people["nora"]
    assert "tatt opp" in words(nora.get(page))


@pytest.mark.req("F-01")
def test_who_is_not_taken_up_is_told_why(cast: Cast, client_as: As) -> None:
    nora = client_as("nora")
    office = str(cast.units["nav_bodo"].public_id)
    send(nora, reverse("my_measures"), office=office, wish="Hjelp")
    page = reverse("measure_request", args=[MeasureRequest.objects.get().public_id])

    assert send(client_as("hege"), page, answer="not_taken_up").status_code == 422
    send(client_as("hege"), page, answer="not_taken_up", reason="Du har alt Oppfølging i Fauske")

    assert "Du har alt Oppfølging i Fauske" in words(nora.get(reverse("my_measures")))
    assert send(client_as("hege"), page, answer="taken_up").status_code == 409


@pytest.mark.req("F-01")
def test_the_office_takes_a_request_and_finds_who_is_there_from_before(
    cast: Cast, client_as: As, anybody: Client
) -> None:
    hege = client_as("hege")
    first = asked(anybody, cast)
    send(hege, reverse("measure_request", args=[first.public_id]), **taken_up())

    answer = send(hege, reverse("measure_take_down"), **typed(cast, name="Kari Ny", wish="Ringte igjen"))
    send(hege, answer["Location"], **taken_up())

    assert Person.objects.filter(name="Kari Ny").count() == 1
    assert MeasureCase.objects.count() == 1
    assert MeasureRequest.objects.filter(case=MeasureCase.objects.get()).count() == 2


@pytest.mark.req("F-01")
def test_nav_proposes_and_the_person_says_yes_or_no(cast: Cast, client_as: As) -> None:
    hege, nora = client_as("hege"), client_as("nora")
    page = reverse("act", args=[cast.people["nora"].public_id, "measure-propose"])
    send(hege, page, measure="follow_up", why="Du trenger mer hjelp enn vi har her")

    mine = nora.get(reverse("my_measures"))
    assert "NAV Bodø foreslår: Oppfølging" in words(mine)
    row = MeasureRequest.objects.get()
    again = send(hege, page, measure="follow_up", why="En gang til")
    assert again.status_code == 422
    post(nora, reverse("my_proposal", args=[row.public_id]), answer="accepted")

    assert MeasureCase.objects.get().person == cast.people["nora"]
    assert hege.get(reverse("measure_case", args=[cast.people["nora"].public_id])).status_code == 200
    twice = post(nora, reverse("my_proposal", args=[row.public_id]), answer="declined")
    assert twice.status_code == 409


@pytest.mark.req("F-01")
def test_a_no_to_a_proposal_opens_nothing(cast: Cast, client_as: As) -> None:
    page = reverse("act", args=[cast.people["nora"].public_id, "measure-propose"])
    send(client_as("hege"), page, measure="follow_up", why="Forslag")
    row, nora = MeasureRequest.objects.get(), client_as("nora")

    post(nora, reverse("my_proposal", args=[row.public_id]), answer="declined")

    assert not MeasureCase.objects.exists()
    assert not OfficeInCharge.objects.exists()
    assert client_as("tom").get(page).status_code == 404
    assert client_as("siv").get(page).status_code == 403


def test_an_unknown_office_cannot_open_a_case_it_was_not_asked_for(cast: Cast, client_as: As) -> None:
    nora = cast.people["nora"].public_id

    assert client_as("hege").get(reverse("measure_case", args=[nora])).status_code in {403, 404}
    assert client_as("siv").get(reverse("measure_case", args=[nora])).status_code == 403
    assert client_as("nora").get(reverse("measure_case", args=[nora])).status_code == 200
