"""Logging in and out: who gets in, what the others are told, and what is written down."""

import re
from collections.abc import Callable
from unittest.mock import patch

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.people.hashing import TooManyInLine
from fotfeste.apps.people.models import Account, Membership
from fotfeste.cli.cast import PASSWORD, Cast

As = Callable[[str], Client]


@pytest.fixture
def visitor(cast: Cast) -> Client:
    return Client(headers={"Sec-Fetch-Site": "same-origin"})


def log_in(client: Client, login: str, password: str = PASSWORD, **more: str):
    return client.post(reverse("account_login"), {"login": login, "password": password, **more})


def is_in(client: Client) -> bool:
    return client.get(reverse("my_account")).status_code == 200


def said(response) -> str:
    """A page without what differs each time: the form's own key, and what was typed."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", response.content.decode())
    return re.sub(r'name="login" value="[^"]+"', "", text)


@pytest.mark.parametrize("login", ["siv", "SIV", "siv@example.no", "Siv@Example.NO"])
def test_one_logs_in_with_user_name_or_email_however_it_is_written(visitor: Client, login: str) -> None:
    assert log_in(visitor, login).status_code == 302

    assert is_in(visitor)


def test_each_log_in_and_log_out_is_written_down(visitor: Client, cast: Cast) -> None:
    log_in(visitor, "siv")
    visitor.post(reverse("account_logout"))

    of_siv = LogRow.objects.filter(actor=cast.accounts["siv"].public_id)
    rows = of_siv.filter(action__in=[Action.LOGIN_SUCCEEDED, Action.LOGOUT]).order_by("seq")
    assert [row.action for row in rows] == [Action.LOGIN_SUCCEEDED, Action.LOGOUT]
    assert rows[0].area == "password"
    assert rows[0].actor_role == "employment_specialist"


def test_unknown_wrong_and_closed_get_the_same_answer(visitor: Client, cast: Cast) -> None:
    Account.objects.filter(username="tom").update(is_active=False)

    answers = [
        log_in(visitor, "ukjent"),
        log_in(visitor, "siv", "feil passord her"),
        log_in(visitor, "tom"),
        log_in(visitor, "ukjent@example.no"),
        log_in(visitor, "siv@example.no", "feil passord her"),
    ]

    assert {answer.status_code for answer in answers} == {200}
    assert len({said(answer) for answer in answers}) == 1
    assert "stemmer ikke" in said(answers[0])


@pytest.mark.parametrize(
    ("login", "password"),
    [
        ("ukjent", "x" * 12),
        ("ukjent@example.no", "x" * 12),
        ("siv", "x" * 12),
        ("siv@example.no", "x" * 12),
        ("siv", PASSWORD),
        ("siv@example.no", PASSWORD),
        ("tom", PASSWORD),
    ],
)
def test_every_answer_costs_exactly_one_password_hash(visitor: Client, login: str, password: str) -> None:
    Account.objects.filter(username="tom").update(is_active=False)
    hashed = []

    def counting(original):
        def count(self, *args, **kwargs):
            hashed.append(original.__name__)
            return original(self, *args, **kwargs)

        return count

    with (
        patch.object(Argon2PasswordHasher, "encode", counting(Argon2PasswordHasher.encode)),
        patch.object(Argon2PasswordHasher, "verify", counting(Argon2PasswordHasher.verify)),
    ):
        log_in(visitor, login, password)

    assert len(hashed) == 1


def test_a_failed_log_in_is_written_down_with_the_account_and_never_with_what_was_typed(
    visitor: Client, cast: Cast
) -> None:
    log_in(visitor, "siv", "feil passord her")
    log_in(visitor, "ukjent", "feil passord her")

    first, second = LogRow.objects.filter(action=Action.LOGIN_FAILED).order_by("seq")
    assert (first.actor, first.object_id) == (None, cast.accounts["siv"].public_id)
    assert (second.actor, second.object_id) == (None, None)
    assert not first.permitted
    assert first.reason_code == "login.wrong"


def test_two_accounts_with_one_email_must_use_their_user_names(visitor: Client, cast: Cast) -> None:
    Account.objects.filter(username="tom").update(email="siv@example.no")

    assert log_in(visitor, "siv@example.no").status_code == 200
    assert log_in(visitor, "siv").status_code == 302


def test_a_program_never_logs_in(visitor: Client, cast: Cast) -> None:
    Account.objects.filter(username="tom").update(acts_for=cast.accounts["hege"])

    assert log_in(visitor, "tom").status_code == 200
    assert not is_in(visitor)


def test_after_five_wrong_tries_the_right_password_waits_too_but_only_from_there(visitor: Client) -> None:
    for _ in range(5):
        log_in(visitor, "siv", "feil passord her")

    refused = log_in(visitor, "siv")
    assert refused.status_code == 200
    assert "For mange forsøk" in refused.content.decode()
    # Nobody can lock her out: from where she sits she gets in.
    elsewhere = Client(REMOTE_ADDR="10.1.2.3")
    assert log_in(elsewhere, "siv").status_code == 302


def test_a_right_password_does_not_use_up_the_tries(visitor: Client) -> None:
    for _ in range(7):
        assert log_in(visitor, "siv").status_code == 302
        visitor.post(reverse("account_logout"))


def test_one_address_cannot_try_without_end(visitor: Client) -> None:
    answers = [log_in(visitor, f"ukjent{number}", "feil").status_code for number in range(31)]

    assert answers[0] == 200
    assert answers[-1] == 429


def test_logging_in_gives_a_new_session_id_and_the_old_one_is_dead(visitor: Client) -> None:
    visitor.get(reverse("demo"))
    visitor.session.save()
    before = visitor.session.session_key

    log_in(visitor, "siv")

    after = visitor.session.session_key
    assert after != before
    assert not Session.objects.filter(session_key=before).exists()


def test_logging_out_kills_the_session_on_the_server(visitor: Client) -> None:
    log_in(visitor, "siv")
    stolen = visitor.cookies["session"].value

    answer = visitor.post(reverse("account_logout"))

    thief = Client()
    thief.cookies["session"] = stolen
    assert not is_in(thief)
    assert answer["Clear-Site-Data"] == '"cache", "storage"'


def test_a_link_logs_nobody_out(visitor: Client) -> None:
    log_in(visitor, "siv")

    assert visitor.get(reverse("account_logout")).status_code == 200
    assert is_in(visitor)


@pytest.mark.parametrize("address", ["/konto/signup/", "/konto/login/", "/signup", "/konto/email/"])
def test_there_is_no_sign_up_and_no_page_of_the_library_we_did_not_put_up(
    visitor: Client, address: str
) -> None:
    assert visitor.get(address).status_code == 404


def test_one_comes_to_where_one_was_heading(visitor: Client) -> None:
    turned_away = visitor.get(reverse("close_to"))
    assert turned_away.status_code == 302

    assert log_in(visitor, "siv", next=reverse("close_to")).headers["Location"] == reverse("close_to")


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_but_never_to_somewhere_else(visitor: Client, elsewhere: str) -> None:
    assert log_in(visitor, "siv", next=elsewhere).headers["Location"] == "/"


def test_ones_language_is_back_at_log_in(visitor: Client, cast: Cast) -> None:
    Account.objects.filter(username="siv").update(language="nn")

    log_in(visitor, "siv")

    assert 'lang="nn"' in visitor.get(reverse("my_account")).content.decode()


def test_choosing_a_language_is_remembered_with_the_account(client_as: As, cast: Cast) -> None:
    siv = client_as("siv")

    answer = siv.post(reverse("set_language"), {"language": "en", "next": reverse("my_account")})

    assert answer.headers["Location"] == reverse("my_account")
    assert Account.objects.get(username="siv").language == "en"
    assert '<html lang="en">' in siv.get(reverse("my_account")).content.decode()


@pytest.mark.parametrize("wrong", ["xx", "", "../nb"])
def test_a_language_we_do_not_have_changes_nothing(client_as: As, cast: Cast, wrong: str) -> None:
    siv = client_as("siv")

    answer = siv.post(reverse("set_language"), {"language": wrong, "next": "//evil.example/"})

    assert answer.headers["Location"] == "/"
    assert Account.objects.get(username="siv").language == "nb"


def test_one_without_a_role_today_is_told_so(visitor: Client, cast: Cast) -> None:
    Membership.objects.filter(account=cast.accounts["tom"]).delete()

    log_in(visitor, "tom")

    assert "Du har ingen rolle i dag" in visitor.get("/").content.decode()


@pytest.mark.parametrize(
    ("who", "first"),
    [("arne", "/administrasjon"), ("guro", "/deltakere"), ("erik", "/arbeidsgiver")],
)
def test_each_role_begins_at_its_own_first_screen(client_as: As, who: str, first: str) -> None:
    browser = client_as(who)

    assert browser.get("/").headers["Location"] == first
    assert browser.get(first).status_code == 200


def test_first_screens_are_not_for_other_roles(client_as: As) -> None:
    assert client_as("siv").get("/deltakere").status_code == 403
    assert client_as("guro").get("/arbeidsgiver").status_code == 403


def test_in_the_demo_one_logs_in_with_a_button(visitor: Client, cast: Cast) -> None:
    page = visitor.get("/").content.decode()
    assert "oppdiktet" in page
    assert 'value="nora"' in page

    assert visitor.post(reverse("demo_log_in"), {"username": "nora"}).status_code == 302
    assert is_in(visitor)
    # And straight on as somebody else, with a new session.
    before = visitor.session.session_key
    visitor.post(reverse("demo_log_in"), {"username": "siv"})
    assert visitor.session.session_key != before
    assert "Siv Rønning" in visitor.get(reverse("my_account")).content.decode()


def test_the_demo_does_not_log_in_one_who_is_closed_out_or_unknown(visitor: Client) -> None:
    Account.objects.filter(username="tom").update(is_active=False)

    assert visitor.post(reverse("demo_log_in"), {"username": "tom"}).status_code == 404
    assert visitor.post(reverse("demo_log_in"), {"username": "ingen"}).status_code == 404


def test_in_production_there_is_no_demo_log_in(visitor: Client, settings) -> None:
    settings.MODE = "production"

    assert visitor.post(reverse("demo_log_in"), {"username": "siv"}).status_code == 404
    assert visitor.get(reverse("demo")).status_code == 404
    assert 'value="siv"' not in visitor.get("/").content.decode()


def test_a_flood_of_log_ins_is_told_to_come_back_and_does_not_stand_in_line(visitor: Client) -> None:
    with patch("fotfeste.web.log_in_backend.make_password", side_effect=TooManyInLine):
        answer = log_in(visitor, "ukjent")

    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
