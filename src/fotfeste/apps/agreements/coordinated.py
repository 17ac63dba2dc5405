"""The contact person's one list: every open promise of all parties and NAV units, what is late first (A-04).

The same few statements however many there are. A look names everybody it showed in the log.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import Count, F, Max, Q, QuerySet

from fotfeste.apps.agreements.contacts import parties_of_rhythm
from fotfeste.apps.agreements.models import (
    AgreedPromise,
    Agreement,
    AgreementQuestion,
    ContactPerson,
    RegularContact,
)
from fotfeste.apps.agreements.promises_seen import PromiseSeen
from fotfeste.apps.agreements.question_rows import QuestionSeen
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.consents.visible import not_hidden_from
from fotfeste.apps.people.acting import Acting, standing
from fotfeste.apps.people.models import Person, Relation
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.vault.keys import keys_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.agreements.applying import ApplicationState
from fotfeste.domain.agreements.parties import NavUnit, Party
from fotfeste.domain.agreements.rhythm import next_due
from fotfeste.domain.job_support import SupportFrequency
from fotfeste.domain.permissions import Ability
from fotfeste.parameters import AGREEMENT_LIMITS

A_PAGE, MOST = 50, 50
OPEN = Q(kept_on=None, broken_on=None, ended_on=None)


class Which(StrEnum):
    """Which promises are asked for."""

    OPEN = "open"
    LATE = "late"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class ListAsked:
    """What the list is narrowed to. None: all of them. `page` is counted from 1."""

    which: Which = Which.OPEN
    owner: Party | None = None
    nav_unit: NavUnit | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class Around:
    """Whose agreement it is, and with which business."""

    person: UUID
    name: SealedContact = field(repr=False)
    employer: str


@dataclass(frozen=True, slots=True)
class ContactMissing:
    """Contact that is due and has not been, towards one party."""

    row: AgreedPromise
    party: Party
    due_by: date
    around: Around
    key: SealingKey = field(repr=False)


@dataclass(frozen=True, slots=True)
class Coordinated:
    """The list, and what else waits. `late`, `open` and `broken` count all, not only what is shown."""

    promises: Sequence[tuple[PromiseSeen, Around]]
    has_more: bool
    open: int
    late: int
    broken: int
    questions: Sequence[tuple[QuestionSeen, Around]]
    applications: Sequence[tuple[PromiseSeen, Around]]
    missing: Sequence[ContactMissing]
    missing_all: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much is late or waits for an answer. Names nobody."""

    late: int = 0
    questions: int = 0


def access_coordinated(acting: Acting, asked: ListAsked, *, at: datetime, on: date) -> Coordinated:
    """All promises of the agreements one is contact person for; questions also of one's own office."""
    with act():
        mine = AgreedPromise.objects.filter(agreement__in=_mine(acting, on))
        counts = mine.aggregate(
            open=Count("pk", filter=OPEN),
            late=Count("pk", filter=OPEN & Q(deadline__lt=on)),
            broken=Count("pk", filter=_BROKEN),
        )
        rows = _narrowed(mine, asked, on)
        questions = _questions(acting, on)
        applications = _applications(mine, on)
        missing, missing_all = _missing(mine, on)
        shown = rows[:A_PAGE]
        every = [*shown, *questions, *applications, *(row for row, *_ in missing)]
        people = {row.person_id: row.person for row in every}
        subjects = tuple(person.log_id for person in people.values())
        record(Entry(Action.AGREEMENTS_SEEN, acting.who, at, subjects=subjects, area="promises"))
        keys = keys_of([(pk, person.public_id) for pk, person in people.items()])

        def promise(row: AgreedPromise) -> tuple[PromiseSeen, Around]:
            return PromiseSeen(row, on, keys[row.person_id]), _around(row, keys)

        waiting = [promise(row) for row in applications]
        return Coordinated(
            promises=[promise(row) for row in shown],
            has_more=len(rows) > A_PAGE,
            questions=[(QuestionSeen(row, on, keys[row.person_id]), _around(row, keys)) for row in questions],
            applications=[each for each in waiting if each[0].application_state is ApplicationState.LATE],
            missing=[
                ContactMissing(row, party, due, _around(row, keys), keys[row.person_id])
                for row, party, due in missing
            ],
            missing_all=missing_all,
            **counts,
        )


def waiting_for(acting: Acting, *, on: date) -> Waiting:
    """For the front page: late promises one coordinates, and questions without an answer. Not a look."""
    if not acting.has(Ability.AGREEMENT_REQUEST_ANSWER):
        return Waiting()
    late = AgreedPromise.objects.filter(OPEN, agreement__in=_mine(acting, on), deadline__lt=on).count()
    return Waiting(late, _unanswered(acting, on).count())


