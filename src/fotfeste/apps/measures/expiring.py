"""Measures that run out: who they are, what the rules say of each, and warning of them by night (F-13)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from fotfeste.apps.measures.duration import length_facts, needs_of
from fotfeste.apps.measures.models import (
    ExpiryWarning,
    GuideAssignment,
    MeasureDecision,
    Participation,
)
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.people.models import Account
from fotfeste.domain.measures.expiry import runs_out
from fotfeste.domain.measures.kinds import MeasureNeed
from fotfeste.domain.verdict import Refused, Verdict
from fotfeste.parameters import EXPIRY_WARNINGS
from fotfeste.parameters.answers import ask

A_BATCH = 2000
NOTICE = "mail.notice"


@dataclass(frozen=True, slots=True)
class Expiring:
    """A participation that runs out, and what is said of it: the last day first, then what can be granted."""

    row: Participation
    said: Verdict


def expiring(among: QuerySet[Participation], *, on: date) -> list[Expiring]:
    """Those of them that run out within the first warning, the soonest first. Two statements."""
    rows = list(_within(among, on).order_by("last_day", "pk"))
    needs = needs_of([row.case_id for row in rows])
    return [Expiring(row, said_of(row, needs.get(row.case_id, MeasureNeed()), on=on)) for row in rows]


def said_of(row: Participation, need: MeasureNeed, *, on: date) -> Verdict:
    """What the rules of that day say of one that runs out. Where no rule applies any more: that, too."""
    facts = {**length_facts(row, need), "last_day": row.last_day.isoformat()}
    try:
        return ask("measure.expiry", facts, on=on).outcome.notes
    except Refused as refused:
        return (*runs_out(row.last_day, EXPIRY_WARNINGS.on(on), on=on), *refused.verdict)


def ring_for_the_expiring(*, on: date) -> int:
    """Put down each warning that is due and not yet put down. How many there were.

    Some at a time, each lot in a transaction of its own: stopped midway, it goes on where it was.
    Only the latest ring of each counts: nobody is told twice because the house stood still for a month.
    """
    return sum(_ring(ring, soonest, latest, on) for ring, soonest, latest in windows(on))


def tell_of_warnings(*, at: datetime) -> int:
    """One neutral notice to each account that a new warning concerns, however many there are. How many."""
    with transaction.atomic():
        untold = ExpiryWarning.objects.filter(told_at=None)
        newest = untold.order_by("-pk").values_list("pk", flat=True).first()
        if newest is None:
            return 0
        these = untold.filter(pk__lte=newest)
        accounts = _accounts(these)
        Errand.objects.bulk_create(
            (
                Errand(kind=NOTICE, payload={"what": "notice", "account": str(each)}, not_before=at)
                for each in accounts
            ),
            batch_size=A_BATCH,
        )
        these.update(told_at=at)
        return len(accounts)


def _within(among: QuerySet[Participation], on: date) -> QuerySet[Participation]:
    first = timedelta(weeks=EXPIRY_WARNINGS.on(on).first_weeks)
    return among.filter(ended_on=None, last_day__gte=on, last_day__lte=on + first)


def windows(on: date) -> Iterator[tuple[int, date, date]]:
    """Each ring with the last days it is for."""
    numbers = EXPIRY_WARNINGS.on(on)
    ends = [
        on + timedelta(weeks=each) for each in (numbers.first_weeks, numbers.second_weeks, numbers.last_weeks)
    ]
    after = [*(end + timedelta(days=1) for end in ends[1:]), on]
    for ring, (soonest, latest) in enumerate(zip(after, ends, strict=True), start=1):
        yield ring, soonest, latest


def _ring(ring: int, soonest: date, latest: date, on: date) -> int:
    rung, day, row = 0, soonest, 0
    while lot := _lot(ring, (day, row), latest):
        with transaction.atomic():
            ExpiryWarning.objects.bulk_create(
                (_warning(pk, person, last, ring, on) for pk, person, last in lot), ignore_conflicts=True
            )
        rung += len(lot)
        row, _person, day = lot[-1]
    return rung


def _lot(ring: int, after: tuple[date, int], latest: date) -> Sequence[tuple[int, int, date]]:
    """The next of those without this warning, from a place on: row id, person, last day."""
    warned = ExpiryWarning.objects.filter(
        participation=OuterRef("pk"), last_day=OuterRef("last_day"), ring=ring
    )
    day, row = after
    further = Q(last_day__gt=day) | Q(last_day=day, pk__gt=row)
    rows = Participation.objects.filter(
        further, ~Exists(warned), ended_on=None, last_day__range=(day, latest)
    )
    return list(rows.order_by("last_day", "pk").values_list("pk", "person_id", "last_day")[:A_BATCH])


def _warning(participation: int, person: int, last: date, ring: int, on: date) -> ExpiryWarning:
    return ExpiryWarning(
        participation_id=participation, person_id=person, last_day=last, ring=ring, rung_on=on
    )


def _accounts(warnings: QuerySet[ExpiryWarning]) -> set[object]:
    """The person, the guide of today, and the adviser who decided last, of each; those who can log in."""
    of_these = {"participation__in": warnings.values("participation")}
    guides = GuideAssignment.objects.filter(until_day=None, **of_these).values("account")
    decisions = MeasureDecision.objects.filter(**of_these)
    later = decisions.filter(participation=OuterRef("participation"), pk__gt=OuterRef("pk"))
    deciders = decisions.filter(~Exists(later)).values("decided_by")
    people = warnings.exclude(person__account=None).values("person__account")
    return set(
        Account.objects.filter(is_active=True)
        .exclude(email="")
        .filter(Q(pk__in=people) | Q(pk__in=guides) | Q(pk__in=deciders))
        .values_list("public_id", flat=True)
    )
