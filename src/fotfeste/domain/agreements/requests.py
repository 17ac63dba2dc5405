"""How somebody asks for an agreement, or shows interest, and what is answered (A-06, A-11, A-12)."""

from enum import StrEnum


class AskedBy(StrEnum):
    """Who asks. The values are stable."""

    PERSON = "person"
    EMPLOYER = "employer"
    BOTH = "both"


class AskedThrough(StrEnum):
    """Which way it came (A-11)."""

    OPEN_FORM = "open_form"
    OWN_LOG_IN = "own_log_in"
    OFFICE = "office"
    ASSISTIVE_TECHNOLOGY = "assistive_technology"
    WORKING_LIFE = "working_life"
    WORKING_LIFE_ADVISER = "working_life_adviser"


class AskedFor(StrEnum):
    """An agreement around somebody, or only information and help for an employer who considers it (A-12)."""

    AGREEMENT = "agreement"
    INTEREST = "interest"


class AskedAnswer(StrEnum):
    """What was answered."""

    TAKEN_UP = "taken_up"
    NOT_TAKEN_UP = "not_taken_up"
    INFORMED = "informed"
    WITHDRAWN = "withdrawn"


class TargetGroup(StrEnum):
    """Whom the agreement is for (A-06)."""

    YOUNG = "young"
    OTHER = "other"
