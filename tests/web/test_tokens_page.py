"""Programs and their keys: shown once, working only when the one they act for has said yes."""

import re
import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.people.models import Account, ApiToken
from fotfeste.apps.people.tokens_services import fingerprint
from fotfeste.cli.cast import Cast

As = Callable[[str], Client]


def key() -> dict[str, str]:
    return {"form_key": uuid.uuid4().hex}


@pytest.fixture
def arne(client_as: As) -> Client:
    return client_as("arne")


@pytest.fixture
def program(arne: Client) -> Account:
    arne.post(reverse("new_program"), {"name": "Timelista", "acts_for": "siv", **key()})
    return Account.objects.get(name="Timelista")


def issue(arne: Client, program: Account, **more: str):
    typed = {"label": "Henter møter", "expires_on": "22.05.2027", **more}
    return arne.post(reverse("new_token", args=[program.public_id]), {**key(), **typed})


def secret_in(answer) -> str:
    return re.search(r"<code>(ff_[\w-]+)</code>", answer.content.decode()).group(1)


def call(secret: str) -> int:
    return Client().get("/api/v1/me", headers={"Authorization": f"Bearer {secret}"}).status_code


def test_a_key_is_shown_once_and_only_its_fingerprint_is_kept(arne: Client, program: Account) -> None:
    once = key()
    answer = issue(arne, program, **once)
    secret = secret_in(answer)

    token = ApiToken.objects.get()
    assert bytes(token.fingerprint) == fingerprint(secret)
    assert secret not in str(vars(token))
    assert issue(arne, program, **once).status_code == 302
    assert ApiToken.objects.count() == 1
    assert secret not in arne.get(reverse("programs")).content.decode()


def test_it_opens_nothing_before_the_one_it_acts_for_has_said_yes(
    arne: Client, program: Account, client_as: As, cast: Cast
) -> None:
    secret = secret_in(issue(arne, program))
    token = ApiToken.objects.get()
    assert call(secret) == 401
    siv = client_as("siv")
    assert "Henter møter" in siv.get(reverse("my_programs")).content.decode()

    siv.post(reverse("accept_program", args=[token.public_id]), key())
    assert call(secret) == 200

    siv.post(reverse("revoke_program", args=[token.public_id]), key())
    assert call(secret) == 401
    said = LogRow.objects.filter(object_type="token").order_by("seq").values_list("action", "area")
    assert list(said) == [
        (Action.TOKEN_ISSUED, "issued"),
        (Action.TOKEN_ISSUED, "accepted"),
        (Action.TOKEN_REVOKED, ""),
    ]


@pytest.mark.parametrize("who", ["arne", "jonas", "nora"])
def test_nobody_else_says_yes_for_them(arne: Client, program: Account, client_as: As, who: str) -> None:
    issue(arne, program)
    token = ApiToken.objects.get()
    other = client_as(who)

    assert other.post(reverse("accept_program", args=[token.public_id]), key()).status_code == 404
    assert other.post(reverse("revoke_program", args=[token.public_id]), key()).status_code == 404

    token.refresh_from_db()
    assert token.accepted_at is None
    assert token.revoked_at is None


def test_an_administrator_stops_a_key_at_once(arne: Client, program: Account, client_as: As) -> None:
    secret = secret_in(issue(arne, program))
    token = ApiToken.objects.get()
    client_as("siv").post(reverse("accept_program", args=[token.public_id]), key())

    arne.post(reverse("stop_token", args=[token.public_id]), key())

    assert call(secret) == 401


def test_when_the_account_is_closed_its_programs_stop(
    arne: Client, program: Account, client_as: As, cast: Cast
) -> None:
    secret = secret_in(issue(arne, program))
    client_as("siv").post(reverse("accept_program", args=[ApiToken.objects.get().public_id]), key())
    assert call(secret) == 200

    arne.post(reverse("close_user", args=[cast.accounts["siv"].public_id]), key())

    assert call(secret) == 401


@pytest.mark.parametrize("whom", ["nora", "ukjent", ""])
def test_a_program_acts_for_somebody_who_works_here__and_the_answer_tells_nothing_of_others(
    arne: Client, whom: str
) -> None:
    answer = arne.post(reverse("new_program"), {"name": "X", "acts_for": whom, **key()})

    assert answer.status_code == 422
    assert not Account.objects.filter(name="X").exists()
    if whom:
        assert "Vi finner ingen åpen konto med det brukernavnet" in answer.content.decode()


@pytest.mark.parametrize("day", ["22.11.2026", "21.11.2020", "24.11.2027", "ikke en dag"])
def test_a_key_lasts_beyond_today_and_not_beyond_a_year(arne: Client, program: Account, day: str) -> None:
    assert issue(arne, program, expires_on=day).status_code == 422
    assert not ApiToken.objects.exists()
