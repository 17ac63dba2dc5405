"""Pictures are well-formed, say what they show, and cannot be made to carry anything else."""

import re
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.web.pictures.bars import Column, columns_picture, share_picture
from fotfeste.web.pictures.course import LEFT, RIGHT, Course, Step, course_picture, positions
from fotfeste.web.pictures.svg import element

HOSTILE = "\"'><script>alert(1)</script><style>*{}</style>&amp; onload=x"
TODAY = date(2026, 11, 22)
WORDS = st.text(st.characters(exclude_categories=["C"]), max_size=30)


def read(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314  # our own picture, made a line above


def names(svg: str) -> set[str]:
    return {part.tag for part in read(svg).iter()}


def all_text(svg: str) -> str:
    return "".join(read(svg).itertext())


def course(label: str = "Profil", hope: str = "") -> Course:
    steps = (Step("Henvist", "22. feb", date(2026, 2, 22)), Step(label, "14. april", date(2026, 4, 14)))
    return Course(steps, Step("I dag", "22. nov", TODAY), hope)


@given(words=WORDS)
def test_words_come_through_as_words(words: str) -> None:
    svg = course_picture(course(words, words), title=words, desc=words)
    assert names(svg) <= {"svg", "title", "desc", "g", "line", "circle", "text", "tspan"}
    assert re.sub(r"\s", "", all_text(svg)).count(re.sub(r"\s", "", words)) >= 3


def test_hostile_words_stay_words_everywhere() -> None:
    bars = columns_picture((Column(HOSTILE, (1,), HOSTILE),), title=HOSTILE, desc=HOSTILE, key="k")
    share = share_picture(1, 2, title=HOSTILE, desc=HOSTILE, key="s")
    for svg in (bars, share, course_picture(course(HOSTILE), title=HOSTILE, desc=HOSTILE)):
        assert "script" not in names(svg)
        assert "style" not in names(svg)
        assert "<script" not in svg
        assert not any(
            key.startswith("on") or key == "style" for part in read(svg).iter() for key in part.attrib
        )


@pytest.mark.parametrize("name", ["script", "style", "foreignObject", "a", "image", "use"])
def test_an_element_that_has_no_place_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no place"):
        element(name)


@pytest.mark.parametrize("key", ["onload", "onClick", "style", "href", "src", "a b", "xlink:href", ""])
def test_an_attribute_that_has_no_place_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="no place"):
        element("rect", **{key: "x"})


def test_attributes_cannot_be_broken_out_of() -> None:
    assert element("text", class_='"><script>') == '<text class="&quot;&gt;&lt;script&gt;"></text>'


def test_a_picture_has_a_name_and_a_description() -> None:
    svg = read(course_picture(course(), title="Løpet", desc="To steg", key="c"))
    assert svg.attrib["role"] == "img"
    assert svg.attrib["aria-labelledby"] == "c-title c-desc"
    assert [part.attrib["id"] for part in svg if "id" in part.attrib] == ["c-title", "c-desc"]


@given(gaps=st.lists(st.integers(0, 900), min_size=0, max_size=7))
def test_steps_keep_their_order_and_do_not_lie_on_each_other(gaps: list[int]) -> None:
    days = [TODAY]
    for gap in gaps:
        days.append(days[-1] + timedelta(days=gap))
    xs = positions(days)
    assert all(after - before >= 80 for before, after in pairwise(xs))
    assert xs[0] >= LEFT - 0.1
    assert xs[-1] < RIGHT


def test_a_long_course_still_fits() -> None:
    xs = positions([TODAY + timedelta(days=n) for n in range(20)])
    assert xs == sorted(set(xs))
    assert LEFT <= xs[0] <= xs[-1] < RIGHT


@pytest.mark.parametrize(
    ("done", "of", "width"), [(4, 6, 213.3), (0, 6, 0), (9, 6, 320), (1, 0, 0), (-1, 6, 0)]
)
def test_a_share_is_as_long_as_it_says(done: int, of: int, width: float) -> None:
    bars = list(read(share_picture(done, of, title="t", desc="d", key="k")).iter("rect"))
    assert [float(bar.attrib["width"]) for bar in bars] == [320, pytest.approx(width)]


def test_columns_stand_on_the_ground_and_on_each_other() -> None:
    svg = read(columns_picture((Column("25 %", (77, 38)), Column("0 %", ())), title="t", desc="d", key="k"))
    low, high = list(svg.iter("rect"))
    assert float(high.attrib["y"]) + float(high.attrib["height"]) == pytest.approx(
        float(low.attrib["y"]), abs=0.2
    )
    ground = next(svg.iter("line")).attrib["y1"]
    assert float(low.attrib["y"]) + float(low.attrib["height"]) == pytest.approx(float(ground), abs=0.2)


def test_a_chart_of_nothing_is_drawn_too() -> None:
    assert read(columns_picture((), title="t", desc="d", key="k")).attrib["role"] == "img"
