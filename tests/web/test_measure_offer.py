"""Which offer the need points to: suggested, never assigned, and offices that lack the cooperation (W-10)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.measures.cases import open_case
from fotfeste.apps.measures.models import MeasureDecision, NeedTalk, OfficeCooperation, Participation
from fotfeste.cli.cast import Cast
from tests.measure_people import guided
from tests.web.filling_in import opened, send, words

As = Callable[[str], Client]
ON = "22.11.2026"


def talked(cast: Cast, **known: Any) -> None:
    case = open_case(
        cast.people["nora"], cast.units["nav_bodo"], by=cast.acting("hege"), measure="follow_up", on=cast.on
    )
    NeedTalk.objects.create(
        person=case.person,
        case=case,
        talked_on=cast.on,
        written_on=cast.on,
        written_by=cast.accounts["hege"],
        **{"needs_more_help": True, "in_treatment": False, **known},
    )


def page(client: Client, cast: Cast) -> str:
    return words(client.get(reverse("measure_offer", args=[cast.people["nora"].public_id])))


def says(client: Client, answer: str, **typed: str) -> int:
    typed = {"is_integrated": answer, "from_day": ON, **typed}
    return send(client, reverse("measure_cooperation"), **typed).status_code


@pytest.mark.req("W-10")
def test_in_treatment_at_an_office_that_works_with_the_health_service_it_is_ips(
    cast: Cast, client_as: As
) -> None:
    hege = client_as("hege")
    talked(cast, in_treatment=True)
    assert "Det er ikke kjent om kontoret samarbeider" in page(hege, cast)
    assert says(hege, "yes", with_whom="DPS Salten") == 302

    shown = page(hege, cast)

    assert '<h2 id="offer">Individuell jobbstøtte (IPS)' in shown
    assert "behovet er ikke møtt" not in shown
    assert not Participation.objects.exists()
    assert not MeasureDecision.objects.exists(), "it suggests, and decides nothing"


@pytest.mark.req("W-10")
def test_where_the_office_lacks_it_the_need_is_unmet_with_what_there_is_instead(
    cast: Cast, client_as: As
) -> None:
    hege = client_as("hege")
    talked(cast, in_treatment=True)
    assert says(hege, "no") == 302

    shown = page(hege, cast)

    assert "behovet er ikke møtt" in shown
    assert '<h2 id="offer">Arbeid med støtte' in shown
    assert "Arbeid med støtte og Oppfølging er det som finnes her" in shown
    assert "behovet er ikke møtt" in words(client_as("nora").get(reverse("my_measure_offer")))


@pytest.mark.req("W-10")
@pytest.mark.parametrize(
    ("known", "offer"),
    [
        ({"needs_close_support": True}, "Arbeid med støtte"),
        ({}, "Oppfølging"),
        ({"needs_more_help": False}, "Hjelp fra NAV selv"),
        ({"needs_more_help": None}, "Ikke noe forslag ennå"),
    ],
)
def test_the_offer_follows_the_need(
    cast: Cast, client_as: As, known: dict[str, bool | None], offer: str
) -> None:
    talked(cast, **known)

    assert f'<h2 id="offer">{offer}' in page(client_as("hege"), cast)


@pytest.mark.req("W-10")
def test_offices_that_lack_the_cooperation_stand_first(cast: Cast, client_as: As) -> None:
    says(client_as("hege"), "yes", with_whom="DPS Salten")
    says(client_as("tom"), "no")

    shown = words(client_as("hege").get(reverse("measure_cooperation")))

    places = [shown.index(name) for name in ("NAV Fauske</th>", "NAV Narvik</th>", "NAV Bodø</th>")]
    assert places == sorted(places)
    assert "DPS Salten" in shown


@pytest.mark.req("W-10")
def test_a_cooperation_counts_from_its_day(cast: Cast, client_as: As) -> None:
    hege = client_as("hege")
    talked(cast, in_treatment=True)
    says(hege, "no", from_day="01.01.2026")

    assert says(hege, "yes", from_day="01.01.2027", with_whom="DPS Salten") == 302

    assert "behovet er ikke møtt" in page(hege, cast)


@pytest.mark.req("W-10")
@pytest.mark.parametrize("name", ["siv", "tom", "berit", "mette", "arne", "guro", "erik", "amir"])
def test_nobody_else_sees_the_suggestion(cast: Cast, client_as: As, name: str) -> None:
    talked(cast, in_treatment=True)
    guided(cast, "nora", "guro")
    client = client_as(name)

    answer = client.get(reverse("measure_offer", args=[cast.people["nora"].public_id]))

    assert answer.status_code in {403, 404}
    if name != "tom":
        assert client.get(reverse("measure_cooperation")).status_code in {403, 404}
        assert client.post(reverse("measure_cooperation"), {"is_integrated": "yes"}).status_code in {403, 404}
    assert not OfficeCooperation.objects.exists()


@pytest.mark.parametrize("day", ["31.12.9999", "01.01.1900", "29.02.2027", ""])
def test_odd_days_are_refused(cast: Cast, client_as: As, day: str) -> None:
    assert says(client_as("hege"), "yes", from_day=day) == 422
    assert not OfficeCooperation.objects.exists()


def test_sent_twice_it_is_one_and_another_answer_with_the_same_key_is_refused(
    cast: Cast, client_as: As
) -> None:
    hege, address = client_as("hege"), reverse("measure_cooperation")
    hidden = opened(hege, address)
    typed = {**hidden, "is_integrated": "yes", "from_day": ON, "with_whom": "<b>DPS</b>"}

    assert [hege.post(address, typed).status_code for _ in range(2)] == [302, 302]
    assert hege.post(address, {**typed, "is_integrated": "no"}).status_code == 409
    assert OfficeCooperation.objects.count() == 1
    assert "<b>DPS" not in words(hege.get(address))  # type: ignore[arg-type]  # Django's test response


def test_the_pages_ask_few_questions(
    cast: Cast, client_as: As, django_assert_max_num_queries: Callable[..., object]
) -> None:
    talked(cast, in_treatment=True)
    hege = client_as("hege")
    with django_assert_max_num_queries(16):  # type: ignore[attr-defined]  # a context manager
        page(hege, cast)
    with django_assert_max_num_queries(10):  # type: ignore[attr-defined]  # as above
        hege.get(reverse("measure_cooperation"))
