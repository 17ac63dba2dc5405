"""What decides what somebody may do with a person's record, and the conditions that are asked of it."""

from collections.abc import Callable
from dataclasses import dataclass

from fotfeste.domain.roles import ConsentScope, Protection, RelationKind, Role


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Everything that decides what one actor may do with one person's record, on one day."""

    role: Role
    is_account_active: bool = True
    is_same_controller: bool = True
    is_in_owning_unit: bool = False
    is_in_office_in_charge: bool = False
    relations: frozenset[RelationKind] = frozenset()
    former_relations: frozenset[RelationKind] = frozenset()
    protection: Protection = Protection.UNKNOWN
    is_cleared_for_protection: bool = False
    is_own_staff: bool = False
    is_cleared_for_own_staff: bool = False
    is_close_to_person: bool = False
    consents: frozenset[ConsentScope] = frozenset()
    withdrawn_consents: frozenset[ConsentScope] = frozenset()
    consents_to_earlier_text: frozenset[ConsentScope] = frozenset()
    purpose: str = ""


Condition = Callable[[Circumstances], bool]


def is_self(given: Circumstances) -> bool:
    """The jobseeker, about themselves."""
    return given.role is Role.JOBSEEKER and RelationKind.SELF in given.relations


def is_specialist(given: Circumstances) -> bool:
    """The employment specialist assigned to the person today."""
    return _acts_as(given, Role.EMPLOYMENT_SPECIALIST, RelationKind.EMPLOYMENT_SPECIALIST)


def is_stand_in(given: Circumstances) -> bool:
    """A colleague who stands in for the specialist for a stated time."""
    return _acts_as(given, Role.EMPLOYMENT_SPECIALIST, RelationKind.STAND_IN)


def is_clinician(given: Circumstances) -> bool:
    """A clinician with a treatment relation to the person today."""
    return _acts_as(given, Role.CLINICIAN, RelationKind.CLINICIAN)


def is_nav_adviser(given: Circumstances) -> bool:
    """The person's NAV adviser today."""
    return _acts_as(given, Role.NAV_ADVISER, RelationKind.NAV_ADVISER)


def is_office_in_charge(given: Circumstances) -> bool:
    """A NAV adviser in the office that answers for the person's measures."""
    return given.role is Role.NAV_ADVISER and given.is_in_office_in_charge


def is_guide(given: Circumstances) -> bool:
    """The person's guide at a provider today."""
    return _acts_as(given, Role.GUIDE, RelationKind.GUIDE)


def is_contact_person(given: Circumstances) -> bool:
    """The fixed contact person in NAV of the person's agreement today."""
    return _acts_as(given, Role.NAV_ADVISER, RelationKind.CONTACT_PERSON)


def is_employer_contact(given: Circumstances) -> bool:
    """Somebody at an employer who is a party to an agreement with the person."""
    return _acts_as(given, Role.EMPLOYER_CONTACT, RelationKind.EMPLOYER_CONTACT)


def is_supervisor_with_purpose(given: Circumstances) -> bool:
    """The IPS supervisor of the owning unit, who has said what for."""
    return given.role is Role.IPS_SUPERVISOR and given.is_in_owning_unit and bool(given.purpose)


def is_supervisor(given: Circumstances) -> bool:
    """The IPS supervisor of the owning unit."""
    return given.role is Role.IPS_SUPERVISOR and given.is_in_owning_unit


def has_broken_glass(given: Circumstances) -> bool:
    """Access in an emergency that a second person has approved and that has not run out."""
    return RelationKind.BREAK_GLASS in given.relations


def has_said_why(given: Circumstances) -> bool:
    """A purpose was given for this look."""
    return bool(given.purpose)


def consents_to_nav_contact(given: Circumstances) -> bool:
    """The person has agreed to contact with NAV, in the program or confirmed there."""
    return ConsentScope.NAV_CONTACT in given.consents


def shares_with_health(given: Circumstances) -> bool:
    """Within one controller health personnel cooperate by law; between two it takes the person's consent."""
    return given.is_same_controller or ConsentScope.HEALTH_RELEASE in given.consents


def shares_new_with_health(given: Circumstances) -> bool:
    """As for health personnel, but a consent must be to a text that told of profile and plan."""
    told_of = ConsentScope.HEALTH_RELEASE not in given.consents_to_earlier_text
    return shares_with_health(given) and (given.is_same_controller or told_of)


def agreed_to_present_nav_text(given: Circumstances) -> bool:
    """The consent to contact with NAV was to a text that told of the plan."""
    return ConsentScope.NAV_CONTACT not in given.consents_to_earlier_text


def _acts_as(given: Circumstances, role: Role, kind: RelationKind) -> bool:
    return given.role is role and kind in given.relations
