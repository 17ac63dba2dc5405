"""The tools together as the jobseeker's workbook (I-4.1h), and where the team meets (I-3.3)."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.models import LogRow
from fotfeste.cli.cast import Cast
from tests.web.filling_in import send, words

As = Callable[[str], Client]


def act(cast: Cast, slug: str) -> str:
    return reverse("act", args=[cast.people["nora"].public_id, slug])


@pytest.mark.req("I-4.1h", "I-4.1d")
def test_the_workbook_holds_goal_profile_plan_meetings_and_whom_to_reach(cast: Cast, client_as: As) -> None:
    siv, nora = client_as("siv"), client_as("nora")
    cast.accounts["siv"].phone = "900 11 222"
    cast.accounts["siv"].save()
    send(siv, act(cast, "wishes"), work="Kokk på sykehjem", percent="50")
    send(siv, act(cast, "start-profile"), day="20.11.2026")
    send(siv, act(cast, "make-contingency-plan"), plan="Siv ringer Berit", day="20.11.2026")
    planned = {"day": "24.11.2026", "clock": "10", "where": "Biblioteket", "place_kind": "neutral"}
    send(siv, act(cast, "plan-meeting"), clinician="no", **planned)

    shown = words(nora.get(reverse("mine_workbook")))

    for part in ("Kokk på sykehjem", "20. november 2026", "Siv ringer Berit", "Biblioteket", "900 11 222"):
        assert part in shown.replace("\N{NO-BREAK SPACE}", " ")
    assert "Kom ikke" not in shown
    assert reverse("mine_workbook") in words(nora.get(reverse("mine")))
    assert LogRow.objects.filter(area="workbook", actor=cast.accounts["nora"].public_id).exists()


@pytest.mark.req("I-4.1h")
def test_an_empty_workbook_says_what_to_do(client_as: As) -> None:
    shown = words(client_as("amir").get(reverse("mine_workbook")))

    assert "Ikke laget ennå" in shown
    assert "Ingen møter er avtalt" in shown


@pytest.mark.parametrize("who", ["siv", "berit", "hege", "mette", "arne"])
def test_the_workbook_is_the_jobseekers_own(client_as: As, who: str) -> None:
    assert client_as(who).get(reverse("mine_workbook")).status_code == 403


@pytest.mark.req("I-3.3")
def test_the_supervisor_sees_the_share_of_meetings_outside_the_office(cast: Cast, client_as: As) -> None:
    siv, mette = client_as("siv"), client_as("mette")
    assert "Ingen møter med et kjent sted" in words(mette.get(reverse("team")))
    for day, place in (("9.11.2026", "neutral"), ("12.11.2026", "office"), ("16.11.2026", "phone")):
        send(siv, act(cast, "log-meeting"), day=day, place_kind=place, clinician="yes")

    assert "1 av 2 møter de siste 90 dagene var utenfor kontoret" in words(mette.get(reverse("team")))
