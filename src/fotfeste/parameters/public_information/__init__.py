"""What anybody may read of a measure or an agreement without a log-in, with the numbers of the day (F-17).

The words are in the YAML beside this; every number is a dated value and carries whether it is provisional.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from fotfeste.domain.dated import Dated, NotInForce, Version
from fotfeste.parameters import AGREEMENT_LIMITS, MEASURE_PARAMETERS
from fotfeste.parameters.files import HERE, BadParameter, read
from fotfeste.parameters.sources import source
from fotfeste.parameters.texts import LANGUAGES

_FOLDER = HERE / "public_information"
_SECTION = {"id", "source", "heading", "paragraphs", "points"}
_MAY_HAVE = {"table", "is_steps"}
_BY_NAME: Mapping[str, Dated[Any]] = {each.name: each for each in MEASURE_PARAMETERS}


@dataclass(frozen=True, slots=True)
class NumberTold:
    """One number of the day with its words. `amount`: months in the ladder, kroner a day among the rates."""

    code: str
    label: str
    amount: int
    source: str
    since: date
    provisional: bool


@dataclass(frozen=True, slots=True)
class SectionTold:
    """A heading and what stands under it. `is_steps`: the points follow each other."""

    id: str
    heading: str
    paragraphs: tuple[str, ...]
    points: tuple[str, ...]
    is_steps: bool
    table: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Information:
    """The whole text in one language, for one day. Without `rates` nobody here knows those of that year."""

    on: date
    title: str
    summary: str
    lead: str
    sections: tuple[SectionTold, ...]
    ladder: tuple[NumberTold, ...]
    rates: tuple[NumberTold, ...]
    is_provisional: bool


def follow_up_information(language: str, *, on: date) -> Information:
    """What to tell of Follow-up on that day. Raises NotInForce for a day whose law is not held here."""
    words = _words("follow_up")
    ladder = tuple(_told("duration_follow_up", words["ladder"], language, on))
    rates = tuple(_rates(words["rates"], language, on))
    is_provisional = any(number.provisional for number in (*ladder, *rates))
    plain = _information(words, language, _numbers(on), on, is_provisional=is_provisional)
    return replace(plain, ladder=ladder, rates=rates)


def agreement_information(language: str, *, on: date) -> Information:
    """What to tell of the facilitation and follow-up agreement. Raises NotInForce as above."""
    numbers, is_provisional = asdict(AGREEMENT_LIMITS.on(on)), AGREEMENT_LIMITS.version_on(on).provisional
    return _information(_words("agreement"), language, numbers, on, is_provisional=is_provisional)


def _information(
    words: Mapping[str, Any], language: str, numbers: Mapping[str, object], on: date, *, is_provisional: bool
) -> Information:
    return Information(
        on=on,
        title=words["title"][language],
        summary=words["summary"][language],
        lead=words["lead"][language],
        sections=tuple(_section(each, language, numbers) for each in words["sections"]),
        ladder=(),
        rates=(),
        is_provisional=is_provisional,
    )


def _numbers(on: date) -> Mapping[str, object]:
    duration = _BY_NAME["duration_follow_up"].version_on(on)
    return {
        **asdict(_BY_NAME["expiry_warnings"].on(on)),
        **asdict(_BY_NAME["employer_clock"].on(on)),
        "from_age": _BY_NAME["conditions_follow_up"].on(on).from_age,
        "complaint_weeks": _BY_NAME["complaint_weeks"].on(on).decision,
        "place_weeks": _BY_NAME["complaint_weeks"].on(on).place_at_employer,
        "allowance_age": _BY_NAME["allowance_conditions"].on(on).from_age,
        "child_under_age": _BY_NAME["allowance_conditions"].on(on).child_under_age,
        "source_of_duration": duration.source,
    }


def _section(entry: Mapping[str, Any], language: str, numbers: Mapping[str, object]) -> SectionTold:
    places = str(entry["source"]).format(**numbers).split("; ")
    return SectionTold(
        id=entry["id"],
        heading=entry["heading"][language],
        paragraphs=tuple(each[language].format(**numbers) for each in entry["paragraphs"]),
        points=tuple(each[language].format(**numbers) for each in entry["points"]),
        is_steps=entry.get("is_steps", False),
        table=entry.get("table", ""),
        sources=tuple(places),
    )


def _rates(words: Mapping[str, Mapping[str, str]], language: str, on: date) -> Iterator[NumberTold]:
    """The rates of that very year; none of another year is ever shown for it."""
    try:
        is_of_the_year = _BY_NAME["allowance_rates"].on(on).year == on.year
    except NotInForce:
        return
    if is_of_the_year:
        yield from _told("allowance_rates", words, language, on)


def _told(
    parameter: str, words: Mapping[str, Mapping[str, str]], language: str, on: date
) -> Iterator[NumberTold]:
    version: Version[Any] = _BY_NAME[parameter].version_on(on)
    for code, said in words.items():
        yield NumberTold(
            code,
            said[language],
            getattr(version.value, code),
            version.source,
            version.effect_from,
            version.provisional,
        )


@lru_cache
def _words(name: str) -> Mapping[str, Any]:
    file = _FOLDER / f"{name}.yaml"
    found = read(file)
    for entry in found["sections"]:
        if not _SECTION <= entry.keys() <= _SECTION | _MAY_HAVE:
            raise BadParameter(f"{file.name}: {entry.get('id')} does not hold {sorted(_SECTION)}.")
        for place in str(entry["source"]).split("; "):
            if not place.startswith("{"):
                source(place)
    _check_languages(found, file.name)
    return found


def _check_languages(entry: Any, file: str) -> None:
    """Every text is said in every language."""
    if isinstance(entry, Mapping):
        spoken = set(LANGUAGES) & entry.keys()
        if spoken and entry.keys() != set(LANGUAGES):
            raise BadParameter(f"{file}: {entry} is not said in every language.")
        for each in entry.values():
            _check_languages(each, file)
    elif isinstance(entry, list):
        for each in entry:
            _check_languages(each, file)
