"""Closing a case, where it stands, and what waits: requests, and decisions for a second adviser (F-02)."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.measures.cases import open_case
from fotfeste.apps.measures.models import MeasureCase, MeasureDecision, Participation
from fotfeste.apps.measures.next_steps import steps_of
from fotfeste.cli.cast import Cast
from tests.measure_people import guided, taking_part
from tests.web.filling_in import opened, send, words

As = Callable[[str], Client]
CLOSE = {"cause": "finished", "words": "Nora er i fast jobb"}


def act(cast: Cast) -> str:
    return reverse("act", args=[cast.people["nora"].public_id, "measure-close"])


def page(client: Client, cast: Cast) -> str:
    return words(client.get(reverse("measure_case", args=[cast.people["nora"].public_id])))


@pytest.fixture
def row(cast: Cast) -> Participation:
    return taking_part(cast, "nora", since=date(2026, 8, 1), until=date(2027, 1, 31))


@pytest.mark.req("F-02")
def test_a_case_is_closed_only_when_nobody_takes_part(row: Participation, cast: Cast, client_as: As) -> None:
    hege = client_as("hege")
    assert "deltar" in page(hege, cast)
    refused = send(hege, act(cast), **CLOSE)
    assert refused.status_code == 422
    assert "januar 2027" in words(refused).replace("\u00a0", " ")
    assert "Nora er i fast jobb" in words(refused)
    Participation.objects.update(ended_on=date(2026, 11, 21))
    assert "deltakelsen er over" in page(hege, cast)

    assert send(hege, act(cast), **CLOSE).status_code == 302

    case = MeasureCase.objects.get()
    assert (case.closed_on, case.close_cause) == (cast.on, "finished")
    assert "lukket" in page(hege, cast)
    assert "Nora er i fast jobb" in words(client_as("nora").get(reverse("my_measure_case")))
    assert "Nora Lunde" not in words(hege.get(reverse("measure_cases")))


@pytest.mark.req("F-02")
@pytest.mark.parametrize("name", ["siv", "tom", "berit", "mette", "arne", "guro", "erik", "nora"])
def test_nobody_else_closes_it(row: Participation, cast: Cast, client_as: As, name: str) -> None:
    guided(cast, "nora", "guro")
    Participation.objects.update(ended_on=date(2026, 11, 21))

    assert client_as(name).post(act(cast), CLOSE).status_code in {403, 404}
    assert MeasureCase.objects.get().closed_on is None


def test_closed_twice_is_closed_once_and_another_reason_needs_words(cast: Cast, client_as: As) -> None:
    hege = client_as("hege")
    open_case(
        cast.people["nora"], cast.units["nav_bodo"], by=cast.acting("hege"), measure="follow_up", on=cast.on
    )
    assert send(hege, act(cast), cause="other", words=" ").status_code == 422
    hidden, later = opened(hege, act(cast)), opened(hege, act(cast))

    assert [hege.post(act(cast), {**hidden, **CLOSE}).status_code for _ in range(2)] == [302, 302]
    assert hege.post(act(cast), {**later, **CLOSE}).status_code in {409, 422}


@pytest.mark.req("F-01", "F-02")
def test_what_waits_stands_on_the_offices_list(cast: Cast, client_as: As) -> None:
    hege = client_as("hege")
    case = open_case(
        cast.people["sofie"], cast.units["nav_bodo"], by=cast.acting("hege"), measure="follow_up", on=cast.on
    )
    MeasureDecision.objects.create(
        person=case.person,
        case=case,
        kind="need_14a",
        measure=case.measure,
        decided_on=cast.on,
        decided_by=cast.accounts["hege"],
        needs_second=True,
    )
    nora = client_as("nora")
    office = str(cast.units["nav_bodo"].public_id)
    send(nora, reverse("my_measures"), office=office, wish="Vil ha hjelp")

    listed = words(hege.get(reverse("measure_cases")))

    codes = [step.why.code for step in steps_of([case], on=cast.on)[case.pk]]
    assert codes == ["measure-decision.waits"]
    assert "En søknad venter på svar" in listed
    assert "Nora Lunde" not in listed, "names nobody"
    assert "venter på godkjenning av en annen" in listed
    elsewhere = words(client_as("tom").get(reverse("measure_cases")))
    assert "venter på" not in elsewhere
