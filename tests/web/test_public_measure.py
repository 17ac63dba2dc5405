"""What anybody may read of Follow-up, in three languages; search engines find that and nothing else."""

import re
from datetime import date
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from fotfeste.cli.cast import Cast
from fotfeste.parameters.public_information import follow_up_information
from fotfeste.web import public_agreement
from fotfeste.web.checks import addresses
from fotfeste.web.policy import Level, policy_of
from fotfeste.web.public_measure import ADDRESSES
from tests.web.filling_in import words

pytestmark = pytest.mark.django_db

SAYS = {
    "nb": ("Hvem det er for", "Slik ber du om det", "nedsatt", "klage innen 6 uker", "312"),
    "nn": ("Kven det er for", "Slik bed du om det", "nedsett", "klage innan 6 veker", "312"),
    "en": ("Who it is for", "How to ask", "reduced work capacity", "complain within 6 weeks", "312"),
}
BOKMAL_ONLY = re.compile(
    r"\b(ikke|jeg|hva|hvem|hvor|noen|noe|fra|gjøre|åpne|hjem|uke|dager|bare|etter at)\b", re.IGNORECASE
)
FOUND = {f"/{place}" for places in (ADDRESSES, public_agreement.ADDRESSES) for place in places.values()}


def page(language: str, **asked: str) -> HttpResponse:
    return Client().get(reverse(f"follow_up_{language}"), asked)  # type: ignore[return-value]  # Django's test response is one


@pytest.mark.req("F-17")
@pytest.mark.parametrize("language", SAYS)
def test_anybody_reads_phases_conditions_money_and_how_to_ask_in_the_language_of_the_address(
    cast: Cast, language: str
) -> None:
    answer = page(language)
    said = words(answer)

    assert answer.status_code == 200
    assert answer.headers["Content-Language"] == language
    assert f'<html lang="{language}">' in said
    assert f'href="{reverse("measure_ask")}"' in said
    for words_of_it in SAYS[language]:
        assert words_of_it in said
    for other, place in ADDRESSES.items():
        assert f'hreflang="{other}" href="http://testserver/{place}"' in said


@pytest.mark.req("F-17")
def test_the_address_decides_the_language_whatever_the_reader_chose_elsewhere(client: Client) -> None:
    client.post(reverse("set_language"), {"language": "en", "next": "/"})

    assert "Hvem det er for" in words(client.get(reverse("follow_up_nb")))


def test_every_text_is_said_in_nynorsk_and_none_has_a_hole() -> None:
    for language in SAYS:
        found = follow_up_information(language, on=date(2026, 11, 22))
        texts = [found.title, found.lead, found.summary, *(each.label for each in found.ladder)]
        for section in found.sections:
            texts += [section.heading, *section.paragraphs, *section.points]
        assert [text for text in texts if "{" in text or not text.strip()] == []
        if language == "nn":
            assert [text for text in texts if BOKMAL_ONLY.search(text)] == []


@pytest.mark.req("F-17")
@pytest.mark.req("F-15")
def test_the_rates_are_those_of_the_day_and_a_provisional_one_says_so(cast: Cast) -> None:
    then = words(page("nb", day="01.03.2022"))

    assert "255" in then
    assert "312" not in then
    assert "Tiltakspenger for en dag du deltar (foreløpig)" in then
    assert "mars" in then
    assert "foreløpig" not in words(page("nb"))


@pytest.mark.req("F-15")
def test_a_rate_of_another_year_is_never_shown(cast: Cast) -> None:
    for day in ("01.01.2027", "31.12.2021"):
        said = words(page("nb", day=day))

        assert f"Satsen for {day[-4:]} er ikke kjent her" in said
        assert "312" not in said
        assert "255" not in said


