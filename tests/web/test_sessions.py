"""How long a log-in lasts, what ends it, and that nothing typed is lost when it has ended."""

import re
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from fotfeste import clock
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.people.models import Account, DeclaredCloseness, Membership
from fotfeste.cli.cast import PASSWORD, Cast
from fotfeste.domain.permissions import Role

As = Callable[[str], Client]
Travel = Callable[..., None]
MINE = "/min-konto"


@pytest.fixture
def travel(monkeypatch: pytest.MonkeyPatch) -> Travel:
    """Let time pass: `travel(minutes=31)`. The clock of the house is the only one."""
    now = [datetime(2026, 11, 23, 8, 0, tzinfo=clock.UTC)]
    monkeypatch.setattr(clock, "now", lambda: now[0])

    def let_pass(**time: float) -> None:
        now[0] += timedelta(**time)

    return let_pass


@pytest.fixture
def logged_in(cast: Cast, travel: Travel) -> As:
    """Through the log-in page, as people do."""

    def browser(name: str, **more: object) -> Client:
        client = Client(headers={"Sec-Fetch-Site": "same-origin"}, **more)
        token = {}
        if more.get("enforce_csrf_checks"):
            token = {"csrfmiddlewaretoken": csrf_of(client.get(reverse("account_login")))}
        answer = client.post(reverse("account_login"), {"login": name, "password": PASSWORD, **token})
        assert answer.status_code == 302
        return client

    return browser


def csrf_of(page) -> str:
    return re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.content.decode()).group(1)


def is_in(client: Client) -> bool:
    return client.get(MINE).status_code == 200


@pytest.mark.parametrize(("who", "idle"), [("siv", 30), ("erik", 15), ("nora", 30)])
def test_whoever_is_away_too_long_is_logged_out(logged_in: As, travel: Travel, who: str, idle: int) -> None:
    browser = logged_in(who)
    travel(minutes=idle - 1)
    assert is_in(browser)

    travel(minutes=idle, seconds=1)

    assert not is_in(browser)
    row = LogRow.objects.filter(action=Action.LOGOUT).latest("seq")
    assert row.area == "idle"


def test_whoever_is_at_work_stays_for_ten_hours_and_no_longer(logged_in: As, travel: Travel) -> None:
    siv = logged_in("siv")
    for _ in range(40):
        travel(minutes=14, seconds=50)
        assert is_in(siv)

    travel(minutes=10)

    assert not is_in(siv)
    assert LogRow.objects.filter(action=Action.LOGOUT).latest("seq").area == "too_long"


def test_a_session_from_the_future_is_not_ours(logged_in: As, travel: Travel) -> None:
    siv = logged_in("siv")

    travel(hours=-1)

    assert not is_in(siv)


def test_being_here_is_noted_once_a_minute_and_not_at_every_click(
    logged_in: As, travel: Travel, django_assert_num_queries
) -> None:
    siv = logged_in("siv")
    travel(minutes=2)
    is_in(siv)
    noted = siv.session["seen_at"]

    travel(seconds=30)
    is_in(siv)

    assert siv.session["seen_at"] == noted


def test_a_new_password_ends_every_other_session_and_gives_this_one_a_new_id(
    logged_in: As, cast: Cast
) -> None:
    here, there = logged_in("siv"), logged_in("siv")
    before = here.session.session_key
    new = "et helt annet passord"

    answer = here.post(
        reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )

    assert answer.status_code == 302
    assert is_in(here)
    assert not is_in(there)
    assert here.session.session_key != before
    assert LogRow.objects.filter(action=Action.ACCOUNT_CHANGED, area="password").exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"oldpassword": "feil"}, "nåværende passordet stemmer ikke"),
        ({"password1": "kort", "password2": "kort"}, "12"),
        ({"password1": "passord123456", "password2": "noe helt annet her"}, "ikke like"),
        ({"password1": "siv@example.no", "password2": "siv@example.no"}, "lik"),
    ],
)
def test_a_password_that_will_not_do_is_refused_in_words(
    logged_in: As, typed: dict[str, str], said: str
) -> None:
    siv = logged_in("siv")
    good = {
        "oldpassword": PASSWORD,
        "password1": "et helt annet passord",
        "password2": "et helt annet passord",
    }

    answer = siv.post(reverse("account_change_password"), {**good, **typed})

    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert Account.objects.get(username="siv").check_password(PASSWORD)


