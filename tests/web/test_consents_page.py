"""A person's consents for those who work with them: who may read, fetch a document, see what to archive."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.consents.models import ConsentStatement
from fotfeste.apps.consents.services.signing import Signature
from fotfeste.apps.economy.models import NavRegistration
from fotfeste.apps.mine.consents import act_sign
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.people.models import Person, Relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.consent import Reply
from fotfeste.domain.permissions import ConsentScope, Protection
from fotfeste.jobs.consent_documents import carry
from fotfeste.parameters.consent_texts import consent_text
from tests.people import AT, ON
from tests.web.pages import read, words

As = Callable[[str], Client]


@pytest.fixture
def said(cast: Cast) -> ConsentStatement:
    """Amir has signed his yes to contact with NAV on his own log-in, and the worker has made the document."""
    text = consent_text(ConsentScope.NAV_CONTACT, "nb", on=ON)
    row = act_sign(cast.acting("amir"), Signature(text, Reply.YES, text.digest, ""), at=AT, on=ON)
    carry(Errand.objects.get(kind="consent.document"), AT)
    return row


def page_of(cast: Cast) -> str:
    return reverse("person_consents", args=[cast.people["amir"].public_id])


def document_of(cast: Cast, said: ConsentStatement) -> str:
    return reverse("consent_document", args=[cast.people["amir"].public_id, said.public_id])


@pytest.mark.req("I-4.1c", "I-4.1f")
def test_the_specialist_reads_how_it_was_given_and_gets_the_document(
    cast: Cast, client_as: As, said: ConsentStatement
) -> None:
    siv = client_as("siv")

    page = read(siv, page_of(cast))
    assert "Kontakt med NAV: Ja 22. november 2026, undertegnet på egen innlogging" in page
    assert "Signer sammen" in page

    file = siv.get(document_of(cast, said))
    assert file["Content-Type"] == "application/pdf"
    assert file["Content-Disposition"] == 'attachment; filename="dokument-2026-11-22.pdf"'
    assert file["Cache-Control"] == "no-store, private"
    assert file.content.startswith(b"%PDF-1.7")
    taken = LogRow.objects.get(action="consent.document_taken")
    assert (taken.subject, taken.actor) == (
        cast.people["amir"].log_id,
        cast.accounts["siv"].public_id,
    )


@pytest.mark.req("I-4.1c")
def test_the_jobseeker_gets_the_same_document_and_reads_who_fetched_it(
    cast: Cast, client_as: As, said: ConsentStatement
) -> None:
    amir = client_as("amir")
    own = amir.get(reverse("mine_consent_document", args=[said.public_id]))

    assert own.content == client_as("siv").get(document_of(cast, said)).content
    assert "lastet ned et undertegnet samtykke" in read(amir, reverse("mine_log"))


@pytest.mark.req("I-5.0a")
@pytest.mark.parametrize(
    ("name", "status"),
    [("odd", 404), ("jonas", 404), ("hege", 404), ("tom", 403), ("berit", 403), ("arne", 404), ("guro", 404)],
)
def test_who_must_not_see_gets_neither_page_nor_document(
    name: str, status: int, cast: Cast, client_as: As, said: ConsentStatement
) -> None:
    other = client_as(name)

    for address in (page_of(cast), document_of(cast, said)):
        answer = other.get(address)
        assert answer.status_code == status
        assert "undertegnet" not in words(answer)
    assert not LogRow.objects.filter(action="consent.document_taken", permitted=True).exists()


@pytest.mark.req("I-5.0a")
def test_a_former_specialist_does_not_get_what_lies_in_the_browser_s_history(
    cast: Cast, client_as: As, said: ConsentStatement
) -> None:
    siv = client_as("siv")
    assert siv.get(document_of(cast, said)).status_code == 200

    Relation.objects.filter(account=cast.accounts["siv"], person=cast.people["amir"]).update(ended_at=AT)

    assert siv.get(document_of(cast, said)).status_code == 403
    assert siv.get(page_of(cast)).status_code == 403


def test_protection_set_since_shuts_page_and_document(
    cast: Cast, client_as: As, said: ConsentStatement
) -> None:
    siv = client_as("siv")
    Person.objects.filter(pk=cast.people["amir"].pk).update(
        protection=Protection.CODE_6, name="", search_name="", phone="", email="", phone_index=None
    )

    assert siv.get(document_of(cast, said)).status_code == 404
    assert siv.get(page_of(cast)).status_code == 404


def test_a_document_is_of_one_person_only(cast: Cast, client_as: As, said: ConsentStatement) -> None:
    elsewhere = reverse("consent_document", args=[cast.people["nora"].public_id, said.public_id])

    assert client_as("siv").get(elsewhere).status_code == 404
    assert client_as("nora").get(reverse("mine_consent_document", args=[said.public_id])).status_code == 404


def test_what_was_only_told_has_no_document_and_says_so(cast: Cast, client_as: As) -> None:
    told = ConsentStatement.objects.get(person=cast.people["nora"])
    nora = cast.people["nora"].public_id

    answer = client_as("siv").get(reverse("consent_document", args=[nora, told.public_id]))

    assert answer.status_code == 404
    assert "Dokumentet er ikke klart" in words(answer)
    assert "sagt til jobbspesialisten" in read(client_as("siv"), reverse("person_consents", args=[nora]))


@pytest.mark.req("I-4.1f")
def test_what_goes_to_the_archive_is_ready_to_copy_with_its_document(
    cast: Cast, client_as: As, said: ConsentStatement
) -> None:
    siv = client_as("siv")
    assert "Samtykket til NAVs arkiv" not in read(siv, page_of(cast)), "only when registered with NAV"
    NavRegistration.objects.create(
        person=cast.people["amir"], answer="yes", stated_on=ON, confirmed_at=AT, is_brought_in=False
    )

    page = read(siv, page_of(cast))
    assert "Samtykke til kontakt med NAV fra Amir Eira, gitt 22. november 2026. Legges i arkivet." in page
    assert "Det er gjort" in page

    ConsentStatement.objects.filter(pk=said.pk).update(archived_on=ON)
    assert "Gjort 22. november 2026" in read(siv, page_of(cast))


@pytest.mark.req("I-4.1f")
def test_a_withdrawal_after_archiving_has_its_own_text_and_document(
    cast: Cast, client_as: As, said: ConsentStatement
) -> None:
    ConsentStatement.objects.filter(pk=said.pk).update(archived_on=ON)
    text = consent_text(ConsentScope.NAV_CONTACT, "nb", on=ON)
    signature = Signature(text, Reply.NO, text.digest, said.public_id.hex)
    withdrawal = act_sign(cast.acting("amir"), signature, at=AT, on=ON)

    page = client_as("siv").get(page_of(cast))

    assert "lagt i arkivet, er trukket. Det skal ikke brukes mer." in words(page)
    assert document_of(cast, withdrawal) in page.content.decode()
