"""Everything that is told of a person, gathered in sections; each only for those who may see it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.caseload.person import Facts
from fotfeste.domain.permissions import Permission
from fotfeste.web import person_told
from fotfeste.web.lines import act_url
from fotfeste.web.person_told import Told


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of section: who may see it, what tells it, and the act that changes it."""

    key: str
    title: str | Promise
    needs: Permission
    tell: Callable[[Facts], Iterator[Told]]
    act: str


KINDS = (
    Kind("contact", _("Kontakt"), Permission.CONTACT_READ, person_told.contact, "contact-details"),
    Kind("wishes", _("Ønsker"), Permission.WISHES_READ, person_told.wishes, "wishes"),
    Kind("course", _("Løpet"), Permission.COURSE_READ, person_told.course, "referral-day"),
    Kind("meetings", _("Møter"), Permission.COURSE_READ, person_told.meetings, "log-meeting"),
    Kind("profile", _("Karriereprofil"), Permission.COURSE_READ, person_told.profiles, "update-profile"),
    Kind("jobs", _("Jobb"), Permission.EMPLOYMENT_READ, person_told.jobs, "start-job"),
    Kind("consents", _("Samtykke"), Permission.CONSENT_READ, person_told.consents, "record-consent"),
    Kind("disclosure", _("Åpenhet"), Permission.DISCLOSURE_READ, person_told.disclosures, "agree-disclosure"),
    Kind("nav", _("NAV"), Permission.ECONOMY_READ, person_told.nav, "record-registration"),
)


@dataclass(frozen=True, slots=True)
class Section:
    """Facts that belong together, and the page where they are changed."""

    key: str
    title: str | Promise
    facts: list[Told]
    change_url: str


def facts_page(found: Facts) -> dict[str, object]:
    """What person/facts.html reads. A section the reader may not see is not there."""
    seen = [kind for kind in KINDS if found.header.may(kind.needs)]
    return {"sections": [_section(kind, found) for kind in seen]}


def _section(kind: Kind, found: Facts) -> Section:
    may_change = found.header.may(Permission.ABOUT_PERSON_CHANGE)
    url = act_url(found.header.public_id, kind.act) if may_change else ""
    return Section(kind.key, kind.title, list(kind.tell(found)), url)
