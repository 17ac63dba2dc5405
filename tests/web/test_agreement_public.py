"""The blank form, the example and the check of a seal: for anybody, in three languages, without a script."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.models import LogRow
from fotfeste.parameters import SEAL_LIMITS
from fotfeste.parameters.public_information.agreement_form import agreement_form
from fotfeste.parameters.texts import LANGUAGES
from fotfeste.web.limits import FOR_CHECKING_SEALS
from tests.documents.sealing import plain, whole
from tests.reading_pdf import squeezed, words_in
from tests.web.filling_in import words as page
from tests.web.pages import words

pytestmark = pytest.mark.django_db

ON = date(2026, 11, 22)
BOKMAL_ONLY = re.compile(
    r"\b(ikke|jeg|hva|hvem|hvor|noen|noe|fra|gjøre|uke|dager|bare|etter at|endret)\b", re.IGNORECASE
)


def in_language(language: str) -> Client:
    client = Client()
    client.post(reverse("set_language"), {"language": language, "next": "/"})
    return client


def check(content: bytes, client: Client | None = None) -> HttpResponse:
    file = SimpleUploadedFile("avtale.pdf", content, "application/pdf")
    return (client or Client()).post(reverse("agreement_check"), {"file": file})  # type: ignore[return-value]  # Django's test response is one


@pytest.mark.req("A-09")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["blank", "example"])
def test_anybody_reads_the_form_and_the_example_and_takes_them_home(kind: str, language: str) -> None:
    client, form = in_language(language), agreement_form(language)

    shown = client.get(reverse(f"agreement_{kind}"))
    said, markup = words(shown), page(shown)
    answer = client.get(reverse(f"agreement_{kind}_file", kwargs={"language": language}))
    printed = words_in(answer.content)

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].endswith(f'-{language}.pdf"')
    assert answer.content.startswith(b"%PDF-1.7")
    for section in form.sections:
        assert section.heading in said
        assert squeezed(section.heading) in printed
        told = [section.help] if kind == "blank" else [cell for row in section.rows for cell in row]
        for each in (*told, *(section.paragraphs if kind == "example" else ())):
            assert each in said, each
            assert squeezed(each) in printed, each
    for other in LANGUAGES:
        assert reverse(f"agreement_{kind}_file", kwargs={"language": other}) in markup


@pytest.mark.req("A-09")
def test_the_example_has_a_contact_person_promises_with_days_a_review_and_no_end() -> None:
    said = words(Client().get(reverse("agreement_example")))

    for each in (
        "Ida Holm er kontaktpersonen",
        "Annenhver uke i tre måneder",
        "15. april 2027",
        "1. juni 2027",
    ):
        assert each in said, each
    assert "ingen sluttdato" in said
    assert "oppdiktet" in said


@pytest.mark.req("A-09")
def test_the_blank_form_asks_and_answers_nothing() -> None:
    said = words(Client().get(reverse("agreement_blank")))

    assert "Emma" not in said
    assert "Du trenger ikke skrive om helse" in said


def test_nynorsk_is_nynorsk() -> None:
    client = in_language("nn")
    for name in ("agreement_blank", "agreement_example", "agreement_check"):
        main = page(client.get(reverse(name))).split("<main")[1].split("</main")[0]
        assert BOKMAL_ONLY.findall(re.sub(r"<[^>]+>|href=\S+", " ", main)) == [], name


@pytest.mark.req("A-02")
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Fila er forseglet her 22. november 2026 klokka 10.00"),
        ("nn", "Fila er forsegla her 22. november 2026 klokka 10.00"),
        ("en", "The file was sealed here on 22 November 2026 at 10.00"),
    ],
)
def test_a_sealed_file_is_known_again_by_anybody(language: str, said: str) -> None:
    before = LogRow.objects.count()
    answer = check(whole(), in_language(language))

    assert answer.status_code == 200
    assert said in words(answer)
    assert "Emma" not in words(answer), "nothing of what the file is about"
    assert LogRow.objects.count() == before, "nothing is kept of the question"


@pytest.mark.req("A-02")
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (lambda: whole().replace(b"/Lang(nb)", b"/Lang(nn)"), "Fila er endret siden den ble forseglet"),
        (lambda: whole() + b"\n", "Noe er lagt til i fila"),
        (lambda: whole()[:-9], "Fila er ikke hel"),
        (plain, "Fila har ikke noe segl"),
        (lambda: b"MZ\x90\x00", "Dette er ikke en PDF"),
        (bytes, "Fila er tom"),
        (lambda: b"%PDF-1.7\n" + bytes(SEAL_LIMITS.on(ON).most_bytes), "Fila er for stor"),
    ],
    ids=["changed", "added to", "cut", "no seal", "no PDF", "empty", "too large"],
)
def test_what_is_wrong_with_a_file_is_said_exactly(content: Callable[[], bytes], said: str) -> None:
    answer = check(content())

    assert answer.status_code == 200
    assert said in words(answer)
    assert "Fila er forseglet her" not in words(answer)


def test_nothing_chosen_is_said_so_and_one_may_choose_again() -> None:
    answer = Client().post(reverse("agreement_check"))

    assert answer.status_code == 422
    assert "Velg en fil først" in words(answer)
    assert page(answer).count('type="file"') == 1


def test_a_flood_of_files_from_one_place_is_stopped() -> None:
    client = Client()
    for _ in range(FOR_CHECKING_SEALS.calls):
        assert check(b"x", client).status_code == 200

    answer = check(whole(), client)

    assert answer.status_code == 429
    assert "Vent ti minutter" in words(answer)
    assert check(whole(), Client(REMOTE_ADDR="10.0.0.9")).status_code == 200


def test_the_front_page_leads_to_them_and_they_to_each_other() -> None:
    client = Client()

    assert reverse("agreement_example") in page(client.get("/"))
    assert reverse("agreement_blank") in page(client.get(reverse("agreement_example")))
    assert reverse("agreement_check") in page(client.get(reverse("agreement_blank")))


@pytest.mark.req("A-09")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_asks_for_everything_the_example_shows(language: str) -> None:
    form = agreement_form(language)

    for section in form.sections:
        assert section.help
        assert section.heads or section.paragraphs
        assert bool(section.rows) == bool(section.heads) == bool(section.form_rows)
        assert section.heads or section.lines
