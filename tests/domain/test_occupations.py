"""Occupations: found by everyday words, chosen by code or title, and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.occupations import MOST_FOUND, OccupationList
from fotfeste.parameters.files import BadParameter
from fotfeste.parameters.occupations import _occupation, styrk_08
from tests.domain.cases import HERE, Case, read

LIST = styrk_08()


@pytest.mark.parametrize("case", read(HERE / "cases_occupations.yaml"), ids=lambda case: case["name"])
def test_search_by_everyday_words(case: Case) -> None:
    found = [each.code for each in LIST.found_by(case["typed"])]

    assert not found if case.get("none") else found
    if "first" in case:
        assert found[0] == case["first"]
    if "has" in case:
        assert case["has"] in found


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("5223", "5223"),
        ("5223 Butikkmedarbeidere", "5223"),
        ("5223 – butikkmedarbeidere", "5223"),
        ("butikkmedarbeidere", "5223"),
        ("Renholdere i virksomheter", "9112"),
        ("butikk", None),
        ("5223 noe annet", None),
        ("0000", None),
        ("", None),
    ],
)
def test_only_what_was_chosen_is_taken_for_an_occupation(typed: str, code: str | None) -> None:
    found = LIST.meant_by(typed)

    assert (found.code if found else None) == code


@given(st.text(max_size=60))
def test_any_text_is_searched_for_and_nothing_breaks(typed: str) -> None:
    found = LIST.found_by(typed)

    assert len(found) <= MOST_FOUND
    assert len(set(found)) == len(found)
    LIST.meant_by(typed)


def test_every_code_is_four_digits_once_and_every_title_stands_once() -> None:
    assert len(LIST.by_code) == len(LIST.occupations) > 200
    assert len({each.title for each in LIST.occupations}) == len(LIST.occupations)
    for each in LIST.occupations:
        assert LIST.meant_by(each.title) == LIST.meant_by(each.code) == each


@pytest.mark.parametrize(
    ("code", "line"), [(5223, "Butikk"), ("52", "Butikk"), ("52 3", "x"), ("5223", " | x")]
)
def test_a_slip_of_the_pen_in_the_list_is_found_when_it_is_read(code: object, line: str) -> None:
    with pytest.raises(BadParameter):
        _occupation(code, line)


def test_an_empty_list_finds_nothing() -> None:
    assert OccupationList("none", ()).found_by("kokk") == ()
