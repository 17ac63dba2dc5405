"""«Forløpet»: the whole course as a picture and as a table, on the person's page and on one's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from fotfeste import clock
from fotfeste.apps.around.own import own_public_id
from fotfeste.apps.caseload.person import Look
from fotfeste.apps.caseload.whole_course import WholeCourse, access_whole_course
from fotfeste.domain.course import CourseStage
from fotfeste.domain.permissions import Ability, Permission
from fotfeste.domain.timeline import CoursePicture, MarkKind, Span, SpanKind, by_month
from fotfeste.web.lines import language, text_of
from fotfeste.web.looks import look_of
from fotfeste.web.method_fields import method_in_plain_words
from fotfeste.web.person_header import header_page
from fotfeste.web.pictures.timeline import TimelineWords, timeline_picture
from fotfeste.web.policy import needs, record
from fotfeste.web.requests import actor
from fotfeste.web.words.dates import long_day, month_and_year

LANES: dict[str, str | Promise] = {
    SpanKind.STAGE: gettext_lazy("Stadium"),
    SpanKind.JOB: gettext_lazy("Jobb"),
    SpanKind.HOLD: gettext_lazy("Søket venter"),
    SpanKind.HOSPITAL: gettext_lazy("Sykehus"),
    MarkKind.MEETING: gettext_lazy("Møter"),
    MarkKind.EMPLOYER_CONTACT: gettext_lazy("Arbeidsgivere"),
    MarkKind.DISCHARGED: gettext_lazy("Skrevet ut"),
}
"""What each lane of the picture, and each row of the table, is called."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: what, from when, until when. `count` of things that happened in a month."""

    what: str
    when: str
    count: int | None = None


@record
@require_safe
def person_course(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Everything that lasted or happened, as a picture and as a table."""
    look = look_of(request, public_id)
    found = access_whole_course(look)
    page = header_page(found.header, "person_course", on=look.on) | course_page(found, look.on)
    page["discharge_url"] = _discharge_url(found)
    return render(request, "person/course.html", page)


@needs(Ability.RECORD_OWN)
@require_safe
def mine_course(request: HttpRequest) -> HttpResponse:
    """My own course."""
    acting, at, on = actor(request), clock.now(), clock.today()
    found = access_whole_course(Look(acting, own_public_id(acting), at, on))
    return render(request, "mine/course.html", course_page(found, on))


def course_page(found: WholeCourse, on: date) -> dict[str, object]:
    """What parts/whole_course.html reads."""
    course, public_id = found.picture, found.header.public_id
    rows = list(_rows(course))
    drawn = "" if course.is_empty else timeline_picture(course, _words(course, on), on=on, key="course-time")
    return {
        "course_time_svg": drawn,
        "course_rows": rows,
        "method_in_words": method_in_plain_words(found.header.course.episode),
        "letters": [
            (each.on, reverse("discharge_letter", args=[public_id, each.public_id])) for each in found.left
        ],
    }


def _words(course: CoursePicture, on: date) -> TimelineWords:
    stages = {stage.value: text_of(f"course-stage.{stage}", on=on) for stage in CourseStage}
    days = {"first": long_day(course.first, language()), "until": long_day(course.until, language())}
    counts = {"spans": len(course.spans), "marks": len(course.marks)}
    desc = _("Fra %(first)s til %(until)s. Det samme står i tabellen under.") % {**days, **counts}
    lanes = {str(kind): str(words) for kind, words in LANES.items()}
    return TimelineWords(_("Forløpet"), desc, _("I dag"), lanes, stages)


def _rows(course: CoursePicture) -> Iterator[Row]:
    """Everything that is drawn: what lasts in the order it began, then what happened, month by month."""
    for span in course.spans:
        yield Row(_what(span), _when(span))
    for each in by_month(course.marks):
        yield Row(str(LANES[each.kind]), month_and_year(each.month, language()), each.count)


def _what(span: Span) -> str:
    kind = str(LANES[span.kind])
    if span.kind is SpanKind.STAGE:
        return str(text_of(f"course-stage.{span.label}", on=span.first))
    return f"{kind}: {span.label}" if span.label else kind


def _when(span: Span) -> str:
    first = long_day(span.first, language())
    if span.last is None:
        return _("fra %(first)s") % {"first": first}
    return _("%(first)s til %(last)s") % {"first": first, "last": long_day(span.last, language())}


def _discharge_url(found: WholeCourse) -> str:
    header = found.header
    return (
        reverse("person_discharge", args=[header.public_id])
        if header.may(Permission.COURSE_DISCHARGE)
        else ""
    )


urlpatterns = [
    path("personer/<uuid:public_id>/forlopet", person_course, name="person_course"),
    path("min-side/forlopet", mine_course, name="mine_course"),
]
