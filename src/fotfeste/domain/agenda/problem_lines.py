"""The line of the day a problem arises: the plan for problems is what is next (I-4.1e)."""

from collections.abc import Iterator

from fotfeste.domain.agenda.asked import Asked, line
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.problems import arisen_on, problems
from fotfeste.domain.verdict import because


def lines(asked: Asked) -> Iterator[Line]:
    """One line for all problems there are; where no plan was made, making one is what is next."""
    in_touch, limits = asked.facts.in_touch, asked.rules.problems
    why = problems(in_touch, limits)
    if not why:
        return
    due = arisen_on(in_touch, limits)
    if asked.facts.start_up.contingency_plan_on is None:
        first = because("problem.no-plan", "I §4.1")
        yield line(asked, [first, *why], Act.MAKE_CONTINGENCY_PLAN, due=due)
    else:
        yield line(asked, [because("problem.follow-plan", "I §4.1"), *why], Act.FOLLOW_PLAN, due=due)
