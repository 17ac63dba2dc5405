"""The specialist gives the jobseeker a log-in: by mail, or shown once; and nobody else can."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.people.models import Account, Event, Person
from fotfeste.cli.cast import PASSWORD, Cast
from fotfeste.domain.permissions import Protection
from tests.web.filling_in import send, words
from tests.web.test_password_links import use, work

As = Callable[[str], Client]
NEW = "et passord ella har laget"
HERS = {"user_name": "ella27", "email": "", "known_by": "document"}


@pytest.fixture
def ella(cast: Cast) -> Person:
    """Nora without a log-in."""
    Account.objects.filter(username="nora").update(person=None, is_active=False)
    return cast.people["nora"]


def page_of(person: Person) -> str:
    return reverse("log_in_of_person", args=[person.public_id])


def shown_link(answer: Any) -> str:
    found = re.search(r"<code[^>]*data-link>http://testserver(/\S+?)</code>", words(answer))
    assert found, words(answer)
    return found.group(1)


def summary(answer: Any) -> str:
    """What must be put right, above the form."""
    return words(answer).partition("data-error-summary")[2].partition("</ul>")[0]


@pytest.mark.req("I-4.1c")
def test_shown_once_she_makes_her_password_and_comes_in_to_her_own_page(client_as: As, ella: Person) -> None:
    answer = send(client_as("siv"), page_of(ella), **HERS)

    assert answer.status_code == 200
    assert "<svg" in words(answer)
    assert use(shown_link(answer), NEW).status_code == 302
    hers = Client(headers={"Sec-Fetch-Site": "same-origin"})
    hers.post(reverse("account_login"), {"login": "ella27", "password": NEW})
    assert hers.get(reverse("mine")).status_code == 200
    assert hers.get(reverse("mine_consents")).status_code == 200


def test_with_an_address_the_link_is_mailed_and_not_shown(client_as: As, ella: Person) -> None:
    answer = send(client_as("siv"), page_of(ella), **{**HERS, "email": "ella@example.no"})

    assert answer.status_code == 302
    work()
    assert [message.to for message in mail.outbox] == [["ella@example.no"]]
    assert ella.name not in mail.outbox[0].body
    assert "ella27" in words(client_as("siv").get(page_of(ella)))


def test_it_is_logged_told_on_the_timeline_and_read_by_her(client_as: As, cast: Cast, ella: Person) -> None:
    send(client_as("siv"), page_of(ella), **HERS)

    row = LogRow.objects.filter(action=Action.ACCOUNT_CREATED).get()
    assert row.subject == ella.log_id
    assert Event.objects.filter(person=ella, kind="log-in.given").count() == 1
    timeline = client_as("siv").get(reverse("person_timeline", args=[ella.public_id]))
    assert "Jobbsøkeren har fått en innlogging (viste legitimasjon)" in words(timeline)
    hers = Client(headers={"Sec-Fetch-Site": "same-origin"})
    hers.force_login(Account.objects.get(username="ella27"))
    assert "ga deg en innlogging" in words(hers.get(reverse("mine_log")))


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("odd", 404),
        ("jonas", 404),
        ("berit", 403),
        ("hege", 403),
        ("nora", 403),
        ("mette", 403),
        ("arne", 404),
    ],
)
def test_nobody_else_can_give_one_or_see_whether_there_is_one(
    cast: Cast, client_as: As, name: str, status: int
) -> None:
    person, client = cast.people["nora"], client_as(name)

    assert client.get(page_of(person)).status_code == status
    assert client.post(page_of(person), HERS).status_code == status
    assert not Account.objects.filter(username="ella27").exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"user_name": ""}, "Brukernavn: "),
        ({"user_name": "siv"}, "Brukernavn: Brukernavnet er opptatt"),
        ({"user_name": "14839421142"}, "Brukernavn: Brukernavnet ser ut som et fødselsnummer"),
        ({"user_name": "еllа"}, "Brukernavn: Bruk bokstaver"),  # two letters are Cyrillic
        ({"user_name": "x" * 65}, "Brukernavn: "),
        ({"email": "ikke en adresse"}, "Jobbsøkerens egen e-post: "),
        ({"known_by": "jeg gjetter"}, "Hvordan vet du at det er rett person? "),
        ({"known_by": ""}, "Hvordan vet du at det er rett person? "),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    client_as: As, ella: Person, typed: dict[str, str], said: str
) -> None:
    answer = send(client_as("siv"), page_of(ella), **{**HERS, **typed})

    assert answer.status_code == 422
    assert f">{said}" in summary(answer)
    assert not Account.objects.filter(person=ella).exists()


def test_a_second_one_is_refused_and_a_second_click_is_none(client_as: As, ella: Person) -> None:
    siv = client_as("siv")
    form = {**HERS, "form_key": "0" * 32}

    assert siv.post(page_of(ella), form).status_code == 200
    again = siv.post(page_of(ella), form)
    other = siv.post(page_of(ella), {**form, "form_key": "1" * 32, "user_name": "ella28"})

    assert again.status_code == 302
    assert other.status_code == 422
    assert "har allerede en innlogging" in words(other)
    assert Account.objects.filter(person=ella).count() == 1


def test_one_in_use_gets_a_new_link_by_mail_alone_and_another_address_ends_her_sessions(
    cast: Cast, client_as: As
) -> None:
    nora = cast.people["nora"]
    siv, hers = client_as("siv"), Client(headers={"Sec-Fetch-Site": "same-origin"})
    hers.post(reverse("account_login"), {"login": "nora", "password": PASSWORD})

    refused = send(siv, page_of(nora), email="")
    assert refused.status_code == 422
    assert "Noen har logget inn her før" in words(refused)
    assert hers.get(reverse("mine")).status_code == 200

    assert send(siv, page_of(nora), email="ny@example.no").status_code == 302
    work()
    assert [message.to for message in mail.outbox] == [["ny@example.no"]]
    assert hers.get(reverse("mine")).status_code == 302
    assert Event.objects.filter(person=nora, kind="log-in.link-made").exists()


def test_for_a_hidden_address_neither_name_nor_mail_is_kept_in_clear(cast: Cast, client_as: As) -> None:
    liv, marit = cast.people["liv"], client_as("marit")
    typed = {"user_name": "furu81", "email": "liv@example.no", "known_by": "meetings"}

    assert 'name="email"' not in words(marit.get(page_of(liv)))
    answer = send(marit, page_of(liv), **typed)

    account = Account.objects.get(person=liv)
    assert (account.username, account.name, account.email) == ("furu81", "", "")
    assert use(shown_link(answer), NEW).status_code == 302
    assert Person.objects.get(pk=liv.pk).protection == Protection.CODE_6


def test_the_ways_to_it_are_shown_to_the_specialist_alone(cast: Cast, client_as: As) -> None:
    nora = cast.people["nora"]
    people = reverse("person_people", args=[nora.public_id])

    assert page_of(nora) in words(client_as("siv").get(people))
    assert page_of(nora) not in words(client_as("hege").get(people))
