"""What the job development plan refuses, with the code of the reason and nothing saved."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import opened
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.people.models import Event
from fotfeste.apps.plans import services_job_plan as plans
from fotfeste.apps.plans.services_job_plan import PlanSaid
from fotfeste.cli.cast import Cast
from fotfeste.domain.job_plan import Responsible
from fotfeste.domain.permissions import Permission
from fotfeste.domain.verdict import Refused
from tests.people import AT, ON

Act = Callable[[Deed], object]


def do(cast: Cast, act: Act) -> None:
    siv, who = cast.acting("siv"), cast.people["nora"].public_id
    action = Action.PLAN_CHANGED
    with opened(siv, who, Permission.ABOUT_PERSON_CHANGE, at=AT, action=action) as found:
        act(Deed(found, by=siv, at=AT, on=ON))


REFUSED: dict[str, tuple[str, Act]] = {
    "a version that says nothing": (
        "job-plan.empty",
        lambda deed: plans.write_plan(deed, PlanSaid(goals="  ")),
    ),
    "taking back a plan that is not there": (
        "job-plan.none-in-force",
        lambda deed: plans.withdraw_plan(deed, words=""),
    ),
    "agreeing on something without a plan": (
        "job-plan.none-in-force",
        lambda deed: plans.agree_activity(deed, what="x", responsible=Responsible.JOBSEEKER),
    ),
    "agreeing on something for yesterday": (
        "day.has-passed",
        lambda deed: plans.agree_activity(
            deed, what="x", responsible=Responsible.JOBSEEKER, due_on=ON - timedelta(days=1)
        ),
    ),
    "finishing what is not there": (
        "job-plan.no-such-activity",
        lambda deed: plans.finish_activity(deed, None, on=ON),
    ),
    "taking out an employer that is not there": (
        "job-plan.no-such-employer",
        lambda deed: plans.remove_employer(deed, None),
    ),
    "saying nothing about help": (
        "job-plan.no-help-said",
        lambda deed: plans.agree_help(deed, degrees={}, words=" ", clarified_on=ON),
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_its_reason_and_nothing_saved(cast: Cast, case: str) -> None:
    code, act = REFUSED[case]
    before = Event.objects.count()

    with pytest.raises(Refused) as refused:
        do(cast, act)

    assert [reason.code for reason in refused.value.verdict] == [code]
    assert Event.objects.count() == before


def test_an_employer_stands_once_in_a_plan(cast: Cast) -> None:
    employer = Employer.objects.create(
        team=cast.units["ips_salten"], name="Stormyra", search_name="stormyra", created_at=AT
    )
    do(cast, lambda deed: plans.write_plan(deed, PlanSaid(goals="Jobb")))
    do(cast, lambda deed: plans.name_employer(deed, employer, how=""))

    with pytest.raises(Refused) as refused:
        do(cast, lambda deed: plans.name_employer(deed, employer, how=""))

    assert refused.value.verdict[0].code == "job-plan.employer-already-there"
