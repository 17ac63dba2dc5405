"""Those around a person in words: who they are to the person, and what each of them can see."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fotfeste.apps.around.people import Around
from fotfeste.domain.permissions import Permission, RelationKind
from fotfeste.web.person_overview import in_a_row

Words = str | Promise

KINDS: Mapping[RelationKind, Words] = {
    RelationKind.EMPLOYMENT_SPECIALIST: gettext_lazy("Jobbspesialist"),
    RelationKind.STAND_IN: gettext_lazy("Vikar"),
    RelationKind.CLINICIAN: gettext_lazy("Behandler"),
    RelationKind.NAV_ADVISER: gettext_lazy("NAV-veileder"),
    RelationKind.GUIDE: gettext_lazy("Veileder hos arrangør"),
    RelationKind.NEXT_OF_KIN: gettext_lazy("Pårørende"),
    RelationKind.CONTACT_PERSON: gettext_lazy("Fast kontaktperson i NAV"),
    RelationKind.EMPLOYER_CONTACT: gettext_lazy("Kontakt hos arbeidsgiver"),
    RelationKind.BREAK_GLASS: gettext_lazy("Nødtilgang"),
    RelationKind.SELF: gettext_lazy("Jobbsøker"),
}

PARTS: tuple[tuple[Permission, Words], ...] = (
    (Permission.COURSE_READ, gettext_lazy("hvor langt saken er kommet")),
    (Permission.WISHES_READ, gettext_lazy("ønsker om arbeid")),
    (Permission.PROFILE_READ, gettext_lazy("karriereprofilen")),
    (Permission.EMPLOYMENT_READ, gettext_lazy("jobber")),
    (Permission.ECONOMY_READ, gettext_lazy("ytelser")),
    (Permission.DISCLOSURE_READ, gettext_lazy("hva som kan sies til arbeidsgivere")),
    (Permission.JOB_SEARCH_READ, gettext_lazy("jobbsøket")),
    (Permission.ATTACHMENT_READ, gettext_lazy("filene")),
    (Permission.NOTE_READ, gettext_lazy("notater")),
    (Permission.PARTICIPATION_READ, gettext_lazy("deltakelsen i tiltaket")),
    (Permission.AGREEMENT_READ, gettext_lazy("avtalen om tilrettelegging og oppfølging")),
    (Permission.EMPLOYER_AGREEMENT_READ, gettext_lazy("avtalen dere har sammen")),
)
"""What there is to see, in the order it is said."""


@dataclass(frozen=True, slots=True)
class AroundShown:
    """One of those around the person, ready to be shown."""

    public_id: UUID
    version: int
    name: str
    kind: str
    unit_name: str
    from_day: date
    until_day: date | None
    is_coming: bool
    is_only_a_name: bool
    is_brought_in: bool
    is_oneself: bool
    can_be_ended: bool
    can_be_linked: bool
    sees: str


def shown(each: Around) -> AroundShown:
    """As staff read it."""
    is_specialist = each.kind is RelationKind.EMPLOYMENT_SPECIALIST
    can_be_linked = each.is_only_a_name and each.kind is not RelationKind.NEXT_OF_KIN
    return AroundShown(
        public_id=each.public_id,
        version=each.version,
        name=each.name,
        kind=str(KINDS[each.kind]),
        unit_name=each.unit_name,
        from_day=each.from_day,
        until_day=each.until_day,
        is_coming=each.is_coming,
        is_only_a_name=each.is_only_a_name,
        is_brought_in=each.is_brought_in,
        is_oneself=each.is_oneself,
        can_be_ended=not each.is_former and not (is_specialist and each.until_day is None),
        can_be_linked=can_be_linked and not is_specialist and not each.is_former,
        sees=_as_staff_read_it(each),
    )


def _as_staff_read_it(each: Around) -> str:
    if each.is_only_a_name:
        return _("Har ingen bruker her, og ser ingenting.")
    if not each.sees:
        return _("Ser ingenting nå.") if not each.is_coming else ""
    parts = in_a_row(parts_of(each.sees))
    if each.kind is RelationKind.STAND_IN:
        return _("Ser %(parts)s når vikaren sier hvorfor.") % {"parts": parts}
    return _("Ser %(parts)s.") % {"parts": parts}


def parts_of(sees: Iterable[Permission]) -> list[str]:
    """What can be seen, in words."""
    sees = set(sees)
    return [str(words) for permission, words in PARTS if permission in sees]


def as_the_person_reads_it(each: Around) -> str:
    """What somebody sees about oneself, after their name: «Siv ser alt dere har skrevet»."""
    if each.is_coming:
        return _("får se saken din når dagen kommer.")
    if each.is_only_a_name:
        return _("har ingen bruker her, og ser ingenting om deg.")
    if not each.sees:
        return _why_nothing(each)
    if Permission.NOTE_READ in each.sees:
        everything = _("ser alt som er ført om deg her, også notatene.")
        return _("ser alt som er ført om deg, men må si hvorfor først.") if _is_stand_in(each) else everything
    return _("ser %(parts)s.") % {"parts": in_a_row(parts_of(each.sees))}


def _why_nothing(each: Around) -> str:
    if each.kind is RelationKind.NAV_ADVISER:
        return _("ser ingenting om deg, for du har ikke sagt ja til kontakt med NAV.")
    return _("ser ingenting om deg nå.")


def _is_stand_in(each: Around) -> bool:
    return each.kind is RelationKind.STAND_IN
