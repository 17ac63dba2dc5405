"""What the acts on a record refuse, each by its code; and that a refused act leaves nothing behind."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import opened
from fotfeste.apps.consents.services import archive, consent, disclosure
from fotfeste.apps.economy.services import state_registration
from fotfeste.apps.employment import services as jobs
from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.episodes.services import clearing_up, contact, meetings, notes, start_up
from fotfeste.apps.people.models import Event, Person
from fotfeste.apps.plans import services as plans
from fotfeste.cli.cast import Cast
from fotfeste.domain.consent import Reply
from fotfeste.domain.disclosure import Stand
from fotfeste.domain.permissions import ConsentScope, Permission
from fotfeste.domain.startup import PlaceKind
from fotfeste.domain.verdict import Refused
from tests.people import AT, ON

A_DAY = timedelta(days=1)
YESTERDAY, TOMORROW = ON - A_DAY, ON + A_DAY
BEFORE_REFERRAL = date(2026, 11, 1)

Do = Callable[[Deed], object]


def do(cast: Cast, act: Do) -> None:
    siv = cast.acting("siv")
    public_id = cast.people["nora"].public_id
    with opened(
        siv, public_id, Permission.ABOUT_PERSON_CHANGE, at=AT, action=Action.EPISODE_CHANGED
    ) as found:
        act(Deed(found, by=siv, at=AT, on=ON))


def held(deed: Deed, day: date) -> object:
    return meetings.log_meeting(deed, held_on=day, place_kind=PlaceKind.OFFICE)


def missed_tomorrow(deed: Deed) -> None:
    meetings.plan_meeting(deed, day=TOMORROW, place_kind=PlaceKind.OFFICE)
    meetings.miss_meeting(deed)


def undone(deed: Deed) -> None:
    meeting = meetings.plan_meeting(deed, day=TOMORROW, place_kind=PlaceKind.OFFICE)
    meetings.undo_meeting(deed, meeting=meeting.public_id)


REFUSED: dict[str, tuple[str, Do]] = {
    "a meeting held tomorrow": ("day.in-the-future", lambda deed: held(deed, TOMORROW)),
    "a meeting held before the referral": ("day.before-referral", lambda deed: held(deed, BEFORE_REFERRAL)),
    "a contact before the referral": (
        "day.before-referral",
        lambda deed: meetings.log_contact(deed, held_on=BEFORE_REFERRAL, place_kind=PlaceKind.PHONE),
    ),
    "a meeting agreed for yesterday": (
        "day.has-passed",
        lambda deed: meetings.plan_meeting(deed, day=YESTERDAY, place_kind=PlaceKind.OFFICE),
    ),
    "moving a meeting nobody agreed": (
        "meeting.none-planned",
        lambda deed: meetings.move_meeting(deed, day=TOMORROW),
    ),
    "missing a meeting that lies ahead": ("meeting.not-yet", missed_tomorrow),
    "undoing what nobody did": ("meeting.nothing-to-undo", undone),
    "settling a problem there is not": ("problem.none-now", contact.agreed_problem_settled),
    "calling off a meeting nobody agreed": ("meeting.none-planned", meetings.call_off_meeting),
    "a referral that lies ahead": (
        "day.in-the-future",
        lambda deed: start_up.correct_referral_day(deed, referred_on=TOMORROW),
    ),
    "taking on before the referral": (
        "day.before-referral",
        lambda deed: start_up.accept_referral(deed, accepted_on=BEFORE_REFERRAL),
    ),
    "an information talk tomorrow": (
        "day.in-the-future",
        lambda deed: start_up.record_information_talk(deed, is_held=True, held_on=TOMORROW),
    ),
    "a plan made tomorrow": (
        "day.in-the-future",
        lambda deed: start_up.make_contingency_plan(deed, made_on=TOMORROW, plan="x"),
    ),
    "a start-up summed up before the referral": (
        "day.before-referral",
        lambda deed: start_up.sum_up_start_up(deed, finished_on=BEFORE_REFERRAL, can_help=True, answer=""),
    ),
    "an employer contacted before the referral": (
        "day.before-referral",
        lambda deed: start_up.log_first_employer_contact(deed, contacted_on=BEFORE_REFERRAL),
    ),
    "a note from tomorrow": (
        "day.in-the-future",
        lambda deed: notes.write_note(deed, text="x", written_on=TOMORROW),
    ),
    "a consent given tomorrow": (
        "day.in-the-future",
        lambda deed: consent.state_consent(
            deed, scope=ConsentScope.NAV_CONTACT, reply=Reply.YES, stated_on=TOMORROW
        ),
    ),
    "explaining a no that was a yes": (
        "consent.nothing-to-explain",
        lambda deed: consent.explain_consequences(deed, explained_on=ON),
    ),
    "a stand reviewed yesterday": (
        "day.has-passed",
        lambda deed: disclosure.take_stand(
            deed, stand=Stand.FULL, wording="", stated_on=ON, review_on=YESTERDAY
        ),
    ),
    "registered tomorrow": (
        "day.in-the-future",
        lambda deed: state_registration(deed, reply=Reply.YES, stated_on=TOMORROW),
    ),
    "reviewing a profile that is not there": (
        "profile.none-yet",
        lambda deed: plans.review_profile(deed, reviewed_on=ON),
    ),
    "wishing more than everything": (
        "wishes.percent-out-of-range",
        lambda deed: plans.state_wishes(deed, work="x", percent=101),
    ),
    "a job of nought per cent": (
        "job.percent-out-of-range",
        lambda deed: jobs.start_job(deed, started_on=ON, percent=0),
    ),
    "a job that begins in 2090": (
        "day.too-far-ahead",
        lambda deed: jobs.start_job(deed, started_on=date(2090, 1, 1)),
    ),
    "ending a job that is not there": ("job.none-to-end", lambda deed: jobs.end_job(deed, ended_on=ON)),
    "completing a job that is not there": (
        "job.none-to-end",
        lambda deed: jobs.complete_job(deed, employer=None, percent=50),
    ),
    "settling what nobody asked": (
        "clear-up.already-settled",
        lambda deed: clearing_up.settle_question(deed, code="clear-up.same-person-twice", answer=""),
    ),
    "putting off what nobody asked": (
        "clear-up.already-settled",
        lambda deed: clearing_up.ask_later(deed, code="clear-up.same-person-twice", ask_again_on=TOMORROW),
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


def test_there_is_no_consent_to_archive_without_a_yes(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        do(
            cast,
            lambda deed: (
                consent.state_consent(deed, scope=ConsentScope.NAV_CONTACT, reply=Reply.NO, stated_on=ON),
                archive.archive_consent(deed, archived_on=ON),
            ),
        )

    assert refused.value.verdict[0].code == "consent.nothing-to-archive"


def test_a_profile_is_not_reviewed_before_it_is_made(cast: Cast) -> None:
    do(cast, lambda deed: plans.date_profile(deed, dated_on=ON))

    with pytest.raises(Refused) as refused:
        do(cast, lambda deed: plans.review_profile(deed, reviewed_on=YESTERDAY))

    assert refused.value.verdict[0].code == "profile.reviewed-before-made"


def test_a_job_does_not_end_before_it_begins(cast: Cast) -> None:
    do(cast, lambda deed: jobs.start_job(deed, started_on=ON))

    with pytest.raises(Refused) as refused:
        do(cast, lambda deed: jobs.end_job(deed, ended_on=YESTERDAY))

    assert refused.value.verdict[0].code == "day.ends-before-start"


def test_after_a_discharge_nothing_more_is_done_in_the_course(cast: Cast) -> None:
    Episode.objects.filter(person=cast.people["nora"]).update(discharged_on=ON)

    with pytest.raises(Refused) as refused:
        do(cast, lambda deed: held(deed, ON))

    assert refused.value.verdict[0].code == "episode.none-open"


def test_an_act_that_is_done_makes_everything_decided_before_it_old(cast: Cast) -> None:
    before = Person.objects.get(pk=cast.people["nora"].pk).policy_epoch

    do(cast, lambda deed: held(deed, ON))

    assert Person.objects.get(pk=cast.people["nora"].pk).policy_epoch > before
