"""The chain: each row is sealed together with the one before it, so that none can be changed unseen."""

import hmac
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC
from hashlib import sha256
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from fotfeste.apps.audit.models import LogRow, LogSubject
from fotfeste.new_rows import save_new
from fotfeste.prepared import prepared

GENESIS = b"\0" * 32
LOCK = 0x466F74666573  # any number, the same everywhere: it names the lock on the end of the chain
_CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: the number of the last row and its seal."""

    seq: int
    mac: bytes


@dataclass(frozen=True, slots=True)
class Break:
    """Where the chain does not hold, and how it shows."""

    seq: int
    what: str


def head() -> Head:
    """The last row's number and seal. Takes the lock on the chain's end where the database needs one."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    last = _last()
    return Head(last[0][0], bytes(last[0][1])) if last else Head(0, GENESIS)


@prepared
def _last() -> "QuerySet[LogRow, tuple[int, bytes | memoryview[int]]]":
    return LogRow.objects.order_by("-seq").values_list("seq", "mac")[:1]


def append(rows: Sequence[tuple[LogRow, Sequence[UUID]]], key: bytes) -> None:
    """Number, seal and save the rows at the end of the chain. Call it as the last step before commit."""
    end = head()
    children: list[LogSubject] = []
    for row, subjects in rows:
        row.seq = end.seq + 1
        row.mac = sealed(row, subjects, end.mac, key)
        end = Head(row.seq, row.mac)
        children += [LogSubject(row_id=row.seq, subject=subject) for subject in sorted(set(subjects))]
    save_new([row for row, _ in rows])
    save_new(children)


def sealed(row: LogRow, subjects: Iterable[UUID], previous: bytes, key: bytes) -> bytes:
    """The seal of a row: over its content, the persons it shows, and the seal before it."""
    content = json.dumps(_content(row, subjects), sort_keys=True, separators=(",", ":"))
    return hmac.new(key, previous + content.encode(), sha256).digest()


def breaks(key: bytes, *, heads: Sequence[Head] = ()) -> Iterator[Break]:
    """Every place where the chain does not hold, from its beginning to its end.

    `heads` are ends of the chain kept outside the database: a tail cut off shows only against them.
    """
    expected, previous = 1, GENESIS
    kept = {known.seq: known.mac for known in heads}
    for row, subjects in _in_order():
        if row.seq != expected:
            yield Break(expected, "missing")
            expected = row.seq
        if not hmac.compare_digest(bytes(row.mac), sealed(row, subjects, previous, key)):
            yield Break(row.seq, "changed")
        if kept.pop(row.seq, bytes(row.mac)) != bytes(row.mac):
            yield Break(row.seq, "other than the head kept outside")
        previous, expected = bytes(row.mac), row.seq + 1
    for seq in sorted(kept):
        yield Break(seq, "cut off")


def _in_order() -> Iterator[tuple[LogRow, list[UUID]]]:
    after = 0
    while rows := list(LogRow.objects.filter(seq__gt=after).order_by("seq")[:_CHUNK]):
        shown: dict[int, list[UUID]] = {}
        between = LogSubject.objects.filter(row_id__gte=rows[0].seq, row_id__lte=rows[-1].seq)
        for row_id, subject in between.values_list("row_id", "subject"):
            shown.setdefault(row_id, []).append(subject)
        for row in rows:
            yield row, shown.get(row.seq, [])
        after = rows[-1].seq


def _content(row: LogRow, subjects: Iterable[UUID]) -> dict[str, object]:
    shown = sha256(",".join(sorted(subject.hex for subject in set(subjects))).encode()).hexdigest()
    return {
        "seq": row.seq,
        "at": row.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "who": [_hex(row.actor), row.actor_role, _hex(row.actor_unit), _hex(row.on_behalf_of)],
        "what": [row.action, row.object_type, _hex(row.object_id), row.area, row.row_count],
        "whom": [_hex(row.subject), shown],
        "why": [row.purpose, row.permitted, row.reason_code],
        "how": [row.channel, _hex(row.request_id)],
    }


def _hex(value: UUID | None) -> str:
    return value.hex if value else ""
