"""The provider confirms a start and names the guide: once, in time, behind the gate of § 1-8 (F-05, F-09)."""

from collections.abc import Callable
from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.measures.models import EmployerPlan, GuideAssignment, Participation
from fotfeste.apps.people.models import Closeness, Relation
from fotfeste.cli.cast import Cast
from tests.provider_people import agreed, another_guide, another_provider, browser_of, granted, guide_at
from tests.web.filling_in import opened, send, words

As = Callable[[str], Client]
INBOX = "/deltakere/venter"
TODAY = "22.11.2026"


@pytest.fixture
def row(cast: Cast) -> Participation:
    """Nora is granted a place at Brobygger from today."""
    agreed(cast)
    return granted(cast, "nora", starts_on=cast.on)


def page(row: Participation) -> str:
    return reverse("enrolment", args=[row.public_id])


def typed(cast: Cast, **more: str) -> dict[str, str]:
    return {"day": TODAY, "guide": str(cast.accounts["guro"].public_id), **more}


def with_job(row: Participation, cast: Cast, **plan: object) -> None:
    """The measure is tied to a job, and this is what NAV has of the employer's part."""
    employer = Employer.objects.create(
        team=row.office, name="Rana Mat", search_name="rana mat", created_at=cast.at
    )
    job = Employment.objects.create(person=row.person, employer=employer, started_on=date(2024, 2, 1))
    row.case.is_employed, row.case.job, row.case.sick_listed_from = True, job, date(2026, 11, 2)
    row.case.save()
    if plan:
        usual = {"person": row.person, "written_on": cast.on, "written_by": cast.accounts["hege"]}
        said = {"job": job, "duty_met": True, "in_house": "carried_out", "received_on": cast.on, **plan}
        EmployerPlan.objects.create(case=row.case, **usual, **said)


@pytest.mark.req("F-05")
def test_the_provider_confirms_the_start_and_the_guide_sees_what_nav_handed_over(
    cast: Cast, client_as: As, row: Participation
) -> None:
    guro = client_as("guro")
    assert "Nora Lunde" in words(guro.get(INBOX))  # type: ignore[arg-type]  # Django's test response

    answer = send(guro, page(row), **typed(cast))

    assert answer.status_code == 302, words(answer)
    row.refresh_from_db()
    assert (row.first_start, row.confirmed_on, row.confirmed_by) == (cast.on, cast.on, cast.accounts["guro"])
    shown = words(guro.get(answer["Location"]))  # type: ignore[arg-type]  # as above
    assert "Nora Lunde" in shown
    assert "i gang" in shown
    assert "Nora Lunde" in words(guro.get("/deltakere"))  # type: ignore[arg-type]  # as above
    assert "Nora Lunde" not in words(guro.get(INBOX))  # type: ignore[arg-type]  # as above


@pytest.mark.req("F-05")
@pytest.mark.parametrize("name", ["siv", "mette", "berit", "tom", "hege", "nora", "erik", "arne"])
def test_nobody_but_the_provider_confirms(cast: Cast, client_as: As, row: Participation, name: str) -> None:
    client = client_as(name)

    assert client.get(INBOX).status_code == 403
    assert client.post(page(row), typed(cast)).status_code == 403
    assert not GuideAssignment.objects.exists()


@pytest.mark.req("F-05")
def test_another_provider_neither_sees_the_name_nor_confirms(
    cast: Cast, client_as: As, row: Participation
) -> None:
    other = another_guide(another_provider())

    assert "Nora" not in words(other.get(INBOX))  # type: ignore[arg-type]  # Django's test response
    assert other.get(page(row)).status_code == 404
    assert other.post(page(row), typed(cast)).status_code == 404
    row.refresh_from_db()
    assert row.first_start is None


@pytest.mark.req("F-05")
def test_of_two_who_confirm_one_does_and_a_form_sent_twice_is_one_start(
    cast: Cast, client_as: As, row: Participation
) -> None:
    guro, gina = client_as("guro"), another_guide(cast.units["brobygger"])
    hers, late = opened(guro, page(row)), opened(gina, page(row))

    first = [guro.post(page(row), {**hers, **typed(cast)}).status_code for _ in range(2)]
    second: HttpResponse = gina.post(page(row), {**late, **typed(cast, day="23.11.2026")})  # type: ignore[assignment]  # Django's test response

    assert first == [302, 302]
    assert second.status_code == 409
    assert "begynner bare én gang" in words(second)
    assert "Nora" not in words(second)
    row.refresh_from_db()
    assert row.first_start == cast.on
    assert GuideAssignment.objects.count() == 1


