"""Every reason has words in three languages, a source that exists, and a case that somebody can read."""

import re
from functools import cache
from pathlib import Path

import pytest

from fotfeste.cli.reading_code import IN_THE_NUMBERS, FoundReason, reasons_in_code
from fotfeste.domain.sources import NoSuchSource
from fotfeste.parameters.sources import all_sources, source
from fotfeste.parameters.texts import LANGUAGES, all_texts, has_text, named_places, parts

ROOT = Path(__file__).resolve().parents[2]
REASONS = reasons_in_code()
IDS = [f"{each.code} {each.file}:{each.line}" for each in REASONS]
CODES = sorted({each.code for each in REASONS})


FILLED_FROM_THE_REASON = ("why", "title", "named", "button")
"""Other parts (the wording of an offered answer) are filled in with what is offered."""

DOMAIN = "domain/"


@cache
def words_in(kind: str) -> frozenset[str]:
    """Every word that stands in a test file of that kind."""
    files = (file for file in (ROOT / "tests").rglob(f"*.{kind}") if file != Path(__file__))
    return frozenset(
        word for file in files for word in re.findall(r"[\w.-]+", file.read_text(encoding="utf-8"))
    )


def trouble_with(reason: FoundReason) -> list[str]:
    """What is missing around a reason."""
    return [*_without_words(reason), *_without_source(reason), *_without_case(reason)]


def _without_words(reason: FoundReason) -> list[str]:
    if not has_text(reason.code):
        return ["has no text"]
    if reason.data is None:
        return []
    wanted = {
        place
        for language in LANGUAGES
        for part, words in parts(reason.code, language).items()
        if part in FILLED_FROM_THE_REASON
        for place in named_places(words) - ({"name"} if part == "named" else set())
    }
    return [f"needs {place}" for place in sorted(wanted - reason.data)]


def _without_source(reason: FoundReason) -> list[str]:
    if reason.source is None:
        return ["has a source that the code works out"]
    if reason.source == IN_THE_NUMBERS:
        return []
    try:
        source(reason.source)
    except NoSuchSource as trouble:
        return [str(trouble)]
    return []


def _without_case(reason: FoundReason) -> list[str]:
    """A rule has a case that can be read aloud. What a file, a database or a program gives may be a test."""
    cases = words_in("yaml") if reason.file.startswith(DOMAIN) else words_in("yaml") | words_in("py")
    return [] if reason.code in cases else ["stands in no case"]


@pytest.mark.parametrize("reason", REASONS, ids=IDS)
def test_every_reason_has_words_source_and_case(reason: FoundReason) -> None:
    assert trouble_with(reason) == []


def test_reasons_are_found_at_all() -> None:
    assert len(CODES) > 90


@pytest.mark.parametrize("code", all_texts())
def test_every_text_says_the_same_in_every_language(code: str) -> None:
    said = [
        {part: named_places(words) for part, words in parts(code, language).items()} for language in LANGUAGES
    ]

    assert said[0] == said[1] == said[2]
    assert all(words.strip() for language in LANGUAGES for words in parts(code, language).values())


@pytest.mark.parametrize("key", all_sources(), ids=lambda key: key.slug)
def test_every_source_is_told_of_in_every_language(key: object) -> None:
    told = all_sources()[key]  # type: ignore[index]  # a key of that very mapping

    for language in LANGUAGES:
        assert told.title(language).strip()
        assert told.label(language).strip()
        assert told.says[language].strip()


BROKEN = {
    "no.such-code": ('because("no.such-code", "I §4.1")', "has no text"),
    "startup.sum-up": ('because("startup.sum-up", "I §3", held=1)', "needs most"),
    "consent.ask": ('because("consent.ask", "I §99")', "Nothing is told of 'I §99'."),
    "consent.unclear": (
        'because("consent.unclear", where(), stated_on=1)',
        "has a source that the code works out",
    ),
    "act.never-in-a-case": ('Reason("act.never-in-a-case", "I §3")', "stands in no case"),
}


@pytest.mark.parametrize("code", BROKEN)
def test_what_is_missing_is_seen(code: str, tmp_path: Path) -> None:
    call, missing = BROKEN[code]
    (tmp_path / "rule.py").write_text(f"def rule():\n    return {call}\n")

    (found,) = reasons_in_code(tmp_path)

    assert found.code == code
    assert missing in trouble_with(found)


def test_a_reason_can_have_its_source_from_the_number_it_rests_on(tmp_path: Path) -> None:
    (tmp_path / "rule.py").write_text('def rule(law):\n    return because("act.x", law.source)\n')

    (found,) = reasons_in_code(tmp_path)

    assert found.source == IN_THE_NUMBERS
    assert trouble_with(found) == ["has no text", "stands in no case"]


def test_names_that_stand_for_texts_are_followed(tmp_path: Path) -> None:
    place = tmp_path / "fotfeste"
    place.mkdir()
    (place / "places.py").write_text('HERE = "I §3"\n')
    (place / "rule.py").write_text(
        "from fotfeste.places import HERE as THERE\n"
        'CODE = "consent.ask"\n'
        "found = because(CODE, THERE, count=1)\n"
    )

    (found,) = reasons_in_code(place)

    assert (found.code, found.source, found.data) == ("consent.ask", "I §3", frozenset({"count"}))
