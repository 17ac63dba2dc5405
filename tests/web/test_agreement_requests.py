"""Ways in to the agreement: openly, by one's own log-in, through a centre, taken by the office."""

import uuid
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agreements.models import Agreement, AgreementRequest
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.people.models import OfficeInCharge, Person
from fotfeste.cli.cast import Cast
from fotfeste.web import limits
from tests.web.filling_in import opened, send, words

As = Callable[[str], Client]
NEW_NUMBER = "13918334232"
HOSTILE = "\u202e<script>alert(1)</script>" * 40


@pytest.fixture(autouse=True)
def nobody_counted() -> None:
    limits.forget_all()


@pytest.fixture
def anybody() -> Client:
    return Client(headers={"Sec-Fetch-Site": "same-origin"})


def typed(cast: Cast, **more: str) -> dict[str, str]:
    return {
        "asked_by": "person",
        "through": "open_form",
        "office": str(cast.units["nav_bodo"].public_id),
        "name": "Kari Ny",
        "phone": "90000001",
        "wish": "En jobb med litt hjelp",
        **more,
    }


def interested(cast: Cast, **more: str) -> dict[str, str]:
    return {
        "through": "open_form",
        "office": str(cast.units["nav_bodo"].public_id),
        "employer": "Bodø Bakeri",
        "organisation_number": "974 760 673",
        "employer_contact": "Bente Baker",
        "employer_phone": "90000002",
        "wish": "Vi vurderer å ta inn noen i bakeriet",
        **more,
    }


def taken_up(**more: str) -> dict[str, str]:
    said = {"answer": "taken_up", "protection": "none", "identity_number": NEW_NUMBER}
    target = {"born_on": "01.02.2003", "reduced_capacity": "yes", "employer_part": "none_yet"}
    return said | target | more


def asked(anybody: Client, cast: Cast, **more: str) -> AgreementRequest:
    answer = send(anybody, reverse("agreement_ask"), **typed(cast, **more))
    assert answer.status_code == 302, words(answer)
    return AgreementRequest.objects.order_by("-pk")[0]


def interest(anybody: Client, cast: Cast, **more: str) -> AgreementRequest:
    answer = send(anybody, reverse("agreement_interest"), **interested(cast, **more))
    assert answer.status_code == 302, words(answer)
    return AgreementRequest.objects.order_by("-pk")[0]


def inbox_of(row: AgreementRequest) -> str:
    return reverse("agreement_request", args=[row.public_id])


@pytest.mark.req("A-11")
@pytest.mark.req("A-06")
def test_anybody_asks_gets_a_receipt_and_nav_decides_to_use_the_agreement(
    cast: Cast, client_as: As, anybody: Client
) -> None:
    row = asked(anybody, cast)
    receipt, hege = reverse("agreement_receipt", args=[row.receipt]), client_as("hege")

    assert "mottatt" in words(anybody.get(receipt))
    assert "Kari Ny" in words(hege.get(reverse("agreement_requests")))
    assert "Et spørsmål om avtale venter på svar" in words(hege.get(reverse("measure_cases")))
    assert "En jobb med litt hjelp" in words(hege.get(inbox_of(row)))
    assert "lest av kontoret" in words(anybody.get(receipt))
    answer = send(hege, inbox_of(row), **taken_up())

    person, agreement = Person.objects.get(name="Kari Ny"), Agreement.objects.get()
    assert answer["Location"] == reverse("agreement_page", args=[person.public_id])
    page = words(hege.get(answer["Location"]))
    assert "Ung med nedsatt arbeidsevne" in page
    assert "En jobb med litt hjelp" in page
    assert (agreement.person, agreement.target_group, agreement.used_on) == (person, "young", cast.on)
    assert agreement.decided_by == cast.accounts["hege"]
    assert OfficeInCharge.objects.get(person=person).unit == cast.units["nav_bodo"]
    assert "tatt opp" in words(anybody.get(receipt))
    assert "Kari Ny" in words(hege.get(reverse("agreement_all")))


@pytest.mark.req("A-11")
def test_the_employer_of_the_request_is_put_in_the_agreement_with_whom_to_reach_there(
    cast: Cast, client_as: As, anybody: Client
) -> None:
    with_employer = {"employer": "Rana Renhold", "organisation_number": "912 345 602"}
    reach = {"employer_contact": "Erik Stormo", "employer_phone": "90000003"}
    row = asked(anybody, cast, **with_employer, **reach)

    send(client_as("hege"), inbox_of(row), **taken_up(employer_part="hires"))

    agreement = Agreement.objects.select_related("employer").get()
    assert agreement.employer is not None
    assert agreement.employer.organisation_number == "912345602"
    page = words(client_as("hege").get(reverse("agreement_text", args=[agreement.person.public_id])))
    assert "Rana Renhold (912345602), Erik Stormo" in page


