"""What somebody who saw the program for the first time stumbled over, and does no more."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.services import rewrite
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.consents.models import ConsentStatement
from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.people.models import Event
from fotfeste.cli.cast import Cast
from fotfeste.web.words.phones import spaced
from tests.people import AT, ON
from tests.web.filling_in import send, words

As = Callable[[str], Client]


def of(cast: Cast, name: str, *more: str) -> str:
    return reverse(name, args=[cast.people["nora"].public_id, *more])


@pytest.fixture
def brought_in(cast: Cast) -> Cast:
    """Nora came with a list that says nothing of a first meeting."""
    nora = cast.people["nora"]
    Episode.objects.filter(person=nora).update(brought_in_on=ON, referred_on=date(2026, 2, 2))
    rewrite([(nora.pk, nora.public_id)], on=ON)
    return cast


def test_a_meeting_that_a_list_does_not_tell_of_can_be_logged_at_once(
    brought_in: Cast, client_as: As
) -> None:
    siv, log = client_as("siv"), of(brought_in, "act", "log-meeting")
    page = words(siv.get(reverse("today")))
    assert f'href="{log}?fra=i-dag">Møtet er holdt' in page

    refused = send(
        siv, of(brought_in, "act", "plan-meeting"), day="10.11.2026", place_kind="office", clinician="no"
    )

    assert refused.status_code == 422
    assert f'href="{log}">Er møtet holdt? Loggfør det' in words(refused)


def test_facts_say_what_each_link_does(cast: Cast, client_as: As) -> None:
    page = words(client_as("siv").get(of(cast, "person_facts")))

    assert "Legg til eller endre" not in page
    for label in ("Endre henvisningsdagen", "Loggfør et møte", "Endre ytelsen"):
        assert label in page


def test_what_was_confirmed_here_does_not_read_as_if_one_brought_the_list(cast: Cast, client_as: As) -> None:
    nora = cast.people["nora"]
    ConsentStatement.objects.filter(person=nora).update(ended_at=AT)
    ConsentStatement.objects.create(
        person=nora,
        scope="nav_contact",
        answer="no",
        stated_on=ON,
        is_brought_in=True,
        confirmed_at=AT,
        confirmed_by=cast.accounts["siv"],
    )

    page = words(client_as("siv").get(of(cast, "person_facts")))

    (said,) = re.findall(r"Bekreftet: ([^<]*)", page)
    assert said.replace("\u00a0", " ") == "22. november 2026, Siv Rønning (kom fra liste)"


def test_the_phone_stands_under_the_name_and_can_be_called(cast: Cast, client_as: As) -> None:
    page = words(client_as("siv").get(of(cast, "person")))

    assert '<a href="tel:' in page


@pytest.mark.parametrize(
    ("kept", "said"),
    [("+4747686735", "476 86 735"), ("+4775123456", "75 12 34 56"), ("+4512345678", "+4512345678"), ("", "")],
)
def test_a_number_is_said_as_people_say_it(kept: str, said: str) -> None:
    assert spaced(kept).replace("\u00a0", " ") == said


def test_what_is_new_stays_until_the_day_is_over_or_it_has_been_seen(cast: Cast, client_as: As) -> None:
    nora = cast.people["nora"]
    Event.objects.create(
        person=nora, kind="wishes.stated", on=ON, at=AT - timedelta(hours=1), by=cast.accounts["mette"]
    )
    first = client_as("siv")
    first.get(reverse("today"))

    again = client_as("siv")
    assert "Ønskene er oppdatert" in words(again.get(reverse("today")))
    again.post(reverse("today_seen"))

    assert "Ønskene er oppdatert" not in words(again.get(reverse("today")))
    assert "Ønskene er oppdatert" not in words(client_as("siv").get(reverse("today"))), (
        "on another device too"
    )
    assert LogRow.objects.filter(action="agenda.seen").exists()


def test_a_number_told_from_memory_is_not_said_to_be_checked(client: Client, db: None) -> None:
    page = words(client.get("/kilder/fidelity-23"))

    assert "Gjengitt etter hukommelsen" in page
    assert "Ikke sjekket ennå" in page


def test_an_empty_handover_says_once_what_is_missing(cast: Cast, client_as: As) -> None:
    page = words(send(client_as("siv"), reverse("handover"), from_day="23.11.2026"))

    assert "Velg hvem som skal ha dem." in page
    assert "er ikke jobbspesialist i teamet" not in page
