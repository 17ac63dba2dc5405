"""Three parties sign the same words: jobseeker and employer in any order, NAV last (A-01, A-02)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agreements.contents import text_in_force
from fotfeste.apps.agreements.models import Agreement, AgreementText, Signature
from fotfeste.apps.people.models import Membership
from fotfeste.cli.cast import Cast
from fotfeste.domain.disclosure_topics import Topic
from tests.agreement_people import waiting
from tests.employer_people import agreement_with, employer_of_team, entered, laid_out_by_nav, say
from tests.web.filling_in import send as sent
from tests.web.pages import read, send, words

As = Callable[[str], Client]


@pytest.fixture
def row(cast: Cast) -> Agreement:
    """Around Nora, with Rana Renhold as a party, laid out; Erik may sign there."""
    found = agreement_with(cast)
    entered(cast, found)
    laid_out_by_nav(cast, found)
    return found


def at_employer(row: Agreement) -> str:
    return reverse("employer_sign", args=[row.public_id])


def signed_by_employer(client: Client, row: Agreement, digest: str) -> int:
    return int(send(client, at_employer(row), digest=digest, has_read="on").status_code)


def signed_by(client: Client, address: str, digest: str) -> int:
    return sent(client, address, digest=digest, has_read="on").status_code


@pytest.mark.req("A-01", "A-02")
@pytest.mark.parametrize("first", ["employer", "jobseeker"])
def test_jobseeker_and_employer_in_any_order_and_nav_last(
    cast: Cast, client_as: As, row: Agreement, first: str
) -> None:
    text = waiting(row)
    hege = reverse("act", args=[row.person.public_id, "agreement-sign"])
    nora = reverse("my_act", args=["own-agreement-sign"])
    assert text.asked == "jobseeker employer nav"
    assert text.digest in read(client_as("erik"), at_employer(row))

    assert signed_by(client_as("hege"), hege, text.digest) == 422
    for party in (first, "jobseeker" if first == "employer" else "employer"):
        if party == "employer":
            assert signed_by_employer(client_as("erik"), row, text.digest) == 302
        else:
            assert signed_by(client_as("nora"), nora, text.digest) == 302
    assert text_in_force(row) is None
    assert signed_by(client_as("hege"), hege, text.digest) == 302

    assert text_in_force(row) == text
    parties = list(Signature.objects.order_by("pk").values_list("party", flat=True))
    assert parties == ["employer", "jobseeker", "nav"] if first == "employer" else parties[-1] == "nav"
    assert "Avtalen som gjelder" in read(
        client_as("erik"), reverse("employer_agreement", args=[row.public_id])
    )


@pytest.mark.req("A-02")
def test_an_outdated_or_unread_text_is_not_signed_by_the_employer(client_as: As, row: Agreement) -> None:
    erik = client_as("erik")

    assert signed_by_employer(erik, row, "0" * 64) == 422
    assert send(erik, at_employer(row), digest=waiting(row).digest).status_code == 422

    assert not Signature.objects.exists()


def test_the_employer_takes_its_signature_back_before_nav_has_signed(client_as: As, row: Agreement) -> None:
    erik = client_as("erik")
    assert signed_by_employer(erik, row, waiting(row).digest) == 302

    assert send(erik, reverse("employer_take_back", args=[row.public_id])).status_code == 302

    assert Signature.objects.get().taken_back_at is not None
    assert send(erik, reverse("employer_take_back", args=[row.public_id])).status_code == 422


@pytest.mark.req("A-01")
def test_nobody_signs_what_the_employer_may_not_know_any_more(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    digest = waiting(row).digest
    say(cast, row, employer_of_team(cast), {Topic.NAME: ("not", True)})

    shown = read(client_as("erik"), at_employer(row))
    answer = sent(
        client_as("nora"), reverse("my_act", args=["own-agreement-sign"]), digest=digest, has_read="on"
    )

    assert "Nora" not in shown
    assert "NAV må legge fram en ny tekst" in shown
    assert answer.status_code == 422
    assert "ikke sagt ja til at denne arbeidsgiveren får vite navnet" in words(answer)


@pytest.mark.parametrize("who", ["siv", "guro", "tom", "berit", "nora"])
def test_nobody_else_signs_for_the_employer(client_as: As, row: Agreement, who: str) -> None:
    assert client_as(who).get(at_employer(row)).status_code in (403, 404)
    assert AgreementText.objects.filter(concluded_at=None).count() == 1


@pytest.mark.req("A-01")
def test_who_has_left_the_business_before_signing_signs_nothing(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    erik, digest = client_as("erik"), waiting(row).digest
    assert digest in read(erik, at_employer(row))
    Membership.objects.filter(account=cast.accounts["erik"]).update(until_day=cast.on - timedelta(days=1))

    answer = send(erik, at_employer(row), digest=digest, has_read="on")

    assert answer.status_code in (302, 403, 404)
    assert not Signature.objects.exists()


@pytest.mark.req("A-01")
def test_when_the_contact_person_has_left_after_it_was_laid_out_nobody_signs(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    cast.accounts["hege"].is_active = False
    cast.accounts["hege"].save()

    answer = send(client_as("erik"), at_employer(row), digest=waiting(row).digest, has_read="on")

    assert answer.status_code == 422
    assert not Signature.objects.exists()
