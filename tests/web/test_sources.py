"""Following a reason to its source: public pages, complete in each language."""

import dataclasses

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.domain.rules import RULES
from fotfeste.parameters import ALL
from fotfeste.parameters.sources import all_sources
from fotfeste.web.parameter_words import NUMBERS
from tests.web.filling_in import words

pytestmark = pytest.mark.django_db


@pytest.mark.req("I-9")
def test_a_paragraph_says_what_it_says_of_which_version_and_what_rests_on_it(client: Client) -> None:
    page = words(client.get(reverse("source", args=["I-4.1"])))

    assert "IPS-retningslinjen 4.1" in page
    assert "helst innen sju dager" in page
    assert "Versjon 2020-04." in page
    assert "En retningslinje råder. Den nekter ingen noe." in page
    assert "Dager fra henvisning til første møte" in page
    assert reverse("rule", args=["startup.first-meeting"]) in page


def test_every_source_has_a_page(client: Client) -> None:
    for found in all_sources().values():
        answer = client.get(reverse("source", args=[found.key.slug]))

        assert answer.status_code == 200
        assert found.titles["nb"].replace("&", "&amp;") in words(answer)


def test_every_rule_has_a_page_with_the_numbers_it_reads(client: Client) -> None:
    for name, rule in RULES.items():
        page = words(client.get(reverse("rule", args=[name])))

        assert ("Tallene den bruker" in page) == bool(rule.parameters)


def test_every_number_has_a_name() -> None:
    fields = {
        f"{parameter.name}.{field.name}"
        for parameter in ALL
        for field in dataclasses.fields(parameter.versions[0].value)
    }

    assert fields == set(NUMBERS)


def test_numbers_of_several_measures_say_which_each_is_of_and_read_as_words(client: Client) -> None:
    page = words(client.get(reverse("rule", args=["measure.start"])))

    assert "Oppfølging: Måneder i alt med nedsatt arbeidsevne, høyst" in page
    assert "IPS ung: Måneder til for den som er i opplæring" in page
    assert "Tiltaksforskriften § 4-3" in page
    assert "True" not in page
    assert "False" not in page


@pytest.mark.parametrize("address", ["/kilder/finnes-ikke", "/kilder/%3Cscript%3E", "/regler/finnes.ikke"])
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(("language", "said"), [("nn", "helst innan sju dagar"), ("en", "within seven days")])
def test_it_is_said_in_the_readers_language(client: Client, language: str, said: str) -> None:
    client.post(reverse("set_language"), {"language": language, "next": "/"})

    assert said in words(client.get(reverse("source", args=["I-4.1"])))


def test_the_lists_lead_to_each(client: Client) -> None:
    assert reverse("source", args=["I"]) in words(client.get(reverse("sources")))
    assert reverse("rule", args=["agenda.lines"]) in words(client.get(reverse("rules")))
