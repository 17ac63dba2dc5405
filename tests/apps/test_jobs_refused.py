"""What jobs refuse, with the code of the reason and nothing saved."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import opened
from fotfeste.apps.employment import services as jobs
from fotfeste.apps.employment import services_around as around
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.employment.services import JobSaid
from fotfeste.apps.people.models import Event
from fotfeste.cli.cast import Cast
from fotfeste.domain.job_facts import UndertakingKind
from fotfeste.domain.permissions import Permission
from fotfeste.domain.verdict import Refused
from fotfeste.web.acts_jobs import job_asked
from fotfeste.web.acts_page import Asked
from tests.people import AT, ON

TOMORROW, YESTERDAY = ON + timedelta(days=1), ON - timedelta(days=1)
Act = Callable[[Deed], object]


def do(cast: Cast, act: Act) -> None:
    siv = cast.acting("siv")
    who = cast.people["nora"].public_id
    action = Action.EMPLOYMENT_CHANGED
    with opened(siv, who, Permission.ABOUT_PERSON_CHANGE, at=AT, action=action) as found:
        act(Deed(found, by=siv, at=AT, on=ON))


def job(deed: Deed) -> Employment:
    return Employment.objects.get_or_create(person=deed.person, started_on=date(2026, 9, 1))[0]


REFUSED: dict[str, tuple[str, Act]] = {
    "a job of 140 per cent": (
        "job.percent-out-of-range",
        lambda deed: jobs.start_job(deed, started_on=ON, percent=140),
    ),
    "a job of more hours than a week has": (
        "job.hours-out-of-range",
        lambda deed: jobs.start_job(deed, started_on=ON, said=JobSaid(hours_a_week=Decimal(169))),
    ),
    "a job that ends before it starts": (
        "day.ends-before-start",
        lambda deed: jobs.start_job(deed, started_on=ON, ended_on=YESTERDAY),
    ),
    "a contract signed tomorrow": (
        "day.in-the-future",
        lambda deed: jobs.start_job(deed, started_on=ON, said=JobSaid(contract_signed_on=TOMORROW)),
    ),
    "a trial that ends before the job": (
        "day.ends-before-start",
        lambda deed: jobs.start_job(deed, started_on=ON, said=JobSaid(trial_until=YESTERDAY)),
    ),
    "a job nobody has": ("job.no-such-job", lambda deed: job_asked(deed.found, Asked(ON, "0" * 32))),
    "training before the job": (
        "day.ends-before-start",
        lambda deed: around.plan_training(deed, job(deed), what="x", by_whom="", until_day=date(2026, 8, 31)),
    ),
    "training that is not there": (
        "job.no-such-training",
        lambda deed: around.finish_training(deed, None, done_on=ON),
    ),
    "education that ends before it begins": (
        "day.ends-before-start",
        lambda deed: around.begin_undertaking(
            deed, kind=UndertakingKind.EDUCATION, name="x", started_on=ON, ended_on=YESTERDAY
        ),
    ),
    "a measure that is not there": (
        "job.no-such-undertaking",
        lambda deed: around.end_undertaking(deed, None, ended_on=ON),
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


def test_a_departure_is_thought_about_once(cast: Cast) -> None:
    point = "after_start:2026-09-04"
    do(cast, lambda deed: around.reflect_on_rhythm(deed, job(deed), point=point, words="x"))

    with pytest.raises(Refused) as refused:
        do(cast, lambda deed: around.reflect_on_rhythm(deed, job(deed), point=point, words="y"))

    assert refused.value.verdict[0].code == "job.already-reflected-on"
