"""«Løpet»: what has happened on a jobseeker's way, where today is, and what is hoped for next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from fotfeste.web.pictures.svg import element, picture

WIDTH, HEIGHT = 1000, 128
LEFT, RIGHT = 60, 940
LINE_AT, LABEL_AT, BELOW_AT = 70, 44, 104
LEAST_APART = 96
LONGEST_LINE = 13


@dataclass(frozen=True, slots=True)
class Step:
    """Something on the way: what («Profil»), how its day is said («14. april») and the day itself."""

    label: str
    said: str
    day: date


@dataclass(frozen=True, slots=True)
class Course:
    """The steps so far, oldest first; how today is said; what is hoped for («første lønnede dag?»)."""

    steps: tuple[Step, ...]
    today: Step
    hope: str = ""


def course_picture(course: Course, *, title: str, desc: str, key: str = "course") -> SafeString:
    """The course as SVG. Give the steps as a list beside it: on a phone only the list is shown."""
    xs = positions([step.day for step in course.steps] + [course.today.day])
    now = xs[-1]
    drawn = [
        element("line", class_="course__ahead", x1=now, x2=RIGHT, y1=LINE_AT, y2=LINE_AT),
        element("line", class_="course__done", x1=xs[0], x2=now, y1=LINE_AT, y2=LINE_AT),
        *(_step(step, x) for step, x in zip(course.steps, xs, strict=False)),
        _today(course.today, now),
    ]
    if course.hope:
        drawn.append(_words(course.hope, (now + RIGHT) / 2 + 30, BELOW_AT, "course__hope"))
    return picture(*drawn, width=WIDTH, height=HEIGHT, title=title, desc=desc, key=key, class_="course")


def positions(days: Sequence[date]) -> list[float]:
    """Where each day lies: true to time where there is room, never closer than words need.

    Today (the last) stays left of the end, so that there is a way ahead.
    """
    end = RIGHT - 2 * LEAST_APART
    span = max((days[-1] - days[0]).days, 1)
    apart = min(LEAST_APART, (end - LEFT) / max(len(days) - 1, 1))
    xs = [LEFT + (end - LEFT) * (day - days[0]).days / span for day in days]
    for i in range(1, len(xs)):
        xs[i] = max(xs[i], xs[i - 1] + apart)
    xs[-1] = min(xs[-1], float(end)) if len(xs) > 1 else xs[-1]
    for i in range(len(xs) - 2, -1, -1):
        xs[i] = min(xs[i], xs[i + 1] - apart)
    return [round(x, 1) for x in xs]


def _step(step: Step, x: float) -> SafeString:
    return element(
        "g",
        element("circle", class_="course__step", cx=x, cy=LINE_AT, r=8),
        _words(step.label, x, LABEL_AT, "course__label"),
        _words(step.said, x, BELOW_AT, "course__day"),
    )


def _today(step: Step, x: float) -> SafeString:
    return element(
        "g",
        element("circle", class_="course__today", cx=x, cy=LINE_AT, r=11),
        _words(step.label, x, LABEL_AT, "course__label course__label--today"),
        _words(step.said, x, BELOW_AT, "course__day"),
    )


def _words(text: str, x: float, y: int, class_: str) -> SafeString:
    """Words centred at a place, on two lines when they are long; the last line lies at `y`."""
    lines = _lines(text)
    first = y - 18 * (len(lines) - 1) if y < LINE_AT else y
    return element(
        "text",
        *(element("tspan", line, x=x, y=first + 18 * i) for i, line in enumerate(lines)),
        class_=class_,
        text_anchor="middle",
    )


def _lines(text: str) -> list[str]:
    words = text.split()
    if len(text) <= LONGEST_LINE or len(words) < 2:
        return [" ".join(words)]
    cut = min(range(1, len(words)), key=lambda i: max(len(" ".join(words[:i])), len(" ".join(words[i:]))))
    return [" ".join(words[:cut]), " ".join(words[cut:])]
