"""The numbers the agreement goes by: dated, and all but one chosen by the house."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgreementLimits:
    """Days to answer, weeks a draft lives, weeks an employer sees an ended agreement, and the like.

    `young_until_age` is the source's own: those below it come first (A §target-group).
    """

    answer_request_days: int
    answer_question_days: int
    answer_application_days: int
    draft_weeks: int
    first_warning_days: int
    last_warning_days: int
    visible_after_end_weeks: int
    longest_to_review_months: int
    young_until_age: int
    invitation_days: int
    most_wrong_codes: int
    step_up_minutes: int
    most_lines: int
    remind_days: int
