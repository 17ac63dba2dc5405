"""What support in a job refuses, with the code of the reason and nothing saved."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import opened
from fotfeste.apps.employment import services_support as support
from fotfeste.apps.employment.models import Employment, SupportPlan, SupportPlanShared
from fotfeste.cli.cast import Cast
from fotfeste.domain.job_support import PlanReader
from fotfeste.domain.permissions import Permission
from fotfeste.domain.verdict import Refused
from tests.people import AT, ON

Act = Callable[[Deed, Employment], object]
CASES: dict[str, Act] = {
    "extending": lambda deed, job: support.extend_plan(deed, job, to_day=ON + timedelta(days=9), why=""),
    "ending": lambda deed, job: support.end_plan(deed, job, ended_on=ON, words=""),
    "sharing": lambda deed, job: support.share_plan(deed, job, [PlanReader.CLINICIAN]),
}


@pytest.mark.parametrize("name", CASES)
def test_what_needs_a_plan_is_refused_without_one(cast: Cast, name: str) -> None:
    siv, nora = cast.acting("siv"), cast.people["nora"]
    job = Employment.objects.create(person=nora, started_on=date(2026, 9, 1))
    door = opened(siv, nora.public_id, Permission.ABOUT_PERSON_CHANGE, at=AT, action=Action.PLAN_CHANGED)

    with pytest.raises(Refused) as refused, door as found:
        CASES[name](Deed(found, by=siv, at=AT, on=ON), job)

    assert [reason.code for reason in refused.value.verdict] == ["job-support.no-plan"]
    assert not SupportPlan.objects.exists()
    assert not SupportPlanShared.objects.exists()
