"""Every number says its unit, where it is from, and who last looked: none is a bare figure."""

import warnings
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fotfeste import clock
from fotfeste.domain.dated import Dated
from fotfeste.domain.sources import parse_all
from fotfeste.parameters import ALL, STARTUP_GUIDELINE, files, guideline_for, guideline_on, loading
from fotfeste.parameters.checking import to_check
from fotfeste.parameters.files import BadParameter
from fotfeste.parameters.sources import all_sources

VALUES = files.HERE / "values"
each_parameter = pytest.mark.parametrize("parameter", ALL, ids=lambda parameter: parameter.name)


@each_parameter
def test_a_number_says_its_unit_its_source_and_when_it_was_checked(parameter: Dated[Any]) -> None:
    entries = files.read(VALUES / f"{parameter.name}.yaml")

    assert entries["description"].strip()
    assert parameter.unit.strip()
    assert parameter.last_checked_on <= clock.today()
    for version in parameter.versions:
        for key in parse_all(version.source):
            assert key in all_sources(), f"nothing is told of {key.slug}"
        if version.value is not None:
            assert {field.name for field in fields(version.value)} == set(entries["unit"])


def test_no_file_of_numbers_is_left_unread() -> None:
    assert {path.stem for path in VALUES.glob("*.yaml")} == {parameter.name for parameter in ALL}


@pytest.mark.filterwarnings("default::UserWarning")
def test_numbers_nobody_has_checked_for_a_year_are_listed() -> None:
    if old := to_check(ALL, on=clock.today()):
        warnings.warn(f"Not checked for a year: {', '.join(old)}", stacklevel=1)


def test_a_number_is_old_the_day_after_twelve_months() -> None:
    checked = Dated("number", "piece", date(2026, 11, 22), ())

    assert to_check([checked], on=date(2027, 11, 22)) == []
    assert to_check([checked], on=date(2027, 11, 23)) == ["number"]


def test_words_in_the_texts_follow_the_numbers() -> None:
    rules = guideline_on(date(2026, 11, 22))

    assert (rules.support.often_every_days, rules.support.often_for_months) == (7, 1), (
        "weekly the first month"
    )
    assert (rules.support.then_every_months, rules.support.then_for_months) == (1, 12), (
        "monthly the first year"
    )
    assert rules.search.first_contact_months == 1, "one month, in the singular"
    assert rules.horizon.coming_days == 7, "the next seven days"


def test_numbers_nobody_can_vouch_for_are_marked() -> None:
    provisional = {each.name for each in ALL for version in each.versions if version.provisional}

    assert {"follow_along", "disclosure"} <= provisional
    assert not {"startup", "rapid_search", "caseload"} & provisional


def test_a_new_guideline_does_not_rewrite_what_was_asked_before(monkeypatch: pytest.MonkeyPatch) -> None:
    (old,) = STARTUP_GUIDELINE.versions
    shorter = type(old.value)(3, 1, 5, 1)
    new = type(old)(date(2027, 1, 1), date(2027, 1, 1), shorter, old.source)
    both = Dated("startup", STARTUP_GUIDELINE.unit, STARTUP_GUIDELINE.last_checked_on, (new, old))
    monkeypatch.setattr("fotfeste.parameters.STARTUP_GUIDELINE", both)
    asked = guideline_for.__wrapped__
    on = date(2027, 2, 1)
    guideline_on.cache_clear()

    assert asked(date(2026, 12, 31), on=on).start_up.first_meeting_days == 7
    assert asked(date(2027, 1, 1), on=on).start_up.first_meeting_days == 3
    assert asked(date(2019, 1, 1), on=on).start_up.first_meeting_days == 7
    assert asked(None, on=on).start_up.first_meeting_days == 3
    guideline_on.cache_clear()


@dataclass(frozen=True)
class _Number:
    days: int


GOOD = """
description: A number.
unit: {days: day}
last_checked_on: 2026-11-22
versions:
  - in_force_from: 2026-01-01
    source: "I §4.1"
    value: {days: 7}
"""


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("unit: {days: day}\n", "", "missing \\['unit'\\]"),
        ("unit: {days: day}", "unit: {weeks: week}", "missing \\['days'\\], unknown \\['weeks'\\]"),
        ("last_checked_on: 2026-11-22\n", "", "missing \\['last_checked_on'\\]"),
        ("last_checked_on: 2026-11-22", "last_checked_on: soon", "'soon' is not a day"),
        ('    source: "I §4.1"\n', "", "missing \\['source'\\]"),
        ("{days: 7}", "{days: seven}", "'seven' is not int"),
        ("{days: 7}", "{days: true}", "True is not int"),
        ("{days: 7}", "{hours: 7}", "missing \\['days'\\], unknown \\['hours'\\]"),
        ("in_force_from: 2026-01-01", "in_force_from: 2026-01-01 12:00:00", "is not a day"),
        ("    value: {days: 7}", "    value: {days: 7}\n    value: {days: 8}", "stands twice"),
        ("    value: {days: 7}", "    value: {days: 7}\n    colour: red", "unknown \\['colour'\\]"),
        (GOOD, "- 1\n", "does not hold names"),
    ],
)
def test_a_slip_of_the_pen_is_found_when_it_is_read(
    was: str, becomes: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "values").mkdir()
    (tmp_path / "values" / "number.yaml").write_text(GOOD.replace(was, becomes))
    monkeypatch.setattr(loading, "HERE", tmp_path)

    with pytest.raises(BadParameter, match=said):
        loading.load("number", _Number)


def test_a_number_is_read_with_everything_that_is_said_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "values").mkdir()
    days = "in_force_from: 2026-07-01, effect_from: 2026-06-01"
    newer = f"  - {{{days}, source: x, provisional: true, value: null}}\n"
    (tmp_path / "values" / "number.yaml").write_text(GOOD + newer)
    monkeypatch.setattr(loading, "HERE", tmp_path)

    number = loading.load("number", _Number)

    assert [version.effect_from for version in number.versions] == [date(2026, 6, 1), date(2026, 1, 1)]
    assert number.versions[0].in_force_from == date(2026, 7, 1)
    assert (number.versions[0].value, number.versions[0].provisional) == (None, True)
    assert (number.unit, number.on(date(2026, 5, 31))) == ("days: day", _Number(7))
