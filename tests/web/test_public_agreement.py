"""What anybody may read of the agreement, in three languages, with the numbers of the day."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.cli.cast import Cast
from fotfeste.parameters.public_information import agreement_information
from fotfeste.web.public_agreement import ADDRESSES
from tests.web.filling_in import words
from tests.web.test_public_measure import BOKMAL_ONLY

pytestmark = pytest.mark.django_db

SAYS = {
    "nb": ("Hvem den er for", "under 30 år", "hjelpemiddelsentralen", "innen 7 dager", "foreløpig"),
    "nn": ("Kven han er for", "under 30 år", "Hjelpemiddelsentralen", "innan 7 dagar", "førebels"),
    "en": ("Who it is for", "under 30", "assistive technology centre", "within 7 days", "provisional"),
}


@pytest.mark.req("A-06")
@pytest.mark.req("A-11")
@pytest.mark.req("A-12")
@pytest.mark.parametrize("language", SAYS)
def test_anybody_reads_what_it_is_for_whom_and_how_to_ask(cast: Cast, language: str) -> None:
    answer = Client().get(reverse(f"agreement_about_{language}"))
    said = words(answer)  # type: ignore[arg-type]  # Django's test response is one

    assert answer.status_code == 200
    assert answer.headers["Content-Language"] == language
    assert answer.headers["X-Robots-Tag"] == "index, nofollow"
    assert f'href="{reverse("agreement_ask")}"' in said
    assert f'href="{reverse("agreement_interest")}"' in said
    for words_of_it in SAYS[language]:
        assert words_of_it.lower() in said.lower()
    for other, place in ADDRESSES.items():
        assert f'hreflang="{other}" href="http://testserver/{place}"' in said


def test_every_text_is_said_in_every_language_and_none_has_a_hole() -> None:
    for language in SAYS:
        found = agreement_information(language, on=date(2026, 11, 22))
        texts = [found.title, found.lead, found.summary]
        for section in found.sections:
            texts += [section.heading, *section.paragraphs, *section.points]
        assert [text for text in texts if "{" in text or not text.strip()] == []
        if language == "nn":
            assert [text for text in texts if re.search(BOKMAL_ONLY, text)] == []


def test_a_day_before_there_was_an_agreement_is_told_of_and_the_page_stands(cast: Cast) -> None:
    answer = Client().get(reverse("agreement_about_nb"), {"day": "31.12.2014"})

    assert answer.status_code == 400
    assert "Hvem den er for" in words(answer)  # type: ignore[arg-type]  # Django's test response is one


@pytest.mark.req("A-12")
def test_a_program_reads_the_same(cast: Cast) -> None:
    told = Client().get("/api/v1/agreements/about", headers={"Accept-Language": "en"}).json()

    assert told["sections"][1]["heading"] == "Who it is for"
    assert told["is_provisional"] is True
