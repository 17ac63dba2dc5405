"""What the days bring by night: drafts that run out, reviews, jobs that were lost, promises (A-05, A-10).

Each agreement in a transaction of its own, and told once: stopped midway, it goes on where it was.
"""

from collections.abc import Callable
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet

from fotfeste.apps.agreements.ending import close, in_force_since
from fotfeste.apps.agreements.models import Agreement, AgreementNotice, AgreementReview, AgreementText
from fotfeste.apps.agreements.notices import Telling, tell_parties
from fotfeste.apps.agreements.reminding import remind, with_promises_due
from fotfeste.apps.consents.models import Answer, ConsentStatement
from fotfeste.apps.employment.models import Employment
from fotfeste.domain.agreements.notices import NoticeCode
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.agreements.standing import AgreementState, lapses_on, warning_days
from fotfeste.domain.permissions import ConsentScope
from fotfeste.parameters import AGREEMENT_LIMITS

A_BATCH = 200
CONCLUDED = AgreementText.objects.filter(agreement=OuterRef("pk"), concluded_at__isnull=False)


def sweep_agreements(telling: Telling) -> int:
    """All of it. How many agreements were looked into."""
    return sum(
        _each(rows, do, telling)
        for rows, do in (
            (_drafts(telling.on), _run_out),
            (_to_be_reviewed(telling.on), _due),
            (_with_lost_jobs(), _job_lost),
            (with_promises_due(_open(), on=telling.on), remind),
        )
    )


def _each(rows: QuerySet[Agreement], do: Callable[[Agreement, Telling], None], telling: Telling) -> int:
    last, count = 0, 0
    while lot := list(rows.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:A_BATCH]):
        for pk in lot:
            with transaction.atomic():
                held = Agreement.objects.select_for_update(of=("self",)).select_related(
                    "person", "employer", "decided_by"
                )
                do(held.get(pk=pk), telling)
        last, count = lot[-1], count + len(lot)
    return count


def _open() -> QuerySet[Agreement]:
    return Agreement.objects.filter(ended_on=None, lapsed_on=None)


def _drafts(on: date) -> QuerySet[Agreement]:
    """Those never concluded that nobody has worked on since the first warning is due."""
    limits = AGREEMENT_LIMITS.on(on)
    since = on - timedelta(weeks=limits.draft_weeks) + timedelta(days=limits.first_warning_days)
    return _open().filter(~Exists(CONCLUDED), changed_on__lte=since)


def _run_out(row: Agreement, telling: Telling) -> None:
    """Nothing runs out unwarned: after a standstill the last warning comes first, and the end a day later."""
    state, limits = AgreementState(row.changed_on), AGREEMENT_LIMITS.on(telling.on)
    last = lapses_on(state, limits)
    warned = _told(row, NoticeCode.RUNS_OUT_NOW, row.changed_on)
    if last is not None and last <= telling.on and warned is not None and warned < telling.on:
        row.lapsed_on = telling.on
        row.save()
        tell_parties(row, NoticeCode.LAPSED, telling)
        close(row, telling)
        return
    codes = zip(warning_days(state, limits), (NoticeCode.RUNS_OUT_SOON, NoticeCode.RUNS_OUT_NOW), strict=True)
    due = [code for day, code in codes if day <= telling.on]
    if due and _told(row, due[-1], row.changed_on) is None:
        tell_parties(row, due[-1], telling)


def _to_be_reviewed(on: date) -> QuerySet[Agreement]:
    return _open().filter(Exists(CONCLUDED), review_on__lte=on)


def _due(row: Agreement, telling: Telling) -> None:
    if row.review_on is not None and _told(row, NoticeCode.REVIEW_DUE, row.review_on) is None:
        tell_parties(row, NoticeCode.REVIEW_DUE, telling)


def _with_lost_jobs() -> QuerySet[Agreement]:
    """Where a job at the employer that is a party has ended, and none there goes on."""
    there = Employment.objects.filter(
        person=OuterRef("person"), employer__organisation_number=OuterRef("employer__organisation_number")
    )
    return _open().filter(
        Exists(CONCLUDED),
        Exists(there.exclude(ended_on=None)),
        ~Exists(there.filter(ended_on=None)),
        review_asked_on=None,
        employer__organisation_number__gt="",
    )


def _job_lost(row: Agreement, telling: Telling) -> None:
    """It is asked for as soon as NAV may know; otherwise the jobseeker alone is told, and says so or not.

    NAV knows of jobs it has put down itself, and of all where the jobseeker agrees that specialist and NAV
    work together.
    """
    assert row.employer is not None  # noqa: S101  # filtered so
    jobs = Employment.objects.filter(
        person=row.person, employer__organisation_number=row.employer.organisation_number
    )
    newest = jobs.order_by("-ended_on").select_related("employer").first()
    since = in_force_since(row)
    if (
        newest is None
        or newest.ended_on is None
        or since is None
        or not since <= newest.ended_on < telling.on
    ):
        return
    if AgreementReview.objects.filter(agreement=row, held_on__gt=newest.ended_on).exists():
        return
    if _told(row, NoticeCode.REVIEW_ASKED, newest.ended_on) is not None:
        return
    is_known = newest.employer is not None and newest.employer.team_id == row.office_id
    if is_known or _may_nav_know(row):
        Agreement.objects.filter(pk=row.pk).update(review_asked_on=telling.on, version=F("version") + 1)
        tell_parties(row, NoticeCode.REVIEW_ASKED, telling, only=(Party.NAV, Party.JOBSEEKER))
    else:
        tell_parties(row, NoticeCode.REVIEW_ASKED, telling, only=(Party.JOBSEEKER,))


def _may_nav_know(row: Agreement) -> bool:
    said = ConsentStatement.objects.filter(person=row.person, scope=ConsentScope.NAV_CONTACT, ended_at=None)
    return said.filter(answer=Answer.YES, confirmed_at__isnull=False).exists()


def _told(row: Agreement, code: NoticeCode, since: date) -> date | None:
    """The day they were last told of this, since a day."""
    told = AgreementNotice.objects.filter(agreement=row, code=code, on__gte=since)
    return told.order_by("-on").values_list("on", flat=True).first()
