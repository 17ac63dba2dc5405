"""The difference between two texts: it holds both, and tells what a reader would tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.word_difference import Change, Piece, word_difference

KEPT, OUT, IN = Change.KEPT, Change.TAKEN_OUT, Change.PUT_IN


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("", "", []),
        ("Likt", "Likt", [(KEPT, "Likt")]),
        ("", "Nytt", [(IN, "Nytt")]),
        ("Gammelt", "", [(OUT, "Gammelt")]),
        (
            "på kjøkken i Bodø",
            "på lager i Bodø",
            [(KEPT, "på "), (OUT, "kjøkken"), (IN, "lager"), (KEPT, " i Bodø")],
        ),
        ("en to", "tre fire", [(OUT, "en to"), (IN, "tre fire")]),
        ("Ja.", "Ja!", [(KEPT, "Ja"), (OUT, "."), (IN, "!")]),
    ],
)
def test_what_became_of_the_words(before: str, after: str, pieces: list[tuple[Change, str]]) -> None:
    assert word_difference(before, after) == tuple(Piece(*piece) for piece in pieces)


TEXTS = st.text(alphabet=st.sampled_from("ab c\n.æ😀"), max_size=60) | st.text(max_size=40)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_out_of_the_difference(before: str, after: str) -> None:
    found = word_difference(before, after)

    assert "".join(piece.text for piece in found if piece.change is not IN) == before
    assert "".join(piece.text for piece in found if piece.change is not OUT) == after
    assert all(piece.text for piece in found)


@given(TEXTS)
def test_the_same_text_has_no_difference(text: str) -> None:
    assert all(piece.change is KEPT for piece in word_difference(text, text))
