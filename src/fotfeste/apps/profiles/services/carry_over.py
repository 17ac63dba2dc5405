"""Parts of the profile carried over into NAV's case-worker system, by one who has access there (I-4.2d)."""

from collections.abc import Collection

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.door import Found
from fotfeste.apps.profiles.models import CarriedOver, ProfileText
from fotfeste.apps.profiles.selectors import newest_number, texts_in_force, texts_of_version
from fotfeste.domain.career_profile_sections import ProfileSection, may_carry_over


def carry_over(deed: Deed, sections: Collection[ProfileSection], *, has_access: bool) -> CarriedOver:
    """Make these parts ready, as they stand now. `has_access`: the specialist says they can write there."""
    written = {row.section for row in texts_in_force(deed.person) if row.sealed_text}
    chosen = [section for section in ProfileSection if section in sections and section in written]
    refuse(may_carry_over(chosen, deed.found.circumstances.consents, has_access=has_access))
    row = CarriedOver.objects.create(
        person=deed.person,
        number=newest_number(deed.person),
        sections=[section.value for section in chosen],
        by_id=deed.by.account_id,
        on=deed.on,
        at=deed.at,
    )
    deed.done("profile.carried-over", count=len(chosen))
    return row


def texts_carried(found: Found, row: CarriedOver) -> list[ProfileText]:
    """What went over, while it still may. Raises Refused once a consent it rests on is withdrawn."""
    sections = [ProfileSection(each) for each in row.sections]
    refuse(may_carry_over(sections, found.circumstances.consents, has_access=True))
    return [each for each in texts_of_version(found.person, row.number) if each.section in row.sections]
