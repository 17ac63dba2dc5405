"""Search waits and is taken up again; contact and hope are kept (I-7.1)."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.episodes.models_holds import HospitalStay, SearchHold
from fotfeste.apps.people.models import Event
from fotfeste.cli.cast import Cast
from tests.people import ON
from tests.web.filling_in import opened, send, words
from tests.web.test_acts_start_up import act_page, codes, meet

As = Callable[[str], Client]
HOPE = "Jeg vil kjøre trikken igjen"
SAID = {
    "day": "20.11.2026",
    "reason": "worsening",
    "words": "Stemmene er tilbake",
    "contact_by": "Siv",
    "weeks": "1",
    "way": "walk",
    "hope": HOPE,
    "look_again_on": "20.12.2026",
}


def hold(client: Client, cast: Cast, **but: str) -> HttpResponse:
    return send(client, act_page(cast, "nora", "hold-search"), **{**SAID, **but})


def page(client: Client, cast: Cast, name: str = "person") -> str:
    return words(client.get(reverse(name, args=[cast.people["nora"].public_id])))  # type: ignore[arg-type]  # a response


@pytest.mark.req("I-7.1")
def test_search_waits_contact_is_asked_for_and_hope_stands_on_the_page(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    meet(siv, cast, "nora", ON)
    assert "search.first-employer-contact" in codes(cast, "nora")

    assert hold(siv, cast).status_code == 302

    assert {"hold.keep-contact", "hold.look-again"} <= codes(cast, "nora")
    assert "search.first-employer-contact" not in codes(cast, "nora")
    row = SearchHold.objects.get()
    assert b"trikken" not in bytes(row.sealed_hope)
    assert b"Stemmene" not in bytes(row.sealed_words)
    for said in (HOPE, "Stemmene er tilbake", "Siv, hver uke", "Ses på igjen 20.\xa0desember"):
        assert said in page(siv, cast)


@pytest.mark.req("I-7.1")
def test_the_jobseeker_sees_what_to_hold_on_to_on_the_first_page(cast: Cast, client_as: As) -> None:
    hold(client_as("siv"), cast)

    home = words(client_as("nora").get(reverse("mine")))  # type: ignore[arg-type]  # a response

    assert HOPE in home
    assert "Dere holder kontakten" in home


@pytest.mark.req("I-7.1")
@pytest.mark.parametrize("who", ["berit", "hege"])
def test_others_around_see_that_search_waits_but_not_why(cast: Cast, client_as: As, who: str) -> None:
    hold(client_as("siv"), cast)
    send(client_as("siv"), act_page(cast, "nora", "admitted"), day="21.11.2026", where="Post B3")
    answer = client_as(who).get(reverse("person", args=[cast.people["nora"].public_id]))
    seen = words(answer)  # type: ignore[arg-type]  # a response

    assert "Jobbsøket venter" in seen
    for hidden in (HOPE, "Stemmene", "Jobbsøkeren har det verre", "Post B3", "Innlagt"):
        assert hidden not in seen
    assert "Innlagt" not in page(client_as(who), cast, "person_timeline")


@pytest.mark.req("I-7.1")
def test_contact_in_a_hold_is_one_touch_and_puts_the_next_one_off(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    hold(siv, cast, day="10.11.2026")
    due = AgendaLine.objects.get(person=cast.people["nora"], code="hold.keep-contact").due
    assert "Var i kontakt" in page(siv, cast)

    send(siv, act_page(cast, "nora", "contact-reached"))

    after = AgendaLine.objects.get(person=cast.people["nora"], code="hold.keep-contact").due
    assert due is not None
    assert after is not None
    assert after > due


def test_contact_in_a_hold_can_be_written_about(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    hold(siv, cast)

    answer = send(siv, act_page(cast, "nora", "keep-contact"), day="22.11.2026", note="Gikk en tur")

    assert answer.status_code == 302
    assert "Gikk en tur" in page(siv, cast, "person_notes")


@pytest.mark.req("I-7.1")
def test_two_holds_at_once_are_refused_with_the_reason(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    hold(siv, cast)

    answer = hold(siv, cast, hope="Noe annet")

    assert answer.status_code == 422
    assert "venter allerede" in words(answer)  # type: ignore[arg-type]  # as above
    assert "Noe annet" in words(answer)  # type: ignore[arg-type]  # as above
    assert SearchHold.objects.count() == 1


def test_a_hold_does_not_end_before_it_began(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    hold(siv, cast)

    assert send(siv, act_page(cast, "nora", "end-hold"), day="19.11.2026").status_code == 422
    assert send(siv, act_page(cast, "nora", "end-hold"), day="22.11.2026").status_code == 302
    assert "hold.keep-contact" not in codes(cast, "nora")
    assert send(siv, act_page(cast, "nora", "keep-contact"), day="22.11.2026").status_code == 422


def test_a_hold_is_looked_at_again_and_goes_on(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    hold(siv, cast)
    ahead = {"look_again_on": "01.02.2027", "hope": HOPE}

    assert send(siv, act_page(cast, "nora", "look-at-hold"), **ahead).status_code == 302
    assert f"{SearchHold.objects.get().look_again_on}" == "2027-02-01"


def test_what_a_colleague_changed_meanwhile_is_shown_and_nothing_is_lost(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    hold(siv, cast)
    address = act_page(cast, "nora", "look-at-hold")
    mine = opened(siv, address)
    send(siv, address, look_again_on="01.02.2027", hope="Ny drøm")

    answer = siv.post(address, {**mine, "look_again_on": "05.02.2027", "hope": "Min drøm"})

    assert answer.status_code == 409
    assert "Ny drøm" in words(answer)  # type: ignore[arg-type]  # a response
    assert "Min drøm" in words(answer)  # type: ignore[arg-type]  # as above


@pytest.mark.req("I-7.1")
def test_a_stay_in_hospital_is_a_fact_inside_the_stage(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    before = page(siv, cast)
    stage = "Oppstart" if "Oppstart" in before else "Henvist"

    send(siv, act_page(cast, "nora", "admitted"), day="20.11.2026", where="Post B3")

    assert stage in page(siv, cast)
    assert "hold.consider" in codes(cast, "nora")
    assert "Post B3" in page(siv, cast)
    assert send(siv, act_page(cast, "nora", "admitted"), day="21.11.2026").status_code == 422
    assert send(siv, act_page(cast, "nora", "left-hospital"), day="22.11.2026").status_code == 302
    assert HospitalStay.objects.get().left_on == ON
    assert "hold.consider" not in codes(cast, "nora")


@pytest.mark.parametrize("who", ["odd", "mette", "berit"])
def test_others_cannot_put_search_on_hold(cast: Cast, client_as: As, who: str) -> None:
    answer = client_as(who).post(act_page(cast, "nora", "hold-search"), SAID)

    assert answer.status_code in {403, 404}
    assert not SearchHold.objects.exists()
    assert not Event.objects.filter(kind="hold.begun").exists()


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "Ðåŋ ☃ 漢字 \u202e", "x" * 20_001])
def test_hostile_and_overlong_words_never_break_the_page(cast: Cast, client_as: As, text: str) -> None:
    siv = client_as("siv")

    answer = hold(siv, cast, hope=text, words=text)

    assert answer.status_code in {302, 422}
    assert "<script>alert" not in page(siv, cast)
