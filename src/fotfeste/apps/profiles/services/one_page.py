"""The page in plain words, owned by the jobseeker: each saving is a version."""

from collections.abc import Mapping

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.profiles.models import OnePage
from fotfeste.apps.profiles.selectors import has_log_in, newest_page
from fotfeste.apps.profiles.services.contributions import capacity_of
from fotfeste.domain.career_profile_sections import may_write_one_page
from fotfeste.domain.verdict import Refused, because
from fotfeste.domain.vocational_assessment import Capacity

PARTS = ("who", "can", "wants", "helps")


def write_page(deed: Deed, texts: Mapping[str, str]) -> OnePage:
    """A new version of the page."""
    is_own = capacity_of(deed) is Capacity.JOBSEEKER
    refuse(may_write_one_page(is_own=is_own, has_log_in=has_log_in(deed.person)))
    if not any(texts.get(part, "").strip() for part in PARTS):
        raise Refused((because("profile.nothing-written", "house §career-profile"),))
    before = newest_page(deed.person)
    row = OnePage(
        person=deed.person,
        number=before.number + 1 if before else 1,
        by_id=deed.by.account_id,
        on=deed.on,
        at=deed.at,
    )
    for part in PARTS:
        row.seal(f"sealed_{part}", texts.get(part, "").strip(), deed.key)
    row.save()
    deed.done("profile.page-written")
    return row
