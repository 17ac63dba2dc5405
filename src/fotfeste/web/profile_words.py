"""The assessment and the profile in words: areas, parts, who said what in which capacity."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.profiles.models import Contribution
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.career_profile_sections import ProfileSection
from fotfeste.domain.vocational_assessment import AssessmentArea, Capacity, ContributionKind
from fotfeste.parameters.texts import parts, text
from fotfeste.web.lines import language

Words = str | Promise

KINDS: Mapping[ContributionKind, Words] = {
    ContributionKind.SAID: _("Noe å fortelle"),
    ContributionKind.STRENGTH: _("En styrke"),
    ContributionKind.RATHER_NOT: _("Ønsker ikke å svare"),
}
CAPACITIES: Mapping[Capacity, Words] = {
    Capacity.JOBSEEKER: _("jobbsøkeren"),
    Capacity.SPECIALIST: _("jobbspesialist"),
}


@dataclass(frozen=True, slots=True)
class ContributionShown:
    """One contribution in words."""

    public_id: UUID
    about: str
    area: str
    text: str
    use: str
    by: str
    capacity: str
    on: date
    is_strength: bool
    is_rather_not: bool
    is_mine: bool
    is_changed: bool
    meeting_on: date | None


def area_words(area: AssessmentArea | str, part: str = "title") -> str:
    """What an area is called (`title`), and what it is about (`why`)."""
    return text(f"assessment-area.{area}", language(), part)


def questions(area: AssessmentArea) -> list[str]:
    """Questions to begin with."""
    said = parts(f"assessment-area.{area}", language())
    return [said[part] for part in sorted(said) if part.startswith("q")]


def section_words(section: ProfileSection | str, part: str = "title") -> str:
    """What a part of the profile is called (`title`), and what belongs there (`why`)."""
    return text(f"profile-section.{section}", language(), part)


def page_words(part: str, which: str = "title") -> str:
    """What a part of the jobseeker's own page is called."""
    return text(f"one-page.{part}", language(), which)


def contribution_in_words(row: Contribution, key: SealingKey, *, reader: Capacity) -> ContributionShown:
    """One contribution, opened. `reader`: in whose name the reader writes, and so may change."""
    return ContributionShown(
        public_id=row.public_id,
        about=f"{row.area}.{row.public_id.hex}",
        area=row.area,
        text=str(Sealed(row, "sealed_text", key)),
        use=str(Sealed(row, "sealed_use", key)),
        by=row.by.name,
        capacity=str(CAPACITIES[Capacity(row.capacity)]),
        on=row.on,
        is_strength=row.kind == ContributionKind.STRENGTH,
        is_rather_not=row.kind == ContributionKind.RATHER_NOT,
        is_mine=row.capacity == reader,
        is_changed=row.version > 1,
        meeting_on=row.meeting.held_on if row.meeting else None,
    )


def proposal(said: Iterable[ContributionShown]) -> str:
    """What was said, as a first text of a part of the profile: each on a line of its own."""
    return "\n".join(f"{each.text} ({each.use})" if each.use else each.text for each in said if each.text)
