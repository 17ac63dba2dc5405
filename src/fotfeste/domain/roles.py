"""Who somebody is, how they stand to a person, and what a person agrees to: permissions rest on these."""

from enum import StrEnum


class Role(StrEnum):
    """In which capacity somebody acts."""

    JOBSEEKER = "jobseeker"
    EMPLOYMENT_SPECIALIST = "employment_specialist"
    NAV_ADVISER = "nav_adviser"
    CLINICIAN = "clinician"
    GUIDE = "guide"
    EMPLOYER_CONTACT = "employer_contact"
    IPS_SUPERVISOR = "ips_supervisor"
    ADMINISTRATOR = "administrator"


class RelationKind(StrEnum):
    """How somebody stands to a person. Each is dated; a former one is a state of its own."""

    SELF = "self"
    EMPLOYMENT_SPECIALIST = "employment_specialist"
    STAND_IN = "stand_in"
    CLINICIAN = "clinician"
    NAV_ADVISER = "nav_adviser"
    GUIDE = "guide"
    NEXT_OF_KIN = "next_of_kin"
    BREAK_GLASS = "break_glass"
    CONTACT_PERSON = "contact_person"
    EMPLOYER_CONTACT = "employer_contact"


class Protection(StrEnum):
    """Address protection of a person. Unknown is as strict as the strictest."""

    NONE = "none"
    CODE_7 = "code_7"
    CODE_6 = "code_6"
    SECTION_19 = "section_19"
    UNKNOWN = "unknown"


class ConsentScope(StrEnum):
    """What a person can agree to. Three separate consents; none follows from another."""

    IPS_PARTICIPATION = "ips_participation"
    NAV_CONTACT = "nav_contact"
    HEALTH_RELEASE = "health_release"
    NEXT_OF_KIN = "next_of_kin"
