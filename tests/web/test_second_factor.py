"""The second step: added, asked for, required of staff, sealed. Passkeys: tests/journeys/test_passkey.py."""

import re
import time
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.outbox.models import Errand
from fotfeste.cli.cast import PASSWORD, Cast

As = Callable[[str], Client]


@pytest.fixture
def log_in(cast: Cast) -> As:
    def browser(name: str) -> Client:
        client = Client(headers={"Sec-Fetch-Site": "same-origin"})
        client.post(reverse("account_login"), {"login": name, "password": PASSWORD})
        return client

    return browser


def code_for(secret: str, steps_ahead: int = 0) -> str:
    """What the app shows. The library of the codes goes by the real clock."""
    step = int(time.time()) // 30  # noqa: TID251  # as the library does
    return format_hotp_value(hotp_value(secret, step + steps_ahead))


def add_app(client: Client) -> str:
    """Add an authenticator app as a person would; answers with its secret."""
    client.post(f"{reverse('account_reauthenticate')}?next=/", {"password": PASSWORD})
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r'<code class="words">([A-Z2-7 ]+)</code>', page).group(1).replace(" ", "")
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_for(secret)})
    assert answer.status_code == 302, answer.content.decode()[-800:]
    return secret


def is_in(client: Client) -> bool:
    return client.get("/min-konto").status_code == 200


WRONG_PASSKEYS = [
    "",
    "null",
    "[]",
    "{}",
    "{not json",
    '{"id": 1, "rawId": null, "type": "public-key", "response": {}}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "e30",'
    ' "authenticatorData": "AA", "signature": "AA", "userHandle": "AA"}}',
]


@pytest.mark.parametrize("sent", WRONG_PASSKEYS)
def test_a_passkey_that_is_none_of_ours_opens_nothing_and_is_called_what_it_is(
    client: Client, cast: Cast, sent: str
) -> None:
    client.get(reverse("mfa_login_webauthn"), headers={"Accept": "application/json"})

    page = client.post(reverse("mfa_login_webauthn"), {"credential": sent}, follow=True)

    assert page.request["PATH_INFO"] == reverse("account_login")
    assert "Passnøkkelen ble ikke brukt" in page.content.decode().split("<h1")[0]
    assert "Koden stemmer ikke" not in page.content.decode()
    assert not is_in(client)
    assert LogRow.objects.filter(action=Action.LOGIN_FAILED, reason_code="login.wrong-passkey").count() == 1


@pytest.mark.parametrize("sent", WRONG_PASSKEYS)
def test_asked_again_a_wrong_passkey_leaves_one_where_the_other_ways_are(
    log_in: As, cast: Cast, monkeypatch: pytest.MonkeyPatch, sent: str
) -> None:
    siv = log_in("siv")
    Authenticator.objects.create(user=cast.accounts["siv"], type=Authenticator.Type.WEBAUTHN, data={})
    monkeypatch.setattr("allauth.mfa.webauthn.internal.auth.get_credentials", lambda user: [])

    page = siv.post(reverse("mfa_reauthenticate_webauthn"), {"credential": sent})

    assert page.status_code == 200
    assert "Passnøkkelen ble ikke brukt" in page.content.decode().split("<h1")[0]
    assert "Bekreft at det er deg" in page.content.decode()
    assert "Bruk passordet" in page.content.decode()


def test_the_password_alone_no_longer_opens_the_account(log_in: As, cast: Cast) -> None:
    secret = add_app(log_in("siv"))

    half_way = log_in("siv")
    assert not is_in(half_way)
    answer = half_way.post(reverse("mfa_authenticate"), {"code": code_for(secret, 1)})

    assert answer.status_code == 302
    assert is_in(half_way)
    last = LogRow.objects.filter(action=Action.LOGIN_SUCCEEDED).latest("seq")
    assert last.area == "password+totp"


def test_a_wrong_code_opens_nothing_and_is_written_down(log_in: As, cast: Cast) -> None:
    add_app(log_in("siv"))
    half_way = log_in("siv")

    answer = half_way.post(reverse("mfa_authenticate"), {"code": "000000"})

    assert answer.status_code == 200
    assert "Koden stemmer ikke" in answer.content.decode()
    assert not is_in(half_way)
    row = LogRow.objects.filter(action=Action.LOGIN_FAILED).latest("seq")
    assert (row.reason_code, row.object_id) == ("login.wrong-second-step", cast.accounts["siv"].public_id)


