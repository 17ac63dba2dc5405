"""The jobseeker says that something in the own record is wrong, and is answered (GDPR art. 12 and 16)."""

import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.remarks.models import Remark
from fotfeste.cli.cast import Cast
from tests.web.filling_in import opened, send
from tests.web.pages import read

As = Callable[[str], Client]
SAID = "Jeg har fagbrev som kokk. Det står ikke her."
HOSTILE = "<script>alert(1)</script>\u202e=cmd|' /C calc'!A0 🙂"


def say(nora: Client, text: str = SAID) -> None:
    assert send(nora, reverse("mine_remarks"), text=text).status_code == 302


def answer_page(cast: Cast, about: str = "") -> str:
    url = reverse("act", args=[cast.people["nora"].public_id, "answer-remark"])
    return f"{url}?om={about}" if about else url


def test_what_is_wrong_is_said_answered_and_read(cast: Cast, client_as: As) -> None:
    nora, siv = client_as("nora"), client_as("siv")
    say(nora)
    line = AgendaLine.objects.get(person=cast.people["nora"], code="remark.answer")
    assert (line.due - cast.on).days == 30

    assert f"Svar på det {cast.people['nora'].name} sier om opplysningene" in read(siv, reverse("today"))
    assert SAID in read(siv, answer_page(cast, line.about))
    sent = send(siv, answer_page(cast, line.about), is_put_right="yes", text="Takk! Det er lagt til.")
    assert sent.status_code == 302

    page = read(nora, reverse("mine_remarks"))
    assert SAID in page
    assert "Rettet" in page
    assert "Takk! Det er lagt til." in page
    assert not AgendaLine.objects.filter(person=cast.people["nora"], code="remark.answer").exists()
    done = set(LogRow.objects.values_list("action", flat=True))
    assert {Action.REMARK_SAID, Action.REMARK_ANSWERED} <= done


def test_the_words_are_sealed_and_stand_in_no_log_and_no_event(cast: Cast, client_as: As) -> None:
    say(client_as("nora"))

    assert SAID.encode() not in bytes(Remark.objects.get().sealed_text)
    assert SAID not in repr(list(LogRow.objects.values()))


@pytest.mark.parametrize(("name", "status"), [("odd", 404), ("berit", 403), ("hege", 403), ("mette", 403)])
def test_nobody_but_the_specialist_reads_or_answers_it(
    cast: Cast, client_as: As, name: str, status: int
) -> None:
    say(client_as("nora"))

    response = client_as(name).get(answer_page(cast))

    assert response.status_code == status
    assert SAID not in response.content.decode()


def test_only_the_jobseeker_has_the_page(client_as: As) -> None:
    assert client_as("siv").get(reverse("mine_remarks")).status_code == 403


def test_of_two_who_answer_at_once_the_second_sees_both_and_loses_nothing(cast: Cast, client_as: As) -> None:
    say(client_as("nora"))
    siv, about = client_as("siv"), Remark.objects.get().public_id.hex
    first, second = opened(siv, answer_page(cast, about)), opened(siv, answer_page(cast, about))
    siv.post(answer_page(cast, about), {**first, "is_put_right": "yes", "text": "Lagt til."})

    late = siv.post(answer_page(cast, about), {**second, "is_put_right": "no", "text": "Jeg fant det ikke."})

    assert late.status_code == 409
    assert "Jeg fant det ikke." in late.content.decode()
    assert Remark.objects.get().is_put_right is True


def test_nothing_and_too_much_are_refused_and_what_was_typed_stays(client_as: As) -> None:
    nora = client_as("nora")

    assert send(nora, reverse("mine_remarks"), text=" ").status_code == 422
    long = send(nora, reverse("mine_remarks"), text="x" * 4_001)
    assert long.status_code == 422
    assert "x" * 4_001 in long.content.decode()
    assert not Remark.objects.exists()


def test_hostile_words_are_only_words_and_a_double_click_says_it_once(cast: Cast, client_as: As) -> None:
    nora, url = client_as("nora"), reverse("mine_remarks")
    form = {**opened(nora, url), "text": HOSTILE}

    assert nora.post(url, form).status_code == 302
    assert nora.post(url, form).status_code == 302

    assert Remark.objects.count() == 1
    assert "<script>alert(1)" not in nora.get(url).content.decode()
    other = nora.post(url, {**form, "text": "noe annet"})
    assert other.status_code == 409
    assert "noe annet" in other.content.decode()


def test_a_remark_nobody_knows_is_answered_by_nobody(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")

    response = send(siv, answer_page(cast, uuid.uuid4().hex), is_put_right="yes", text="?")

    assert response.status_code == 422  # remark.answered-already
    assert "En kollega har svart i mellomtiden." in response.content.decode()
