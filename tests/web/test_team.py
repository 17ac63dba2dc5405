"""The supervisor's pages: the week in counts, and going through the log."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.models import LogRow, LogSubject
from fotfeste.apps.people.models import Account, Clearance, LogReview, Membership, Relation
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import RelationKind
from tests.web.caseloads import follow, statements
from tests.web.pages import read, send, words

As = Callable[[str], Client]
ON = date(2026, 11, 22)
TEAM = "/teamet"


def open_record(client: Client, cast: Cast, person: str) -> int:
    return client.get(reverse("person", args=[cast.people[person].public_id])).status_code


def review_url(cast: Cast, who: str) -> str:
    return reverse("log_review", args=[cast.accounts[who].public_id])


def test_the_week_tells_counts_and_no_names_of_jobseekers(cast: Cast, client_as: As) -> None:
    page = read(client_as("mette"), TEAM)

    assert "3 jobbsøkere følges opp nå." in page
    assert "Siv Rønning 2 20" in page
    html = client_as("mette").get(TEAM).content.decode()
    assert reverse("supervision", args=[cast.accounts["siv"].public_id]) in html
    assert re.search(r"Første møte over fristen [1-3] ", page)
    for person in ("nora", "amir", "sofie"):
        assert cast.people[person].name not in page
    row = LogRow.objects.latest("seq")
    assert (row.action, row.row_count, row.subject) == ("team.seen", 0, None)
    assert LogSubject.objects.filter(row=row).count() == 0


def test_a_protected_person_is_in_no_count_for_one_who_is_not_cleared(cast: Cast, client_as: As) -> None:
    before = read(client_as("mette"), TEAM)
    Clearance.objects.create(
        account=cast.accounts["mette"],
        kind=ClearanceKind.PROTECTED,
        given_by=cast.accounts["arne"],
        from_day=ON,
    )

    after = read(client_as("mette"), TEAM)

    assert "3 jobbsøkere følges opp nå." in before
    assert "Marit Balto 0 20" in before
    assert "4 jobbsøkere følges opp nå." in after
    assert "Marit Balto 1 20" in after


def test_one_who_has_left_leaves_persons_who_wait(cast: Cast, client_as: As) -> None:
    Membership.objects.filter(account=cast.accounts["siv"]).update(until_day=ON - timedelta(days=1))
    Account.objects.filter(pk=cast.accounts["siv"].pk).update(is_active=False)

    page = read(client_as("mette"), TEAM)

    assert "2 jobbsøkere uten jobbspesialist" in page
    assert "Siv Rønning har sluttet" in page


def test_too_many_are_told_with_the_advice(cast: Cast, client_as: As) -> None:
    Membership.objects.filter(account=cast.accounts["siv"]).update(position_percent=5)

    page = read(client_as("mette"), TEAM)

    assert "Porteføljen er 2 jobbsøkere. Metoden råder til inntil 1 i denne stillingen." in page


@pytest.mark.parametrize("who", ["siv", "hege", "berit", "arne", "nora", "guro", "erik"])
@pytest.mark.parametrize("name", ["team", "log_members", "log_questions", "emergencies_waiting"])
def test_the_pages_are_for_the_supervisor(cast: Cast, client_as: As, who: str, name: str) -> None:
    assert client_as(who).get(reverse(name)).status_code == 403


def test_a_log_without_anything_to_ask_about(cast: Cast, client_as: As) -> None:
    siv, mette = client_as("siv"), client_as("mette")
    open_record(siv, cast, "nora")

    page = read(mette, review_url(cast, "siv"))

    looks = LogRow.objects.filter(actor=cast.accounts["siv"].public_id, subject__isnull=False).count()
    assert f"{looks} oppslag i perioden." in page
    assert "Ingenting å peke på" in page
    assert re.search(r"Alle oppslagene Hva Ganger Jobbsøkere \w[^|]*? [1-9]\d* 1 ", page)
    assert cast.people["nora"].name not in page


def test_stopped_attempts_are_pointed_out_and_many_are_a_pattern(cast: Cast, client_as: As) -> None:
    jonas, mette = client_as("jonas"), client_as("mette")
    for _ in range(3):
        assert open_record(jonas, cast, "nora") == 404

    page = read(mette, review_url(cast, "jonas"))

    assert "Ble stoppet." in page
    assert "3 forsøk ble stoppet i perioden." in page
    assert cast.people["nora"].name not in page
    assert re.search(r"Jobbsøker nr\. \d i denne listen\.", page)


def test_a_stand_in_is_pointed_out_with_what_they_said(cast: Cast, client_as: As) -> None:
    Relation.objects.create(
        person=cast.people["nora"],
        account=cast.accounts["jonas"],
        kind=RelationKind.STAND_IN,
        from_day=ON,
        until_day=ON,
    )
    jonas = client_as("jonas")
    url = reverse("say_why", args=[cast.people["nora"].public_id])
    send(jonas, url, purpose="covers_for_colleague", onward="/")
    assert open_record(jonas, cast, "nora") == 200

    page = read(client_as("mette"), review_url(cast, "jonas"))

    assert "Som vikar." in page
    assert "Hvorfor: var vikar for en kollega." in page


def test_the_same_surname_is_pointed_out_although_they_follow_the_person(cast: Cast, client_as: As) -> None:
    surname = cast.people["nora"].name.split()[-1]
    Account.objects.filter(pk=cast.accounts["siv"].pk).update(name=f"Siv {surname}")
    open_record(client_as("siv"), cast, "nora")

    page = read(client_as("mette"), review_url(cast, "siv"))

    assert "Har samme etternavn som personen." in page


def test_going_through_is_signed_and_shows_until_when(cast: Cast, client_as: As) -> None:
    open_record(client_as("siv"), cast, "nora")
    mette = client_as("mette")

    done = send(mette, review_url(cast, "siv"), fra="01.11.2026", til="22.11.2026", outcome="in_order")

    signed = LogReview.objects.get()
    assert done.status_code == 302
    assert (signed.staff, signed.reviewer) == (cast.accounts["siv"], cast.accounts["mette"])
    looks = LogRow.objects.filter(actor=cast.accounts["siv"].public_id, subject__isnull=False).count()
    assert (signed.looks, signed.pointed_out) == (looks, 0)
    assert "Gått gjennom til og med 22. november 2026." in read(mette, reverse("log_members"))
    row = LogRow.objects.filter(action="log.reviewed").get()
    assert row.object_id == cast.accounts["siv"].public_id


def test_reading_somebody_s_log_is_logged(cast: Cast, client_as: As) -> None:
    client_as("mette").get(review_url(cast, "siv"))

    row = LogRow.objects.latest("seq")
    assert (row.action, row.area, row.object_id) == ("log.seen", "review", cast.accounts["siv"].public_id)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"fra": "22.11.2026", "til": "23.11.2026"}, "Perioden kan ikke slutte senere enn i dag"),
        ({"fra": "22.11.2026", "til": "01.11.2026"}, "Perioden kan ikke slutte før den begynner"),
        ({"fra": "tirsdag", "til": "01.11.2026"}, "Vi forstår ikke datoen"),
    ],
)
def test_a_period_that_cannot_be_signed_for(
    cast: Cast, client_as: As, typed: dict[str, str], said: str
) -> None:
    answer = send(client_as("mette"), review_url(cast, "siv"), **typed, outcome="in_order")

    assert answer.status_code == 422
    assert said in words(answer)
    assert not LogReview.objects.exists()


def test_nobody_signs_for_themselves(cast: Cast, client_as: As) -> None:
    mette = client_as("mette")

    answer = send(mette, review_url(cast, "mette"), fra="01.11.2026", til="22.11.2026", outcome="in_order")

    assert answer.status_code == 422
    assert "Du kan ikke gå gjennom din egen logg" in words(answer)
    assert "Mette Solvang" not in read(mette, reverse("log_members"))


@pytest.mark.parametrize("who", ["odd", "hege", "nora"])
def test_only_the_log_of_one_s_own_team(cast: Cast, client_as: As, who: str) -> None:
    assert client_as("mette").get(review_url(cast, who)).status_code == 404


def test_the_week_takes_as_many_statements_for_many_specialists_as_for_few(cast: Cast, client_as: As) -> None:
    mette = client_as("mette")
    mette.get(TEAM)
    few = len(statements(lambda: mette.get(TEAM)))
    siv = Membership.objects.get(account=cast.accounts["siv"])
    for number in range(12):
        account = Account.objects.create(username=f"spesialist{number}", name=f"Spesialist {number}")
        Membership.objects.create(account=account, unit=siv.unit, role=siv.role, from_day=siv.from_day)
        follow(cast, f"Jobbsøker {number}")

    assert len(statements(lambda: mette.get(TEAM))) == few
    assert "Spesialist 11" in read(mette, TEAM)
