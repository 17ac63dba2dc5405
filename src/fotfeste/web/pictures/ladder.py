"""The ladder of a measure: each rung as a bar from the first start, how far it is decided, and today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from fotfeste.web.pictures.svg import element, picture

WIDTH, LEFT, RIGHT = 360, 4, 356
ROW, BAR, TOP, BASE = 46, 14, 24, 4
ABOVE, OVER = 10, 3
"""From a bar up to the foot of its label, and how far a line goes over the bar: a g has room between."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One rung: what is written over it, its last day, and whether this person reaches it now."""

    label: str
    last: date
    is_open: bool


def ladder_picture(
    bars: Sequence[Bar], *, first: date, decided: date, today: date, title: str, desc: str, key: str
) -> SafeString:
    """Rungs from the shortest to the longest. A table beside it says the same."""
    days = max(*((each.last - first).days for each in bars), (decided - first).days, 1)

    def at(day: date) -> float:
        return LEFT + (RIGHT - LEFT) * min(max((day - first).days, 0), days) / days

    height = ROW * len(bars) + BASE
    tops = [TOP + ROW * number for number in range(len(bars))]
    drawn = [_bar(each, top, at(each.last)) for top, each in zip(tops, bars, strict=True)]
    lines = [_line("decided", at(decided), top) for top in tops]
    if 0 <= (today - first).days <= days:
        lines += [_line("today", at(today), top) for top in tops]
    return picture(
        *drawn, *lines, width=WIDTH, height=height, title=title, desc=desc, key=key, class_="ladder"
    )


def _bar(bar: Bar, top: int, end: float) -> SafeString:
    state = "open" if bar.is_open else "closed"
    return element(
        "g",
        element("text", bar.label, class_="ladder__label", x=LEFT, y=top - ABOVE),
        element(
            "rect",
            class_=f"ladder__rung ladder__rung--{state}",
            x=LEFT,
            y=top,
            width=max(end - LEFT, 2.0),
            height=BAR,
            rx=3,
        ),
    )


def _line(name: str, x: float, top: int) -> SafeString:
    """Over the bar and no more: what is written above it stays free."""
    return element("line", class_=f"ladder__{name}", x1=x, x2=x, y1=top - OVER, y2=top + BAR + OVER)
