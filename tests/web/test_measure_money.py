"""A note on money: what is kept, what there may be a right to, the rates of the day (F-15)."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.measures.models import BenefitPutDown, MeasureCase
from fotfeste.apps.vault.keys import keys_of
from fotfeste.cli.cast import Cast
from tests.measure_people import guided, taking_part
from tests.web.filling_in import opened, send, words

As = Callable[[str], Client]
MONEY = {"benefit": "none", "children": "2"}


@pytest.fixture
def case(cast: Cast) -> MeasureCase:
    """Nora takes part, born on 1 March 1990, and Guro is her guide."""
    guided(cast, "nora", "guro")
    row = taking_part(cast, "nora", since=date(2026, 11, 2), until=date(2027, 4, 30)).case
    key = keys_of([(row.person_id, row.person.public_id)])[row.person_id]
    row.seal("sealed_born_on", "1990-03-01", key)
    row.save()
    return row


def act(cast: Cast) -> str:
    return reverse("act", args=[cast.people["nora"].public_id, "measure-money"])


def page(client: Client, cast: Cast, day: str = "") -> str:
    address = reverse("measure_money", args=[cast.people["nora"].public_id])
    return words(client.get(address + (f"?day={day}" if day else "")))


@pytest.mark.req("F-15")
def test_without_a_benefit_the_person_reads_of_the_right_and_the_rates_of_the_day(
    case: MeasureCase, cast: Cast, client_as: As
) -> None:
    before = words(client_as("nora").get(reverse("my_measure_money")))
    assert "Da kan vi bare si det som gjelder alle" in before
    assert send(client_as("hege"), act(cast), **MONEY).status_code == 302

    mine = words(client_as("nora").get(reverse("my_measure_money")))

    for said in ("Du kan ha rett til tiltakspenger.", "424 kroner", "312", "56", "leve av"):
        assert said in mine
    assert "Ingen ytelse fra NAV" in mine
    assert b"none" not in bytes(BenefitPutDown.objects.get().sealed_money)


@pytest.mark.req("F-15")
@pytest.mark.parametrize(
    ("benefit", "kept"),
    [
        ("sickness", "Sykepengene beholdes"),
        ("unemployment", "Dagpengene beholdes"),
        ("work_assessment", "Arbeidsavklaringspengene beholdes"),
    ],
)
def test_who_has_a_benefit_keeps_it_and_gets_no_other_for_the_same_time(
    case: MeasureCase, cast: Cast, client_as: As, benefit: str, kept: str
) -> None:
    send(client_as("hege"), act(cast), **{**MONEY, "benefit": benefit})

    mine = words(client_as("nora").get(reverse("my_measure_money")))

    assert kept in mine
    assert "Du får ikke tiltakspenger nå:" in mine
    assert "en annen ytelse til å leve av" in mine
    assert "424 kroner" not in mine


@pytest.mark.req("F-15")
def test_the_rates_are_those_of_the_day_and_never_of_another_year(
    case: MeasureCase, cast: Cast, client_as: As
) -> None:
    hege = client_as("hege")
    send(hege, act(cast), **MONEY)

    assert "408 kroner" in page(hege, cast, "01.03.2025"), "298 and two children at 55"
    provisional = page(hege, cast, "01.03.2022")
    assert "foreløpig" in provisional
    unknown = page(hege, cast, "01.03.2027")
    assert "Satsen for 2027 er ikke kjent her" in unknown
    assert "kroner for hver dag" not in unknown


@pytest.mark.req("F-15")
def test_who_is_excluded_is_told_why(case: MeasureCase, cast: Cast, client_as: As) -> None:
    hege = client_as("hege")
    send(hege, act(cast), **MONEY, paid_by_provider="on", in_institution="on")

    shown = page(hege, cast)

    assert "Ikke rett til tiltakspenger nå:" in shown
    assert "får lønn fra tiltaksarrangøren" in shown
    assert "fri kost og losji" in shown


@pytest.mark.req("F-15")
@pytest.mark.parametrize("name", ["siv", "tom", "berit", "mette", "arne", "guro", "erik", "amir"])
def test_nobody_else_sees_what_the_person_lives_on(
    case: MeasureCase, cast: Cast, client_as: As, name: str
) -> None:
    send(client_as("hege"), act(cast), **{**MONEY, "benefit": "social_assistance"})
    client = client_as(name)

    answer = client.get(reverse("measure_money", args=[case.person.public_id]))

    assert answer.status_code in {403, 404}
    assert "sosialhjelp" not in words(answer)  # type: ignore[arg-type]  # Django's test response
    assert client.post(act(cast), MONEY).status_code in {403, 404}


def test_without_a_birth_date_it_says_what_is_missing(case: MeasureCase, cast: Cast, client_as: As) -> None:
    MeasureCase.objects.update(sealed_born_on=b"")
    send(client_as("hege"), act(cast), **MONEY)

    assert "Fødselsdatoen mangler" in page(client_as("hege"), cast)


@pytest.mark.parametrize("day", ["31.12.9999", "01.01.1900", "29.02.2026", "x"])
def test_an_odd_day_is_said_to_be_so(case: MeasureCase, cast: Cast, client_as: As, day: str) -> None:
    hege = client_as("hege")
    send(hege, act(cast), **MONEY)

    answer = hege.get(reverse("measure_money", args=[case.person.public_id]), {"day": day})

    assert answer.status_code in {200, 400}
    assert "Penger under tiltaket" in words(answer)  # type: ignore[arg-type]  # Django's test response


def test_odd_numbers_are_refused_and_what_was_put_down_before_stays(
    case: MeasureCase, cast: Cast, client_as: As
) -> None:
    hege = client_as("hege")
    for wrong in ({"children": "-1"}, {"children": "999999"}, {"children": "to"}, {"benefit": "mynt"}):
        assert send(hege, act(cast), **{**MONEY, **wrong}).status_code == 422
    first, second = opened(hege, act(cast)), opened(hege, act(cast))
    assert hege.post(act(cast), {**first, **MONEY}).status_code == 302
    assert hege.post(act(cast), {**second, **MONEY, "children": "3"}).status_code == 409
    send(hege, act(cast), **{**MONEY, "benefit": "sickness"})
    assert BenefitPutDown.objects.count() == 2
    with_case_closed = MeasureCase.objects.get()
    with_case_closed.closed_on = cast.on
    with_case_closed.save()
    assert send(hege, act(cast), **MONEY).status_code == 422


def test_the_page_asks_few_questions(
    case: MeasureCase, cast: Cast, client_as: As, django_assert_max_num_queries: Callable[..., object]
) -> None:
    hege = client_as("hege")
    send(hege, act(cast), **MONEY)

    with django_assert_max_num_queries(16):  # type: ignore[attr-defined]  # a context manager
        page(hege, cast)