@pytest.mark.req("A-11")
@pytest.mark.parametrize("way", ["assistive_technology", "working_life", "working_life_adviser"])
def test_the_way_it_came_and_who_passed_it_on_are_on_record(
    cast: Cast, client_as: As, anybody: Client, way: str
) -> None:
    nobody_named = send(anybody, reverse("agreement_ask"), **typed(cast, through=way))
    assert nobody_named.status_code == 422
    assert "Skriv navnet på den som sender det videre" in words(nobody_named)

    row = asked(anybody, cast, through=way, passed_on_by="Frida Formidler")

    assert row.through == way
    assert "Frida Formidler" in words(client_as("hege").get(inbox_of(row)))


@pytest.mark.req("A-11")
def test_person_and_employer_ask_together(cast: Cast, client_as: As, anybody: Client) -> None:
    employer = {"employer": "Bodø Bakeri", "organisation_number": "974760673", "employer_phone": "90000002"}

    alone = send(anybody, reverse("agreement_ask"), **typed(cast, asked_by="both"))
    row = asked(anybody, cast, asked_by="both", **employer)

    assert alone.status_code == 422
    assert "Skriv hva bedriften heter" in words(alone)
    assert (row.asked_by_whom, row.organisation_number) == ("both", "974760673")
    page = words(client_as("hege").get(inbox_of(row)))
    assert "Begge sammen" in page
    assert "974 760 673" in page


@pytest.mark.req("A-12")
def test_an_employers_interest_names_nobody_and_is_answered_in_time(
    cast: Cast, client_as: As, anybody: Client
) -> None:
    row, hege = interest(anybody, cast), client_as("hege")
    form = opened(anybody, reverse("agreement_interest"))
    assert 'name="name"' not in words(anybody.get(reverse("agreement_interest")))
    assert form

    assert row.answer_by == date(2026, 11, 30)
    page = words(hege.get(inbox_of(row)))
    assert "Bodø Bakeri" in page
    assert 'name="identity_number"' not in page
    early = send(hege, inbox_of(row), answer="informed", words="Ringte", told_on="20.11.2026")
    without = send(hege, inbox_of(row), answer="informed", told_on="22.11.2026")
    assert (early.status_code, without.status_code) == (422, 422)
    send(hege, inbox_of(row), answer="informed", words="Fortalte om tilskudd", told_on="22.11.2026")

    row.refresh_from_db()
    assert (row.answer, row.answered_on, row.person) == ("informed", cast.on, None)
    assert "Fortalte om tilskudd" in words(hege.get(inbox_of(row)))
    assert "besvart" in words(anybody.get(reverse("agreement_receipt", args=[row.receipt])))
    assert not Agreement.objects.exists()
    assert (
        send(hege, inbox_of(row), answer="informed", words="Igjen", told_on="22.11.2026").status_code == 409
    )


@pytest.mark.req("A-12")
def test_what_is_late_rises_to_the_top_and_says_so(cast: Cast, client_as: As, anybody: Client) -> None:
    asked(anybody, cast, name="Anna Nyest")
    late = asked(anybody, cast, name="Berta Sen")
    AgreementRequest.objects.filter(pk=late.pk).update(answer_by=cast.on - timedelta(days=1))

    page = words(client_as("hege").get(reverse("agreement_requests")))

    assert page.index("Berta Sen") < page.index("Anna Nyest")
    assert page.count("svaret er for sent ute") == 1


