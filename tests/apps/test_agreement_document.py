"""The sealed document of an agreement: made by the worker, for every version, and it verifies (A-02)."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agreements import versions
from fotfeste.apps.agreements.models import AgreementDocument, AgreementText
from fotfeste.apps.outbox.models import Errand
from fotfeste.cli.cast import Cast
from fotfeste.documents.seal_check import checked
from fotfeste.jobs import agreement_documents
from tests.agreement_people import agreement_for, by_nav, contact_of, in_force, laid_out, second_adviser
from tests.reading_pdf import words_in

As = Callable[[str], Client]


def carried(cast: Cast) -> None:
    """The worker has done what waits."""
    for errand in Errand.objects.filter(kind="agreement.document").order_by("pk"):
        agreement_documents.carry(errand, cast.at)


def taken(client: Client, number: int) -> bytes:
    answer = client.get(reverse("my_agreement_document", args=[number]))
    assert answer.status_code == 200
    return answer.content


@pytest.mark.req("A-02")
def test_every_version_has_its_own_sealed_document_and_one_changed_byte_is_found(
    cast: Cast, client_as: As
) -> None:
    in_force(cast)
    with by_nav(cast) as deed:
        versions.change_contact(deed, contact_of(second_adviser(cast)), handover="", language="nb")
    carried(cast)

    first, second = taken(client_as("nora"), 1), taken(client_as("nora"), 2)

    assert "HegeDahl" in words_in(first)
    assert AgreementText.objects.get(number=1).digest in words_in(first)
    assert "IdaBerg" in words_in(second)
    for content in (first, second):
        assert checked(content).problem == ""
        tampered = bytearray(content)
        tampered[len(tampered) // 2] ^= 1
        assert checked(bytes(tampered)).problem


def test_the_document_of_an_earlier_agreement_is_not_given_for_the_present_one(
    cast: Cast, client_as: As
) -> None:
    over = in_force(cast).agreement
    carried(cast)
    over.ended_on = cast.on
    over.save()
    agreement_for(cast, "nora")

    answer = client_as("nora").get(reverse("my_agreement_document", args=[1]))

    assert answer.status_code == 404


def test_it_is_made_once_and_only_of_what_holds(cast: Cast) -> None:
    text = laid_out(cast)
    agreement_documents.carry(
        Errand(kind="agreement.document", payload={"text": text.public_id.hex}), cast.at
    )
    assert not AgreementDocument.objects.exists()


def test_until_it_is_made_one_is_told_to_wait_and_others_find_nothing(cast: Cast, client_as: As) -> None:
    in_force(cast)
    address = reverse("agreement_document", args=[cast.people["nora"].public_id, 1])

    assert "ikke klart" in client_as("hege").get(address).content.decode()
    carried(cast)
    carried(cast)

    assert AgreementDocument.objects.count() == 1
    assert client_as("hege").get(address).status_code == 200
    for who in ("siv", "erik", "tom", "guro", "berit"):
        assert client_as(who).get(address).status_code in (403, 404)
