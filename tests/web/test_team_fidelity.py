"""The team's figures: counted from its own work, with base and what is missing, for the supervisor alone."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.disclosure.models import EmployerContact
from fotfeste.apps.employers.models import ContactTogether, Employer, TeamContact
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.episodes.models import Episode, Meeting
from fotfeste.apps.people.models import Membership
from fotfeste.apps.supervision.models import SupervisionEntry
from fotfeste.apps.unit_meetings.models import UnitMeeting
from fotfeste.cli.cast import Cast
from tests.web.pages import read

As = Callable[[str], Client]
PAGE = "/teamet/metoden"
DEFINITION = "Fra de ble tatt imot til noen møtte en arbeidsgiver for dem, i snitt."


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


@pytest.mark.req("I-6.2", "I-6.3")
def test_days_to_the_first_employer_are_on_the_teams_page_and_among_the_specialists_own_figures(
    cast: Cast, client_as: As
) -> None:
    Episode.objects.filter(person=cast.people["nora"]).update(accepted_on=cast.on - timedelta(days=30))
    Episode.objects.filter(person=cast.people["amir"]).update(accepted_on=cast.on - timedelta(days=60))
    contact(cast, "nora", "phone", 20)
    contact(cast, "nora", "visit", 10)
    siv, mette = client_as("siv"), client_as("mette")
    own, of_team = "/arbeidsgivere/uka", "/teamet"

    missing = "Tatt imot det siste året, uten slikt møte ennå: 1."
    said = f"20 dager {DEFINITION} Jobbsøkere med et slikt møte: 1. {missing}"
    assert said in read(siv, own)
    for client, page in ((mette, of_team), (mette, own), (client_as("jonas"), own)):
        assert f"20 dager {DEFINITION}" not in read(client, page)
    assert f"For få til å vise noe tall. {DEFINITION}" in read(mette, of_team)
    assert f"Ingenting å telle ennå. {DEFINITION}" in read(client_as("jonas"), own)


def test_who_came_back_does_not_bring_the_old_course_s_contact_along(cast: Cast, client_as: As) -> None:
    Episode.objects.filter(person=cast.people["nora"]).update(accepted_on=cast.on - timedelta(days=30))
    contact(cast, "nora", "visit", 40)

    assert f"Ingenting å telle ennå. {DEFINITION}" in read(client_as("siv"), "/arbeidsgivere/uka")


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

    assert len(many) == len(few) <= 26


def finished(cast: Cast, kind: str, *weeks_ago: int, treating: str = "") -> None:
    monday = cast.on - timedelta(days=cast.on.weekday())
    for week in weeks_ago:
        UnitMeeting.objects.create(
            kind=kind,
            team=cast.units["ips_salten"],
            treatment_team=cast.units[treating] if treating else None,
            held_on=monday - timedelta(weeks=week),
            written_by=cast.accounts["mette"],
            closed_on=cast.on,
        )


@pytest.mark.req("I-6.3")
def test_contacts_in_general_count_as_those_on_behalf_and_two_who_were_there_have_it_both(
    cast: Cast, client_as: As
) -> None:
    contact(cast, "nora", "visit", 3)
    bakery = Employer.objects.get(name="Bakeriet")
    for way, days_ago in (("visit", 2), ("meeting", 5), ("phone", 1), ("visit", 40)):
        row = TeamContact.objects.create(
            employer=bakery,
            by=cast.accounts["siv"],
            on=cast.on - timedelta(days=days_ago),
            at=cast.at,
            way=way,
        )
        ContactTogether.objects.create(contact=row, by=cast.accounts["jonas"], at=cast.at)
    elsewhere = Employer.objects.create(
        team=cast.units["ips_helgeland"], name="Andre", search_name="andre", created_at=cast.at
    )
    TeamContact.objects.create(
        employer=elsewhere, by=cast.accounts["odd"], on=cast.on, at=cast.at, way="visit"
    )

    page = read(client_as("mette"), PAGE)

    assert "Siv Rønning 100 % 2 3 0,7" in page
    assert re.search(r"Jonas Eidissen 100 % \d+ 2 0,5", page)
    assert "Odd Lien" not in page


@pytest.mark.req("I-8")
def test_meetings_and_supervision_are_counted_in_whole_weeks_and_get_no_score(
    cast: Cast, client_as: As
) -> None:
    finished(cast, "vocational_unit", 1, 2, 3, 12, 13, 0)
    finished(cast, "vocational_unit", 3)
    finished(cast, "treatment_team", 1, 2, treating="dps_salten")
    for who in ("siv", "jonas"):
        SupervisionEntry.objects.create(
            team=cast.units["ips_salten"],
            specialist=cast.accounts[who],
            supervisor=cast.accounts["mette"],
            kind="held",
            day=cast.on - timedelta(days=10),
        )

    page = read(client_as("mette"), PAGE)

    assert "33,3 prosent Uker: 12 –" in page
    assert "16,6 prosent Uker, lagt sammen for alle behandlingsteam: 12 –" in page
    assert "5,5 prosent Uker, lagt sammen for alle: 36 –" in page
    assert "Om dere dekker for hverandre, kan ikke leses her. Derfor ingen skår." in page


@pytest.mark.req("I-6.3")
def test_days_to_the_first_employer_stand_with_base_and_with_those_who_wait(
    cast: Cast, client_as: As
) -> None:
    people = list(Episode.objects.filter(person__ownerships__unit=cast.units["ips_salten"]))
    Episode.objects.filter(pk__in=[each.pk for each in people]).update(
        accepted_on=cast.on - timedelta(days=60)
    )
    contact(cast, "nora", "visit", 30)
    contact(cast, "amir", "phone", 40)

    page = read(client_as("mette"), PAGE)

    assert "Fra de ble tatt imot til noen møtte en arbeidsgiver for dem, i snitt." in page
    assert "Jobbsøkere med et slikt møte: 1 Tatt imot det siste året, uten slikt møte ennå:" in page
