"""Names: kept, cleaned and told of, never judged."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.person_name import LONGEST, read
from fotfeste.domain.typed_text import alike, shown, squeezed, storable, tidied

CASES = yaml.safe_load((Path(__file__).parent / "cases_person_name.yaml").read_text())
TODAY = date(2026, 11, 22)


def codes(reasons: tuple) -> list[str]:
    return [reason.code for reason in reasons]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_name(case: dict) -> None:
    found = read(case["written"], on=TODAY)

    assert found.name == case["kept"]
    assert codes(found.refused) == case.get("refused", [])
    assert codes(found.doubts) == case.get("doubts", [])
    assert codes(found.noted) == case.get("noted", [])


def test_a_hundred_letters_are_a_name_and_a_thousand_are_something_else() -> None:
    assert read("Ó" * 100 + "o", on=TODAY).refused == ()
    assert codes(read("o" * (LONGEST + 1), on=TODAY).refused) == ["name.too-long"]


@given(text=st.text())
def test_any_text_is_read_and_what_was_cleaned_is_told(text: str) -> None:
    found = read(text, on=TODAY)

    assert found.refused or (found.name == text) == ("name.cleaned" not in codes(found.noted))


@given(text=st.text())
def test_tidying_twice_is_tidying_once(text: str) -> None:
    assert tidied(tidied(text)) == tidied(text)
    assert alike(alike(text)) == alike(text)
    assert squeezed(text) == "".join(tidied(text).split())
    storable(text).encode("utf-8")


@given(text=st.text("aÁåøčŋ\u0301\u030c "))
def test_composed_and_decomposed_compare_as_one(text: str) -> None:
    assert alike(unicodedata.normalize("NFC", text)) == alike(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        (" Nora ", "␣Nora␣"),
        ("Nora\u00a0Moen", "Nora[U+00A0]Moen"),
        ("a\u202eb", "a[U+202E]b"),
        ("two  words", "two  words"),
        ("a\tb", "a[U+0009]b"),
    ],
)
def test_what_nobody_can_see_is_shown(text: str, visible: str) -> None:
    assert shown(text) == visible