def test_closing_an_account_ends_its_sessions_and_opening_it_brings_none_back(
    logged_in: As, cast: Cast
) -> None:
    arne, siv = logged_in("arne"), logged_in("siv")
    public_id = cast.accounts["siv"].public_id

    arne.post(reverse("close_user", args=[public_id]), {"form_key": uuid.uuid4().hex})
    assert not is_in(siv)

    arne.post(reverse("open_user", args=[public_id]), {"form_key": uuid.uuid4().hex})
    assert not is_in(siv)
    assert is_in(logged_in("siv"))


def test_one_can_log_out_everywhere_else(logged_in: As) -> None:
    here, there = logged_in("siv"), logged_in("siv")

    here.post(reverse("log_out_elsewhere"))

    assert is_in(here)
    assert not is_in(there)


def test_another_role_gives_another_session_id_and_the_idle_time_of_that_role(
    logged_in: As, cast: Cast, travel: Travel
) -> None:
    other = Membership.objects.create(
        account=cast.accounts["siv"],
        unit=cast.units["rana_renhold"],
        role=Role.EMPLOYER_CONTACT,
        from_day=cast.on,
    )
    siv = logged_in("siv")
    before = siv.session.session_key

    answer = siv.post(reverse("switch_role"), {"role": str(other.public_id)})

    assert answer.headers["Location"] == "/arbeidsgiver"
    assert siv.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()
    travel(minutes=16)
    assert not is_in(siv)


def test_what_was_typed_survives_an_expired_log_in(logged_in: As, travel: Travel, cast: Cast) -> None:
    siv = logged_in("siv", enforce_csrf_checks=True)
    form = siv.get(reverse("close_to"))
    typed = {"identity_number": "08924636964", "kind": "sibling", "form_key": uuid.uuid4().hex}
    stale = csrf_of(form)
    travel(minutes=45)

    # The form is sent too late: the answer shows what was typed, and nothing is stored.
    kept = siv.post(reverse("close_to"), {**typed, "csrfmiddlewaretoken": stale})
    assert kept.status_code == 401
    assert "08924636964" in kept.content.decode()
    assert DeclaredCloseness.objects.count() == 0

    # In another tab one logs in again …
    token = csrf_of(siv.get(reverse("account_login")))
    siv.post(reverse("account_login"), {"login": "siv", "password": PASSWORD, "csrfmiddlewaretoken": token})

    # … and sends what is still in the first one. Its form key is from before the log-in:
    # it is shown once more, with a new one.
    again = siv.post(reverse("close_to"), {**typed, "csrfmiddlewaretoken": csrf_of(kept)})
    assert again.status_code == 403
    assert "08924636964" in again.content.decode()
    done = siv.post(reverse("close_to"), {**typed, "csrfmiddlewaretoken": csrf_of(again)})
    assert done.status_code == 302
    assert DeclaredCloseness.objects.get().account == cast.accounts["siv"]


def test_what_was_typed_is_shown_only_to_a_form_of_our_own(logged_in: As, travel: Travel) -> None:
    siv = logged_in("siv")
    travel(minutes=45)

    answer = siv.post(
        reverse("close_to"), {"identity_number": "<b>hei</b>"}, headers={"Sec-Fetch-Site": "cross-site"}
    )

    assert answer.status_code == 302
    assert "hei" not in answer.content.decode()


def test_a_password_is_never_shown_again(logged_in: As, travel: Travel) -> None:
    siv = logged_in("siv")
    travel(minutes=45)

    answer = siv.post(
        reverse("account_change_password"),
        {
            "oldpassword": "gammelt-hemmelig",
            "password1": "nytt-hemmelig",
            "password2": "nytt-hemmelig",
            "x": "y",
        },
    )

    assert answer.status_code == 401
    assert "hemmelig" not in answer.content.decode()
