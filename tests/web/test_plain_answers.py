"""Every way things can go wrong answers in plain words, and none of them is a dead end."""

import uuid
from collections.abc import Callable

import pytest
from django.conf import settings
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from fotfeste.apps.people.models import Relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import RelationKind

As = Callable[[str], Client]


def test_opening_what_is_only_a_button_says_so(client_as: As, cast: Cast) -> None:
    answer = client_as("siv").get(reverse("say_why", args=[cast.people["nora"].public_id]))

    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "Gå tilbake" in answer.content.decode()


def test_a_role_that_may_not_is_told_why_and_what_would_change_it(client_as: As) -> None:
    answer = client_as("arne").get(reverse("employers"))

    assert answer.status_code == 403
    assert "rollen" in answer.content.decode()


def test_the_supervisor_says_why_before_a_record_opens(client_as: As, cast: Cast) -> None:
    mette, nora = client_as("mette"), cast.people["nora"]
    where = reverse("person", args=[nora.public_id])
    asked = mette.get(where)
    assert asked.status_code == 403
    assert "Hvorfor åpner du" in asked.content.decode()
    assert nora.name not in asked.content.decode()

    reason = {"purpose": "supervises", "onward": where}
    mette.post(reverse("say_why", args=[nora.public_id]), reason)

    assert mette.get(where).status_code == 200


def test_what_was_typed_when_the_question_came_in_between_is_kept(client_as: As, cast: Cast) -> None:
    nora = cast.people["nora"]
    stands_in = {"kind": RelationKind.STAND_IN, "from_day": cast.on, "until_day": cast.on}
    Relation.objects.create(person=nora, account=cast.accounts["jonas"], **stands_in)
    where = reverse("act", args=[nora.public_id, "note"])
    typed = {"text": "Snakket med Nora om matlaging.\nHun vil prøve.", "form_key": str(uuid.uuid4())}

    asked = client_as("jonas").post(where, typed, headers={"Sec-Fetch-Site": "same-origin"})

    assert asked.status_code == 403
    page = asked.content.decode()
    assert "Hvorfor åpner du" in page
    assert "Snakket med Nora om matlaging.\nHun vil prøve.</textarea>" in page
    assert f'name="onward" value="{reverse("person", args=[nora.public_id])}"' in page
    assert nora.name not in page


@pytest.mark.parametrize(
    ("language", "question"),
    [("nb", "Hvorfor åpner du"), ("nn", "Kvifor opnar du"), ("en", "Why are you opening")],
)
def test_the_question_comes_in_the_readers_language(
    client_as: As, cast: Cast, language: str, question: str
) -> None:
    mette = client_as("mette")
    mette.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    page = mette.get(reverse("person", args=[cast.people["nora"].public_id])).content.decode()

    assert f'<html lang="{language}"' in page
    assert question in page


def test_a_reason_of_ones_own_making_opens_nothing(client_as: As, cast: Cast) -> None:
    mette, nora = client_as("mette"), cast.people["nora"]

    made_up = {"purpose": "curious", "onward": "/"}
    mette.post(reverse("say_why", args=[nora.public_id]), made_up)

    assert mette.get(reverse("person", args=[nora.public_id])).status_code == 403


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:x"]
)
def test_nobody_is_sent_to_another_site(client_as: As, cast: Cast, elsewhere: str) -> None:
    reason = {"purpose": "supervises", "onward": elsewhere}

    answer = client_as("mette").post(reverse("say_why", args=[cast.people["nora"].public_id]), reason)

    assert answer["Location"] == "/"


def test_when_the_database_is_busy_what_was_typed_stays_on_the_page(
    client_as: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object, **__: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr("fotfeste.web.employers.add_employer", busy)
    typed = {"form_key": uuid.uuid4().hex, "version": "0", "name": "Stormyra Mat", "place": "Bodø"}

    answer = client_as("siv").post(reverse("new_employer"), typed)

    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"
    assert "Stormyra Mat" in answer.content.decode()


def test_the_same_form_key_with_something_else_in_it_is_refused_and_nothing_is_lost(client_as: As) -> None:
    siv, key = client_as("siv"), uuid.uuid4().hex
    siv.post(reverse("new_employer"), {"form_key": key, "version": "0", "name": "Stormyra Mat"})

    answer = siv.post(reverse("new_employer"), {"form_key": key, "version": "0", "name": "Helt annen"})

    assert answer.status_code == 409
    assert "Helt annen" in answer.content.decode()


def test_an_address_nobody_has_is_not_found(client_as: As) -> None:
    assert client_as("siv").get("/finnes-ikke").status_code == 404
