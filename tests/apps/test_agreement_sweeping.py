"""What the nights do to agreements: drafts are warned of and end, reviews and lost jobs are told of."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from fotfeste.apps.agreements.contents import content_in
from fotfeste.apps.agreements.models import Agreement, AgreementNotice
from fotfeste.apps.agreements.notices import Telling
from fotfeste.apps.agreements.promises import keep_promises
from fotfeste.apps.agreements.sweeping import sweep_agreements
from fotfeste.apps.consents.models import ConsentStatement
from fotfeste.apps.employment.models import Employment
from fotfeste.cli.cast import Cast
from fotfeste.domain.agreements.notices import NoticeCode
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.permissions import ConsentScope
from tests.agreement_people import by_nav, in_force, laid_out
from tests.employer_people import NAME_ONLY, agreement_with, employer_of_team, entered, lines_on, say
from tests.employer_people import laid_out as laid_out_with_employer


def night(cast: Cast, on: date) -> None:
    sweep_agreements(Telling(cast.at, on))


def told(code: NoticeCode) -> list[tuple[str, date]]:
    return sorted(AgreementNotice.objects.filter(code=code).values_list("party", "on"))


@pytest.mark.req("A-10")
def test_an_untouched_draft_is_warned_of_twice_and_then_runs_out(cast: Cast) -> None:
    row = laid_out(cast).agreement
    last = cast.on + timedelta(weeks=12)
    for days in range(8, -1, -1):
        night(cast, last - timedelta(days=days))
        night(cast, last - timedelta(days=days))

    row.refresh_from_db()
    assert row.lapsed_on == last
    assert told(NoticeCode.RUNS_OUT_SOON) == [(who, last - timedelta(days=7)) for who in ("jobseeker", "nav")]
    assert told(NoticeCode.RUNS_OUT_NOW) == [(who, last - timedelta(days=1)) for who in ("jobseeker", "nav")]
    assert told(NoticeCode.LAPSED) == [(who, last) for who in ("jobseeker", "nav")]
    assert not row.agreementtexts.filter(dropped_at=None).exists()


def test_nothing_runs_out_unwarned_after_a_standstill(cast: Cast) -> None:
    row = laid_out(cast).agreement
    late = cast.on + timedelta(weeks=20)

    night(cast, late)
    row.refresh_from_db()
    assert row.lapsed_on is None

    night(cast, late + timedelta(days=1))
    row.refresh_from_db()
    assert row.lapsed_on == late + timedelta(days=1)


def test_what_is_in_force_never_runs_out_and_its_review_is_told_of_once(cast: Cast) -> None:
    row = in_force(cast).agreement
    assert row.review_on is not None
    AgreementNotice.objects.all().delete()

    for day in (row.review_on - timedelta(days=1), row.review_on, row.review_on + timedelta(days=300)):
        night(cast, day)

    row.refresh_from_db()
    assert row.lapsed_on is None
    assert told(NoticeCode.REVIEW_DUE) == [(who, row.review_on) for who in ("jobseeker", "nav")]


@pytest.mark.parametrize("agrees", [True, False])
@pytest.mark.req("A-10")
def test_a_lost_job_is_told_nav_only_where_nav_may_know_of_it(cast: Cast, agrees: bool) -> None:
    row = with_job_that_ends(cast)
    consents = ConsentStatement.objects.filter(person=row.person, scope=ConsentScope.NAV_CONTACT)
    if not agrees:
        consents.update(ended_at=cast.at)
    assert consents.filter(ended_at=None).exists() is agrees

    night(cast, cast.on + timedelta(days=9))
    assert told(NoticeCode.REVIEW_ASKED) == []
    night(cast, cast.on + timedelta(days=11))
    night(cast, cast.on + timedelta(days=12))

    row.refresh_from_db()
    parties = [party for party, _day in told(NoticeCode.REVIEW_ASKED)]
    assert parties == (["jobseeker", "nav"] if agrees else ["jobseeker"])
    assert (row.review_asked_on is not None) is agrees


def with_job_that_ends(cast: Cast) -> Agreement:
    row = agreement_with(cast)
    laid_out_with_employer(cast, row, (), in_force=True)
    job = Employment(
        person=row.person,
        employer=employer_of_team(cast),
        started_on=cast.on - timedelta(days=30),
        ended_on=cast.on + timedelta(days=10),
    )
    job.save()
    return row


@pytest.mark.req("A-05")
def test_whoever_promised_is_reminded_before_the_day_and_all_it_concerns_after_once(cast: Cast) -> None:
    row = in_force(cast).agreement
    deadline = cast.on + timedelta(days=14)
    AgreementNotice.objects.all().delete()

    for days in range(-5, 4):
        night(cast, deadline + timedelta(days=days))
        night(cast, deadline + timedelta(days=days))

    assert told(NoticeCode.PROMISE_DUE) == [("nav", deadline - timedelta(days=3))]
    late = deadline + timedelta(days=1)
    assert told(NoticeCode.PROMISE_LATE) == [("jobseeker", late), ("nav", late)]
    assert row.ended_on is None


@pytest.mark.req("A-05")
def test_an_employer_is_reminded_only_of_what_it_may_be_told_that_day(cast: Cast) -> None:
    row = agreement_with(cast, {Topic.NAME: ("may", True), Topic.ADAPTATION: ("may", True)})
    entered(cast, row)
    lines = [replace(each, owner=Party.EMPLOYER) for each in lines_on([Topic.ADAPTATION])[1:]]
    text = laid_out_with_employer(cast, row, lines, in_force=True)
    with by_nav(cast) as deed:
        keep_promises(deed, text, content_in(text, deed.key))
    late = date(2026, 12, 16)
    say(cast, row, employer_of_team(cast), NAME_ONLY)
    night(cast, late)
    assert "employer" not in [party for party, _day in told(NoticeCode.PROMISE_LATE)]

    say(cast, row, employer_of_team(cast), {Topic.NAME: ("may", True), Topic.ADAPTATION: ("may", True)})
    night(cast, late + timedelta(days=1))

    assert ("employer", late + timedelta(days=1)) in told(NoticeCode.PROMISE_LATE)
