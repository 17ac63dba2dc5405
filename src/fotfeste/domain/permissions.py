"""Who may see and do what: one readable table, and one function that asks it.

A permission is granted when every condition in any one line holds (an *or* of *ands*).
Before the table is asked, denials that nothing can override are looked at in order; the first one wins.
What is not known is treated as the strictest. The table is printed in docs/permissions.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fotfeste.domain.abilities import ABILITIES, Ability, has_ability
from fotfeste.domain.circumstances import (
    Circumstances,
    Condition,
    agreed_to_present_nav_text,
    consents_to_nav_contact,
    has_broken_glass,
    has_said_why,
    is_clinician,
    is_contact_person,
    is_employer_contact,
    is_guide,
    is_nav_adviser,
    is_office_in_charge,
    is_self,
    is_specialist,
    is_stand_in,
    is_supervisor,
    is_supervisor_with_purpose,
    shares_new_with_health,
    shares_with_health,
)
from fotfeste.domain.roles import ConsentScope, Protection, RelationKind, Role

__all__ = [
    "ABILITIES",
    "Ability",
    "Circumstances",
    "Condition",
    "ConsentScope",
    "Protection",
    "RelationKind",
    "Role",
    "has_ability",
]
"""Told from here too: whoever asks what may be done says these with it."""


class Permission(StrEnum):
    """Something one may be allowed to do. `<what>:<do>`, kept alphabetised."""

    ABOUT_PERSON_CHANGE = "about_person:change"
    AGENDA_READ = "agenda:read"
    AGREEMENT_CHANGE = "agreement:change"
    AGREEMENT_OWN = "agreement:own"
    AGREEMENT_READ = "agreement:read"
    AGREEMENT_SHARED_READ = "agreement_shared:read"
    ASSESSMENT_CHANGE = "assessment:change"
    ASSESSMENT_READ = "assessment:read"
    ATTACHMENT_READ = "attachment:read"
    CONSENT_READ = "consent:read"
    CONSENT_SIGN = "consent:sign"
    CONTACT_READ = "contact:read"
    COURSE_DISCHARGE = "course:discharge"
    COURSE_READ = "course:read"
    DISCLOSURE_CHANGE = "disclosure:change"
    DISCLOSURE_READ = "disclosure:read"
    ECONOMY_READ = "economy:read"
    EMPLOYER_AGREEMENT_CHANGE = "employer_agreement:change"
    EMPLOYER_AGREEMENT_READ = "employer_agreement:read"
    EMPLOYMENT_READ = "employment:read"
    IDENTITY_NUMBER_READ = "identity_number:read"
    JOB_PLAN_CHANGE = "job_plan:change"
    LOG_IN_GIVE = "log_in:give"
    JOB_SEARCH_CHANGE = "job_search:change"
    JOB_SEARCH_READ = "job_search:read"
    LOG_READ = "log:read"
    MEASURE_AROUND_READ = "measure_around:read"
    MEASURE_ASK = "measure:ask"
    MEASURE_CHANGE = "measure:change"
    MEASURE_DECIDE = "measure:decide"
    MEASURE_FOLLOW = "measure:follow"
    MEASURE_PROPOSE = "measure:propose"
    MEASURE_READ = "measure:read"
    NAV_TASKS_CHANGE = "nav_tasks:change"
    NAV_TASKS_READ = "nav_tasks:read"
    NOTE_READ = "note:read"
    PARTICIPATION_READ = "participation:read"
    PEOPLE_AROUND_CHANGE = "people_around:change"
    PEOPLE_AROUND_READ = "people_around:read"
    PERSON_LIST = "person:list"
    PERSON_OPEN = "person:open"
    PROFILE_CHANGE = "profile:change"
    PROFILE_READ = "profile:read"
    PROFILE_REVIEW = "profile:review"
    PROTECTION_CHANGE = "protection:change"
    RECORD_TAKE_OUT = "record:take_out"
    REMARK_MAKE = "remark:make"
    SUPPORT_PLAN_READ = "support_plan:read"
    WISHES_READ = "wishes:read"


@dataclass(frozen=True, slots=True)
class Decision:
    """Yes or no, why, and whether the one who asked may know that the person is there at all."""

    permitted: frozenset[Permission] = field(default_factory=frozenset)
    reason_code: str = ""
    may_know: bool = False

    def may(self, permission: Permission) -> bool:
        """Whether this is among what was granted."""
        return permission in self.permitted


_SPECIALIST_LINES: tuple[tuple[Condition, ...], ...] = ((is_specialist,), (is_stand_in, has_said_why))
_EVERYONE_AROUND: tuple[tuple[Condition, ...], ...] = (
    (is_self,),
    *_SPECIALIST_LINES,
    (is_clinician, shares_with_health),
    (is_nav_adviser, consents_to_nav_contact),
    (is_supervisor_with_purpose,),
    (has_broken_glass, has_said_why),
)
_SELF_AND_SPECIALIST: tuple[tuple[Condition, ...], ...] = ((is_self,), *_SPECIALIST_LINES)
_CLINICIAN_AND_NAV: tuple[tuple[Condition, ...], ...] = (
    (is_clinician, shares_with_health),
    (is_nav_adviser, consents_to_nav_contact),
)

PERMISSIONS: Mapping[Permission, tuple[tuple[Condition, ...], ...]] = {
    Permission.ABOUT_PERSON_CHANGE: _SPECIALIST_LINES,
    Permission.AGENDA_READ: (*_SELF_AND_SPECIALIST, (is_supervisor_with_purpose,)),
    Permission.AGREEMENT_CHANGE: ((is_office_in_charge,), (is_contact_person,)),
    Permission.AGREEMENT_OWN: ((is_self,),),
    Permission.AGREEMENT_READ: ((is_self,), (is_office_in_charge,), (is_contact_person,)),
    Permission.AGREEMENT_SHARED_READ: _SPECIALIST_LINES,
    Permission.ASSESSMENT_CHANGE: _SELF_AND_SPECIALIST,
    Permission.ASSESSMENT_READ: (*_SELF_AND_SPECIALIST, (is_supervisor_with_purpose,)),
    Permission.ATTACHMENT_READ: _SELF_AND_SPECIALIST,
    Permission.CONSENT_READ: (*_SELF_AND_SPECIALIST, (is_supervisor_with_purpose,)),
    Permission.CONSENT_SIGN: ((is_self,),),
    Permission.CONTACT_READ: _EVERYONE_AROUND,
    Permission.COURSE_DISCHARGE: (*_SPECIALIST_LINES, (is_supervisor_with_purpose,)),
    Permission.COURSE_READ: _EVERYONE_AROUND,
    Permission.DISCLOSURE_CHANGE: _SELF_AND_SPECIALIST,
    Permission.DISCLOSURE_READ: (*_SELF_AND_SPECIALIST, (is_supervisor_with_purpose,)),
    Permission.ECONOMY_READ: (*_SELF_AND_SPECIALIST, (is_nav_adviser, consents_to_nav_contact)),
    Permission.EMPLOYER_AGREEMENT_CHANGE: ((is_employer_contact,),),
    Permission.EMPLOYER_AGREEMENT_READ: ((is_employer_contact,),),
    Permission.EMPLOYMENT_READ: (
        *_SELF_AND_SPECIALIST,
        (is_clinician, shares_with_health),
        (is_nav_adviser, consents_to_nav_contact),
        (is_supervisor_with_purpose,),
    ),
    Permission.IDENTITY_NUMBER_READ: (
        (is_self,),
        (is_specialist,),
        (has_broken_glass, has_said_why),
    ),
    Permission.LOG_IN_GIVE: ((is_specialist,),),
    Permission.JOB_PLAN_CHANGE: _SELF_AND_SPECIALIST,
    Permission.JOB_SEARCH_CHANGE: _SELF_AND_SPECIALIST,
    Permission.JOB_SEARCH_READ: (*_SELF_AND_SPECIALIST, (is_supervisor_with_purpose,)),
    Permission.LOG_READ: ((is_self,), (is_specialist,)),
    Permission.MEASURE_AROUND_READ: ((is_self,), (is_office_in_charge,)),
    Permission.MEASURE_ASK: ((is_self,),),
    Permission.MEASURE_CHANGE: ((is_office_in_charge,),),
    Permission.MEASURE_DECIDE: ((is_office_in_charge,),),
    Permission.MEASURE_FOLLOW: ((is_guide,),),
    Permission.MEASURE_PROPOSE: ((is_office_in_charge,), (is_nav_adviser, consents_to_nav_contact)),
    Permission.MEASURE_READ: ((is_self,), (is_office_in_charge,)),
    Permission.NAV_TASKS_CHANGE: ((is_office_in_charge,), (is_nav_adviser, consents_to_nav_contact)),
    Permission.NAV_TASKS_READ: (
        (is_self,),
        (is_office_in_charge,),
        (is_nav_adviser, consents_to_nav_contact),
    ),
    Permission.NOTE_READ: _SELF_AND_SPECIALIST,
    Permission.PARTICIPATION_READ: ((is_self,), (is_office_in_charge,), (is_guide,)),
    Permission.PEOPLE_AROUND_CHANGE: ((is_specialist,), (is_supervisor,)),
    Permission.PEOPLE_AROUND_READ: _EVERYONE_AROUND,
    Permission.PERSON_LIST: (
        (is_self,),
        (is_specialist,),
        (is_stand_in,),
        (is_clinician, shares_with_health),
        (is_nav_adviser, consents_to_nav_contact),
    ),
    Permission.PERSON_OPEN: _EVERYONE_AROUND,
    Permission.PROFILE_CHANGE: _SELF_AND_SPECIALIST,
    Permission.PROFILE_READ: (
        *_SELF_AND_SPECIALIST,
        (is_clinician, shares_new_with_health),
        (is_supervisor_with_purpose,),
    ),
    Permission.PROFILE_REVIEW: ((is_clinician, shares_new_with_health),),
    Permission.PROTECTION_CHANGE: ((is_specialist,),),
    Permission.RECORD_TAKE_OUT: ((is_self,),),
    Permission.REMARK_MAKE: ((is_self,),),
    Permission.SUPPORT_PLAN_READ: (
        *_SELF_AND_SPECIALIST,
        (is_clinician, shares_new_with_health),
        (is_nav_adviser, consents_to_nav_contact, agreed_to_present_nav_text),
    ),
    Permission.WISHES_READ: (*_SELF_AND_SPECIALIST, *_CLINICIAN_AND_NAV, (is_supervisor_with_purpose,)),
}
"""Granted when every condition in any one line holds."""

_UNPROTECTED = frozenset({Protection.NONE})


def denial(given: Circumstances) -> str:
    """The code of the first denial that nothing overrides, or an empty string."""
    for code, holds in _DENIALS:
        if holds(given):
            return code
    return ""


def decide(given: Circumstances) -> Decision:
    """Everything this actor may do with this person's record today."""
    if code := denial(given):
        return Decision(reason_code=code)
    granted = frozenset(what for what, lines in PERMISSIONS.items() if _any_line_holds(lines, given))
    if Permission.PERSON_OPEN in granted:
        return Decision(permitted=granted, may_know=True)
    return Decision(permitted=granted, reason_code=_why_not(given), may_know=_may_know(given))


