"""What was found by trying to break in: each try, next to what must still work."""

import uuid
from collections.abc import Callable

import pytest
from django.conf import LazySettings
from django.test import Client, RequestFactory
from django.urls import reverse

from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.people.models import Closeness, Membership
from fotfeste.cli.cast import Cast
from fotfeste.web import limits
from fotfeste.web.client_address import client_address
from tests.web.pages import send

As = Callable[[str], Client]


@pytest.mark.parametrize("number", ["9" * 19, "9" * 30, "1" + "0" * 300])
def test_a_number_no_row_can_have_is_not_found(cast: Cast, client_as: As, number: str) -> None:
    nora = client_as("nora")
    client_as("siv").get(reverse("person", args=[cast.people["nora"].public_id]))
    seq = LogRow.objects.latest("seq").seq

    for where in (f"/min-side/hvem-har-sett/{number}/spor", f"/min-konto/to-trinn/passnokkel/{number}"):
        assert nora.get(where).status_code == 404
    assert nora.get(reverse("ask_about_look", args=[seq])).status_code == 200


def test_nobody_steps_back_from_their_own_record(cast: Cast, client_as: As) -> None:
    nora, where = client_as("nora"), reverse("close_to_person", args=[cast.people["nora"].public_id])

    assert nora.get(where).status_code == 403
    assert send(nora, where, kind="oneself").status_code == 403
    assert not Closeness.objects.exists()

    assert send(client_as("berit"), where, kind="sibling").status_code == 302
    assert Closeness.objects.get().account == cast.accounts["berit"]


def test_an_administrator_does_not_leave_the_house_without_one(cast: Cast, client_as: As) -> None:
    arne = client_as("arne")
    roles = {name: Membership.objects.get(account=cast.accounts[name]) for name in ("arne", "hege")}
    for name, role in roles.items():
        where = reverse("end_role", args=[cast.accounts[name].public_id, role.public_id])
        arne.post(where, {"form_key": uuid.uuid4().hex})
        role.refresh_from_db()

    assert roles["arne"].until_day is None
    assert roles["hege"].until_day is not None
    assert arne.get(reverse("users")).status_code == 200


def test_to_be_asked_for_the_password_again_is_no_fault(
    cast: Cast, client_as: As, caplog: pytest.LogCaptureFixture
) -> None:
    """Faults are looked at by somebody. One for each visit to a page would hide those that matter."""
    answer = client_as("siv").get(reverse("mfa_activate_totp"))

    assert answer.status_code == 302
    assert "fault" not in caplog.text


def test_a_caller_behind_our_proxy_is_counted_by_their_own_address(settings: LazySettings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    here = RequestFactory(REMOTE_ADDR="10.0.0.1")

    assert client_address(here.get("/", headers={"X-Forwarded-For": "1.1.1.1, 2.2.2.2"})) == "2.2.2.2"
    assert client_address(here.get("/")) == "10.0.0.1", "from inside, past the proxy"


def test_without_a_proxy_nobody_chooses_what_they_are_counted_by(settings: LazySettings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
    request = RequestFactory(REMOTE_ADDR="9.9.9.9").get("/", headers={"X-Forwarded-For": "1.1.1.1"})

    assert client_address(request) == "9.9.9.9"


def test_one_caller_does_not_use_up_everybodys_calls(
    db: None, client: Client, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    limits.forget_all()
    monkeypatch.setattr("fotfeste.api.guard.FOR_THE_PUBLIC", limits.Limit(2, 3_600))

    def ask(address: str) -> int:
        return client.get("/api/v1/rules", headers={"X-Forwarded-For": address}).status_code

    assert [ask("1.1.1.1") for _ in range(3)] == [200, 200, 429]
    assert ask("2.2.2.2") == 200
    limits.forget_all()
