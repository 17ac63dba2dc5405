"""Reading the log: who has looked at one person, and what one member of staff has looked at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from fotfeste.apps.audit.models import LogRow, LogSubject


@dataclass(frozen=True, slots=True)
class Look:
    """One look or act at one person, as the log has it. `shown_with`: how many stood in the same list."""

    seq: int
    at: datetime
    actor: UUID | None
    role: str
    unit: UUID | None
    on_behalf_of: UUID | None
    action: str
    area: str
    purpose: str
    permitted: bool
    reason_code: str
    channel: str
    shown_with: int

    @property
    def who(self) -> UUID | None:
        """The human behind it: for a program, the one it acts for."""
        return self.on_behalf_of or self.actor


def looks_at(
    subject: UUID,
    *,
    most: int,
    before: int | None = None,
    except_for: UUID | None = None,
    without: Q | None = None,
) -> list[Look]:
    """Looks at one person, the newest first; those before row `before`.

    Without one's own (`except_for`), and without single looks of the kind `without` tells.
    """
    alone, listed = LogRow.objects.filter(subject=subject), _in_lists(subject)
    if without is not None:
        alone = alone.exclude(without)
    if before is not None:
        alone, listed = alone.filter(seq__lt=before), listed.filter(row_id__lt=before)
    if except_for is not None:
        alone, listed = alone.exclude(actor=except_for), listed.exclude(row__actor=except_for)
    rows = {row.seq: row for row in alone.order_by("-seq")[:most]}
    rows |= {child.row_id: child.row for child in listed.order_by("-row_id")[:most]}
    return [_look(rows[seq]) for seq in sorted(rows, reverse=True)[:most]]


def look_at(subject: UUID, seq: int) -> Look | None:
    """One look at this person, by its number in the log; None when that row is about somebody else."""
    row = LogRow.objects.filter(subject=subject, seq=seq).first()
    child = None if row else _in_lists(subject).filter(row_id=seq).first()
    found = child.row if child else row
    return _look(found) if found else None


def looks_of(actor: UUID, *, since: datetime, until: datetime, most: int) -> list[tuple[Look, list[UUID]]]:
    """What an account has looked at and done in a period, the newest first, and whom each was about."""
    rows = list(LogRow.objects.filter(actor=actor, at__gte=since, at__lt=until).order_by("-seq")[:most])
    shown = _shown(rows)
    return [(_look(row), _about(row, shown)) for row in rows]


def _about(row: LogRow, shown: dict[int, list[UUID]]) -> list[UUID]:
    return ([row.subject] if row.subject else []) + shown.get(row.seq, [])


def _shown(rows: Sequence[LogRow]) -> dict[int, list[UUID]]:
    shown: dict[int, list[UUID]] = {}
    lists = [row.seq for row in rows if row.row_count]
    for seq, subject in LogSubject.objects.filter(row_id__in=lists).values_list("row_id", "subject"):
        shown.setdefault(seq, []).append(subject)
    return shown


def _in_lists(subject: UUID) -> QuerySet[LogSubject]:
    return LogSubject.objects.filter(subject=subject).select_related("row")


def _look(row: LogRow) -> Look:
    return Look(
        seq=row.seq,
        at=row.at,
        actor=row.actor,
        role=row.actor_role,
        unit=row.actor_unit,
        on_behalf_of=row.on_behalf_of,
        action=row.action,
        area=row.area,
        purpose=row.purpose,
        permitted=row.permitted,
        reason_code=row.reason_code,
        channel=row.channel,
        shown_with=row.row_count,
    )


@dataclass(frozen=True, slots=True)
class FoldedLook:
    """Several looks of one day that were alike: the same actor, in the same way, for the same reason."""

    first: Look
    times: tuple[datetime, ...]

    @property
    def count(self) -> int:
        """How many they were."""
        return len(self.times)


def folded(looks: Iterable[Look]) -> list[FoldedLook]:
    """Looks that are alike as one, in the order of the newest of each. Meant for the looks of one day."""
    groups: dict[tuple[object, ...], list[Look]] = {}
    for look in looks:
        alike = (look.who, look.role, look.unit, look.action, look.area, look.purpose, look.permitted)
        groups.setdefault((*alike, look.channel), []).append(look)
    return [FoldedLook(group[0], tuple(look.at for look in group)) for group in groups.values()]
