"""The guideline as a governed document: a new version changes only what comes after (I-9)."""

from datetime import date
from pathlib import Path

import pytest

from fotfeste.domain.dated import NotInForce
from fotfeste.domain.guideline_versions import Applied, differences, next_application, version_on
from fotfeste.parameters import ALL, GUIDELINE_DOCUMENT
from fotfeste.parameters.files import BadParameter
from fotfeste.parameters.guidelines import FOLDER, check, guideline_versions, read_versions

MADE_UP = """
id: "2027-01"
dated: 2027-01-01
authors: [{nb: "En", nn: "Ein", en: "One"}]
approver: {nb: "To", nn: "To", en: "Two"}
in_force_from: 2027-01-01
in_force_to: null
sections:
  "4.1": {sets: {startup: {first_meeting_days: 3}}}
  "7": {says: {nb: "Ny", nn: "Ny", en: "New"}}
"""


@pytest.fixture
def made_up(tmp_path: Path) -> Path:
    """A version that is in no guideline: brought in as data."""
    (tmp_path / "2027-01.yaml").write_text(MADE_UP)
    return tmp_path / "2027-01.yaml"


def test_the_version_we_work_by_is_told_whole() -> None:
    (april,) = guideline_versions()

    assert (april.id, april.dated, len(april.authors)) == ("2020-04", date(2020, 4, 1), 5)
    assert {"3", "4.1", "7"} <= {section.number for section in april.sections}
    assert dict(april.sections[1].sets) == {"startup.first_meeting_days": 7}


@pytest.mark.req("I-9")
def test_what_sets_two_versions_apart_is_found_section_by_section(made_up: Path) -> None:
    new, old = read_versions([made_up, FOLDER / "2020-04.yaml"])

    found = {each.number: each for each in differences(old, new)}

    assert found["4.1"].numbers == (("startup.first_meeting_days", 7, 3),)
    assert found["7"].after == {"nb": "Ny", "nn": "Ny", "en": "New"}
    assert found["9"].after is None
    assert differences(old, old) == []


@pytest.mark.req("I-9")
def test_a_new_version_is_followed_from_its_day_and_the_past_stays(made_up: Path) -> None:
    versions = read_versions([made_up, FOLDER / "2020-04.yaml"])
    began = [Applied(date(2026, 6, 1), "2020-04")]

    assert next_application(began, versions, on=date(2026, 12, 31)) is None
    assert next_application(began, versions, on=date(2027, 2, 1)) == Applied(date(2027, 1, 1), "2027-01")
    followed = [*began, Applied(date(2027, 1, 1), "2027-01")]
    assert next_application(followed, versions, on=date(2027, 2, 1)) is None
    assert version_on(versions, date(2026, 12, 31)).id == "2020-04"


def test_before_the_first_version_there_is_none() -> None:
    with pytest.raises(NotInForce):
        version_on(guideline_versions(), date(2020, 3, 31))


def test_a_version_whose_numbers_are_not_the_dated_values_is_refused(made_up: Path) -> None:
    with pytest.raises(BadParameter, match="does not say 2027-01"):
        check(read_versions([made_up]), ALL, GUIDELINE_DOCUMENT)
