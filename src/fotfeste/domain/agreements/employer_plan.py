"""Taking over the follow-up plan that an employer has sent (F-09)."""

from collections.abc import Iterator
from dataclasses import dataclass

from fotfeste.domain.verdict import Reason, Verdict, because

_OURS = "house §agreements"


@dataclass(frozen=True, slots=True)
class PlanSent:
    """A plan as it was sent. `is_of_the_job`: by the employer of the job in the case, if there is one."""

    is_there: bool
    is_taken_over: bool = False
    is_of_the_job: bool = True


def may_take_over(plan: PlanSent) -> Verdict:
    """Why NAV cannot take this plan over. Another employer's plan opens no gate."""
    return tuple(_against(plan))


def _against(plan: PlanSent) -> Iterator[Reason]:
    if not plan.is_there:
        yield because("agreement-employer.no-such-plan", _OURS)
    elif plan.is_taken_over:
        yield because("agreement-employer.plan-taken-over", _OURS)
    elif not plan.is_of_the_job:
        yield because("agreement-employer.plan-of-another", _OURS)
