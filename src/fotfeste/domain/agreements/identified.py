"""How sure it is who signed, and why somebody else may sign for the jobseeker."""

from enum import StrEnum


class SignedBy(StrEnum):
    """How whoever signed was known. The values are stable."""

    OWN_LOG_IN = "own_log_in"
    SECOND_FACTOR = "second_factor"
    ON_BEHALF = "on_behalf"
    OUTSIDE_SERVICE = "outside_service"


class OnBehalfReason(StrEnum):
    """The only reasons for which NAV may sign for the jobseeker, who has said yes in another way."""

    NO_ELECTRONIC_ID = "no_electronic_id"
    RESERVED = "reserved"
    LACKS_DIGITAL_SKILLS = "lacks_digital_skills"
