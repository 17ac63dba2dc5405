"""Why an agreement ends (A-10)."""

from enum import StrEnum


class EndCause(StrEnum):
    """What NAV gives as the cause. The values are stable."""

    NEED_IS_OVER = "need_is_over"
    JOBSEEKER_ASKED = "jobseeker_asked"
    EMPLOYER_ASKED = "employer_asked"
    JOB_ENDED = "job_ended"
    OTHER_EMPLOYER = "other_employer"
    MOVED = "moved"
    OTHER = "other"
