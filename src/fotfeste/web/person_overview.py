"""The overview in words: the way so far, what is next, what is wanted, what may be said, who is around."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fotfeste.apps.caseload.near import Near
from fotfeste.apps.caseload.person import Overview
from fotfeste.apps.people.sealed import Sealed
from fotfeste.domain.course import CourseStage
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import Start
from fotfeste.web.acts_touch import REACHED, SETTLED, Touch, touch, unanswered
from fotfeste.web.happening_values import VALUES
from fotfeste.web.lines import act_url, line_on_person, source_link
from fotfeste.web.meetings_shown import meeting_shown
from fotfeste.web.person_course import course_of, drawn
from fotfeste.web.person_hold import HoldShown, hold_shown
from fotfeste.web.person_told import wished_percent
from fotfeste.web.words.sentences import inside_a_sentence

TONES = {"full": "yes", "partial": "ask", "none": "no", "unclear": ""}


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of parts/facts.html."""

    label: str
    value: str
    mark: str = ""
    mark_text: str = ""
    tone: str = ""
    url: str = ""
    url_label: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan for problems, as it is shown the day it is needed. Without words none was made."""

    words: str
    watched: str
    made_on: date | None
    follow_url: str
    settled_url: str


PLAN_NEEDED = frozenset({"problem.follow-plan", "problem.no-plan"})


@dataclass(frozen=True, slots=True)
class NearInWords:
    """Somebody around the person."""

    name: str
    role: str
    place: str
    sees: str
    until: date | None


AREAS: tuple[tuple[Permission, str | Promise], ...] = (
    (Permission.COURSE_READ, gettext_lazy("løpet")),
    (Permission.WISHES_READ, gettext_lazy("ønskene")),
    (Permission.EMPLOYMENT_READ, gettext_lazy("jobb")),
    (Permission.ECONOMY_READ, gettext_lazy("ytelser")),
    (Permission.DISCLOSURE_READ, gettext_lazy("åpenhet")),
    (Permission.NOTE_READ, gettext_lazy("notater")),
)
"""What there is to see, in the order it is said."""


def overview_page(found: Overview, *, on: date) -> dict[str, object]:
    """What person/overview.html reads."""
    course = course_of(found.header, found.stands, on=on)
    public_id, may_act = found.header.public_id, found.header.may(Permission.ABOUT_PERSON_CHANGE)
    return {
        "course": course,
        "course_svg": drawn(course) if course else "",
        "lines": [line_on_person(line, public_id, on=on, may_act=may_act) for line in found.lines],
        "overdue": sum(line.due is not None and line.due < on for line in found.lines),
        "wishes": list(_wishes(found)),
        "may_say": list(_may_say(found)),
        "around": [_near(each) for each in found.around],
        "meetings": [
            meeting_shown(each, public_id, found.header.key, on=on) for each in reversed(found.meetings)
        ],
        "plan": _plan_needed(found),
        "hold": _hold(found),
        "calls": _calls(found) if may_act else [],
        "is_starting": _is_starting(found),
        "may_see_agenda": found.header.may(Permission.AGENDA_READ),
        "may_see_wishes": found.header.may(Permission.WISHES_READ),
        "may_see_disclosure": found.header.may(Permission.DISCLOSURE_READ),
        "may_see_around": found.header.may(Permission.PEOPLE_AROUND_READ),
        "has_shared_agreement": "shared_agreement" in found.beside,
        "disclosure_source": source_link("I §4.3"),
    }


def _is_starting(found: Overview) -> bool:
    """Whether the next meeting is one of the first ones."""
    standing = found.header.standing
    return standing is not None and standing.stage in {CourseStage.REFERRED, CourseStage.START_UP}


def _plan_needed(found: Overview) -> Plan | None:
    """The plan for problems, on the day it is needed."""
    line = next((line for line in found.lines if line.code in PLAN_NEEDED), None)
    episode = found.header.course.episode
    if line is None or episode is None:
        return None
    key, public_id = found.header.key, found.header.public_id
    is_agreed = episode.agreed_problem_on is not None
    settled_url = act_url(public_id, SETTLED) if is_agreed else ""
    return Plan(
        words=str(Sealed(episode, "sealed_contingency_plan", key)),
        watched=str(Sealed(episode, "sealed_agreed_problems", key)) if is_agreed else "",
        made_on=episode.contingency_plan_on,
        follow_url=act_url(public_id, line.act),
        settled_url=settled_url,
    )


def _hold(found: Overview) -> HoldShown | None:
    """That search waits; in whole for those who read notes."""
    header = found.header
    return hold_shown(
        found.hold,
        found.stay,
        header.key,
        reads_words=header.may(Permission.NOTE_READ),
        act_on=header.public_id if header.may(Permission.ABOUT_PERSON_CHANGE) else None,
    )


def _calls(found: Overview) -> list[Touch]:
    public_id = found.header.public_id
    reached = touch(gettext_lazy("Fikk tak i"), public_id, REACHED, start=Start())
    return [unanswered(public_id), reached]


def _wishes(found: Overview) -> Iterator[Fact]:
    wishes = found.wishes
    if wishes is None:
        return
    mark = "brought-in" if wishes.is_brought_in else ""
    yield Fact(_("Arbeid"), str(Sealed(wishes, "sealed_work", found.header.key)), mark=mark)
    yield Fact(_("Stilling"), wished_percent(wishes), mark=mark)


def _may_say(found: Overview) -> Iterator[Fact]:
    """What the person has said, in their own words. What is not confirmed may not be said to anybody."""
    for stand in found.stands:
        wording = str(Sealed(stand, "sealed_wording", found.header.key))
        said = str(VALUES["stand"][stand.stand])
        is_settled = stand.confirmed_at is not None
        yield Fact(
            label=stand.employer.name if stand.employer else _("Generelt"),
            value=f"{said}: «{wording}»" if wording else said,
            mark="" if is_settled else "provisional",
            mark_text=_("Ikke bekreftet av jobbsøkeren. Si ingenting før det er gjort."),
            tone=TONES[stand.stand] if is_settled else "",
        )


def _near(each: Near) -> NearInWords:
    return NearInWords(
        name=each.name,
        role=inside_a_sentence(str(VALUES["role"][each.kind])),
        place=each.place,
        sees=_sees(each),
        until=each.until,
    )


def _sees(each: Near) -> str:
    areas = [str(words) for permission, words in AREAS if permission in each.sees]
    if not each.is_linked:
        return _("er ikke knyttet til en bruker og ser ingenting")
    return _("ser %(areas)s") % {"areas": in_a_row(areas)} if areas else _("ser ingenting")


def in_a_row(words: list[str]) -> str:
    """«løpet, ønskene og jobb»."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s og %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}
