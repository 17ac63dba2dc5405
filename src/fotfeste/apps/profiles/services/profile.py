"""Writing the career profile: each saving is a version, part by part, and dates the profile (I-4.2b)."""

from collections.abc import Mapping

from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.employment.selectors import jobs_of
from fotfeste.apps.plans.selectors import newest_profile
from fotfeste.apps.plans.services import profile_is_of_today
from fotfeste.apps.profiles.models import ProfileText
from fotfeste.apps.profiles.selectors import newest_number, texts_in_force
from fotfeste.apps.profiles.services.contributions import capacity_of
from fotfeste.domain.career_profile_sections import ProfileSection
from fotfeste.domain.verdict import Refused, because


def save_sections(deed: Deed, texts: Mapping[ProfileSection, str]) -> int:
    """Save these parts as one new version, and answer its number. What did not change is left as it was."""
    before = {ProfileSection(row.section): row for row in texts_in_force(deed.person)}
    changed = {
        section: text.strip()
        for section, text in texts.items()
        if text.strip() != (before[section].opened("sealed_text", deed.key) if section in before else "")
    }
    if not changed:
        code = because("profile.nothing-changed", "house §career-profile")
        raise Refused((code if before else because("profile.nothing-written", "house §career-profile"),))
    number = newest_number(deed.person) + 1
    for section, text in changed.items():
        _replace(deed, before.get(section), section, text, number)
    profile_is_of_today(deed, keeps_review=not _has_lost_job_since(deed))
    return number


def _replace(deed: Deed, before: ProfileText | None, section: ProfileSection, text: str, number: int) -> None:
    if before is not None:
        before.replaced_in = number
        before.save(update_fields=["replaced_in"])
    row = ProfileText(
        person=deed.person,
        number=number,
        section=section,
        by_id=deed.by.account_id,
        capacity=capacity_of(deed),
        on=deed.on,
        at=deed.at,
    )
    row.seal("sealed_text", text, deed.key)
    row.save()


def _has_lost_job_since(deed: Deed) -> bool:
    """Whether a job has ended since the clinician went through the profile: then it is gone through anew."""
    profile = newest_profile(deed.person)
    reviewed_on = profile.reviewed_with_clinician_on if profile else None
    if reviewed_on is None:
        return False
    ends = (job.ended_on for job in jobs_of(deed.person))
    return any(day is not None and reviewed_on <= day <= deed.on for day in ends)
