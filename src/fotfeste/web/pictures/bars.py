"""Bars: a small one for «4 av 6», and a chart of a few stacked columns. The numbers stand as text beside."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from fotfeste.web.pictures.svg import element, picture

BAR_WIDTH, BAR_HEIGHT = 320, 10
COLUMN, GAP, CHART_HEIGHT, TOP, FOOT = 46, 18, 130, 26, 26


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name underneath, and its parts from the ground up (same unit, none below zero)."""

    label: str
    parts: tuple[float, ...]
    note: str = ""


def share_picture(done: int, of: int, *, title: str, desc: str, key: str) -> SafeString:
    """How much of something is done, as a bar. More than all fills it; nothing to do leaves it empty."""
    share = min(max(done / of, 0), 1) if of > 0 else 0
    return picture(
        element("rect", class_="share__all", width=BAR_WIDTH, height=BAR_HEIGHT, rx=5),
        element("rect", class_="share__done", width=BAR_WIDTH * share, height=BAR_HEIGHT, rx=5),
        width=BAR_WIDTH,
        height=BAR_HEIGHT,
        title=title,
        desc=desc,
        key=key,
        class_="share",
    )


def columns_picture(columns: tuple[Column, ...], *, title: str, desc: str, key: str) -> SafeString:
    """Stacked columns side by side. The parts differ by pattern of outline as well as by colour."""
    highest = max((sum(column.parts) for column in columns), default=0) or 1
    width = GAP + len(columns) * (COLUMN + GAP)
    drawn = [_column(column, GAP + i * (COLUMN + GAP), highest) for i, column in enumerate(columns)]
    ground = element(
        "line", class_="columns__ground", x1=0, x2=width, y1=TOP + CHART_HEIGHT, y2=TOP + CHART_HEIGHT
    )
    height = TOP + CHART_HEIGHT + FOOT
    return picture(
        *drawn, ground, width=width, height=height, title=title, desc=desc, key=key, class_="columns-chart"
    )


def _column(column: Column, x: float, highest: float) -> SafeString:
    top = float(TOP + CHART_HEIGHT)
    drawn = []
    for number, part in enumerate(column.parts, start=1):
        height = max(part, 0) / highest * CHART_HEIGHT
        top -= height
        drawn.append(
            element(
                "rect",
                class_=f"columns__part columns__part--{number}",
                x=x,
                y=top,
                width=COLUMN,
                height=height,
            )
        )
    middle = x + COLUMN / 2
    drawn.append(element("text", column.label, x=middle, y=TOP + CHART_HEIGHT + 19, text_anchor="middle"))
    if column.note:
        drawn.append(
            element("text", column.note, x=middle, y=top - 7, text_anchor="middle", class_="columns__note")
        )
    return element("g", *drawn)
