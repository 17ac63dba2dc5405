"""No end is set: it is gone through, a party may ask that it ends, NAV ends it with a reason (A-10)."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agreements.contents import text_in_force
from fotfeste.apps.agreements.models import Agreement, AgreementNotice, ContactPerson, EndingAsked
from fotfeste.apps.people.models import Relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import RelationKind
from tests.agreement_people import agreement_for, in_force, laid_out
from tests.employer_people import agreement_with, entered
from tests.employer_people import laid_out as laid_out_with_employer
from tests.web.filling_in import send
from tests.web.pages import read, words

As = Callable[[str], Client]
MINE = "/min-side/avtale"


@pytest.fixture
def row(cast: Cast) -> Agreement:
    return in_force(cast).agreement


def act(row: Agreement, slug: str) -> str:
    return reverse("act", args=[row.person.public_id, slug])


def of_nav(row: Agreement) -> str:
    return reverse("agreement_page", args=[row.person.public_id])


@pytest.mark.req("A-10")
def test_a_party_asks_nav_answers_and_later_ends_it_with_a_reason(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    nora, hege = client_as("nora"), client_as("hege")
    asking = reverse("my_act", args=["own-agreement-ask-end"])
    assert send(nora, asking, why="Jeg klarer meg nå").status_code == 302
    again = send(nora, asking, why="")
    assert again.status_code == 422
    assert "allerede bedt om" in words(again)
    assert "NAV har ikke svart ennå" in read(nora, MINE)

    page = hege.get(of_nav(row)).content.decode()
    answer = re.search(r'href="([^"]*agreement-answer-end[^"]*)"', page)
    assert answer is not None
    assert "Jeg klarer meg nå" in page
    assert send(hege, answer[1], words="La oss vente til jul").status_code == 302
    assert send(hege, answer[1], words="En gang til").status_code == 422
    assert "La oss vente til jul" in read(nora, MINE)

    silent = send(hege, act(row, "agreement-end"), cause="need_is_over", words=" ")
    assert silent.status_code == 422
    assert (
        send(hege, act(row, "agreement-end"), cause="need_is_over", words="Nora er trygg").status_code == 302
    )

    mine = read(nora, MINE)
    assert "Avsluttet" in mine
    assert "Nora er trygg" in mine
    row.refresh_from_db()
    assert row.ended_on == cast.on
    assert not ContactPerson.objects.filter(agreement=row, until_day=None).exists()
    assert send(hege, act(row, "agreement-end"), cause="other", words="Igjen").status_code == 422


@pytest.mark.req("A-10")
def test_it_is_gone_through_and_the_new_day_enters_the_agreement_without_signatures(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    hege, next_on = client_as("hege"), cast.on + timedelta(days=150)
    typed = {"held_on": cast.on.isoformat(), "next_on": next_on.isoformat(), "words": "Går bra"}
    alone = send(hege, act(row, "agreement-reviewed"), **typed)
    assert alone.status_code == 422
    assert "sammen med jobbsøkeren" in words(alone)

    assert send(hege, act(row, "agreement-reviewed"), **typed, with_person="on").status_code == 302

    text = text_in_force(row)
    assert text is not None
    assert (text.number, text.kind) == (2, "notice")
    mine = read(client_as("nora"), MINE)
    assert "Går bra" in mine
    assert "Avtalen er gått gjennom" in read(client_as("nora"), "/avtale/beskjeder")


@pytest.mark.req("A-10")
def test_a_lost_job_leads_to_review_and_the_employer_is_not_told_of_what_changed(
    cast: Cast, client_as: As
) -> None:
    row = agreement_with(cast)
    entered(cast, row)
    laid_out_with_employer(cast, row, (), in_force=True)
    lost = reverse("my_act", args=["own-agreement-changed"])

    assert send(client_as("nora"), lost, cause="other_employer").status_code == 302

    assert "Noe er endret rundt jobben" in read(client_as("hege"), of_nav(row))
    assert "Det er tid for å gå gjennom den" in read(client_as("hege"), of_nav(row))
    assert not AgreementNotice.objects.filter(party="employer").exists()


@pytest.mark.req("A-10")
def test_the_employer_asks_that_it_ends_and_reads_the_answer_to_itself_alone(
    cast: Cast, client_as: As
) -> None:
    row = agreement_with(cast)
    entered(cast, row)
    laid_out_with_employer(cast, row, (), in_force=True)
    erik, page = client_as("erik"), reverse("employer_agreement", args=[row.public_id])
    asking = reverse("employer_act_on_agreement", args=[row.public_id, "ask-end"])
    send(client_as("nora"), reverse("my_act", args=["own-agreement-ask-end"]), why="Trives ikke")

    assert send(erik, asking, why="Butikken legges ned").status_code == 302

    shown = read(erik, page)
    assert "Butikken legges ned" in shown
    assert "Trives ikke" not in shown
    assert "Butikken legges ned" not in read(client_as("nora"), MINE)
    hege = client_as("hege")
    answers = re.findall(r'href="([^"]*agreement-answer-end[^"]*)"', hege.get(of_nav(row)).content.decode())
    assert len(answers) == 2
    warned = [send(hege, each, words="Hun er hos legen med angst").status_code for each in answers]
    assert sorted(warned) == [302, 422]
    to_erik = answers[warned.index(422)]
    assert send(hege, to_erik, words="Vi snakker om det fredag").status_code == 302
    assert "Vi snakker om det fredag" in read(erik, page)
    assert "NAV har svart" in read(erik, "/avtale/beskjeder")


@pytest.mark.req("A-10")
def test_another_employer_leads_to_review_and_reads_nothing_the_one_before_wrote(
    cast: Cast, client_as: As
) -> None:
    row = agreement_with(cast)
    entered(cast, row)
    laid_out_with_employer(cast, row, (), in_force=True)
    writing = reverse("employer_act_on_agreement", args=[row.public_id, "commitment"])
    own = {"text": "Kantina åpner tidlig", "towards": "jobseeker", "responsible": "Erik Stormo"}
    assert send(client_as("erik"), writing, **own, deadline="10.12.2026").status_code == 302
    new = {"employer": "Salten Bygg", "organisation_number": "981526031", "contact": "Kari Lund"}

    naming = act(row, "agreement-employer")
    assert send(client_as("hege"), naming, is_party="yes", **new, phone="90000005").status_code == 302

    row.refresh_from_db()
    assert row.review_asked_on == cast.on
    assert "Kantina" not in read(client_as("hege"), reverse("agreement_text", args=[row.person.public_id]))
    assert "Avtalen må gås gjennom" in read(client_as("nora"), "/avtale/beskjeder")
    assert client_as("erik").get(reverse("employer_agreement", args=[row.public_id])).status_code in {
        403,
        404,
    }


@pytest.mark.req("A-10")
def test_the_employers_people_see_it_for_twelve_weeks_after_the_end(cast: Cast, client_as: As) -> None:
    row = agreement_with(cast)
    member = entered(cast, row)
    laid_out_with_employer(cast, row, (), in_force=True)

    send(client_as("hege"), act(row, "agreement-end"), cause="job_ended", words="Jobben er slutt")

    until = Relation.objects.get(pk=member.relation_id).until_day
    assert until == cast.on + timedelta(weeks=12)
    assert "NAV har avsluttet avtalen" in read(client_as("erik"), "/avtale/beskjeder")
    page = read(client_as("erik"), reverse("employer_agreement", args=[row.public_id]))
    assert "Jobben er slutt" not in page


def test_what_waited_for_signatures_is_dropped_with_the_end(cast: Cast, client_as: As) -> None:
    text = laid_out(cast)

    send(client_as("hege"), act(text.agreement, "agreement-end"), cause="other", words="Ikke nå")

    text.refresh_from_db()
    assert text.dropped_at is not None
    assert EndingAsked.objects.count() == 0
    signing = send(
        client_as("nora"), reverse("my_act", args=["own-agreement-sign"]), digest=text.digest, has_read="on"
    )
    assert signing.status_code == 422


@pytest.mark.req("A-02")
def test_an_earlier_agreement_stays_readable_when_a_new_one_is_open(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    send(client_as("hege"), act(row, "agreement-end"), cause="moved", words="Flyttet")
    new = agreement_for(cast, "nora")

    for who, page in (("nora", MINE), ("hege", of_nav(new))):
        client = client_as(who)
        earlier = re.search(r'href="([^"]*/avtaler/[^"]*)"', client.get(page).content.decode())
        assert earlier is not None
        version = re.search(r'href="([^"]*/versjon/1)"', client.get(earlier[1]).content.decode())
        assert version is not None
        assert "Skaffe en arbeidsstol" in read(client, version[1])
        assert client.get(f"{version[1]}/dokument").status_code in {200, 404}
    assert client_as("mette").get(
        reverse("agreement_earlier", args=[row.person.public_id, row.public_id])
    ).status_code in {403, 404}
    assert Relation.objects.filter(kind=RelationKind.CONTACT_PERSON, ended_at=None).count() == 0


def test_another_persons_agreement_is_not_found_on_ones_own_pages(cast: Cast, client_as: As) -> None:
    other = agreement_for(cast, "sofie")

    assert client_as("nora").get(reverse("my_agreement_earlier", args=[other.public_id])).status_code == 404