def permitted_to_oneself() -> frozenset[Permission]:
    """Everything one may do with one's own record."""
    return decide(Circumstances(Role.JOBSEEKER, relations=frozenset({RelationKind.SELF}))).permitted


def _any_line_holds(lines: tuple[tuple[Condition, ...], ...], given: Circumstances) -> bool:
    return any(all(holds(given) for holds in line) for line in lines)


def first_denials() -> tuple[tuple[str, Condition], ...]:
    """What is looked at before the table, in order: the code, and when it holds."""
    return _DENIALS


def _is_account_closed(given: Circumstances) -> bool:
    """The account is closed."""
    return not given.is_account_active


def _is_protected_from(given: Circumstances) -> bool:
    """The person has address protection (or it is not known), and the actor is not cleared for that."""
    if given.protection in _UNPROTECTED or is_self(given):
        return False
    return not given.is_cleared_for_protection


def _is_staff_protected_from(given: Circumstances) -> bool:
    """The person works here, and the actor is not cleared for that."""
    return given.is_own_staff and not given.is_cleared_for_own_staff and not is_self(given)


def _is_too_close(given: Circumstances) -> bool:
    """The actor has declared to be close to the person."""
    return given.is_close_to_person and not is_self(given)


_DENIALS: tuple[tuple[str, Condition], ...] = (
    ("access.account-closed", _is_account_closed),
    ("access.protected-person", _is_protected_from),
    ("access.own-staff", _is_staff_protected_from),
    ("access.too-close", _is_too_close),
)


def _why_not(given: Circumstances) -> str:
    for code, holds in _EXPLANATIONS:
        if holds(given):
            return code
    return "access.no-relation"


def _may_know(given: Circumstances) -> bool:
    """Those who stand or stood in a relation already know of the person; they get a reason, others a 404.

    A NAV adviser whom the person never let in must not learn from us that the person is here.
    """
    if given.role is Role.NAV_ADVISER:
        return ConsentScope.NAV_CONTACT in given.withdrawn_consents
    return bool(given.relations or given.former_relations) or is_supervisor(given)


def _is_asked_why(given: Circumstances) -> bool:
    return is_stand_in(given) or is_supervisor(given) or has_broken_glass(given)


_EXPLANATIONS: tuple[tuple[str, Condition], ...] = (
    ("access.say-why", lambda given: _is_asked_why(given) and not given.purpose),
    ("access.no-consent-to-nav", lambda given: is_nav_adviser(given) and not consents_to_nav_contact(given)),
    ("access.no-release-of-health-data", lambda given: is_clinician(given) and not shares_with_health(given)),
    ("access.former-relation", lambda given: bool(given.former_relations) and not given.relations),
)
