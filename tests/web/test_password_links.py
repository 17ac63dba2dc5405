"""A forgotten password: the same answer for everyone, a neutral mail, a link that works once."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.people.models import Account
from fotfeste.cli.cast import PASSWORD, Cast
from fotfeste.jobs.loop import carry_next

As = Callable[[str], Client]
NEW = "et helt annet passord"


@pytest.fixture
def visitor(cast: Cast) -> Client:
    return Client(headers={"Sec-Fetch-Site": "same-origin"})


def ask(client: Client, email: str):
    return client.post(reverse("account_reset_password"), {"email": email})


def work() -> None:
    while carry_next():
        pass


def link_in_mail() -> str:
    return re.search(r"http://127\.0\.0\.1:8000(/\S+)", mail.outbox[-1].body).group(1)


def use(link: str, password: str = NEW):
    client = Client()
    form = client.get(link, follow=True)
    return client.post(form.request["PATH_INFO"], {"password1": password, "password2": password})


def test_known_unknown_and_closed_get_the_same_answer_and_cost_the_same(visitor: Client) -> None:
    Account.objects.filter(username="tom").update(is_active=False)

    answers = [ask(visitor, f"{name}@example.no") for name in ("siv", "ukjent", "tom")]

    assert {(answer.status_code, answer.headers["Location"]) for answer in answers} == {
        (302, reverse("account_reset_password_done"))
    }
    assert Errand.objects.count() == 3
    work()
    assert [message.to for message in mail.outbox] == [["siv@example.no"]]


def test_an_errand_holds_no_address_no_name_and_no_link(visitor: Client, cast: Cast) -> None:
    ask(visitor, "siv@example.no")

    payload = Errand.objects.get().payload

    assert payload == {"what": "password_link", "account": str(cast.accounts["siv"].public_id)}


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_mail_says_nothing_but_that_there_is_a_link(visitor: Client, language: str) -> None:
    Account.objects.filter(username="nora").update(language=language)
    ask(visitor, "nora@example.no")
    work()

    message = mail.outbox[0]
    text = f"{message.subject} {message.body}".casefold()
    for word in ("nora", "lunde", "fotfeste", "ips", "jobb", "nav", "passord", "password"):
        assert word not in text, word
    assert link_in_mail()


def test_the_link_works_once_and_ends_every_session(visitor: Client, client_as: As, cast: Cast) -> None:
    siv = client_as("siv")
    ask(visitor, "siv@example.no")
    work()
    link = link_in_mail()

    assert use(link).status_code == 302

    assert Account.objects.get(username="siv").check_password(NEW)
    assert siv.get("/min-konto").status_code == 302
    assert "virker ikke lenger" in Client().get(link, follow=True).content.decode()


def test_the_link_is_dead_once_its_owner_has_logged_in(visitor: Client) -> None:
    ask(visitor, "siv@example.no")
    work()

    visitor.post(reverse("account_login"), {"login": "siv", "password": PASSWORD})

    assert "virker ikke lenger" in Client().get(link_in_mail(), follow=True).content.decode()


@pytest.mark.parametrize("key", ["tull", "abc-def", "a" * 90])
def test_a_link_somebody_made_up_opens_nothing(cast: Cast, key: str) -> None:
    whose = cast.accounts["siv"].public_id.hex

    answer = Client().get(reverse("account_reset_password_from_key", kwargs={"uidb36": whose, "key": key}))

    assert "virker ikke lenger" in answer.content.decode()


def test_the_link_of_one_does_not_open_another(visitor: Client, cast: Cast) -> None:
    ask(visitor, "siv@example.no")
    work()
    link = link_in_mail().replace(cast.accounts["siv"].public_id.hex, cast.accounts["mette"].public_id.hex)

    assert "virker ikke lenger" in Client().get(link, follow=True).content.decode()


def test_the_key_does_not_stay_in_the_address(visitor: Client, cast: Cast) -> None:
    ask(visitor, "siv@example.no")
    work()

    form = Client().get(link_in_mail(), follow=True)

    assert form.request["PATH_INFO"].endswith("/set-password")
    assert "siv" in form.content.decode()


def test_a_password_that_will_not_do_is_refused_and_the_link_still_works(visitor: Client) -> None:
    ask(visitor, "siv@example.no")
    work()

    refused = use(link_in_mail(), "kort")

    assert refused.status_code == 200
    assert use(link_in_mail()).status_code == 302


def test_nobody_is_flooded_with_mail(visitor: Client) -> None:
    answers = [ask(visitor, "siv@example.no").status_code for _ in range(4)]

    assert answers == [302, 302, 302, 429]


def test_a_changed_password_is_told_to_its_owner(client_as: As, cast: Cast) -> None:
    siv = client_as("siv")
    siv.post(
        reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    )
    work()

    assert mail.outbox[0].to == ["siv@example.no"]
    assert "endret" in mail.outbox[0].body


def test_an_errand_for_a_mail_that_is_not_there_is_kept_to_be_seen(cast: Cast) -> None:
    Errand.objects.create(kind="mail.account", payload={"what": "reklame", "account": ""}, not_before=cast.at)

    work()

    assert Errand.objects.get().last_error == "ValueError"
    assert mail.outbox == []
