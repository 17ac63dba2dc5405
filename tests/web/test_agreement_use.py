"""NAV decides to use the agreement, and what is needed is assessed together (A-06, A-13)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fotfeste.apps.agreements.models import Agreement, AgreementRequest, JointAssessment
from fotfeste.apps.measures.models import MeasureRequest
from fotfeste.apps.people.models import Relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import RelationKind
from fotfeste.web import limits
from tests.web.filling_in import opened, send, words

As = Callable[[str], Client]
YOUNG = {"born_on": "01.02.2003", "reduced_capacity": "yes", "employer_part": "none_yet"}
ASSESSED = {
    "assessed_on": "22.11.2026",
    "with_person": "on",
    "with_employer": "none",
    "follow_up": "En samtale i uka",
    "measures": "Hev-senk-pult",
    "person_says": "Vil ha faste tider",
}


@pytest.fixture(autouse=True)
def nobody_counted() -> None:
    limits.forget_all()


def act(cast: Cast, slug: str, person: str = "nora") -> str:
    return reverse("act", args=[cast.people[person].public_id, slug])


def page_of(cast: Cast) -> str:
    return reverse("agreement_page", args=[cast.people["nora"].public_id])


@pytest.fixture
def in_charge(cast: Cast, client_as: As) -> None:
    """NAV Bodø answers for Nora: it took up her request for a measure."""
    send(
        client_as("nora"), reverse("my_measures"), office=str(cast.units["nav_bodo"].public_id), wish="Hjelp"
    )
    page = reverse("measure_request", args=[MeasureRequest.objects.get().public_id])
    send(client_as("hege"), page, answer="taken_up")


@pytest.fixture
def used(cast: Cast, client_as: As, in_charge: None) -> Agreement:
    """NAV Bodø uses the agreement for Nora."""
    assert send(client_as("hege"), act(cast, "agreement-use"), **YOUNG).status_code == 302
    return Agreement.objects.get()


def request_to(cast: Cast, client_as: As, office: str) -> str:
    send(
        client_as("nora"), reverse("my_agreement_ask"), office=str(cast.units[office].public_id), wish="Hjelp"
    )
    row = AgreementRequest.objects.order_by("-pk")[0]
    return reverse("agreement_request", args=[row.public_id])


@pytest.mark.req("A-06")
def test_nav_uses_the_agreement_without_anybody_having_asked(
    cast: Cast, client_as: As, in_charge: None
) -> None:
    hege = client_as("hege")
    assert "Ingen avtale er åpen" in words(hege.get(page_of(cast)))

    answer = send(hege, act(cast, "agreement-use"), **YOUNG)

    assert answer["Location"] == page_of(cast)
    assert Agreement.objects.get().target_group == "young"
    assert "Avtalen er åpnet" in words(hege.get(page_of(cast)))


@pytest.mark.req("A-06")
@pytest.mark.parametrize(
    "said",
    [
        {**YOUNG, "born_on": "22.11.1996"},
        {**YOUNG, "reduced_capacity": "no"},
        {**YOUNG, "reduced_capacity": "unknown"},
        {**YOUNG, "born_on": ""},
    ],
)
def test_others_need_a_reason_on_record(
    cast: Cast, client_as: As, in_charge: None, said: dict[str, str]
) -> None:
    hege = client_as("hege")

    refused = send(hege, act(cast, "agreement-use"), **said)
    assert refused.status_code == 422
    assert "Skriv hvorfor den passer for denne personen" in words(refused)
    assert not Agreement.objects.exists()
    send(hege, act(cast, "agreement-use"), **said, why="Har mistet jobben to ganger")

    assert Agreement.objects.get().target_group == "other"
    assert "Har mistet jobben to ganger" in words(hege.get(page_of(cast)))


@pytest.mark.req("A-06")
def test_what_nobody_has_settled_is_said_and_refuses_nobody(
    cast: Cast, client_as: As, in_charge: None
) -> None:
    said = {**YOUNG, "reduced_capacity": "unknown", "employer_part": "considers", "why": "Bedt av fastlegen"}

    send(client_as("hege"), act(cast, "agreement-use"), **said)

    for who, page in (("hege", page_of(cast)), ("nora", reverse("my_agreement_page"))):
        shown = words(client_as(who).get(page))
        assert "Det er ikke avklart om arbeidsevnen er nedsatt" in shown
        assert "Arbeidsgiveren vurderer ennå" in shown


@pytest.mark.parametrize("born", ["31.12.9999", "01.01.1800", "30.02.2003", "\x00", "x" * 5_000])
def test_a_birth_day_that_cannot_be_is_told_at_its_field(
    cast: Cast, client_as: As, in_charge: None, born: str
) -> None:
    answer = send(client_as("hege"), act(cast, "agreement-use"), **{**YOUNG, "born_on": born})

    assert answer.status_code == 422
    assert not Agreement.objects.exists()


@pytest.mark.req("A-06")
def test_a_second_agreement_is_refused_in_words(cast: Cast, client_as: As, used: Agreement) -> None:
    hege = client_as("hege")

    again = send(hege, act(cast, "agreement-use"), **YOUNG)
    asked = send(hege, request_to(cast, client_as, "nav_bodo"), answer="taken_up", **YOUNG)

    assert (again.status_code, asked.status_code) == (422, 422)
    for answer in (again, asked):
        assert "har en åpen avtale om tilrettelegging og oppfølging fra" in words(answer)
    assert Agreement.objects.count() == 1


@pytest.mark.req("A-06")
def test_an_office_cannot_take_over_a_person_with_an_agreement_elsewhere(
    cast: Cast, client_as: As, used: Agreement
) -> None:
    page = request_to(cast, client_as, "nav_fauske")

    answer = send(client_as("tom"), page, answer="taken_up", **YOUNG)

    assert answer.status_code == 422
    assert "Et annet NAV-kontor har" in words(answer)
    assert Agreement.objects.get().office == cast.units["nav_bodo"]
    assert client_as("hege").get(page_of(cast)).status_code == 200


@pytest.mark.req("A-06")
def test_of_two_who_decide_at_once_the_second_sees_that_it_is_done(
    cast: Cast, client_as: As, in_charge: None
) -> None:
    first, second = client_as("hege"), client_as("hege")
    forms = [{**opened(each, act(cast, "agreement-use")), **YOUNG} for each in (first, second)]

    assert first.post(act(cast, "agreement-use"), forms[0]).status_code == 302
    assert second.post(act(cast, "agreement-use"), forms[1]).status_code == 409
    assert Agreement.objects.count() == 1


@pytest.mark.req("A-13")
def test_what_is_needed_is_assessed_together_and_the_jobseeker_adds_own_words(
    cast: Cast, client_as: As, used: Agreement
) -> None:
    hege, nora = client_as("hege"), client_as("nora")
    assert "Avtalen skrives ut fra det" in words(hege.get(page_of(cast)))

    answer = send(hege, act(cast, "agreement-assess"), **ASSESSED)
    assert answer["Location"] == page_of(cast)
    mine = words(nora.get(reverse("my_agreement_page")))
    assert "En samtale i uka" in mine
    assert "Hev-senk-pult" in mine
    send(nora, reverse("my_act", args=["agreement-own-words"]), words="Helst på tirsdager")

    page = words(hege.get(page_of(cast)))
    assert "Helst på tirsdager" in page
    assert "En samtale i uka" in page
    assert "Avtalen skrives ut fra det" not in page
    first, second = JointAssessment.objects.order_by("pk")
    assert (first.written_by, second.written_by) == (cast.accounts["hege"], cast.accounts["nora"])
    used.refresh_from_db()
    assert used.changed_on == cast.on


@pytest.mark.req("A-13")
@pytest.mark.parametrize(
    ("but", "said"),
    [
        ({"follow_up": ""}, "Hev-senk-pult"),
        ({"measures": "  "}, "En samtale i uka"),
        ({"with_person": ""}, "Jobbsøkeren var ikke med"),
        ({"with_employer": "no"}, "Arbeidsgiveren var ikke med"),
        ({"assessed_on": "23.11.2026"}, "En samtale i uka"),
        ({"follow_up": "x" * 9_000}, "Hev-senk-pult"),
    ],
)
def test_what_the_assessment_lacks_is_told_and_what_was_typed_is_kept(
    cast: Cast, client_as: As, used: Agreement, but: dict[str, str], said: str
) -> None:
    answer = send(client_as("hege"), act(cast, "agreement-assess"), **{**ASSESSED, **but})

    assert answer.status_code == 422
    assert said in words(answer)
    assert "Vil ha faste tider" in words(answer)
    assert not JointAssessment.objects.exists()


@pytest.mark.req("A-13")
def test_assessed_apart_it_takes_the_reason(cast: Cast, client_as: As, used: Agreement) -> None:
    apart = {**ASSESSED, "with_employer": "no", "why_not_together": "Sjefen var syk"}

    assert send(client_as("hege"), act(cast, "agreement-assess"), **apart).status_code == 302
    assert "Sjefen var syk" in words(client_as("nora").get(reverse("my_agreement_page")))


@pytest.mark.req("A-13")
def test_an_assessment_on_top_of_another_one_shows_both(cast: Cast, client_as: As, used: Agreement) -> None:
    hege = client_as("hege")
    form = {**opened(hege, act(cast, "agreement-assess")), **ASSESSED, "follow_up": "Annenhver uke"}
    send(hege, act(cast, "agreement-assess"), **ASSESSED)

    answer = hege.post(act(cast, "agreement-assess"), form)

    assert answer.status_code == 409
    assert "Annenhver uke" in words(answer)
    assert "En samtale i uka" in words(answer)
    assert JointAssessment.objects.count() == 1


@pytest.mark.req("A-13")
def test_nothing_is_assessed_or_said_without_an_agreement(cast: Cast, client_as: As, in_charge: None) -> None:
    alone = send(client_as("hege"), act(cast, "agreement-assess"), **ASSESSED)
    own = send(client_as("nora"), reverse("my_act", args=["agreement-own-words"]), words="Hei")

    assert (alone.status_code, own.status_code) == (422, 422)
    assert "Det er ingen åpen avtale" in words(alone)


def test_what_the_case_about_a_measure_knows_is_filled_in_for_those_who_may_read_that_case(
    cast: Cast, client_as: As, in_charge: None
) -> None:
    hege, tom, nora = client_as("hege"), cast.accounts["tom"], cast.people["nora"]
    talked = {"talked_on": "22.11.2026", "born_on": "01.03.1990", "chances": "Gode", "need": "Stort"}
    known = {"needs_more_help": "yes", "reduced_capacity": "yes", "in_treatment": "no", "transition": "none"}
    assert send(hege, act(cast, "measure-need"), **talked, **known).status_code == 302
    contact = Relation(person=nora, kind=RelationKind.CONTACT_PERSON, account=tom, from_day=cast.on)
    contact.unit, contact.why = cast.units["nav_fauske"], "agreement"
    contact.save()

    assert "01.03.1990" in words(hege.get(act(cast, "agreement-use")))
    as_contact = client_as("tom").get(act(cast, "agreement-use"))
    assert as_contact.status_code == 200
    assert "01.03.1990" not in words(as_contact)


@pytest.mark.req("A-06")
def test_nobody_else_sees_the_agreement(cast: Cast, client_as: As, used: Agreement) -> None:
    unknown, known = ("tom", "guro", "erik", "odd", "amir", "arne"), ("siv", "mette", "berit")
    for name in (*unknown, *known):
        for address in (page_of(cast), act(cast, "agreement-use"), act(cast, "agreement-assess")):
            answer = client_as(name).get(address)
            assert answer.status_code in {403, 404}, (name, address)
            assert "agreement" not in str(answer.get("Location", ""))
            assert "Ung med nedsatt" not in words(answer)
    assert client_as("tom").get(page_of(cast)).status_code == 404
    assert client_as("hege").get(page_of(cast)).status_code == 200


def test_the_page_takes_the_same_few_statements_however_much_was_asked(
    cast: Cast, client_as: As, used: Agreement, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    hege = client_as("hege")
    request_to(cast, client_as, "nav_bodo")
    hege.get(page_of(cast))
    with CaptureQueriesContext(connection) as once:
        hege.get(page_of(cast))
    few = len(once)
    for _ in range(3):
        request_to(cast, client_as, "nav_bodo")

    with django_assert_max_num_queries(few):
        hege.get(page_of(cast))
