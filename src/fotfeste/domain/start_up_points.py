"""What the start-up goes through, in order, carried over until it is done (I-4.1c)."""

from collections.abc import Collection
from enum import StrEnum

from fotfeste.domain.method import asks_clinician
from fotfeste.domain.startup import StartUp


class StartUpPoint(StrEnum):
    """One point of the start-up's agenda, in the order it is gone through."""

    INFORMATION_TALK = "information_talk"
    WORK_GOAL = "work_goal"
    HEALTH_TEAM = "health_team"
    HEALTH_FOR_WORK = "health_for_work"
    ROLES = "roles"
    TOOLS = "tools"
    CONSENT = "consent"
    DISCLOSURE = "disclosure"
    CONTACT_DETAILS = "contact_details"
    PLAN_FOR_PROBLEMS = "plan_for_problems"
    ANSWER = "answer"


SEEN_FROM_FACTS = frozenset(
    {StartUpPoint.INFORMATION_TALK, StartUpPoint.PLAN_FOR_PROBLEMS, StartUpPoint.ANSWER}
)
"""Done when the record says so; the others are ticked when they have been gone through."""


def points_done(start_up: StartUp, ticked: Collection[str]) -> frozenset[StartUpPoint]:
    """What has been gone through: ticked, or seen from what the record says."""
    done = {StartUpPoint(code) for code in ticked if code not in SEEN_FROM_FACTS}
    seen = {
        StartUpPoint.INFORMATION_TALK: start_up.information_talk_held is True,
        StartUpPoint.PLAN_FOR_PROBLEMS: start_up.contingency_plan_on is not None,
        StartUpPoint.ANSWER: start_up.finished_on is not None,
    }
    return frozenset(done | {point for point, is_done in seen.items() if is_done})


def points_left(start_up: StartUp) -> tuple[StartUpPoint, ...]:
    """What is still to go through, in order: the information talk first where none was held (I-4.1b).

    With Supported Employment no health team is waited for (W-11).
    """
    done = points_done(start_up, start_up.points_ticked)
    if not asks_clinician(start_up.method):
        done |= {StartUpPoint.HEALTH_TEAM}
    return tuple(point for point in StartUpPoint if point not in done)
