"""The sealed PDF for the employer: whole, or not at all while something in it is withheld (A-02)."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agreements.employer_documents import access_document_as_employer
from fotfeste.apps.agreements.models import Agreement, AgreementText
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.cli.cast import Cast
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.verdict import Refused
from tests.agreement_people import agreement_for
from tests.employer_people import (
    NAME_ONLY,
    agreement_with,
    document_of,
    employer_of_team,
    entered,
    laid_out,
    lines_on,
    say,
)
from tests.web.pages import read, words

As = Callable[[str], Client]
TELLABLE = NAME_ONLY | {Topic.HEALTH: ("may", True)}


@pytest.fixture
def row(cast: Cast) -> Agreement:
    """With Rana Renhold, which may know of health; version 1 has given way to version 2."""
    found = agreement_with(cast, TELLABLE)
    entered(cast, found)
    first = laid_out(cast, found, lines_on(()), in_force=True)
    AgreementText.objects.filter(pk=first.pk).update(replaced_at=cast.at)
    second = laid_out(cast, found, lines_on([Topic.HEALTH]), in_force=True)
    for text in (first, second):
        document_of(text, f"%PDF {text.number}".encode())
    return found


def file(row: Agreement, number: int) -> str:
    return reverse("employer_document", args=[row.public_id, number])


def taken() -> int:
    return LogRow.objects.filter(action=Action.AGREEMENT_DOCUMENT_TAKEN, permitted=True).count()


@pytest.mark.req("A-02")
def test_the_employer_takes_the_document_of_a_version_it_is_a_party_to(client_as: As, row: Agreement) -> None:
    erik = client_as("erik")
    shown = read(erik, reverse("employer_agreement", args=[row.public_id]))
    assert "Versjon 2 (PDF) gjelder" in shown
    assert "Versjon 1 (PDF) erstattet" in shown

    answer = erik.get(file(row, 2))

    assert (answer.status_code, answer.content) == (200, b"%PDF 2")
    assert answer["Content-Disposition"] == 'attachment; filename="avtale-versjon-2.pdf"'
    assert erik.get(file(row, 1)).content == b"%PDF 1"
    assert taken() == 2
    last = LogRow.objects.filter(action=Action.AGREEMENT_DOCUMENT_TAKEN).latest("seq")
    assert (last.subject, last.area) == (row.person.log_id, "employer")


@pytest.mark.req("A-02")
def test_a_document_with_something_withheld_is_not_handed_out_and_the_page_does_not_say_what(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    say(cast, row, employer_of_team(cast), NAME_ONLY)
    erik = client_as("erik")

    answer = erik.get(file(row, 2))

    assert answer.status_code == 409
    assert b"%PDF" not in answer.content
    assert "Dokumentet kan ikke gis ut nå" in words(answer)
    assert "Hege Dahl" in words(answer)
    assert "helse" not in words(answer).casefold()
    assert taken() == 0
    assert LogRow.objects.filter(action=Action.AGREEMENT_SEEN, area="document", permitted=True).exists()
    assert "Dokumentet kan ikke gis ut nå" in read(erik, reverse("employer_agreement", args=[row.public_id]))
    with pytest.raises(Refused, match=r"agreement-employer.document-withheld"):
        access_document_as_employer(cast.acting("erik"), row.public_id, 2, at=cast.at, on=cast.on)
    assert erik.get(file(row, 1)).status_code == 200  # nothing of that one is withheld
    say(cast, row, employer_of_team(cast), {Topic.HEALTH: ("may", True)})
    assert [erik.get(file(row, number)).status_code for number in (1, 2)] == [409, 409]  # the name is


def test_what_is_not_made_not_concluded_or_with_another_employer_is_not_there(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    erik = client_as("erik")
    AgreementText.objects.filter(replaced_at=None).update(replaced_at=cast.at)
    without = laid_out(cast, row, lines_on(()), in_force=True, number="981526031")
    document_of(without, b"%PDF other")

    for number in (without.number, 7, 999999999999):
        answer = erik.get(file(row, number))
        assert answer.status_code == 404
        assert b"%PDF" not in answer.content
    assert f"Versjon {without.number} (PDF)" not in read(
        erik, reverse("employer_agreement", args=[row.public_id])
    )


def test_others_do_not_get_it(cast: Cast, client_as: As, row: Agreement) -> None:
    another = agreement_for(cast, "amir")

    assert client_as("erik").get(file(another, 1)).status_code == 404
    for name in ("siv", "hege", "guro", "nora"):
        assert client_as(name).get(file(row, 1)).status_code == 403
    assert taken() == 0
