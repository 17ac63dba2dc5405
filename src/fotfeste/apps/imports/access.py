"""The door to a list on its way in: for whoever brought it, and for the team's IPS supervisor."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record, refused
from fotfeste.apps.consents.door import Denied
from fotfeste.apps.imports import problems
from fotfeste.apps.imports.batches import OpenBatch, open_batch
from fotfeste.apps.imports.may_read import CHANGED, Readable, purpose_of, readable, told
from fotfeste.apps.imports.models import ImportBatch, ImportStage, RowState, StagedRow
from fotfeste.apps.imports.report import heading_of, report_csv, row_name, row_problems
from fotfeste.apps.imports.rows import as_mended, columns_of, original
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.domain.brought_in import Problem
from fotfeste.domain.caseload_list.across import SHARED
from fotfeste.domain.caseload_list.who import KEEP
from fotfeste.domain.permissions import Ability, Decision, RelationKind, Role

ROWS_A_PAGE = 25


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: as it was written, and as it stands now."""

    column: str
    heading: str
    written: str
    now: str


@dataclass(frozen=True, slots=True)
class RowCard:
    """One row, to be shown."""

    public_id: UUID
    number: int
    name: str = field(repr=False)
    state: RowState
    problems: tuple[Problem, ...]
    version: int
    is_left_out: bool
    cells: tuple[Cell, ...] = field(default=(), repr=False)
    next_waiting: UUID | None = None
    still_waiting: int = 0


@dataclass(frozen=True, slots=True)
class ListPage:
    """A list on its way in, and one page of its rows."""

    batch: ImportBatch
    about_list: tuple[Problem, ...]
    counts: Mapping[str, int]
    rows: tuple[RowCard, ...] = ()
    next_after: int = 0
    alike: tuple["Alike", ...] = ()


@dataclass(frozen=True, slots=True)
class Alike:
    """A question that several rows ask, so that it can be answered once for all of them.

    `asked_by` is each of them: number, name, and the question as that row asks it.
    """

    problem: Problem
    rows: int
    asked_by: tuple[tuple[int, str, Problem], ...] = field(default=(), repr=False)


def access_lists(acting: Acting, *, at: datetime) -> tuple[ImportBatch, ...]:
    """The lists that are on their way in, or came in lately, and that this actor may open."""
    with act():
        _require(acting, at)
        found = _mine(acting).exclude(stage=ImportStage.DROPPED).order_by("-brought_at")
        shown = tuple(found.select_related("brought_by")[:20])
        record(Entry(Action.IMPORT_SEEN, acting.who, at))
    return shown


@contextmanager
def batch_opened(
    acting: Acting,
    public_id: UUID,
    *,
    at: datetime,
    action: Action = Action.IMPORT_SEEN,
    shown: Sequence[UUID] = (),
) -> Iterator[ImportBatch]:
    """One list, for a look or an act. Somebody else's does not exist.

    `shown`, filled in meanwhile, are the persons (their ids in the log) whose record something is told of.
    """
    entry = Entry(action, acting.who, at, object_type="import")
    with act():
        _require(acting, at)
        found = _mine(acting).select_related("team__controller", "brought_by")
        batch = found.filter(public_id=public_id).first()
        if batch is None:
            record(refused(entry, "access.no-such-list"))
            raise Denied(Decision(reason_code="access.no-such-list"))
        yield batch
        done = replace(entry, object_id=batch.public_id, subjects=tuple(shown))
        because = purpose_of(acting) or RelationKind.EMPLOYMENT_SPECIALIST
        record(replace(done, purpose=because) if shown else done)


def access_list(
    acting: Acting, public_id: UUID, *, at: datetime, state: str = "", after: int = 0
) -> ListPage:
    """A list with one page of its rows in a state, those after row number `after`."""
    about: list[UUID] = []
    with batch_opened(acting, public_id, at=at, shown=about) as batch:
        counted = batch.rows.values_list("state").annotate(count=Count("pk")).order_by()
        counts = dict(counted)
        rows: Sequence[StagedRow] = ()
        columns: Readable = {}
        waiting: Sequence[StagedRow] = ()
        if batch.wrapped_key is not None:
            chosen = batch.rows.filter(state=state) if state else batch.rows.all()
            rows = list(chosen.filter(number__gt=after).order_by("number")[: ROWS_A_PAGE + 1])
            columns = _readable(acting, rows[:ROWS_A_PAGE], about, at)
            waiting = list(batch.rows.filter(state=RowState.WAITS).order_by("number"))
    of_list = problems.from_json(batch.problems)
    if batch.wrapped_key is None:
        return ListPage(batch, of_list, counts)
    opened = open_batch(batch)
    shown = tuple(_card(row, opened, columns) for row in rows[:ROWS_A_PAGE])
    more = rows[ROWS_A_PAGE - 1].number if len(rows) > ROWS_A_PAGE else 0
    return ListPage(batch, of_list, counts, shown, more, _alike(waiting, opened))


