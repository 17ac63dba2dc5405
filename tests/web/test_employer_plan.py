"""The employer's follow-up plan: sent here, taken over by NAV, and only then the gate opens (F-09)."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agreements.models import Agreement, EmployerSentPlan
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.measures.models import EmployerPlan, Participation
from fotfeste.apps.people.models import Account, Membership, Relation, Unit
from fotfeste.cli.cast import BEGAN, Cast
from fotfeste.domain.permissions import RelationKind, Role
from tests.employer_people import agreement_with, at_another_business, entered, job_there
from tests.provider_people import agreed, browser_of, granted
from tests.web.filling_in import send, words
from tests.web.pages import read

As = Callable[[str], Client]
PLAN = "Lettere løft siden oktober <b>Ørretkulp</b>"
SAID = {"duty_met": "yes", "in_house": "carried_out", "what": "Lettere løft"}


@pytest.fixture
def row(cast: Cast) -> Agreement:
    """Around Nora, with Rana Renhold; Erik is let in there."""
    found = agreement_with(cast)
    entered(cast, found)
    return found


@pytest.fixture
def place(cast: Cast, row: Agreement) -> Participation:
    """Nora, who works at Rana Renhold and is sick-listed, is to begin in a measure today."""
    agreed(cast)
    found = granted(cast, "nora", starts_on=cast.on)
    job_there(cast, found.case)
    return found


def sends(row: Agreement) -> str:
    return reverse("employer_act_on_agreement", args=[row.public_id, "follow-up-plan"])


def page_of(row: Agreement) -> str:
    return reverse("agreement_page", args=[row.person.public_id])


def takes_over(row: Agreement) -> str:
    about = EmployerSentPlan.objects.latest("pk").public_id.hex
    return reverse("act", args=[row.person.public_id, "agreement-take-over-plan"]) + f"?om={about}"


def started(cast: Cast, guro: Client, place: Participation) -> int:
    """What the gate answers the provider who confirms the start."""
    typed = {"day": "22.11.2026", "guide": str(cast.accounts["guro"].public_id)}
    return send(guro, reverse("enrolment", args=[place.public_id]), **typed).status_code


@pytest.mark.req("F-09")
def test_the_gate_opens_when_nav_has_taken_over_what_the_employer_sent(
    cast: Cast, client_as: As, row: Agreement, place: Participation
) -> None:
    erik, hege, guro = client_as("erik"), client_as("hege"), client_as("guro")
    assert started(cast, guro, place) == 422

    assert send(erik, sends(row), words=PLAN).status_code == 302
    assert "venter på NAV" in read(erik, reverse("employer_agreement", args=[row.public_id]))
    assert started(cast, guro, place) == 422  # what is sent opens nothing by itself
    assert not EmployerPlan.objects.exists()
    assert "Overta planen" in read(hege, page_of(row))
    assert "<b>Ørretkulp" not in hege.get(page_of(row)).content.decode()
    assert send(hege, takes_over(row), **SAID).status_code == 302

    kept = EmployerPlan.objects.get()
    assert (kept.received_on, kept.channel, kept.duty_met, kept.in_house, kept.job) == (
        cast.on,
        "digital",
        True,
        "carried_out",
        place.case.job,
    )
    assert "overtatt av NAV" in read(erik, reverse("employer_agreement", args=[row.public_id]))
    nora = client_as("nora")
    assert "Ørretkulp" in read(nora, reverse("my_agreement_page"))
    assert "Overta planen" not in read(nora, reverse("my_agreement_page"))
    assert started(cast, guro, place) == 302


@pytest.mark.req("F-09")
def test_what_the_plan_lacks_keeps_the_gate_shut(
    cast: Cast, client_as: As, row: Agreement, place: Participation
) -> None:
    send(client_as("erik"), sends(row), words=PLAN)

    assert send(client_as("hege"), takes_over(row), **{**SAID, "in_house": "not_done"}).status_code == 302

    assert started(cast, client_as("guro"), place) == 422


@pytest.mark.req("F-09")
def test_a_plan_is_taken_over_once_and_only_for_the_job_of_its_sender(
    cast: Cast, client_as: As, row: Agreement, place: Participation
) -> None:
    hege = client_as("hege")
    send(client_as("erik"), sends(row), words=PLAN)
    Employer.objects.filter(pk=place.case.job.employer_id).update(organisation_number="981526031")  # type: ignore[union-attr]  # the case has a job
    answer = send(hege, takes_over(row), **SAID)
    assert answer.status_code == 422
    assert "annen arbeidsgiver" in words(answer)

    Employer.objects.filter(pk=place.case.job.employer_id).update(organisation_number="912345602")  # type: ignore[union-attr]  # as above
    assert send(hege, takes_over(row), **SAID).status_code == 302
    assert send(hege, takes_over(row), **SAID).status_code == 422
    assert EmployerPlan.objects.count() == 1
    assert "Overta planen" not in read(hege, page_of(row))


@pytest.mark.req("F-09")
def test_without_a_case_or_a_job_nothing_is_taken_over(cast: Cast, client_as: As, row: Agreement) -> None:
    hege = client_as("hege")
    send(client_as("erik"), sends(row), words=PLAN)
    assert send(hege, takes_over(row), **SAID).status_code == 422

    granted(cast, "nora")
    assert send(hege, takes_over(row), **SAID).status_code == 422

    assert EmployerSentPlan.objects.get().taken_over_on is None
    assert not EmployerPlan.objects.exists()


def test_a_contact_person_elsewhere_in_nav_reads_the_plan_but_the_case_is_not_theirs(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    send(client_as("erik"), sends(row), words=PLAN)
    elsewhere = Account.objects.create(username="ola", name="Ola Vik", email="ola@example.no")
    unit = cast.units["nav_rana"]
    Membership.objects.create(account=elsewhere, unit=unit, role=Role.NAV_ADVISER, from_day=BEGAN)
    Relation.objects.create(
        person=row.person,
        account=elsewhere,
        unit=unit,
        kind=RelationKind.CONTACT_PERSON,
        from_day=cast.on,
        why="agreement",
    )
    ola = browser_of(elsewhere)

    assert "Ørretkulp" in read(ola, page_of(row))
    assert "Overta planen" not in read(ola, page_of(row))
    assert ola.get(takes_over(row)).status_code in {403, 404}


def test_others_neither_see_nor_send_a_plan(cast: Cast, client_as: As, row: Agreement) -> None:
    send(client_as("erik"), sends(row), words=PLAN)

    for name in ("siv", "berit", "tom", "guro", "mette"):
        client = client_as(name)
        assert client.get(page_of(row)).status_code in {403, 404}
        assert client.get(sends(row)).status_code == 403
        assert client.get(takes_over(row)).status_code in {403, 404}


def test_the_business_that_comes_after_does_not_read_what_the_one_before_sent(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    send(client_as("erik"), sends(row), words=PLAN)
    kari = at_another_business(cast)
    Employer.objects.filter(pk=row.employer_id).update(organisation_number="981526031")
    entered(cast, row, kari, unit=Unit.objects.get(number="981526031"))
    here = reverse("employer_agreement", args=[row.public_id])

    assert "Dere har ikke sendt noen plan." in read(browser_of(kari), here)
    assert "Ørretkulp" not in read(browser_of(kari), here)
    assert client_as("erik").get(here).status_code == 404


def test_an_empty_or_too_long_plan_is_not_sent_and_nothing_typed_is_lost(
    client_as: As, row: Agreement
) -> None:
    erik, long = client_as("erik"), "Langt " * 40_000

    assert send(erik, sends(row), words="  ").status_code == 422
    answer = send(erik, sends(row), words=long)

    assert answer.status_code == 422
    assert "Langt Langt" in words(answer)
    assert not EmployerSentPlan.objects.exists()
