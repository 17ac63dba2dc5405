"""The specialist gives the jobseeker a log-in: by mail, or shown once; and nobody else can."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db.models import F
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.people.models import Account, Event, NewAddress, Person, Relation
from fotfeste.cli.cast import PASSWORD, Cast
from fotfeste.domain.log_in import AddressOutcome
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


@pytest.fixture
def in_use(cast: Cast) -> Client:
    """Nora's browser: she has logged in before."""
    hers = Client(headers={"Sec-Fetch-Site": "same-origin"})
    hers.post(reverse("account_login"), {"login": "nora", "password": PASSWORD})
    return hers


def after_the_wait() -> None:
    """What waits is due now."""
    Errand.objects.filter(kind="log_in.new_address").update(not_before=F("not_before") - timedelta(days=3))
    work()


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


def test_one_in_use_gets_a_new_link_by_mail_alone(cast: Cast, client_as: As, in_use: Client) -> None:
    siv, page = client_as("siv"), page_of(cast.people["nora"])

    refused = send(siv, page, email="")
    assert refused.status_code == 422
    assert "Noen har logget inn her før" in words(refused)
    assert in_use.get(reverse("mine")).status_code == 200

    assert send(siv, page, email="Nora@example.no").status_code == 302
    work()
    assert [message.to for message in mail.outbox] == [["nora@example.no"]]
    assert Event.objects.filter(person=cast.people["nora"], kind="log-in.link-made").exists()


def test_another_address_for_one_in_use_waits_and_the_old_one_is_told(
    cast: Cast, client_as: As, in_use: Client
) -> None:
    nora, siv = cast.people["nora"], client_as("siv")
    timeline = reverse("person_timeline", args=[nora.public_id])

    assert send(siv, page_of(nora), email="ny@example.no").status_code == 302
    work()

    assert [message.to for message in mail.outbox] == [["nora@example.no"]]
    assert nora.name not in mail.outbox[0].body
    assert "ny@example.no" not in mail.outbox[0].body
    assert Account.objects.get(person=nora).email == "nora@example.no"
    assert in_use.get(reverse("mine")).status_code == 200
    assert "Det er bedt om en ny e-post" in words(siv.get(page_of(nora)))
    assert "Ny e-post til innloggingen er bedt om" in words(siv.get(timeline))
    assert NewAddress.objects.get().sealed_email != b""


def test_when_nobody_has_logged_in_the_new_address_gets_the_link(
    cast: Cast, client_as: As, in_use: Client
) -> None:
    nora = cast.people["nora"]
    send(client_as("siv"), page_of(nora), email="ny@example.no")
    work()
    after_the_wait()

    assert [message.to for message in mail.outbox] == [["nora@example.no"], ["ny@example.no"]]
    assert in_use.get(reverse("mine")).status_code == 302
    assert NewAddress.objects.get().outcome == AddressOutcome.TAKEN
    assert LogRow.objects.filter(action=Action.ACCOUNT_CHANGED, subject=nora.log_id).count() == 2


def test_whoever_still_has_the_log_in_stops_another_address_by_logging_in(
    cast: Cast, client_as: As, in_use: Client
) -> None:
    nora = cast.people["nora"]
    send(client_as("siv"), page_of(nora), email="ny@example.no")
    Client(headers={"Sec-Fetch-Site": "same-origin"}).post(
        reverse("account_login"), {"login": "nora", "password": PASSWORD}
    )
    assert "Det er bedt om en ny e-post" not in words(client_as("siv").get(page_of(nora)))
    after_the_wait()

    assert Account.objects.get(person=nora).email == "nora@example.no"
    assert [message.to for message in mail.outbox] == [["nora@example.no"]]
    assert (NewAddress.objects.get().outcome, bytes(NewAddress.objects.get().sealed_email)) == (
        "stopped",
        b"",
    )


