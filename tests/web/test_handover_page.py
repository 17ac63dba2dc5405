"""Handing over, through the page."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.people.models import Account, Closeness, Membership, Relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import RelationKind
from tests.web.pages import read, send, words

As = Callable[[str], Client]
ON = date(2026, 11, 22)
URL = "/overlever"


def chosen(cast: Cast, *people: str) -> list[str]:
    rows = [
        Relation.objects.get(
            person=cast.people[person], kind=RelationKind.EMPLOYMENT_SPECIALIST, until_day=None
        )
        for person in people
    ]
    return [f"{row.public_id}:{row.version}" for row in rows]


def hand_over(client: Client, cast: Cast, *people: str, to: str = "jonas", **more: Any) -> Any:
    typed = {
        "person": chosen(cast, *people),
        "receiver": str(cast.accounts[to].public_id),
        "from_day": "22.11.2026",
    }
    return send(client, URL, **{**typed, "overlap_until": "", **more})


def follows(cast: Cast, person: str) -> str:
    row = Relation.objects.get(
        person=cast.people[person], kind=RelationKind.EMPLOYMENT_SPECIALIST, until_day=None
    )
    assert row.account is not None
    return row.account.username


def test_the_page_groups_the_caseload_by_stage_and_tells_what_goes_along(cast: Cast, client_as: As) -> None:
    page = read(client_as("siv"), URL)

    assert "Henvist" in page
    assert f"{cast.people['amir'].name} " in page
    assert "2 rundt jobbsøkeren" in page
    assert "Jonas Eidissen, følger 1 jobbsøker nå" in page


def test_all_of_them_are_ticked_for_one_who_asks_for_all(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")

    assert " checked" not in siv.get(URL).content.decode()
    assert siv.get(URL, {"alle": "ja"}).content.decode().count(" checked>") == 2


def test_half_the_caseload_is_handed_over_and_the_new_one_sees_it_today(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")

    done = hand_over(siv, cast, "nora", overlap_until="06.12.2026")

    assert done.status_code == 302
    assert "1 jobbsøker er overlevert." in read(siv, URL)
    assert (follows(cast, "nora"), follows(cast, "amir")) == ("jonas", "siv")
    today = read(client_as("jonas"), reverse("today"))
    assert cast.people["nora"].name in today
    assert "Overlappen for" in today


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"person": []}, "Velg minst én jobbsøker."),
        ({"from_day": "21.11.2026"}, "Overleveringen kan ikke begynne 21. november"),
        (
            {"overlap_until": "21.11.2026"},
            "Overlappen kan ikke ta slutt før overleveringen begynner 22. november",
        ),
        ({"overlap_until": "22.11.2027"}, "Begge kan se saken i 42 dager, altså til og med 3. januar 2027."),
        ({"from_day": "31.02.2027"}, "Vi forstår ikke datoen"),
        ({"receiver": ""}, "Hvem skal ha dem? Velg hvem som skal ha dem."),
        ({"receiver": "6ba7b810-9dad-41d1-80b4-00c04fd430c8"}, "er ikke jobbspesialist i teamet den dagen"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_ticked_stays_ticked(
    cast: Cast, client_as: As, typed: dict[str, Any], said: str
) -> None:
    answer = hand_over(client_as("siv"), cast, "nora", **typed)

    assert answer.status_code == 422
    assert said in words(answer)
    assert follows(cast, "nora") == "siv"
    if typed != {"person": []}:
        assert " checked" in answer.content.decode()


def test_one_the_receiver_may_not_see_stops_all_and_is_named(cast: Cast, client_as: As) -> None:
    Closeness.objects.create(
        person=cast.people["amir"], account=cast.accounts["jonas"], kind="sibling", declared_on=ON
    )

    answer = hand_over(client_as("siv"), cast, "nora", "amir")

    assert answer.status_code == 422
    assert "Den du har valgt kan ikke følge opp Amir Eira." in words(answer)
    assert "nær" not in words(answer), "why is the colleague's own business"
    assert (follows(cast, "nora"), follows(cast, "amir")) == ("siv", "siv")


def test_of_two_at_once_the_second_is_told_and_nothing_is_half_done(cast: Cast, client_as: As) -> None:
    siv, stale = client_as("siv"), chosen(cast, "nora", "amir")
    hand_over(siv, cast, "nora")

    answer = hand_over(siv, cast, person=stale, to="marit")

    assert answer.status_code == 422
    assert "har fått en annen jobbspesialist siden du åpnet siden" in words(answer)
    assert (follows(cast, "nora"), follows(cast, "amir")) == ("jonas", "siv")


def test_the_same_click_twice_hands_over_once(cast: Cast, client_as: As) -> None:
    siv, key = client_as("siv"), "6ba7b810-9dad-41d1-80b4-00c04fd430c8"
    typed = {
        "form_key": key,
        "person": chosen(cast, "nora"),
        "receiver": str(cast.accounts["jonas"].public_id),
        "from_day": "22.11.2026",
        "overlap_until": "",
    }

    first, second = siv.post(URL, typed), siv.post(URL, typed)

    assert (first.status_code, second.status_code) == (302, 302)
    assert (
        Relation.objects.filter(person=cast.people["nora"], kind=RelationKind.EMPLOYMENT_SPECIALIST).count()
        == 2
    )


def test_the_supervisor_first_chooses_whose(cast: Cast, client_as: As) -> None:
    mette = client_as("mette")
    first = read(mette, URL)
    second = read(mette, f"{URL}?fra={cast.accounts['siv'].public_id}")

    assert cast.people["nora"].name not in first
    assert "Siv Rønning 2 jobbsøkere" in first
    assert cast.people["nora"].name in second


def test_the_supervisor_hands_over_for_one_who_has_left(cast: Cast, client_as: As) -> None:
    Membership.objects.filter(account=cast.accounts["siv"]).update(until_day=ON - timedelta(days=1))
    Account.objects.filter(pk=cast.accounts["siv"].pk).update(is_active=False)

    done = hand_over(client_as("mette"), cast, "nora", "amir", giver=str(cast.accounts["siv"].public_id))

    assert done.status_code == 302
    assert follows(cast, "amir") == "jonas"


def test_somebody_with_nobody_to_hand_over_is_told_so(cast: Cast, client_as: As) -> None:
    assert "Ingen å overlevere" in read(client_as("odd"), URL)


@pytest.mark.parametrize("who", ["hege", "berit", "arne", "nora", "guro", "erik"])
def test_it_is_for_specialists_and_their_supervisor(cast: Cast, client_as: As, who: str) -> None:
    client = client_as(who)

    assert client.get(URL).status_code == 403
    assert hand_over(client, cast, "nora").status_code == 403
    assert follows(cast, "nora") == "siv"
