"""Everything that is told of a person, gathered in sections; each only for those who may see it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.caseload.person import Facts
from fotfeste.domain.permissions import Permission
from fotfeste.web import person_told
from fotfeste.web.lines import Action, act_url
from fotfeste.web.person_told import Told


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of section: who may see it, what tells it, and the acts that change it, by what they do."""

    key: str
    title: str | Promise
    needs: Permission
    tell: Callable[[Facts], Iterator[Told]]
    acts: tuple[tuple[str, str | Promise], ...]


KINDS = (
    Kind(
        "contact",
        _("Kontakt"),
        Permission.CONTACT_READ,
        person_told.contact,
        (("contact-details", _("Endre kontaktopplysninger")),),
    ),
    Kind(
        "wishes", _("Ønsker"), Permission.WISHES_READ, person_told.wishes, (("wishes", _("Endre ønskene")),)
    ),
    Kind(
        "course",
        _("Løpet"),
        Permission.COURSE_READ,
        person_told.course,
        (("referral-day", _("Endre henvisningsdagen")), ("change-method", _("Endre metode"))),
    ),
    Kind(
        "meetings",
        _("Møter"),
        Permission.COURSE_READ,
        person_told.meetings,
        (("plan-appointment", _("Avtal et møte")), ("log-appointment", _("Loggfør et møte"))),
    ),
    Kind(
        "profile",
        _("Karriereprofil"),
        Permission.COURSE_READ,
        person_told.profiles,
        (("update-profile", _("Oppdater profilen")),),
    ),
    Kind(
        "jobs",
        _("Jobb"),
        Permission.EMPLOYMENT_READ,
        person_told.jobs,
        (("start-job", _("Legg til en jobb")),),
    ),
    Kind(
        "consents",
        _("Samtykke"),
        Permission.CONSENT_READ,
        person_told.consents,
        (("record-consent", _("Loggfør samtykke")),),
    ),
    Kind(
        "disclosure",
        _("Åpenhet"),
        Permission.DISCLOSURE_READ,
        person_told.disclosures,
        (("agree-disclosure", _("Avtal hva som kan sies")),),
    ),
    Kind(
        "nav",
        _("NAV"),
        Permission.ECONOMY_READ,
        person_told.nav,
        (("record-registration", _("Endre registreringen")), ("state-benefit", _("Endre ytelsen"))),
    ),
)


@dataclass(frozen=True, slots=True)
class Section:
    """Facts that belong together, and the pages where they are changed."""

    key: str
    title: str | Promise
    facts: list[Told]
    changes: list[Action]


def facts_page(found: Facts) -> dict[str, object]:
    """What person/facts.html reads. A section the reader may not see is not there."""
    seen = [kind for kind in KINDS if found.header.may(kind.needs)]
    return {"sections": [_section(kind, found) for kind in seen]}


def _section(kind: Kind, found: Facts) -> Section:
    may_change = found.header.may(Permission.ABOUT_PERSON_CHANGE)
    acts = kind.acts if may_change else ()
    changes = [Action(str(words), act_url(found.header.public_id, slug)) for slug, words in acts]
    return Section(kind.key, kind.title, list(kind.tell(found)), changes)
