"""What NAV has agreed with providers: places and how many are free, changed with a version (F-05)."""

from collections.abc import Callable
from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from fotfeste.apps.measures.models import AgreementVersion, FrameworkAgreement
from fotfeste.cli.cast import Cast
from tests.provider_people import agreed, another_guide, another_provider, granted
from tests.web.filling_in import opened, send, words

As = Callable[[str], Client]
LIST = "/tiltak/avtaler"


def said(cast: Cast, **more: object) -> dict[str, object]:
    return {
        "provider": str(cast.units["brobygger"].public_id),
        "measure": "follow_up",
        "from_day": "01.01.2026",
        "until_day": "31.12.2028",
        "places": "4",
        "offices": [str(cast.units["nav_bodo"].public_id), str(cast.units["nav_fauske"].public_id)],
        **more,
    }


def change_of(row: FrameworkAgreement) -> str:
    return reverse("measure_agreement_change", args=[row.public_id])


@pytest.mark.req("F-05")
def test_the_office_makes_an_agreement_and_the_provider_sees_its_own(cast: Cast, client_as: As) -> None:
    hege, guro = client_as("hege"), client_as("guro")

    answer = send(hege, reverse("measure_agreement_new"), **said(cast))

    assert answer.status_code == 302, words(answer)
    row = FrameworkAgreement.objects.get()
    assert (row.places, row.from_day, row.until_day) == (4, date(2026, 1, 1), date(2028, 12, 31))
    for client in (hege, client_as("tom"), guro):
        shown = words(client.get(LIST))  # type: ignore[arg-type]  # Django's test response
        assert "Brobygger Tiltak AS" in shown
        assert "0 av 4 plasser er opptatt" in shown
    assert "Endre avtalen" not in words(guro.get(reverse("measure_agreement", args=[row.public_id])))  # type: ignore[arg-type]  # as above


@pytest.mark.req("F-05")
def test_places_are_counted_from_those_granted_and_not_ended(cast: Cast, client_as: As) -> None:
    agreed(cast, places=1)
    first, second = granted(cast, "nora"), granted(cast, "amir")

    shown = words(client_as("hege").get(LIST))  # type: ignore[arg-type]  # Django's test response
    assert "1 av 1 plasser er opptatt" in shown
    second.ended_on = date(2026, 11, 21)
    second.save()
    first.last_day = date(2026, 12, 1)
    first.starts_on = date(2026, 12, 1)
    first.save()

    row = FrameworkAgreement.objects.get()
    page = words(client_as("guro").get(reverse("measure_agreement", args=[row.public_id])))  # type: ignore[arg-type]  # as above
    assert "<dt>Står på venteliste</dt><dd>0</dd>" in page
    assert "Nora" not in page, "counts, and nobody's name"


@pytest.mark.req("F-05")
def test_others_neither_see_it_nor_change_it(cast: Cast, client_as: As) -> None:
    row = agreed(cast, offices=("nav_bodo",))
    one, change = reverse("measure_agreement", args=[row.public_id]), change_of(row)
    stranger = another_guide(another_provider())

    for client in (client_as("tom"), stranger):
        assert client.get(one).status_code == 404
        assert "Brobygger" not in client.get(LIST).content.decode()
    for name in ("siv", "mette", "berit", "nora", "erik", "arne"):
        assert client_as(name).get(LIST).status_code == 403
        assert client_as(name).get(one).status_code == 403
    assert client_as("guro").get(one).status_code == 200
    assert client_as("guro").get(change).status_code == 403
    assert client_as("tom").get(change).status_code == 404


@pytest.mark.req("F-05")
def test_how_it_stood_is_kept_and_who_saves_second_sees_both(cast: Cast, client_as: As) -> None:
    row = agreed(cast, places=4)
    hege, tom = client_as("hege"), client_as("tom")
    hers, his = opened(hege, change_of(row)), opened(tom, change_of(row))

    assert hege.post(change_of(row), {**hers, **said(cast, places="6")}).status_code == 302
    late: HttpResponse = tom.post(change_of(row), {**his, **said(cast, places="9")})  # type: ignore[assignment]  # Django's test response

    assert late.status_code == 409
    assert "Noen andre lagret mens du skrev" in words(late)
    row.refresh_from_db()
    assert (row.places, row.version) == (6, 2)
    assert list(AgreementVersion.objects.order_by("number").values_list("places", flat=True)) == [4, 6]
    history = words(hege.get(reverse("measure_agreement", args=[row.public_id])))  # type: ignore[arg-type]  # as above
    assert "4 plasser" in history
    assert "6 plasser" in history


@pytest.mark.req("F-05")
@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"places": "0"}, "minst 1"),
        ({"places": "100000"}, "høyst 1000"),
        ({"places": "fire"}, "Skriv et helt tall"),
        ({"from_day": "01.01.1900"}, "kan ikke begynne før"),
        ({"from_day": "31.12.9999", "until_day": ""}, "varer høyst 10 år"),
        ({"until_day": "31.12.9999"}, "varer høyst 10 år"),
        ({"until_day": "31.12.2025"}, "31."),
        ({"from_day": "29.02.2027"}, "29.02.2027"),
        ({"offices": []}, "NAV-kontor"),
    ],
)
def test_what_cannot_be_agreed_is_refused_and_nothing_is_saved(
    cast: Cast, client_as: As, wrong: dict[str, object], told: str
) -> None:
    answer = send(client_as("hege"), reverse("measure_agreement_new"), **said(cast, **wrong))

    assert answer.status_code == 422
    assert told in words(answer)
    assert not FrameworkAgreement.objects.exists()


@pytest.mark.req("F-05")
def test_it_takes_ones_own_office_and_does_not_overlap(cast: Cast, client_as: As) -> None:
    hege = client_as("hege")
    fauske = [str(cast.units["nav_fauske"].public_id)]
    assert send(hege, reverse("measure_agreement_new"), **said(cast, offices=fauske)).status_code == 422
    agreed(cast, until=date(2026, 12, 31))

    again = send(hege, reverse("measure_agreement_new"), **said(cast))
    after = send(hege, reverse("measure_agreement_new"), **said(cast, from_day="01.01.2027"))

    assert (again.status_code, after.status_code) == (422, 302)
    assert "Det er alt en avtale" in words(again)


@pytest.mark.req("F-05")
def test_sent_twice_is_one_agreement(cast: Cast, client_as: As) -> None:
    hege, address = client_as("hege"), reverse("measure_agreement_new")
    hidden = opened(hege, address)

    statuses = [hege.post(address, {**hidden, **said(cast)}).status_code for _ in range(2)]

    assert statuses == [302, 302]
    assert FrameworkAgreement.objects.count() == 1


def test_the_list_takes_few_statements_however_many(
    cast: Cast, client_as: As, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    for year in range(2016, 2027):
        agreed(cast, first=date(year, 1, 1), until=date(year, 12, 31))
    hege = client_as("hege")
    hege.get(LIST)

    with django_assert_max_num_queries(9):  # type: ignore[attr-defined]  # a context manager
        hege.get(LIST)
