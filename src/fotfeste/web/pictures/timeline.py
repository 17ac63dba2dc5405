"""The whole course as SVG: a lane for each kind of thing, true to time, wide enough to be read.

The page lets it scroll in a box of its own. Everything stands in a table beside it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from fotfeste.domain.timeline import CoursePicture, Mark, MarkKind, Span, SpanKind
from fotfeste.web.pictures.svg import element, picture

LEFT, RIGHT, TOP, LANE, BAR, FOOT = 150, 24, 16, 40, 20, 34
LEAST_WIDTH, A_YEAR = 760, 150
LEAST_BAR, DOT, ROOM_FOR_A_LETTER = 4.0, 5, 8.5
LANES = (
    SpanKind.STAGE,
    SpanKind.JOB,
    SpanKind.HOLD,
    SpanKind.HOSPITAL,
    MarkKind.MEETING,
    MarkKind.EMPLOYER_CONTACT,
)
"""From the top down. A lane with nothing in it is left out."""


@dataclass(frozen=True, slots=True)
class TimelineWords:
    """What is said in the picture: its title and summary, each lane, each stage by its code."""

    title: str
    desc: str
    today: str
    lanes: Mapping[str, str]
    stages: Mapping[str, str]


def timeline_picture(course: CoursePicture, words: TimelineWords, *, on: date, key: str) -> SafeString:
    """The course as SVG. Give the table beside it."""
    scale = Scale.of(course)
    lanes = [lane for lane in LANES if any(_is_in(lane, course))]
    height = TOP + LANE * len(lanes) + FOOT
    drawn = [
        *_years(course, scale, height),
        *_lanes(course, lanes, words, scale),
        _today(words, scale, on, height),
    ]
    return picture(
        *drawn,
        width=scale.width,
        height=height,
        title=words.title,
        desc=words.desc,
        key=key,
        class_=f"course-time course-time--{_size(scale.width)}",
    )


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a day lies."""

    first: date
    days: int
    width: int

    @classmethod
    def of(cls, course: CoursePicture) -> "Scale":
        """Wide enough that a year can be told from the next."""
        days = max((course.until - course.first).days, 1)
        return cls(course.first, days, max(LEAST_WIDTH, LEFT + RIGHT + days * A_YEAR // 365))

    def x(self, day: date) -> float:
        """The place of a day from the left."""
        return LEFT + (self.width - LEFT - RIGHT) * (day - self.first).days / self.days


def _is_in(lane: str, course: CoursePicture) -> Iterator[bool]:
    yield from (span.kind == lane for span in course.spans)
    yield from (mark.kind == lane for mark in course.marks)


def _size(width: int) -> str:
    """Which of the widths of the style sheet it takes: a picture carries no style of its own."""
    return "wide" if width > LEAST_WIDTH * 2 else "long" if width > LEAST_WIDTH else "short"


def _years(course: CoursePicture, scale: Scale, height: int) -> Iterator[SafeString]:
    for year in range(course.first.year + 1, course.until.year + 1):
        x = scale.x(date(year, 1, 1))
        yield element("line", class_="course-time__year", x1=x, x2=x, y1=TOP, y2=height - FOOT)
        yield element("text", str(year), x=x, y=height - 10, text_anchor="middle", class_="course-time__day")


def _lanes(
    course: CoursePicture, lanes: Sequence[str], words: TimelineWords, scale: Scale
) -> Iterator[SafeString]:
    for number, lane in enumerate(lanes):
        y = TOP + LANE * number
        yield element("text", words.lanes[lane], x=0, y=y + 15, class_="course-time__lane")
        yield from _spans((each for each in course.spans if each.kind == lane), words, scale, course.until, y)
        yield from _marks((each for each in course.marks if each.kind == lane), scale, y)


def _spans(
    spans: Iterable[Span], words: TimelineWords, scale: Scale, until: date, y: int
) -> Iterator[SafeString]:
    for span in spans:
        x, end = scale.x(span.first), scale.x(span.last or until)
        width = max(end - x, LEAST_BAR)
        label = words.stages.get(span.label, span.label)
        tone = f"{span.kind}-{span.label}" if span.kind is SpanKind.STAGE else span.kind
        drawn = [
            element(
                "rect",
                class_=f"course-time__bar course-time__bar--{tone}",
                x=x,
                y=y,
                width=width,
                height=BAR,
                rx=3,
            )
        ]
        if label and width > len(label) * ROOM_FOR_A_LETTER:
            drawn.append(element("text", label, x=x + 6, y=y + 15, class_="course-time__said"))
        yield element("g", *drawn)


def _marks(marks: Iterable[Mark], scale: Scale, y: int) -> Iterator[SafeString]:
    """One dot where several would lie on each other."""
    apart = 2 * DOT
    places = dict.fromkeys(round(scale.x(mark.on) / apart) * apart for mark in marks)
    for x in places:
        yield element("circle", class_="course-time__dot", cx=x, cy=y + BAR // 2, r=DOT)


def _today(words: TimelineWords, scale: Scale, on: date, height: int) -> SafeString:
    x = scale.x(on)
    return element(
        "g",
        element("line", class_="course-time__today", x1=x, x2=x, y1=TOP - 6, y2=height - FOOT),
        element("text", words.today, x=x, y=TOP - 6, text_anchor="end", class_="course-time__day"),
    )