def test_the_inbox_takes_the_same_few_statements_however_much_waits(
    cast: Cast, client_as: As, anybody: Client, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for number in range(4):
        asked(anybody, cast, name=("Ada", "Bea", "Cia", "Dea")[number] + " Ny")
    hege = client_as("hege")
    hege.get(reverse("agreement_requests"))

    with django_assert_max_num_queries(20):
        hege.get(reverse("agreement_requests"))


@pytest.mark.req("A-11")
def test_a_receipt_tells_office_days_and_status_and_nothing_of_who_asked(cast: Cast, anybody: Client) -> None:
    row = asked(anybody, cast)

    page = words(anybody.get(reverse("agreement_receipt", args=[row.receipt])))

    assert "NAV Bodø" in page
    assert "Kari" not in page
    assert "litt hjelp" not in page
    assert anybody.get(reverse("agreement_receipt", args=["AAAA-BBBB-CCCC-DDDD"])).status_code == 404
    found = anybody.get(reverse("agreement_look_up"), {"kvittering": f" {row.receipt.lower()} "})
    assert found["Location"] == reverse("agreement_receipt", args=[row.receipt])
    assert anybody.get(reverse("agreement_look_up"), {"kvittering": "<script>"}).status_code == 302


@pytest.mark.req("A-11")
def test_only_the_office_that_was_asked_sees_it(cast: Cast, client_as: As, anybody: Client) -> None:
    page = inbox_of(asked(anybody, cast))

    assert client_as("tom").get(page).status_code == 404
    assert "Kari Ny" not in words(client_as("tom").get(reverse("agreement_requests")))
    for name in ("siv", "berit", "guro", "mette", "arne", "nora", "erik"):
        assert client_as(name).get(page).status_code == 403
        assert client_as(name).get(reverse("agreement_all")).status_code == 403
    assert anybody.get(page).status_code == 302
    assert not LogRow.objects.filter(action="agreement_request.seen", permitted=True).exists()


@pytest.mark.req("A-11")
def test_a_form_sent_twice_is_one_request_and_a_flood_is_stopped(cast: Cast, anybody: Client) -> None:
    hidden = opened(anybody, reverse("agreement_ask"))
    answers = [anybody.post(reverse("agreement_ask"), {**hidden, **typed(cast)}) for _ in range(2)]
    assert AgreementRequest.objects.count() == 1
    assert answers[0]["Location"] == answers[1]["Location"]
    for _ in range(limits.FOR_ASKING.calls - 2):
        asked(anybody, cast)

    flooded = send(anybody, reverse("agreement_ask"), **typed(cast))

    assert flooded.status_code == 429
    assert "En jobb med litt hjelp" in words(flooded)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"office": str(uuid.UUID(int=5))}, "Velg"),
        ({"phone": "", "email": ""}, "Skriv telefon eller e-post"),
        ({"website": "https://spam.example"}, "La dette feltet stå tomt"),
        ({"wish": ""}, "Kari Ny"),
        ({"wish": "x" * 5_000}, "Kari Ny"),
        ({"organisation_number": "974760674"}, "Kari Ny"),
        ({"organisation_number": "\u0661" * 9}, "Kari Ny"),
        ({"through": "own_log_in"}, "Kari Ny"),
        ({"name": HOSTILE}, "litt hjelp"),
        ({"employer_phone": "ring meg"}, "Kari Ny"),
    ],
)
def test_what_cannot_be_sent_is_said_and_kept(
    cast: Cast, anybody: Client, more: dict[str, str], said: str
) -> None:
    answer = send(anybody, reverse("agreement_ask"), **typed(cast, **more))

    assert answer.status_code == 422
    assert said in words(answer)
    assert "<script>alert" not in words(answer)
    assert not AgreementRequest.objects.exists()


@pytest.mark.req("A-11")
def test_who_is_logged_in_asks_takes_back_and_asks_again(cast: Cast, client_as: As) -> None:
    nora, page = client_as("nora"), reverse("my_agreement_ask")
    office = str(cast.units["nav_bodo"].public_id)

    send(nora, page, office=office, wish="Fast kontakt i NAV")
    first = AgreementRequest.objects.get()
    assert "mottatt" in words(nora.get(page))
    nora.post(reverse("my_agreement_withdrawal", args=[first.public_id]), opened(nora, page))
    send(nora, page, office=office, wish="Likevel", employer="Bodø Bakeri", organisation_number="974760673")

    second = AgreementRequest.objects.order_by("-pk")[0]
    assert [each.status for each in AgreementRequest.objects.order_by("pk")] == ["withdrawn", "waits"]
    target = {
        "born_on": "",
        "reduced_capacity": "unknown",
        "employer_part": "considers",
        "why": "Har bedt selv",
    }
    answer = send(client_as("hege"), inbox_of(second), answer="taken_up", **target)
    assert answer["Location"] == reverse("agreement_page", args=[cast.people["nora"].public_id])
    assert "NAV bestemte å bruke avtalen" in words(nora.get(reverse("my_agreement_page")))
    again = nora.post(reverse("my_agreement_withdrawal", args=[second.public_id]), opened(nora, page))
    assert again.status_code == 409


@pytest.mark.req("A-11")
def test_who_is_not_taken_up_is_told_why(cast: Cast, client_as: As) -> None:
    nora = client_as("nora")
    send(nora, reverse("my_agreement_ask"), office=str(cast.units["nav_bodo"].public_id), wish="Hjelp")
    page = inbox_of(AgreementRequest.objects.get())

    assert send(client_as("hege"), page, answer="not_taken_up").status_code == 422
    send(client_as("hege"), page, answer="not_taken_up", words="Vi venter til jobben er klar")

    assert "Vi venter til jobben er klar" in words(nora.get(reverse("my_agreement_ask")))
    assert not Agreement.objects.exists()


@pytest.mark.req("A-11")
def test_the_office_takes_down_what_somebody_asks_for_who_came(cast: Cast, client_as: As) -> None:
    hege = client_as("hege")

    answer = send(hege, reverse("agreement_take_down"), **typed(cast, through="office"))
    shown = send(hege, reverse("agreement_interest_take_down"), **interested(cast, through="office"))

    assert "Kari Ny" in words(hege.get(answer["Location"]))
    assert "Bodø Bakeri" in words(hege.get(shown["Location"]))
    assert [row.asked_for for row in AgreementRequest.objects.order_by("pk")] == ["agreement", "interest"]
    assert {row.asked_by for row in AgreementRequest.objects.all()} == {cast.accounts["hege"]}
    for name in ("siv", "nora", "guro"):
        assert client_as(name).get(reverse("agreement_take_down")).status_code == 403
