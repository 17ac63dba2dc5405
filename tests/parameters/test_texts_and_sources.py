"""Texts by code and language, days as people say them, and what each source says."""

from datetime import date
from pathlib import Path

import pytest

from fotfeste.domain.sources import NoSuchSource, SourceKey, parse, parse_all
from fotfeste.domain.verdict import because
from fotfeste.parameters import files, texts
from fotfeste.parameters.files import BadParameter, gathered
from fotfeste.parameters.sources import SourceKind, all_sources, source, source_by_slug
from fotfeste.parameters.texts import NoSuchText, reason_text, text
from fotfeste.parameters.texts.days import spoken_day

DAY = date(2026, 11, 13)


@pytest.mark.parametrize(
    ("language", "on", "said"),
    [
        ("nb", None, "13. november 2026"),
        ("nb", date(2026, 1, 1), "13. november"),
        ("nn", date(2027, 1, 1), "13. november 2026"),
        ("en", None, "13 November 2026"),
        ("en", date(2026, 12, 31), "13 November"),
    ],
)
def test_a_day_is_said_as_people_say_it(language: str, on: date | None, said: str) -> None:
    assert spoken_day(DAY, language, on=on) == said


def test_every_month_has_a_name_in_each_language() -> None:
    for language in texts.LANGUAGES:
        assert len({spoken_day(date(2026, month, 1), language) for month in range(1, 13)}) == 12
    assert spoken_day(date(2026, 10, 1), "nb") == "1. oktober 2026"
    assert spoken_day(date(2026, 10, 1), "en") == "1 October 2026"


def test_a_text_names_the_facts_of_its_reason() -> None:
    reason = because("startup.hold-first-meeting", "I §4.1", referred_on=DAY, days=7)

    assert reason_text(reason, "nb", on=DAY).startswith(
        "Henvist 13. november. Første møte bør holdes innen 7 dager"
    )
    assert reason_text(reason, "en").startswith("Referred 13 November 2026.")
    assert text("startup.hold-first-meeting", "nn", "button") == "Finn tid"


def test_a_text_for_a_page_of_many_names_the_person() -> None:
    said = text("disclosure.before-meeting", "nb", "named", name="Nora Moen", employer="Stormyra Mat")

    assert said == "Gå gjennom åpenhet med Nora Moen før møtet med Stormyra Mat"


def test_what_is_typed_in_a_name_is_never_read_as_a_place_in_the_text() -> None:
    said = text("startup.hold-first-meeting", "nb", "named", name="{days} {0} {name.__class__}")

    assert said == "Hold oppstartsmøte med {days} {0} {name.__class__}"


@pytest.mark.parametrize(
    ("code", "language", "part", "data"),
    [
        ("no.such-code", "nb", "why", {}),
        ("consent.ask", "se", "why", {}),
        ("consent.ask", "nb", "colour", {}),
        ("startup.sum-up", "nb", "why", {"held": 5}),
    ],
)
def test_a_text_that_is_not_there_is_an_error_never_a_blank(
    code: str, language: str, part: str, data: dict[str, int]
) -> None:
    with pytest.raises(NoSuchText):
        text(code, language, part, **data)


@pytest.mark.parametrize(
    "content",
    [
        "a.b: {nb: Ja}",
        "a.b: {nb: Ja, nn: Ja, en: Yes}",
        "a.b: {nb: {why: Ord}, nn: {why: Ord}, en: {why: 3}}",
        "a.b: Ord",
    ],
    ids=[
        "a language is missing",
        "a word that YAML takes for a truth value",
        "a number",
        "no language at all",
    ],
)
def test_a_text_that_is_not_whole_is_found_when_it_is_read(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "broken.yaml").write_text(content)
    monkeypatch.setattr(files, "HERE", tmp_path)
    texts.all_texts.cache_clear()

    with pytest.raises(BadParameter):
        texts.all_texts()
    monkeypatch.undo()
    texts.all_texts.cache_clear()


def test_a_code_stands_in_one_file_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "texts").mkdir()
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / "texts" / name).write_text("a.b: {nb: x, nn: x, en: x}")
    monkeypatch.setattr(files, "HERE", tmp_path)

    with pytest.raises(BadParameter, match=r"two.yaml: \['a.b'\] stands in another file too"):
        gathered("texts")


@pytest.mark.parametrize(
    ("written", "document", "paragraph", "slug"),
    [
        ("I §4.1", "I", "4.1", "I-4.1"),
        ("I", "I", "", "I"),
        ("FOR-2023-06-20-1073 § 3-2", "FOR-2023-06-20-1073", "3-2", "FOR-2023-06-20-1073-3-2"),
        ("fidelity 23", "fidelity", "23", "fidelity-23"),
        ("house §clearing-up", "house", "clearing-up", "house-clearing-up"),
    ],
)
def test_a_source_is_a_document_and_a_place_in_it(
    written: str, document: str, paragraph: str, slug: str
) -> None:
    assert parse(written) == SourceKey(document, paragraph)
    assert parse(written).slug == slug
    assert source(written) is source_by_slug(slug)


@pytest.mark.parametrize(
    "written", ["", " ", "§4.1", "I §", "I §4.1 and more", "I\n", "../etc", "I §4.1; I §3"]
)
def test_what_names_no_source_is_an_error(written: str) -> None:
    with pytest.raises(NoSuchSource):
        parse(written)


def test_several_sources_are_written_with_a_semicolon() -> None:
    assert parse_all("I §4.1; I §3") == (SourceKey("I", "4.1"), SourceKey("I", "3"))


@pytest.mark.parametrize("unknown", ["I-99", "", "x" * 500])
def test_an_address_without_a_source_is_an_error(unknown: str) -> None:
    with pytest.raises(NoSuchSource):
        source_by_slug(unknown)


def test_every_source_has_an_address_of_its_own() -> None:
    slugs = [key.slug for key in all_sources()]

    assert len(slugs) == len(set(slugs))


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("I §4.1", "IPS-retningslinjen 4.1"),
        ("I", "IPS-retningslinjen"),
        ("FOR-2023-06-20-1073 § 3-2", "Forskrift om oppfølgingstiltak i NAV § 3-2"),
        ("fidelity 23", "Kvalitetsskalaen i IPS 23"),
        ("principles §rapid-search", "IPS-prinsippene: Rask jobbsøking"),
        ("house §agenda", "Husregel: Neste steg"),
    ],
)
def test_a_source_has_a_few_words_for_the_end_of_a_line(written: str, label: str) -> None:
    assert source(written).label("nb") == label


def test_the_guideline_is_a_governed_document_with_version_day_and_approver() -> None:
    guideline = source("I §4.1")

    assert guideline.kind is SourceKind.GUIDELINE
    assert (guideline.version, guideline.dated) == ("2020-04", date(2020, 4, 1))
    assert guideline.approver is not None
    assert guideline.approver["nb"].startswith("Leder av")


def test_it_is_said_what_is_from_memory() -> None:
    assert source("fidelity 23").confidence == "low"
    assert source("fidelity 1").confidence == "high"
