"""The top of every page about a person: who, where in the course, why one may see this, and the tabs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fotfeste.apps.caseload.person import Header
from fotfeste.domain.method import Method
from fotfeste.domain.permissions import Permission, Protection, RelationKind, Role
from fotfeste.web.happening_values import VALUES
from fotfeste.web.lines import text_of

TABS: tuple[tuple[str, str | Promise, Permission], ...] = (
    ("person", gettext_lazy("Oversikt"), Permission.PERSON_OPEN),
    ("person_timeline", gettext_lazy("Tidslinje"), Permission.COURSE_READ),
    ("person_course", gettext_lazy("Forløpet"), Permission.COURSE_READ),
    ("profile", gettext_lazy("Profil"), Permission.PROFILE_READ),
    ("person_job_search", gettext_lazy("Jobbsøk"), Permission.JOB_SEARCH_READ),
    ("person_facts", gettext_lazy("Fakta"), Permission.PERSON_OPEN),
    ("person_job_plan", gettext_lazy("Jobbplan"), Permission.WISHES_READ),
    ("person_jobs", gettext_lazy("Jobb"), Permission.EMPLOYMENT_READ),
    ("person_people", gettext_lazy("Folk rundt"), Permission.PEOPLE_AROUND_READ),
    ("person_in_meetings", gettext_lazy("Teammøter"), Permission.NOTE_READ),
    ("person_notes", gettext_lazy("Notater"), Permission.NOTE_READ),
    ("person_log", gettext_lazy("Logg"), Permission.LOG_READ),
)
"""The pages of one person, and what it takes to see each."""

BECAUSE: Mapping[RelationKind, str | Promise] = {
    RelationKind.SELF: gettext_lazy("Dette er dine egne opplysninger."),
    RelationKind.EMPLOYMENT_SPECIALIST: gettext_lazy("Du ser dette fordi du er jobbspesialisten."),
    RelationKind.STAND_IN: gettext_lazy("Du ser dette fordi du er vikar for jobbspesialisten."),
    RelationKind.CLINICIAN: gettext_lazy("Du ser dette fordi du er behandler."),
    RelationKind.NAV_ADVISER: gettext_lazy(
        "Du ser dette fordi du er NAV-veileder, og jobbsøkeren har sagt ja til kontakt med NAV."
    ),
    RelationKind.BREAK_GLASS: gettext_lazy("Du ser dette fordi du har fått nødtilgang."),
}
PROTECTIONS: Mapping[Protection, str | Promise] = {
    Protection.CODE_6: gettext_lazy("Strengt fortrolig adresse (kode 6)"),
    Protection.CODE_7: gettext_lazy("Fortrolig adresse (kode 7)"),
    Protection.SECTION_19: gettext_lazy("Strengt fortrolig adresse utland (§ 19)"),
    Protection.UNKNOWN: gettext_lazy("Vi vet ikke om adressen er beskyttet"),
}


@dataclass(frozen=True, slots=True)
class Tab:
    """One page of the person."""

    label: str | Promise
    url: str
    is_current: bool
    count: int | None = None


def header_page(header: Header, current: str, *, on: date) -> dict[str, object]:
    """What person/base.html reads."""
    standing = header.standing
    return {
        "public_id": header.public_id,
        "name": str(header.name),
        "title_name": _("Jobbsøker") if is_protected(header) else str(header.name),
        "stage": text_of(f"course-stage.{standing.stage}", on=on) if standing else "",
        "referred_on": header.referred_on,
        "method": _method(header),
        "because": _because(header),
        "reach": header.name.contact if header.may(Permission.CONTACT_READ) else None,
        "is_self": RelationKind.SELF in header.circumstances.relations,
        "protection": PROTECTIONS.get(header.protection, ""),
        "tabs": _tabs(header, current),
        "may_change": header.may(Permission.ABOUT_PERSON_CHANGE),
        "may_see_number": header.may(Permission.IDENTITY_NUMBER_READ),
    }


def is_protected(header: Header) -> bool:
    """Whether the name must stay out of the window's title, the tab and the browser's history."""
    return header.protection is not Protection.NONE


def _method(header: Header) -> str:
    """What the course follows; without a course, what most courses follow."""
    episode = header.course.episode
    return str(VALUES["method"][episode.method if episode else Method.IPS])


def _because(header: Header) -> str:
    if header.circumstances.role is Role.IPS_SUPERVISOR:
        return _("Du ser dette fordi du er metodeveileder for teamet og har sagt hvorfor.")
    for relation, words in BECAUSE.items():
        if relation in header.circumstances.relations:
            return str(words)
    return ""


def _tabs(header: Header, current: str) -> list[Tab]:
    found = []
    for name, label, needed in TABS:
        url = _address(name, header)
        if url and header.may(needed):
            found.append(Tab(label, url, is_current=name == current))
    return found


def _address(name: str, header: Header) -> str:
    try:
        return reverse(name, args=[header.public_id])
    except NoReverseMatch:
        return ""
