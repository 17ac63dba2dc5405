"""Those around a person, through the pages."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.people.models import Closeness, Membership, Relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import RelationKind
from tests.web.pages import hidden, read, send, words

As = Callable[[str], Client]
ON = date(2026, 11, 22)


def url(name: str, cast: Cast, *more: object, person: str = "nora") -> str:
    return reverse(name, args=[cast.people[person].public_id, *more])


def role(cast: Cast, who: str) -> str:
    return str(Membership.objects.get(account=cast.accounts[who]).public_id)


def relation(cast: Cast, who: str) -> Relation:
    return Relation.objects.get(account=cast.accounts[who], person=cast.people["nora"])


@pytest.mark.req("W-08")
def test_the_page_tells_who_is_around_in_which_role_and_what_each_sees(cast: Cast, client_as: As) -> None:
    page = read(client_as("siv"), url("person_people", cast))

    assert "Berit Aas Behandler, DPS Salten" in page
    assert "Hege Dahl NAV-veileder, NAV Bodø" in page
    assert "Ser hvor langt saken er kommet, ønsker om arbeid, jobber og ytelser." in page
    assert "Siv Rønning (deg)" in page


def test_somebody_without_consent_sees_nothing_and_the_page_says_so(cast: Cast, client_as: As) -> None:
    page = read(client_as("siv"), url("person_people", cast, person="amir"))

    assert "Tom Aasen NAV-veileder, NAV Fauske" in page
    assert "Ser ingenting nå." in page


def test_a_stand_in_is_put_down_for_a_time(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")

    done = send(siv, url("add_around", cast, "vikar"), who=role(cast, "jonas"), until="06.12.2026")

    assert done.status_code == 302
    page = read(siv, done["Location"])
    assert "Jonas Eidissen Vikar, IPS Salten" in page
    assert "til og med 6. desember 2026" in page
    assert relation(cast, "jonas").until_day == date(2026, 12, 6)


def test_the_stand_in_is_asked_why_once_a_session(cast: Cast, client_as: As) -> None:
    send(client_as("siv"), url("add_around", cast, "vikar"), who=role(cast, "jonas"), until="06.12.2026")
    jonas, person = client_as("jonas"), url("person", cast)

    asked = jonas.get(person)
    before = jonas.session.session_key
    send(jonas, url("say_why", cast), purpose="covers_for_colleague", onward=person)

    assert (asked.status_code, "Hvorfor åpner du denne saken?" in words(asked)) == (403, True)
    assert jonas.get(person).status_code == 200
    assert jonas.session.session_key != before, "what opens more gets a new session"
    assert LogRow.objects.latest("seq").purpose == "covers_for_colleague"
    assert client_as("jonas").get(person).status_code == 403, "a new session is asked anew"


@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("", "Siste dag: "),
        ("31.02.2027", "Vi forstår ikke datoen"),
        ("01.11.2026", "Siste dag kan ikke være 1. november"),
        ("01.06.2027", "En vikar kan se saken i 56 dager, altså til og med 17. januar 2027"),
    ],
)
def test_what_is_wrong_with_the_last_day_is_said_and_nothing_is_lost(
    cast: Cast, client_as: As, until: str, said: str
) -> None:
    answer = send(client_as("siv"), url("add_around", cast, "vikar"), who=role(cast, "jonas"), until=until)

    assert answer.status_code == 422
    assert said in words(answer)
    assert f'value="{role(cast, "jonas")}"' in answer.content.decode()
    assert not Relation.objects.filter(kind=RelationKind.STAND_IN).exists()


def test_a_clinician_is_found_by_name(cast: Cast, client_as: As) -> None:
    siv, add = client_as("siv"), url("add_around", cast, "behandler", person="sofie")

    assert siv.get(add).status_code == 404, "somebody else's jobseeker"
    jonas = client_as("jonas")
    found = words(jonas.get(add, {"q": "berit"}))
    done = send(jonas, add, q="berit", who=role(cast, "berit"), name="", unit_name="")

    assert "Berit Aas, DPS Salten" in found
    assert done.status_code == 302
    assert client_as("berit").get(url("person", cast, person="sofie")).status_code == 200


def test_a_name_is_put_down_and_linked_later(cast: Cast, client_as: As) -> None:
    siv, add = client_as("siv"), url("add_around", cast, "nav-veileder")
    send(siv, add, name="Tom i NAV", unit_name="NAV Fauske")
    named = Relation.objects.get(contact_name="Tom i NAV")
    link = url("link_around", cast, named.public_id)

    assert "Har ingen bruker her, og ser ingenting." in read(siv, url("person_people", cast))
    form = siv.get(link, {"q": "Tom"})
    done = send(siv, link, q="Tom", who=role(cast, "tom"), version=hidden(form, "version"))

    assert done.status_code == 302
    named.refresh_from_db()
    assert named.account == cast.accounts["tom"]


def test_nobody_at_all_is_not_put_down(cast: Cast, client_as: As) -> None:
    answer = send(client_as("siv"), url("add_around", cast, "behandler"), name="", unit_name="")

    assert answer.status_code == 422
    assert "Velg en som har bruker her, eller skriv navnet." in words(answer)


def test_next_of_kin_take_a_consent(cast: Cast, client_as: As) -> None:
    answer = send(client_as("siv"), url("add_around", cast, "parorende"), name="Anne Lunde")

    assert answer.status_code == 422
    assert "har ikke sagt ja til kontakt med pårørende" in words(answer)


def test_one_who_leaves_is_shown_as_a_former_one(cast: Cast, client_as: As) -> None:
    siv, end = client_as("siv"), url("end_around", cast, relation(cast, "berit").public_id)
    form = siv.get(end)

    done = send(siv, end, version=hidden(form, "version"))

    assert done.status_code == 302
    assert "Tidligere Berit Aas, Behandler" in read(siv, done["Location"])
    assert "Du følger ikke lenger opp denne jobbsøkeren" in read(client_as("berit"), url("person", cast), 403)


def test_a_page_that_is_older_than_the_list_changes_nothing(cast: Cast, client_as: As) -> None:
    siv, hege = client_as("siv"), relation(cast, "hege")
    Relation.objects.filter(pk=hege.pk).update(version=5)

    answer = send(siv, url("end_around", cast, hege.public_id), version="1")

    assert answer.status_code == 422
    assert "Noen andre har endret dette" in words(answer)
    hege.refresh_from_db()
    assert hege.ended_at is None


def test_the_same_click_twice_is_one_act(cast: Cast, client_as: As) -> None:
    siv, add = client_as("siv"), url("add_around", cast, "nav-veileder")
    form = {"form_key": "6ba7b810-9dad-41d1-80b4-00c04fd430c8", "name": "Tom i NAV", "unit_name": "", "q": ""}

    first, second = siv.post(add, form), siv.post(add, form)

    assert (first.status_code, second.status_code) == (302, 302)
    assert Relation.objects.filter(contact_name="Tom i NAV").count() == 1


@pytest.mark.parametrize("who", ["berit", "hege", "nora"])
def test_those_who_may_read_the_page_but_not_change_it_have_no_buttons(
    cast: Cast, client_as: As, who: str
) -> None:
    client = client_as(who)

    page = client.get(url("person_people", cast)).content.decode()

    assert "/ny/" not in page
    assert "/avslutt" not in page
    assert client.get(url("add_around", cast, "vikar")).status_code == 403


@pytest.mark.parametrize("who", ["jonas", "odd", "tom", "arne", "guro", "erik", "amir"])
def test_for_everybody_else_there_is_no_such_page(cast: Cast, client_as: As, who: str) -> None:
    client = client_as(who)

    assert client.get(url("person_people", cast)).status_code == 404
    assert (
        send(
            client, url("add_around", cast, "vikar"), who=role(cast, "jonas"), until="06.12.2026"
        ).status_code
        == 404
    )
    assert not Relation.objects.filter(kind=RelationKind.STAND_IN).exists()


def test_somebody_close_says_so_and_hands_over(cast: Cast, client_as: As) -> None:
    siv, close = client_as("siv"), url("close_to_person", cast)

    refused = send(siv, close, kind="sibling")
    done = send(siv, close, kind="sibling", successor=role(cast, "jonas"))

    assert "Velg hvem som skal overta" in words(refused)
    assert done.status_code == 302
    assert Closeness.objects.filter(account=cast.accounts["siv"]).exists()
    assert siv.get(url("person", cast)).status_code == 404
    assert client_as("jonas").get(url("person", cast)).status_code == 200


def test_an_unknown_kind_of_somebody_is_no_page(cast: Cast, client_as: As) -> None:
    assert client_as("siv").get(url("add_around", cast, "onkel")).status_code == 404


def test_a_handover_is_seen_on_the_page_while_it_lasts(cast: Cast, client_as: As) -> None:
    mine = relation(cast, "siv")
    Relation.objects.filter(pk=mine.pk).update(until_day=ON + timedelta(days=7))
    Relation.objects.create(
        person=mine.person, account=cast.accounts["jonas"], kind=mine.kind, from_day=ON + timedelta(days=1)
    )

    page = read(client_as("siv"), url("person_people", cast))

    assert "Jonas Eidissen Jobbspesialist Fra 23. november 2026" in page
