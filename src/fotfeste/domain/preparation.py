"""What is gone through before jobseeker and employer meet, so that it is good for both (I-3.2)."""

from enum import StrEnum


class PreparationPoint(StrEnum):
    """One thing to go through. The words are in parameters/texts/job_search.yaml."""

    ABOUT_EMPLOYER = "about_employer"
    OWN_STRENGTHS = "own_strengths"
    OWN_QUESTIONS = "own_questions"
    HARD_QUESTIONS = "hard_questions"
    WHAT_MAY_BE_SAID = "what_may_be_said"
    WAY_THERE = "way_there"
    EMPLOYER_NEEDS = "employer_needs"
    EMPLOYER_KNOWS_WHO_COMES = "employer_knows_who_comes"
    EMPLOYER_AGREED_TOPICS = "employer_agreed_topics"


EMPLOYER_POINTS = (
    PreparationPoint.EMPLOYER_NEEDS,
    PreparationPoint.EMPLOYER_KNOWS_WHO_COMES,
    PreparationPoint.EMPLOYER_AGREED_TOPICS,
)
"""The employer's part: only within what is agreed that the employer may know."""

JOBSEEKER_POINTS = tuple(point for point in PreparationPoint if point not in EMPLOYER_POINTS)
"""The jobseeker's part."""
