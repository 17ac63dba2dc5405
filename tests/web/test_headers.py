"""Headers on every answer, cookies, and a start that is refused when production is weakly set."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import reverse

from fotfeste.cli.cast import Cast
from fotfeste.project.settings_security import weaknesses
from fotfeste.web.headers import Headers

As = Callable[[str], Client]
ROOT = Path(__file__).resolve().parents[2]
STATIC = "/static/fotfeste.css"

STRONG = {
    "mode": "production",
    "hosts": ("fotfeste.example.no",),
    "address": "https://fotfeste.example.no",
    "secret": "k" * 64,
    "debug": False,
}


def assert_carries_all(response) -> None:
    policy = response.headers["Content-Security-Policy"]
    for part in (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
    ):
        assert part in policy
    assert "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in response.headers["Permissions-Policy"]
    assert "Server" not in response.headers


@pytest.mark.parametrize(
    ("address", "status"),
    [("/", 200), ("/logg-inn", 200), ("/finnes-ikke", 404), ("/min-konto", 302), ("/administrasjon", 302)],
)
def test_every_answer_carries_them_and_is_kept_by_nobody(cast: Cast, address: str, status: int) -> None:
    answer = Client().get(address)

    assert answer.status_code == status
    assert_carries_all(answer)
    assert answer.headers["Cache-Control"] == "no-store, private"


def test_also_a_refusal_a_stale_form_and_a_host_that_is_not_ours(client_as: As) -> None:
    refused = client_as("siv").get(reverse("users"))
    stale = Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "x", "password": "y"})
    foreign = Client().get("/", headers={"Host": "evil.example"})

    assert [answer.status_code for answer in (refused, stale, foreign)] == [403, 403, 400]
    for answer in (refused, stale, foreign):
        assert_carries_all(answer)


def test_also_a_fault_of_ours(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def falls(request: HttpRequest) -> None:
        raise ValueError("broken on purpose")

    monkeypatch.setattr("fotfeste.web.home.shown_cast", falls)

    answer = Client(raise_request_exception=False).get("/")

    assert answer.status_code == 500
    assert_carries_all(answer)
    assert "broken on purpose" not in answer.content.decode()


def test_also_a_file(cast: Cast) -> None:
    answer = Client().get(STATIC)

    assert_carries_all(answer)
    assert answer.headers.get("Cache-Control") != "no-store, private"


@pytest.mark.parametrize("method", ["TRACE", "TRACK", "CONNECT"])
def test_no_method_that_echoes_is_answered(method: str) -> None:
    request = RequestFactory().generic(method, "/")

    answer = Headers(lambda _: pytest.fail("reached a page"))(request)

    assert answer.status_code == 405


def test_cookies_are_for_the_server_only(cast: Cast) -> None:
    client = Client()
    client.post(reverse("demo_log_in"), {"username": "siv"})

    assert set(client.cookies) >= {"session", "language"}
    for cookie in client.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


@pytest.mark.parametrize("name", ["account_login", "demo_log_in", "set_language", "account_logout"])
@pytest.mark.parametrize("token", [{}, {"csrfmiddlewaretoken": "a" * 64}])
def test_a_form_without_a_key_of_its_own_does_nothing(cast: Cast, name: str, token: dict[str, str]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.get("/")

    answer = client.post(reverse(name), {"username": "siv", "language": "en", **token})

    assert answer.status_code == 403
    assert "session" not in client.cookies
    assert client.cookies.get("language") is None


def test_strong_settings_start() -> None:
    assert list(weaknesses(**STRONG)) == []


@pytest.mark.parametrize(
    "weak",
    [
        {"debug": True},
        {"hosts": ("*",)},
        {"hosts": ("fotfeste.example.no", "testserver")},
        {"hosts": ("",)},
        {"address": "http://fotfeste.example.no"},
        {"secret": "short"},
        {"secret": "test-only-" + "0" * 50},
        {"mode": "producton"},
    ],
)
def test_weak_settings_do_not_start(weak: dict[str, object]) -> None:
    assert list(weaknesses(**{**STRONG, **weak}))  # type: ignore[arg-type]  # one of them changed


def test_weak_settings_are_nobodys_business_in_the_demo() -> None:
    assert not list(weaknesses(mode="demo", hosts=("*",), address="http://x", secret="", debug=True))


def manage(place: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("FOTFESTE_", "DJANGO"))
    }
    environment |= {"FOTFESTE_VAR": str(place), "PYTHONPATH": str(ROOT / "src"), **more}
    return subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), *command],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_djangos_own_look_at_production_finds_nothing(tmp_path: Path) -> None:
    production = {
        "FOTFESTE_MODE": "production",
        "FOTFESTE_HOSTS": "fotfeste.example.no",
        "FOTFESTE_ADDRESS": "https://fotfeste.example.no",
    }

    checked = manage(tmp_path, "check", "--deploy", "--fail-level", "INFO", **production)

    assert checked.returncode == 0, checked.stderr


def test_production_without_a_host_of_its_own_does_not_start(tmp_path: Path) -> None:
    refused = manage(tmp_path, "check", FOTFESTE_MODE="production")

    assert refused.returncode != 0
    assert "FOTFESTE_HOSTS" in refused.stderr
    assert "FOTFESTE_ADDRESS" in refused.stderr
