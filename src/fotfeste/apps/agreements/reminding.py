"""Reminding of promises: whoever gave one before its day, and all it concerns when the day is over (A-05).

Each party once for a day, and an employer only of promises it may be told of that day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from fotfeste.apps.agreements.employer_members import number_of
from fotfeste.apps.agreements.models import AgreedPromise, Agreement, AgreementNotice
from fotfeste.apps.agreements.notices import Telling, tell_parties
from fotfeste.apps.agreements.promises_seen import days_of, promises_for_employer
from fotfeste.apps.agreements.tellable import NOTHING, tellable_to_employer
from fotfeste.apps.vault.keys import keys_of
from fotfeste.domain.agreements.keeping import Reminder, reminder
from fotfeste.domain.agreements.notices import NoticeCode
from fotfeste.domain.agreements.parties import Party, Towards, ends_of
from fotfeste.parameters import AGREEMENT_LIMITS


@dataclass(frozen=True, slots=True)
class _Due:
    """A party that is to be reminded of a promise, unless it has been since a day."""

    promise: AgreedPromise
    code: NoticeCode
    party: Party
    since: date


def with_promises_due(open_ones: QuerySet[Agreement], *, on: date) -> QuerySet[Agreement]:
    """Those among them with a promise whose day is near or over."""
    ahead = on + timedelta(days=AGREEMENT_LIMITS.on(on).remind_days)
    due = AgreedPromise.objects.filter(
        agreement=OuterRef("pk"), kept_on=None, broken_on=None, ended_on=None, deadline__lte=ahead
    )
    return open_ones.filter(Exists(due))


def remind(row: Agreement, telling: Telling) -> None:
    """Tell each party what it has not been told since."""
    untold = [each for each in _due(row, telling.on) if not _is_told(row, each)]
    if not untold:
        return
    employers = _told_the_employer(row, telling.on) if row.employer_id else frozenset()
    for each in untold:
        may_know = each.party is not Party.EMPLOYER or each.promise.pk in employers
        if may_know and not _is_told(row, each):
            tell_parties(row, each.code, telling, only=(each.party,))


def _due(row: Agreement, on: date) -> Iterator[_Due]:
    days = AGREEMENT_LIMITS.on(on).remind_days
    for promise in AgreedPromise.objects.filter(agreement=row).order_by("deadline", "pk"):
        found = reminder(days_of(promise), remind_days=days, on=on)
        if found is None or promise.deadline is None:
            continue
        owner = Party(promise.owner)
        if found is Reminder.SOON:
            yield _Due(promise, NoticeCode.PROMISE_DUE, owner, promise.deadline - timedelta(days=days))
            continue
        for party in sorted(ends_of(owner, Towards(promise.towards)) | {Party.NAV}):
            yield _Due(promise, NoticeCode.PROMISE_LATE, party, promise.deadline + timedelta(days=1))


def _is_told(row: Agreement, due: _Due) -> bool:
    told = AgreementNotice.objects.filter(agreement=row, code=due.code, party=due.party)
    return told.filter(on__gte=due.since).exists()


def _told_the_employer(row: Agreement, on: date) -> frozenset[int]:
    """The promises (row ids) that the employer may be told of that day."""
    key = keys_of([(row.person_id, row.person.public_id)])[row.person_id]
    tellable = tellable_to_employer(row, on=on) or NOTHING
    seen = promises_for_employer(row, number_of(row), key, tellable, on=on)
    return frozenset(each.row.pk for each in seen)
