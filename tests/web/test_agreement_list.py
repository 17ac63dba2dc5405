"""The contact person sees every open promise in one list, of all NAV units and parties (A-04)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agreements.contact_persons import name_contact
from fotfeste.apps.agreements.models import AgreedPromise, AgreementQuestion, RegularContact
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.cli.cast import Cast
from tests.agreement_people import by_nav, contact_of, second_adviser
from tests.employer_people import key_of
from tests.promise_people import BUDDY, CHAIR, SECRET, TALKS, promise, three_promise
from tests.provider_people import browser_of
from tests.web.filling_in import send
from tests.web.pages import read

As = Callable[[str], Client]
LIST = "/avtale/lofter"


def coordinated(cast: Cast) -> Any:
    """All of it, and Hege is the contact person."""
    row = three_promise(cast)
    with by_nav(cast) as deed:
        name_contact(deed, row, contact_of(cast.accounts["hege"]))
    return row


@pytest.mark.req("A-04")
def test_every_open_promise_stands_in_one_list_the_late_one_first(cast: Cast, client_as: As) -> None:
    coordinated(cast)
    hege = client_as("hege")

    shown = read(hege, LIST).partition("Hvem har lovt")[2]

    places = [shown.index(f"{text}-ansvarlig") for text in (BUDDY, SECRET, CHAIR, TALKS)]
    assert places == sorted(places)
    assert "Hjelpemiddelsentralen" in shown
    assert "Rana Renhold" in shown
    assert "5 åpne, 1 for sent, 0 blir ikke holdt." in read(hege, LIST)
    row = LogRow.objects.filter(action=Action.AGREEMENTS_SEEN, area="promises").latest("pk")
    assert list(row.subjects.values_list("subject", flat=True)) == [cast.people["nora"].log_id]


@pytest.mark.req("A-04")
def test_it_is_narrowed_by_lateness_party_and_nav_unit(cast: Cast, client_as: As) -> None:
    coordinated(cast)
    hege = client_as("hege")

    def listed(query: str) -> str:
        return read(hege, f"{LIST}?{query}").partition("Hvem har lovt")[2]

    assert f"{BUDDY}-ansvarlig" in listed("vis=late")
    assert f"{CHAIR}-ansvarlig" not in listed("vis=late")
    assert f"{TALKS}-ansvarlig" in listed("hvem=jobseeker")
    assert f"{CHAIR}-ansvarlig" not in listed("hvem=jobseeker")
    assert f"{CHAIR}-ansvarlig" in listed("enhet=assistive_technology")
    assert f"{SECRET}-ansvarlig" not in listed("enhet=assistive_technology")
    assert "Ingen løfter passer" in listed("vis=broken")
    for strange in ("vis=%00", "side=0", "side=99999999999999999999", "side=-1", "hvem=<script>", "enhet=x"):
        assert f"{CHAIR}-ansvarlig" in listed(strange)
    assert "Ingen løfter passer" in read(hege, f"{LIST}?vis=late&side=7")


@pytest.mark.req("A-04")
@pytest.mark.req("A-07")
def test_what_waits_rises_on_the_list_and_on_the_front_page(cast: Cast, client_as: As) -> None:
    row = coordinated(cast)
    hege, nora = client_as("hege"), client_as("nora")
    assert (
        send(nora, reverse("my_act", args=["own-agreement-ask"]), question="Når kommer stolen?").status_code
        == 302
    )
    AgreementQuestion.objects.update(answer_by=cast.on - timedelta(days=1))
    AgreedPromise.objects.filter(pk=promise(1).pk).update(applied_on=cast.on - timedelta(days=30))

    shown = read(hege, LIST)

    assert shown.index("Når kommer stolen?") < shown.index("Kontakt som mangler")
    assert "Svaret er for sent ute" in shown
    assert "Skulle vært innen 19. november 2026." in shown
    assert "Svaret skulle kommet innen" in shown
    front = read(hege, reverse("shared"))
    assert "Ett løfte er for sent" in front
    assert "Ett spørsmål venter på svar" in front
    for party in ("jobseeker", "employer"):
        contact = RegularContact(
            person=row.person, agreement=row, with_party=party, had_on=cast.on, by=cast.accounts["hege"]
        )
        contact.save()
    assert "Kontakt som mangler" not in read(hege, LIST)


@pytest.mark.req("A-04")
def test_only_the_contact_person_coordinates_and_the_office_still_sees_the_questions(
    cast: Cast, client_as: As
) -> None:
    coordinated(cast)
    ida = browser_of(second_adviser(cast))
    nora = client_as("nora")
    assert (
        send(nora, reverse("my_act", args=["own-agreement-ask"]), question="Når kommer stolen?").status_code
        == 302
    )

    assert CHAIR not in read(ida, LIST).replace("Når kommer stolen?", "")
    assert "Når kommer stolen?" in read(ida, LIST)
    other = read(client_as("tom"), LIST)
    assert "Nora" not in other
    assert "stolen" not in other
    for who in ("siv", "odd", "berit", "mette", "guro", "erik", "arne", "nora"):
        assert client_as(who).get(LIST).status_code == 403, who

    person = cast.people["nora"]
    person.protection = "unknown"
    person.save()
    assert "Nora" not in read(client_as("hege"), LIST)


@pytest.mark.req("A-04")
def test_it_takes_as_many_statements_for_many_promises_as_for_few(
    cast: Cast, client_as: As, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    coordinated(cast)
    hege = client_as("hege")
    read(hege, LIST)
    with django_assert_max_num_queries(40) as few:
        read(hege, LIST)
    first = promise(2)
    AgreedPromise.objects.bulk_create(_again(first, number) for number in range(120))

    with django_assert_max_num_queries(len(few.captured_queries)):
        shown = read(hege, LIST)

    assert "125 åpne, 121 for sent" in shown
    assert "side=2" in hege.get(LIST).content.decode()
    assert "side=3" in hege.get(f"{LIST}?side=2").content.decode()


def _again(row: AgreedPromise, number: int) -> AgreedPromise:
    same = ("person_id", "agreement_id", "text_id", "kind", "owner", "towards", "deadline")
    made = AgreedPromise(**{name: getattr(row, name) for name in same}, line=UUID(int=1000 + number))
    made.seal("sealed_text", BUDDY, key_of(row.agreement))
    made.seal("sealed_responsible", "Erik", key_of(row.agreement))
    return made