@pytest.mark.req("I-4.1c")
def test_where_there_is_no_old_address_nobody_is_said_to_be_told_and_the_owner_reads_it_at_home(
    cast: Cast, client_as: As, in_use: Client
) -> None:
    nora, siv = cast.people["nora"], client_as("siv")
    Account.objects.filter(person=nora).update(email="")
    assert "ingen får beskjed på e-post om en ny" in words(siv.get(page_of(nora)))

    said = words(siv.post(page_of(nora), {"email": "ny@example.no", "form_key": "2" * 32}, follow=True))
    work()

    assert not mail.outbox
    assert "Den gamle har fått beskjed" not in said
    assert "ingen har fått beskjed på e-post" in said
    assert "Ingen kunne få beskjed på e-post." in said
    timeline = words(siv.get(reverse("person_timeline", args=[nora.public_id])))
    assert "Det sto ingen e-post å gi beskjed på" in timeline
    home = words(in_use.get(reverse("mine")))
    assert "Jobbspesialisten har bedt om ny e-post til innloggingen din" in home
    assert "Nei, la innloggingen være som før" in home
    assert "ny@example.no" not in home


def test_the_owner_says_no_on_the_own_pages_and_the_log_in_stays(
    cast: Cast, client_as: As, in_use: Client
) -> None:
    nora, refuse = cast.people["nora"], reverse("refuse_new_address")
    Account.objects.filter(person=nora).update(email="")
    send(client_as("siv"), page_of(nora), email="ny@example.no")
    for other in ("siv", "amir", "hege"):
        assert client_as(other).post(refuse, {"form_key": "4" * 32}).status_code in (302, 403)
    assert NewAddress.objects.get().ended_at is None

    answer = in_use.post(refuse, {"form_key": "3" * 32}, follow=True)

    assert "Innloggingen din er som før" in words(answer)
    assert "har bedt om ny e-post" not in words(answer)
    row = NewAddress.objects.get()
    assert (row.outcome, bytes(row.sealed_email)) == (AddressOutcome.STOPPED, b"")
    assert Event.objects.filter(person=nora, kind="log-in.address-refused").count() == 1
    assert LogRow.objects.filter(action=Action.ACCOUNT_CHANGED, subject=nora.log_id).count() == 2
    after_the_wait()
    assert Account.objects.get(person=nora).email == ""
    assert in_use.get(reverse("mine")).status_code == 200
    again = in_use.post(refuse, {"form_key": "5" * 32}, follow=True)
    assert "Det venter ikke lenger noen ny e-post." in words(again)


def test_one_who_logs_in_reads_that_it_was_asked_for_and_is_stopped(
    cast: Cast, client_as: As, in_use: Client
) -> None:
    send(client_as("siv"), page_of(cast.people["nora"]), email="ny@example.no")
    hers = Client(headers={"Sec-Fetch-Site": "same-origin"})
    hers.post(reverse("account_login"), {"login": "nora", "password": PASSWORD})

    home = words(hers.get(reverse("mine")))

    assert "Det blir ikke noe av, fordi du har logget inn etterpå" in home
    assert "Nei, la innloggingen være som før" not in home


def test_an_address_asked_for_by_somebody_who_may_not_give_log_ins_any_more_is_dropped(
    cast: Cast, client_as: As, in_use: Client
) -> None:
    nora = cast.people["nora"]
    send(client_as("siv"), page_of(nora), email="ny@example.no")
    Relation.objects.filter(person=nora, account=cast.accounts["siv"]).update(
        until_day=cast.on - timedelta(days=1)
    )
    after_the_wait()

    assert Account.objects.get(person=nora).email == "nora@example.no"
    assert NewAddress.objects.get().outcome == AddressOutcome.DROPPED


def test_a_later_address_takes_the_place_of_an_earlier_and_waits_anew(
    cast: Cast, client_as: As, in_use: Client
) -> None:
    nora, siv = cast.people["nora"], client_as("siv")
    for email in ("ny@example.no", "nyere@example.no"):
        send(siv, page_of(nora), email=email)
    after_the_wait()

    assert Account.objects.get(person=nora).email == "nyere@example.no"
    assert sorted(NewAddress.objects.values_list("outcome", flat=True)) == ["replaced", "taken"]


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