_BROKEN = Q(kept_on=None, ended_on=None, broken_on__isnull=False)


def _mine(acting: Acting, on: date) -> QuerySet[Agreement]:
    """The open agreements one is contact person for today."""
    relations = Relation.objects.filter(standing(on), account=acting.account_id)
    named = ContactPerson.objects.filter(
        account=acting.account_id, until_day=None, relation__in=relations.values("pk")
    )
    return Agreement.objects.filter(
        not_hidden_from(acting), pk__in=named.values("agreement"), ended_on=None, lapsed_on=None
    )


def _narrowed(mine: QuerySet[AgreedPromise], asked: ListAsked, on: date) -> list[AgreedPromise]:
    """One page, and one more to know whether there is another. What is late stands first by its day."""
    rows = mine.filter(_BROKEN if asked.which is Which.BROKEN else OPEN)
    if asked.which is Which.LATE:
        rows = rows.filter(deadline__lt=on)
    if asked.owner is not None:
        rows = rows.filter(owner=asked.owner)
    if asked.nav_unit is not None:
        rows = rows.filter(owner=Party.NAV, nav_unit=asked.nav_unit)
    first = (asked.page - 1) * A_PAGE
    ordered = rows.order_by(F("deadline").asc(nulls_last=True), "pk")
    return list(_with_whom(ordered)[first : first + A_PAGE + 1])


def _unanswered(acting: Acting, on: date) -> QuerySet[AgreementQuestion]:
    """Of those one is contact person for, and of the own office, which answers when that one is away."""
    of_office = Q(agreement__office=acting.unit_id, agreement__ended_on=None, agreement__lapsed_on=None)
    whose = Q(agreement__in=_mine(acting, on)) | of_office
    return AgreementQuestion.objects.filter(whose, not_hidden_from(acting), answered_at=None)


def _questions(acting: Acting, on: date) -> list[AgreementQuestion]:
    rows = _unanswered(acting, on).select_related("asked_by", "answered_by", "person", "agreement__employer")
    return list(rows.order_by("answer_by", "pk")[:MOST])


def _applications(mine: QuerySet[AgreedPromise], on: date) -> list[AgreedPromise]:
    """Those that may be late: whether they are, the closed days decide."""
    days = AGREEMENT_LIMITS.on(on).answer_application_days
    sent = mine.filter(OPEN, answered_on=None, applied_on__lt=on - timedelta(days=days))
    return list(_with_whom(sent.order_by("applied_on", "pk"))[:MOST])


def _missing(mine: QuerySet[AgreedPromise], on: date) -> tuple[list[tuple[AgreedPromise, Party, date]], int]:
    """Where contact is due: the longest overdue first, and how many there are."""
    every = mine.filter(OPEN, owner=Party.NAV, from_day__isnull=False).exclude(
        every__in=("", SupportFrequency.WHEN_NEEDED)
    )
    columns = ("pk", "agreement_id", "owner", "towards", "every", "from_day")
    had = _last_had(mine)
    due = sorted(_due(every.only(*columns), had, on), key=lambda each: (each[2], each[0]))
    first = due[:MOST]
    rows = {row.pk: row for row in _with_whom(AgreedPromise.objects.filter(pk__in=[pk for pk, *_ in first]))}
    return [(rows[pk], party, by) for pk, party, by in first], len(due)


def _last_had(mine: QuerySet[AgreedPromise]) -> dict[tuple[int, str], date]:
    """The last contact with each party of each agreement."""
    rows = RegularContact.objects.filter(agreement__in=mine.values("agreement"))
    found = rows.values("agreement", "with_party").annotate(last=Max("had_on"))
    return {(row["agreement"], row["with_party"]): row["last"] for row in found}


def _due(
    rows: Iterable[AgreedPromise], had: dict[tuple[int, str], date], on: date
) -> Iterable[tuple[int, Party, date]]:
    for row in rows:
        for party in parties_of_rhythm(row):
            last = had.get((row.agreement_id, party))
            assert row.from_day is not None  # noqa: S101  # asked for above
            by = next_due(row.from_day, SupportFrequency(row.every), (last,) if last else ())
            if by is not None and by < on:
                yield row.pk, party, by


def _with_whom(rows: QuerySet[AgreedPromise]) -> QuerySet[AgreedPromise]:
    return rows.select_related("person", "agreement__employer", "said_by")


def _around(row: AgreedPromise | AgreementQuestion, keys: dict[int, SealingKey]) -> Around:
    person: Person = row.person
    employer = row.agreement.employer.name if row.agreement.employer else ""
    return Around(person.public_id, SealedContact(person, keys[row.person_id]), employer)