@pytest.mark.req("F-05")
@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"day": "21.11.2026"}, "tidligst"),
        ({"day": "07.12.2026"}, "når den er nær"),
        ({"day": "31.12.9999"}, "kan ikke begynne senere"),
        ({"day": "01.01.1900"}, "tidligst"),
        ({"day": "29.02.2027"}, "29.02.2027"),
        ({"day": ""}, "Når begynte"),
        ({"guide": ""}, "Hvem er veileder"),
        ({"guide": "00000000-0000-4000-8000-000000000000"}, "arbeider som veileder"),
        ({"guide": "tull"}, "Hvem er veileder"),
    ],
)
def test_a_day_or_a_guide_that_cannot_be_is_refused_and_nothing_is_half_done(
    cast: Cast, client_as: As, row: Participation, more: dict[str, str], told: str
) -> None:
    answer = send(client_as("guro"), page(row), **typed(cast, **more))

    assert answer.status_code == 422
    assert told in words(answer)
    row.refresh_from_db()
    assert row.first_start is None
    assert not Relation.objects.filter(kind="guide").exists()


@pytest.mark.req("F-09")
@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ({}, "oppfølgingsplan"),
        ({"received_on": date(2026, 11, 23)}, "oppfølgingsplan"),
        ({"in_house": "not_done"}, "ikke"),
        ({"duty_met": None}, "tilrette"),
    ],
)
def test_an_employee_does_not_start_before_the_employers_part_is_done(
    cast: Cast, client_as: As, row: Participation, plan: dict[str, object], told: str
) -> None:
    with_job(row, cast, **plan)

    answer = send(client_as("guro"), page(row), **typed(cast))

    assert answer.status_code == 422
    assert told in words(answer)
    row.refresh_from_db()
    assert (row.first_start, GuideAssignment.objects.count()) == (None, 0)


@pytest.mark.req("F-09")
def test_an_employee_starts_once_the_employers_part_is_done(
    cast: Cast, client_as: As, row: Participation
) -> None:
    with_job(row, cast, duty_met=True)

    assert send(client_as("guro"), page(row), **typed(cast)).status_code == 302
    row.refresh_from_db()
    assert row.first_start == cast.on


@pytest.mark.req("F-05")
def test_where_no_place_is_free_one_waits_in_the_order_of_the_grants(cast: Cast, client_as: As) -> None:
    agreed(cast, places=1)
    first, second = (granted(cast, name, starts_on=cast.on) for name in ("nora", "amir"))
    guro, person = client_as("guro"), cast.people["amir"].public_id

    shown = words(guro.get(INBOX))  # type: ignore[arg-type]  # Django's test response
    assert "Nora Lunde" in shown
    assert "1 står på venteliste" in shown
    assert "Amir" not in shown, "whose turn it is not yet is nobody's name there"
    assert guro.get(page(second)).status_code == 404
    mine = words(client_as("amir").get(reverse("measure_participation", args=[person, second.public_id])))  # type: ignore[arg-type]  # as above
    assert "Du er nummer 1 på ventelisten" in mine
    assert "på venteliste" in words(client_as("hege").get(reverse("measure_case", args=[person])))  # type: ignore[arg-type]  # as above
    first.ended_on = date(2026, 11, 21)
    first.save()

    assert send(guro, page(second), **typed(cast)).status_code == 302


@pytest.mark.req("F-05")
def test_a_place_that_was_lost_meanwhile_is_refused(cast: Cast, client_as: As, row: Participation) -> None:
    guro = client_as("guro")
    hidden = opened(guro, page(row))
    Participation.objects.filter(pk=row.pk).update(ended_on=cast.on)

    answer = guro.post(page(row), {**hidden, **typed(cast)})

    assert answer.status_code == 422
    assert "Deltakelsen er over" in answer.content.decode()


@pytest.mark.req("F-05")
def test_who_is_close_to_the_person_neither_sees_it_nor_becomes_the_guide(
    cast: Cast, client_as: As, row: Participation
) -> None:
    gina = guide_at(cast.units["brobygger"])
    Closeness.objects.create(person=row.person, account=gina, kind="family", declared_on=cast.on)

    assert browser_of(gina).get(page(row)).status_code == 404
    answer = send(client_as("guro"), page(row), **typed(cast, guide=str(gina.public_id)))

    assert answer.status_code == 422
    assert not GuideAssignment.objects.exists()


def test_the_inbox_takes_few_statements_however_many(
    cast: Cast, client_as: As, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    agreed(cast)
    for name in ("nora", "amir", "sofie"):
        granted(cast, name)
    guro = client_as("guro")
    guro.get(INBOX)

    with django_assert_max_num_queries(16):  # type: ignore[attr-defined]  # a context manager
        guro.get(INBOX)
