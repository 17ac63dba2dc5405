"""What a career profile is made of, where each part comes from, and what may be carried over to NAV."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from fotfeste.domain.permissions import ConsentScope, Permission
from fotfeste.domain.verdict import Reason, Verdict, because
from fotfeste.domain.vocational_assessment import AREA_NEEDS, AssessmentArea


class ProfileSection(StrEnum):
    """The parts of the profile, in the order they are read: what the person wants comes first."""

    GOAL = "goal"
    STRENGTHS = "strengths"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    AMOUNT = "amount"
    CHANGE = "change"
    PERSONAL = "personal"
    EVERYDAY = "everyday"
    NETWORK = "network"
    HEALTH = "health"
    ECONOMY = "economy"
    DISCLOSURE = "disclosure"


COMPOSED_FROM: Mapping[ProfileSection, tuple[AssessmentArea, ...]] = {
    ProfileSection.GOAL: (),
    ProfileSection.STRENGTHS: (),
    ProfileSection.EXPERIENCE: (AssessmentArea.EXPERIENCE,),
    ProfileSection.EDUCATION: (AssessmentArea.EDUCATION,),
    ProfileSection.AMOUNT: (AssessmentArea.AMOUNT,),
    ProfileSection.CHANGE: (AssessmentArea.CHANGE,),
    ProfileSection.PERSONAL: (AssessmentArea.PERSONAL,),
    ProfileSection.EVERYDAY: (AssessmentArea.EVERYDAY,),
    ProfileSection.NETWORK: (AssessmentArea.SERVICES,),
    ProfileSection.HEALTH: (AssessmentArea.HEALTH,),
    ProfileSection.ECONOMY: (AssessmentArea.ECONOMY,),
    ProfileSection.DISCLOSURE: (AssessmentArea.DISCLOSURE,),
}
"""The areas that a part is proposed from. Strengths come from every area, the goal from the wishes."""

ABOUT_HEALTH = frozenset({ProfileSection.HEALTH, ProfileSection.NETWORK})
"""What tells of health: also who gives treatment. Goes over only where health information is released."""

SECTION_NEEDS: Mapping[ProfileSection, Permission] = {
    section: needed
    for section, areas in COMPOSED_FROM.items()
    for area, needed in AREA_NEEDS.items()
    if area in areas
}
"""Parts that take more than the profile itself to read."""


def may_carry_over(
    sections: Collection[ProfileSection], consents: Collection[ConsentScope], *, has_access: bool
) -> Verdict:
    """Why these parts may not go into NAV's case-worker system (I-4.2d). Empty: they may."""
    reasons: list[Reason] = []
    if not has_access:
        reasons.append(because("profile.no-access-to-modia", "I §4.2"))
    if ConsentScope.NAV_CONTACT not in consents:
        reasons.append(because("profile.no-consent-to-nav", "I §5"))
    if not sections:
        reasons.append(because("profile.nothing-chosen", "I §4.2"))
    if ABOUT_HEALTH & set(sections) and ConsentScope.HEALTH_RELEASE not in consents:
        reasons.append(because("profile.health-not-released", "I §4.1"))
    return tuple(reasons)


def may_write_one_page(*, is_own: bool, has_log_in: bool) -> Verdict:
    """The plain page is the jobseeker's own. For one who has no log-in the specialist writes it down."""
    if is_own or not has_log_in:
        return ()
    return (because("profile.page-is-the-jobseekers-own", "house §career-profile"),)