def test_codes_cannot_be_guessed_one_after_another(log_in: As) -> None:
    secret = add_app(log_in("siv"))
    half_way = log_in("siv")
    for number in range(5):
        half_way.post(reverse("mfa_authenticate"), {"code": f"{number:06}"})

    answer = half_way.post(reverse("mfa_authenticate"), {"code": code_for(secret, 1)})

    assert "For mange forsøk" in answer.content.decode()
    assert not is_in(half_way)


def test_a_code_works_once(log_in: As) -> None:
    secret = add_app(log_in("siv"))
    code = code_for(secret, 1)
    log_in("siv").post(reverse("mfa_authenticate"), {"code": code})

    another = log_in("siv")
    another.post(reverse("mfa_authenticate"), {"code": code})

    assert not is_in(another)


def test_a_recovery_code_works_once_when_the_phone_is_gone(log_in: As) -> None:
    siv = log_in("siv")
    add_app(siv)
    file = siv.get(reverse("mfa_download_recovery_codes"))
    codes = file.content.decode().split()
    assert len(codes) == 10

    first, second = log_in("siv"), log_in("siv")
    first.post(reverse("mfa_authenticate"), {"code": codes[0]})
    second.post(reverse("mfa_authenticate"), {"code": codes[0]})

    assert is_in(first)
    assert not is_in(second)


def test_adding_a_second_step_ends_other_sessions_tells_the_owner_and_is_written_down(
    log_in: As, cast: Cast
) -> None:
    here, there = log_in("siv"), log_in("siv")
    before = here.session.session_key

    add_app(here)

    assert is_in(here)
    assert not is_in(there)
    assert here.session.session_key != before
    assert LogRow.objects.filter(action=Action.ACCOUNT_CHANGED, area="second_factor").count() == 1
    told = Errand.objects.get(kind="mail.account").payload
    assert told == {"what": "changed", "account": str(cast.accounts["siv"].public_id)}


def test_changing_the_second_step_takes_the_password_again(log_in: As) -> None:
    siv = log_in("siv")

    answer = siv.get(reverse("mfa_activate_totp"))

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(reverse("account_reauthenticate"))
    refused = siv.post(answer.headers["Location"], {"password": "feil passord"})
    assert "Passordet stemmer ikke" in refused.content.decode()
    assert siv.get(reverse("mfa_activate_totp")).status_code == 302


def test_the_secrets_are_sealed_in_the_database(log_in: As) -> None:
    secret = add_app(log_in("siv"))

    for row in Authenticator.objects.all():
        assert secret not in str(row.data)
        assert not re.search(r"[0-9a-f]{80}", str(row.data))


@pytest.fixture
def second_factor_required(settings) -> None:
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.mark.usefixtures("second_factor_required")
class TestWhereItIsRequired:
    def test_staff_without_one_get_no_further_than_adding_one(self, log_in: As) -> None:
        siv = log_in("siv")

        assert siv.get(reverse("close_to")).headers["Location"] == reverse("mfa_index")
        assert siv.get("/").headers["Location"] == reverse("mfa_index")
        assert siv.get(reverse("mfa_index")).status_code == 200

        add_app(siv)
        assert siv.get(reverse("close_to")).status_code == 200

    def test_they_can_always_log_out_and_choose_their_language(self, log_in: As) -> None:
        siv = log_in("siv")

        assert siv.post(reverse("set_language"), {"language": "nn"}).headers["Location"] == "/"
        siv.post(reverse("account_logout"))
        assert not is_in(siv)

    def test_a_jobseeker_may_and_need_not(self, log_in: As) -> None:
        nora = log_in("nora")

        assert nora.get(reverse("my_programs")).status_code == 200
        add_app(nora)
        assert not is_in(log_in("nora"))

    def test_the_last_one_cannot_be_taken_away(self, log_in: As) -> None:
        siv = log_in("siv")
        add_app(siv)

        answer = siv.post(reverse("mfa_deactivate_totp"))

        assert "minst én måte" in answer.content.decode()
        assert Authenticator.objects.filter(type="totp").exists()


def test_where_it_is_not_required_it_can_be_taken_away(log_in: As) -> None:
    siv = log_in("siv")
    add_app(siv)

    assert siv.post(reverse("mfa_deactivate_totp")).status_code == 302

    assert not Authenticator.objects.exists()
    assert is_in(log_in("siv"))
