"""A logged-in employer shows interest from the own front page, and sees what was answered (A-12)."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agreements.models import AgreementRequest
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.people.models import Account, Membership
from fotfeste.cli.cast import BEGAN, Cast
from fotfeste.domain.permissions import Role
from tests.employer_people import at_another_business
from tests.provider_people import browser_of
from tests.web.filling_in import send, words
from tests.web.pages import read

As = Callable[[str], Client]
PAGE = "/arbeidsgiver/interesse"
HOSTILE = "Vi vurderer <script>alert(1)</script> Kvikksølv \u202e"


def typed(cast: Cast, **more: str) -> dict[str, str]:
    office = str(cast.units["nav_bodo"].public_id)
    said = {"office": office, "wish": HOSTILE, "contact": "Erik Stormo", "phone": "90 00 00 03", "email": ""}
    return {**said, **more}


@pytest.mark.req("A-12")
def test_interest_is_sent_with_the_business_filled_in_and_the_answer_comes_back(
    cast: Cast, client_as: As
) -> None:
    erik, hege = client_as("erik"), client_as("hege")
    assert reverse("employer_interest") in erik.get("/arbeidsgiver").content.decode()
    assert "Rana Renhold, 912345602" in read(erik, PAGE)
    assert 'value="Erik Stormo"' in erik.get(PAGE).content.decode()

    assert send(erik, PAGE, **typed(cast)).status_code == 302

    row = AgreementRequest.objects.get()
    assert (row.asked_for, row.asked_by_whom, row.through) == ("interest", "employer", "own_log_in")
    assert (row.organisation_number, row.person_id) == ("912345602", None)
    assert LogRow.objects.latest("seq").action == Action.AGREEMENT_REQUEST_MADE
    shown = erik.get(PAGE).content.decode()
    assert "Kvikksølv" in shown
    assert "<script>alert" not in shown
    page = reverse("agreement_request", args=[row.public_id])
    assert "Rana Renhold" in read(hege, page)
    said = {"answer": "informed", "told_on": "22.11.2026", "words": "Ring oss om lønnstilskudd"}
    assert send(hege, page, **said).status_code == 302
    assert "Svar: Ring oss om lønnstilskudd" in read(erik, PAGE)


@pytest.mark.req("A-12")
def test_nobody_else_reads_what_one_has_sent(cast: Cast, client_as: As) -> None:
    send(client_as("erik"), PAGE, **typed(cast))
    kari = at_another_business(cast)
    eva = Account.objects.create(username="eva", name="Eva Berg", email="eva@example.no")
    unit = cast.units["rana_renhold"]
    Membership.objects.create(account=eva, unit=unit, role=Role.EMPLOYER_CONTACT, from_day=BEGAN)

    for account in (kari, eva):
        assert "Kvikksølv" not in read(browser_of(account), PAGE)
    for name in ("siv", "hege", "nora", "guro"):
        assert client_as(name).get(PAGE).status_code == 403


def test_mistakes_lose_nothing_and_the_same_twice_is_asked_about(cast: Cast, client_as: As) -> None:
    erik = client_as("erik")
    for wrong in ({"phone": ""}, {"wish": ""}, {"office": "tull"}, {"wish": "a" * 5_000}, {"phone": "12"}):
        answer = send(erik, PAGE, **typed(cast, **wrong))
        assert answer.status_code == 422
        assert "Erik Stormo" in words(answer)
    assert not AgreementRequest.objects.exists()

    assert send(erik, PAGE, **typed(cast)).status_code == 302
    assert send(erik, PAGE, **typed(cast)).status_code == 409
    assert AgreementRequest.objects.count() == 1