@pytest.mark.req("F-17")
@pytest.mark.parametrize(
    "typed", ["31.12.2014", "01.01.0001", "99.99.9999", "<script>alert(1)</script>", "x" * 5000, "\x00"]
)
def test_a_day_that_cannot_be_shown_is_told_of_and_the_page_stands(cast: Cast, typed: str) -> None:
    answer = page("nb", day=typed)
    said = words(answer)

    assert answer.status_code == 400
    assert "Vi viser reglene for i dag" in said
    assert "312" in said
    assert "<script>alert" not in said
    assert answer.headers["X-Robots-Tag"].startswith("noindex")


def test_a_far_day_has_the_law_as_it_stands_and_no_rate(cast: Cast) -> None:
    answer = page("nb", day="31.12.2049")

    assert answer.status_code == 200
    assert "Satsen for 2049 er ikke kjent her" in words(answer)


@pytest.mark.req("F-17")
def test_search_engines_may_keep_these_pages(cast: Cast) -> None:
    for language in SAYS:
        answer = page(language)

        assert answer.headers["X-Robots-Tag"] == "index, nofollow"
        assert '<meta name="robots" content="index, nofollow">' in words(answer)
        assert "noindex" not in words(answer)
        assert page(language, day="01.03.2022").headers["X-Robots-Tag"].startswith("noindex")


@pytest.mark.req("F-17")
def test_search_engines_may_keep_nothing_else(cast: Cast) -> None:
    client, tried = Client(), 0
    for route, pattern in addresses():
        address = f"/{route}"
        if "<" in route or "(" in route or address in FOUND:
            continue
        answer = client.get(address)
        tried += 1
        assert answer.headers["X-Robots-Tag"].startswith("noindex, nofollow"), address
        declared = policy_of(pattern.callback, pattern.name)
        is_page = answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")
        if is_page and declared and declared.level is Level.PUBLIC:
            assert 'name="robots" content="noindex' in words(answer), address
    assert tried > 20
    assert client.get("/static/fotfeste.css").headers["X-Robots-Tag"].startswith("noindex")
    assert client.get("/finnes-ikke").headers["X-Robots-Tag"].startswith("noindex")


@pytest.mark.req("F-17")
def test_robots_txt_opens_these_addresses_alone(cast: Cast) -> None:
    answer = Client().get("/robots.txt")
    said = words(answer)
    read = RobotFileParser()
    read.parse([line.removesuffix("$") for line in said.splitlines()])

    assert answer.headers["Content-Type"].startswith("text/plain")
    assert {
        line.removeprefix("Allow: ").removesuffix("$") for line in said.splitlines() if "Allow: /" in line
    } == {
        *FOUND,
        "/static/",
        "/sitemap.xml",
    }
    assert all(read.can_fetch("*", address) for address in FOUND)
    for address in ("/", "/logg-inn", "/kilder", "/personer/1", "/api/v1/rules", "/min-side"):
        assert not read.can_fetch("*", address), address


@pytest.mark.req("F-17")
def test_the_sitemap_names_each_page_in_each_language(cast: Cast) -> None:
    root = ElementTree.fromstring(Client().get("/sitemap.xml").content)  # noqa: S314  # our own words, not a stranger's
    found = {each.text for each in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}

    assert found == {f"http://testserver{place}" for place in FOUND}


@pytest.mark.req("F-17")
def test_a_program_reads_the_same_and_a_day_without_law_is_refused(cast: Cast) -> None:
    client = Client()
    told = client.get("/api/v1/measures/follow-up?on=2026-11-22", headers={"Accept-Language": "en"}).json()

    assert {each["code"]: each["amount"] for each in told["ladder"]} == {
        "first": 6,
        "extended": 12,
        "reduced": 36,
        "transition": 42,
    }
    assert told["rates"][0]["amount"] == 312
    assert told["sections"][0]["heading"] == "Who it is for"
    refused = client.get("/api/v1/measures/follow-up?on=2014-12-31")
    assert refused.status_code == 422
    assert refused.json()["reasons"][0]["code"] == "measure.no-rule-that-day"