def access_row(acting: Acting, public_id: UUID, row: UUID, *, at: datetime) -> tuple[ImportBatch, RowCard]:
    """One row with all its cells."""
    about: list[UUID] = []
    with batch_opened(acting, public_id, at=at, shown=about) as batch:
        staged = batch.rows.filter(public_id=row).first()
        if staged is None or batch.stage != ImportStage.PREVIEW:
            raise Denied(Decision(reason_code="access.no-such-row"))
        columns = _readable(acting, [staged], about, at)
        waiting = _others_waiting(batch, staged)
    card = _card(staged, open_batch(batch), columns, with_cells=True)
    return batch, replace(card, next_waiting=waiting[0] if waiting else None, still_waiting=len(waiting))


def access_report(acting: Acting, public_id: UUID, *, language: str, at: datetime) -> bytes:
    """What becomes of each row, as a file."""
    about: list[UUID] = []
    opened = batch_opened(acting, public_id, at=at, action=Action.IMPORT_REPORT_TAKEN, shown=about)
    with opened as batch:
        columns = _readable(acting, batch.rows.exclude(about=None), about, at)
        return report_csv(batch, language=language, columns=columns)


def _others_waiting(batch: ImportBatch, row: StagedRow) -> list[UUID]:
    """The other rows that wait for an answer: those further down first, then from the top."""
    waiting = batch.rows.filter(state=RowState.WAITS).exclude(pk=row.pk).order_by("number")
    found = list(waiting.values_list("number", "public_id"))
    return [key for number, key in found if number > row.number] + [
        key for number, key in found if number < row.number
    ]


def _readable(acting: Acting, rows: Iterable[StagedRow], about: list[UUID], at: datetime) -> Readable:
    """What may be told of the persons these rows are about; they are added to those the look is logged on."""
    columns = readable(acting, (row.about_id for row in rows if row.about_id is not None), at=at)
    about.extend(Person.objects.filter(pk__in=list(columns)).values_list("log_id", flat=True))
    return columns


def _mine(acting: Acting):  # type: ignore[no-untyped-def]  # a queryset of batches
    found = ImportBatch.objects.filter(team=acting.unit_id)
    if acting.role is Role.IPS_SUPERVISOR:
        return found
    return found.filter(brought_by=acting.account_id)


def _require(acting: Acting, at: datetime) -> None:
    if not acting.has(Ability.LIST_BRING):
        record(refused(Entry(Action.IMPORT_SEEN, acting.who, at), "access.not-for-your-role"))
        raise Denied(Decision(reason_code="access.not-for-your-role", may_know=True))


def _card(row: StagedRow, opened: OpenBatch, columns: Readable, *, with_cells: bool = False) -> RowCard:
    return RowCard(
        public_id=row.public_id,
        number=row.number,
        name=row_name(row, opened),
        state=RowState(row.state),
        problems=told(row_problems(row, opened), columns.get(row.about_id or 0, ())),
        version=row.version,
        is_left_out=row.is_left_out,
        cells=_cells(row, opened) if with_cells else (),
    )


def _cells(row: StagedRow, opened: OpenBatch) -> tuple[Cell, ...]:
    written, now = original(row, opened), as_mended(row, opened)
    kind = opened.batch.kind
    return tuple(
        Cell(column.value, heading_of(kind, column.value), written[column], now[column])
        for column in columns_of(kind)
    )


def _alike(rows: Sequence[StagedRow], opened: OpenBatch) -> tuple[Alike, ...]:
    """Questions that several rows ask, the most common first."""
    asked: dict[str, list[tuple[int, str, Problem]]] = {}
    for row in rows:
        for problem in filter(_can_be_answered_alike, row_problems(row, opened)):
            by_row = (row.number, row_name(row, opened), problem)
            asked.setdefault(problem.reason.code, []).append(by_row)
    several = [
        Alike(_for_all(found[0][2]), len(found), tuple(found)) for found in asked.values() if len(found) > 1
    ]
    return tuple(sorted(several, key=lambda each: -each.rows))


def _can_be_answered_alike(problem: Problem) -> bool:
    is_alike = problem.choices and not any(each.value for each in problem.choices)
    return bool(problem.holds_back and is_alike and problem.reason.code not in CHANGED)


def _for_all(problem: Problem) -> Problem:
    """The question with the answers that can be true of all: an address is not everyone's own."""
    if problem.reason.code not in SHARED:
        return problem
    return replace(problem, choices=tuple(each for each in problem.choices if each != KEEP))
