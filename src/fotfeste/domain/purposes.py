"""What a look can be for, where the relation alone does not say it: a closed list."""

from enum import StrEnum


class Purpose(StrEnum):
    """Why a stand-in, a supervisor or somebody in an emergency looks. Kept in the log with the look."""

    COVERS_FOR_COLLEAGUE = "covers_for_colleague"
    PREPARES_MEETING = "prepares_meeting"
    SUPERVISES = "supervises"
    REVIEWS_QUALITY = "reviews_quality"
    ANSWERS_COMPLAINT = "answers_complaint"
    ASKED_ABOUT_DISCHARGE = "asked_about_discharge"
    EMERGENCY = "emergency"
