"""The rhythm of follow-along as a strip: a mark for each point, filled when there was contact.

Shape and place carry the meaning as well as colour: a filled round mark, an empty one, a dashed one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from fotfeste.domain.support_rhythm import PointState
from fotfeste.web.pictures.svg import element, picture

WIDTH, HEIGHT, EDGE, MIDDLE, RADIUS = 640, 44, 20, 22, 9


@dataclass(frozen=True, slots=True)
class Mark:
    """One point as it is drawn: how it went, and whether a departure has been thought about."""

    state: PointState
    is_reflected: bool = False


def rhythm_picture(marks: Sequence[Mark], *, title: str, desc: str, key: str) -> SafeString:
    """All points of one job in order, from left to right."""
    step = (WIDTH - 2 * EDGE) / max(len(marks) - 1, 1)
    ground = element("line", class_="rhythm__line", x1=EDGE, x2=WIDTH - EDGE, y1=MIDDLE, y2=MIDDLE)
    drawn = [_mark(mark, EDGE + step * number) for number, mark in enumerate(marks)]
    return picture(
        ground, *drawn, width=WIDTH, height=HEIGHT, title=title, desc=desc, key=key, class_="rhythm"
    )


def _mark(mark: Mark, x: float) -> SafeString:
    round_ = element("circle", class_=f"rhythm__point rhythm__point--{mark.state}", cx=x, cy=MIDDLE, r=RADIUS)
    if mark.state is PointState.DONE:
        tick = f"M{x - 4:.1f} {MIDDLE}l3 3 5 -6"
        return element("g", round_, element("path", class_="rhythm__tick", d=tick))
    if mark.state is PointState.MISSED and not mark.is_reflected:
        return element("g", round_, element("text", "!", x=x, y=MIDDLE + 5, text_anchor="middle"))
    return round_
