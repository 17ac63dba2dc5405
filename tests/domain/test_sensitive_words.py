"""Words that make somebody read a text once more before it goes to an employer."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.composing import names
from fotfeste.domain.sensitive_words import found_in
from fotfeste.parameters import SENSITIVE_WORDS
from tests.domain.cases import HERE, Case, read

CASES: list[Case] = read(Path(HERE) / "cases_sensitive_words.yaml")
WORDS = SENSITIVE_WORDS.on(date(2026, 11, 22))
LISTED = sorted({*WORDS.anywhere.split(), *WORDS.beginnings.split(), *WORDS.whole.split()})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_which_words_are_found(case: Case) -> None:
    assert list(found_in(case["text"], WORDS)) == case["found"]


@pytest.mark.parametrize("word", LISTED)
def test_every_word_of_the_list_is_found_however_it_is_written(word: str) -> None:
    assert found_in(f"({word.upper()}), ja", WORDS)


@given(before=st.text(), after=st.text(), word=st.sampled_from(LISTED))
def test_a_word_is_found_whatever_stands_around_it(before: str, after: str, word: str) -> None:
    assert found_in(f"{before} {word} {after}", WORDS)


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("Dette gjelder Per.", True),
        ("20 kroner per time.", False),
        ("PER HANSEN", True),
        ("Hansens arbeidstid", True),
        ("Hansen-saken", True),
        ("perlekjede", False),
        ("", False),
    ],
)
def test_whether_a_text_names_the_person(text: str, is_named: bool) -> None:
    assert names(text, "Per Hansen") == is_named
