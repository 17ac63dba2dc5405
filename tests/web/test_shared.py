"""Those shared with a NAV adviser or a clinician: within consent, from the very moment it changes."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.models import LogRow, LogSubject
from fotfeste.apps.consents.models import ConsentStatement
from fotfeste.apps.people.models import Person
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import Protection
from tests.web.pages import read

As = Callable[[str], Client]
AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SHARED = "/delt-med-meg"


@pytest.mark.req("I-5.0a")
def test_a_nav_adviser_sees_those_who_have_said_yes_and_what_they_may_see(cast: Cast, client_as: As) -> None:
    page = read(client_as("hege"), SHARED)

    assert f"{cast.people['nora'].name} Siv Rønning" in page
    assert cast.people["sofie"].name in page
    assert "Du ser hvor langt saken er kommet, ønsker om arbeid, jobber og ytelser." in page


def test_whoever_shares_a_person_can_reach_the_specialist(cast: Cast, client_as: As) -> None:
    siv = cast.accounts["siv"]
    siv.phone, siv.email = "75 00 00 01", "siv@example.no"
    siv.save()

    page = client_as("hege").get(SHARED).content.decode()

    assert 'href="tel:75000001"' in page
    assert 'href="mailto:siv@example.no"' in page


@pytest.mark.req("I-5.0a")
def test_without_consent_the_nav_adviser_does_not_learn_that_the_person_is_here(
    cast: Cast, client_as: As
) -> None:
    tom = client_as("tom")

    assert "Ingen er delt med deg nå" in read(tom, SHARED)
    assert tom.get(reverse("person", args=[cast.people["amir"].public_id])).status_code == 404


def test_a_consent_that_is_withdrawn_counts_from_the_next_request(cast: Cast, client_as: As) -> None:
    hege = client_as("hege")
    read(hege, SHARED)
    ConsentStatement.objects.filter(person=cast.people["nora"]).update(ended_at=AT, end_kind="withdrawn")

    assert cast.people["nora"].name not in read(hege, SHARED)
    assert "har ikke sagt ja til kontakt med NAV" in read(
        hege, reverse("person", args=[cast.people["nora"].public_id]), 403
    )


@pytest.mark.req("I-4.4b")
def test_a_clinician_sees_those_they_treat_and_not_the_benefits(cast: Cast, client_as: As) -> None:
    page = read(client_as("berit"), SHARED)

    assert cast.people["nora"].name in page
    assert cast.people["amir"].name in page
    assert "Du ser hvor langt saken er kommet, ønsker om arbeid, karriereprofilen og jobber." in page
    assert "ytelser" not in page


def test_a_protected_person_is_not_in_the_list_nor_in_its_log(cast: Cast, client_as: As) -> None:
    page = read(client_as("berit"), SHARED)

    assert "Hemmelig" not in page
    shown = set(LogSubject.objects.filter(row=LogRow.objects.latest("seq")).values_list("subject", flat=True))
    assert cast.people["liv"].log_id not in shown


def test_protection_counts_from_the_next_request(cast: Cast, client_as: As) -> None:
    hege = client_as("hege")
    read(hege, SHARED)
    Person.objects.filter(pk=cast.people["nora"].pk).update(
        protection=Protection.CODE_7,
        name="",
        search_name="",
        phone="",
        email="",
        phone_index=None,
        email_index=None,
    )

    assert cast.people["nora"].name not in read(hege, SHARED)


def test_the_list_is_a_look_at_everyone_it_shows(cast: Cast, client_as: As) -> None:
    client_as("hege").get(SHARED)

    row = LogRow.objects.latest("seq")
    shown = set(LogSubject.objects.filter(row=row).values_list("subject", flat=True))
    assert row.action == "shared_people.seen"
    assert shown == {cast.people["nora"].log_id, cast.people["sofie"].log_id}


@pytest.mark.parametrize("who", ["siv", "mette", "arne", "nora", "guro", "erik"])
def test_it_is_the_first_page_of_nav_advisers_and_clinicians_only(
    cast: Cast, client_as: As, who: str
) -> None:
    assert client_as(who).get(SHARED).status_code == 403


def test_many_are_read_a_page_at_a_time(cast: Cast, client_as: As, monkeypatch: pytest.MonkeyPatch) -> None:
    from fotfeste.apps.around import shared

    monkeypatch.setattr(shared, "A_PAGE", 1)
    hege = client_as("hege")

    first = hege.get(SHARED)
    second = hege.get(SHARED + first.context["older_url"])

    assert [row.name for row in first.context["people"]] == [cast.people["nora"].name]
    assert [row.name for row in second.context["people"]] == [cast.people["sofie"].name]
    assert second.context["older_url"] == ""
