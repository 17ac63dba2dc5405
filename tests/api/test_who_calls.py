"""Who may call: tokens that hold, sessions of our own pages, and one answer to everything else."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings as installed
from django.test import Client

from fotfeste import clock
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.people.models import Account, ApiToken, Membership
from fotfeste.apps.people.tokens_services import accept_token, issue_token, revoke_token
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import Role
from fotfeste.web import limits
from tests.api.conftest import API, Make, Program, make_token, newest_row, problem

As = Callable[[str], Client]


def test_a_program_may_what_the_one_it_acts_for_may(program: Make, cast: Cast) -> None:
    me = program("siv").get("/me").json()

    assert (me["name"], me["role"], me["is_machine"]) == (
        cast.accounts["siv"].name,
        "employment_specialist",
        True,
    )
    assert "caseload:own" in me["abilities"]


def test_somebody_may_have_a_token_of_their_own(program: Make, cast: Cast) -> None:
    mine = program("siv", is_machine=False)
    mine.post("/employers", {"name": "Rana Mat"})

    assert mine.get("/me").json()["is_machine"] is False
    row = newest_row()
    assert (row.actor, row.on_behalf_of, row.channel) == (cast.accounts["siv"].public_id, None, "api")


def _revoked(cast: Cast, token: ApiToken) -> None:
    ApiToken.objects.filter(pk=token.pk).update(revoked_at=cast.at)


def _expired(cast: Cast, token: ApiToken) -> None:
    ApiToken.objects.filter(pk=token.pk).update(expires_at=cast.at - timedelta(days=1))


def _not_yet(cast: Cast, token: ApiToken) -> None:
    ApiToken.objects.filter(pk=token.pk).update(issued_at=cast.at + timedelta(days=1))


def _not_accepted(cast: Cast, token: ApiToken) -> None:
    ApiToken.objects.filter(pk=token.pk).update(accepted_at=None)


def _machine_closed(cast: Cast, token: ApiToken) -> None:
    Account.objects.filter(pk=token.account_id).update(is_active=False)


def _principal_closed(cast: Cast, token: ApiToken) -> None:
    Account.objects.filter(pk=cast.accounts["siv"].pk).update(is_active=False)


def _without_a_role(cast: Cast, token: ApiToken) -> None:
    Membership.objects.filter(account=cast.accounts["siv"]).delete()


WRONG = [_revoked, _expired, _not_yet, _not_accepted, _machine_closed, _principal_closed, _without_a_role]


def plain(response: Any) -> tuple[int, dict[str, Any], list[str]]:
    """An answer without what is new each time."""
    said = problem(response)
    said.pop("instance")
    return response.status_code, said, sorted(response.headers)


@pytest.mark.parametrize("wrong", WRONG, ids=lambda each: each.__name__)
def test_every_wrong_token_gets_the_very_same_answer(
    cast: Cast, nobody: Program, wrong: Callable[[Cast, ApiToken], None]
) -> None:
    token, row = make_token(cast, "siv")
    caller = Program(token)
    assert caller.get("/me").status_code == 200

    wrong(cast, row)

    answer = caller.get("/me")
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == 'Bearer realm="fotfeste"'
    assert plain(answer) == plain(Program("never-issued").get("/me")) == plain(nobody.get("/me"))


HEADERS = ("", "Bearer", "Bearer ", "Basic c2l2OnNpdg==", "Bearer a b", "Bearer \x00", "bearer ø", "x" * 5000)


def test_a_header_that_is_no_token_gets_that_answer_too(cast: Cast, nobody: Program) -> None:
    for header in HEADERS:
        sent = {"Authorization": header.encode().decode("latin-1"), "Accept-Language": "nb"}
        answer = Client().get(f"{API}/me", headers=sent)

        assert plain(answer) == plain(nobody.get("/me")), header


def test_a_wrong_token_is_not_helped_by_a_session(client_as: As) -> None:
    answer = client_as("siv").get(f"{API}/me", headers={"Authorization": "Bearer wrong"})

    assert answer.status_code == 401


def test_a_token_that_only_reads_changes_nothing(program: Make) -> None:
    reader = program("siv", may_write=False)

    answer = reader.post("/employers", {"name": "Rana Mat"})

    assert problem(answer)["code"] == "api.token-reads-only"
    assert reader.get("/employers").json()["employers"] == []


def test_a_browser_that_is_logged_in_may_call(client_as: As) -> None:
    assert client_as("siv").get(f"{API}/me").json()["role"] == "employment_specialist"


def test_a_browser_changes_something_only_with_the_form_key_of_our_pages(cast: Cast) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.accounts["siv"])
    sent = {"path": f"{API}/employers", "data": {"name": "Rana Mat"}, "content_type": "application/json"}

    refused = browser.post(**sent, headers={"Idempotency-Key": str(uuid.uuid4())})
    assert problem(refused)["code"] == "api.foreign-form"
    assert Employer.objects.count() == 0

    browser.cookies[installed.CSRF_COOKIE_NAME] = "a" * 32
    headers = {"Idempotency-Key": str(uuid.uuid4()), "X-CSRFToken": "a" * 32}
    assert browser.post(**sent, headers=headers).status_code == 201


def test_a_token_needs_no_form_key(cast: Cast) -> None:
    token, _ = make_token(cast, "siv")
    answer = Client(enforce_csrf_checks=True).post(
        f"{API}/employers",
        {"name": "Rana Mat"},
        "application/json",
        headers={"Authorization": f"Bearer {token}", "Idempotency-Key": str(uuid.uuid4())},
    )

    assert answer.status_code == 201


def test_who_has_two_roles_says_which_one_acts(cast: Cast, program: Make) -> None:
    second = Membership.objects.create(
        account=cast.accounts["siv"],
        unit=cast.units["ips_helgeland"],
        role=Role.IPS_SUPERVISOR,
        from_day=cast.on,
    )
    siv = program("siv")

    assert siv.get("/me").json()["role"] == "employment_specialist"
    assert siv.get("/me", Fotfeste_Acting_As=str(second.public_id)).json()["role"] == "ips_supervisor"


def test_a_role_one_does_not_have_is_not_taken(program: Make) -> None:
    siv = program("siv")
    for role in ("00000000-0000-4000-8000-000000000000", "siv", "0" * 36, "{" + "0" * 34):
        answer = siv.get("/me", Fotfeste_Acting_As=role)

        assert (answer.status_code, problem(answer)["code"]) == (400, "api.no-such-role"), role


def test_somebody_elses_role_is_not_ones_own(program: Make, cast: Cast) -> None:
    metes = Membership.objects.get(account=cast.accounts["mette"])

    assert program("siv").get("/me", Fotfeste_Acting_As=str(metes.public_id)).status_code == 400


def test_who_calls_too_often_is_told_when_to_come_back(
    program: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fotfeste.api.guard.FOR_A_CALLER", limits.Limit(3, 3600))
    siv, jonas = program("siv"), program("jonas")

    answers = [siv.get("/me") for _ in range(4)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert problem(answers[-1])["code"] == "api.too-often"
    assert 0 < int(answers[-1]["Retry-After"]) <= 3600
    assert jonas.get("/me").status_code == 200


def test_who_guesses_too_often_is_told_to_wait(nobody: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fotfeste.api.actors.FOR_WRONG_KEYS", limits.Limit(2, 3600))

    assert [nobody.get("/me").status_code for _ in range(3)] == [401, 401, 429]


def test_a_call_costs_few_statements(program: Make, django_assert_num_queries: Any) -> None:
    siv = program("siv")

    with django_assert_num_queries(3):
        siv.get("/me")


def test_staff_without_a_second_step_get_no_further_here_either(
    client_as: As, settings: Any, cast: Cast
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True

    answer = client_as("siv").get(f"{API}/agenda")

    assert (answer.status_code, problem(answer)["code"]) == (403, "api.second-step-first")
    assert client_as("nora").get(f"{API}/me").status_code == 200
    Authenticator.objects.create(user=cast.accounts["siv"], type=Authenticator.Type.TOTP, data={})
    assert client_as("siv").get(f"{API}/agenda").status_code == 200
    assert Client().get(f"{API}/rules").status_code == 200


def test_a_session_that_has_been_idle_is_over_here_too(client_as: As) -> None:
    browser = client_as("siv")
    session = browser.session
    session["logged_in_at"] = session["seen_at"] = 0.0
    session.save()

    assert problem(browser.get(f"{API}/me"))["code"] == "api.not-logged-in"


def test_a_token_made_by_an_administrator_opens_when_it_is_accepted(cast: Cast) -> None:
    now = clock.now()  # by night the cast's own hour has not come yet
    machine = Account.objects.create(username="robot", name="Robot", acts_for=cast.accounts["siv"])
    with act():
        issued = issue_token(
            machine,
            "Kalender",
            may_write=False,
            expires_at=now + timedelta(days=30),
            on=cast.on,
            by=cast.acting("arne"),
            at=now - timedelta(hours=1),
        )
    robot = Program(issued.secret)
    assert robot.get("/agenda").status_code == 401

    with act():
        accept_token(issued.token, by=cast.acting("siv"), at=now)
    assert robot.get("/agenda").status_code == 200

    with act():
        revoke_token(issued.token, by=cast.acting("siv"), at=now)
    assert robot.get("/agenda").status_code == 401
