"""Where somebody stands in the course of support. Derived from facts and dates, never set by hand."""

from enum import StrEnum


class CourseStage(StrEnum):
    """The stages of the course. (Not an inclusion phase, which is the other sources' word.)"""

    REFERRED = "referred"
    START_UP = "start_up"
    JOB_SEARCH = "job_search"
    IN_JOB = "in_job"
    DISCHARGED = "discharged"
