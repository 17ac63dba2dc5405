"""The team's figures: counted from its own work, with base and what is missing, for the supervisor alone."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.disclosure.models import EmployerContact
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.episodes.models import Episode, Meeting
from fotfeste.apps.people.models import Membership
from fotfeste.cli.cast import Cast
from tests.web.pages import read

As = Callable[[str], Client]
PAGE = "/teamet/metoden"


def meetings(cast: Cast, *places: str) -> None:
    episode = Episode.objects.get(person=cast.people["nora"])
    for number, place in enumerate(places):
        day = cast.on - timedelta(days=number)
        Meeting.objects.create(
            person=episode.person, episode=episode, kind="jobseeker", held_on=day, place_kind=place
        )


def contact(cast: Cast, who: str, way: str, days_ago: int) -> None:
    person = cast.people[who]
    employer, _ = Employer.objects.get_or_create(
        team=cast.units["ips_salten"],
        name="Bakeriet",
        search_name="bakeriet",
        defaults={"created_at": cast.at},
    )
    said, _ = DisclosureStatement.objects.get_or_create(
        person=person, employer=employer, ended_at=None, defaults={"stand": "full", "stated_on": cast.on}
    )
    EmployerContact.objects.create(
        person=person,
        employer=employer,
        statement=said,
        way=way,
        planned_on=cast.on - timedelta(days=days_ago),
        held_on=cast.on - timedelta(days=days_ago),
        state="held",
        agreed_by=cast.accounts["siv"],
    )


@pytest.mark.req("I-3.2", "I-6.3")
def test_the_supervisor_reads_the_figures_with_what_they_rest_on(cast: Cast, client_as: As) -> None:
    Membership.objects.filter(account=cast.accounts["siv"]).update(position_percent=50)
    meetings(cast, "neutral", "neutral", "office", "workplace", "neutral", "unknown", "phone")
    contact(cast, "nora", "visit", 3)
    contact(cast, "nora", "phone", 2)
    contact(cast, "nora", "meeting", 40)

    page = read(client_as("mette"), PAGE)

    assert "80 prosent Møter med et kjent sted: 5 Mangler sted: 1 5 av 5 foreløpig" in page
    assert "1,2 for hver fulle stilling Stillinger til sammen: 250 prosent 5 av 5" in page
    assert "Siv Rønning 50 % 2 1 0,2" in page
    assert "For få til å vise noe tall." in page
    assert not any(cast.people[who].name in page for who in ("nora", "amir", "sofie"))
    row = LogRow.objects.latest("seq")
    assert (row.action, row.area, row.row_count) == ("team.seen", "fidelity", 0)


@pytest.mark.req("I-3.2")
def test_jobs_are_counted_by_kind_employer_and_whether_they_last(cast: Cast, client_as: As) -> None:
    for number in range(12):
        Employment.objects.create(
            person=cast.people["nora"],
            started_on=cast.on - timedelta(days=200 - number),
            ended_on=cast.on - timedelta(days=190 - number),
            occupation_code=str(5220 + number % 6) if number < 10 else "",
            permanence="temporary" if number == 0 else "permanent",
            is_ordinary=None if number == 11 else True,
        )

    page = read(client_as("mette"), PAGE)

    assert "60 prosent Jobber med et kjent yrke: 10 Mangler yrke: 2 3 av 5 foreløpig" in page
    assert "90,9 prosent Jobber der det er kjent: 11 Mangler opplysningen: 1 4 av 5 foreløpig" in page
    assert "Ingenting å telle ennå. Jobber med en kjent arbeidsgiver: 0 Mangler arbeidsgiver: 12 –" in page


def test_too_few_give_no_figure_and_no_score(cast: Cast, client_as: As) -> None:
    meetings(cast, "neutral", "neutral", "neutral", "neutral")

    page = read(client_as("mette"), PAGE)

    assert "For få til å vise noe tall. Møter med et kjent sted: 4 –" in page
    assert "100 prosent" not in page


@pytest.mark.parametrize("who", ["siv", "hege", "berit", "arne", "nora", "guro", "erik"])
def test_nobody_but_the_supervisor_reads_them(cast: Cast, client_as: As, who: str) -> None:
    assert client_as(who).get(PAGE).status_code in (403, 404)


def test_a_larger_team_takes_no_more_statements(cast: Cast, client_as: As) -> None:
    client = client_as("mette")
    client.get(PAGE)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(PAGE)
    for number in range(10):
        contact(cast, "amir", "visit", number)
        meetings(cast, "neutral")

    with CaptureQueriesContext(connection) as many:
        client.get(PAGE)

    assert len(many) == len(few) <= 22
