"""The log cannot be changed unseen: whatever is edited, taken out, swapped, put in or cut off shows."""

import random
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from fotfeste.apps.audit import chain, heads, triggers
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, Who, act, record
from fotfeste.apps.audit.models import LogRow, LogSubject
from fotfeste.apps.vault.keyring import key_ring

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ROWS = 40
MUTATIONS = 1000


def fill(number: int = ROWS) -> None:
    """A log of looks at one person, looks at lists, and denied ones."""
    people = [uuid.UUID(int=n + 1) for n in range(6)]
    for n in range(number):
        who = Who(account=uuid.UUID(int=100 + n % 3), role="employment_specialist", unit=uuid.UUID(int=200))
        shown = tuple(people[: n % 5]) if n % 4 == 0 else ()
        with act():
            record(
                Entry(
                    action=Action.CASELOAD_SEEN if shown else Action.PERSON_SEEN,
                    who=who,
                    at=AT + timedelta(seconds=n),
                    subject=None if shown else people[n % 6],
                    subjects=shown,
                    area="overview",
                    purpose="supervises" if n % 7 == 0 else "",
                    permitted=n % 9 != 0,
                )
            )


@contextmanager
def as_the_owner_of_the_database() -> Iterator[None]:
    """Somebody with the run of the database has taken the triggers away; afterwards all is as it was."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            for statement in triggers.off(connection.vendor):
                cursor.execute(statement)
        yield
        transaction.set_rollback(True)


def broken(place: Path | None = None) -> list[chain.Break]:
    key = key_ring().audit_key
    kept = heads.kept_heads(place, key) if place else []
    return list(chain.breaks(key, heads=kept))


def head_kept_in(place: Path) -> Path:
    """The end of the chain, exported as the worker exports it."""
    file = place / "heads.jsonl"
    with transaction.atomic():
        heads.export_head(file, key_ring().audit_key, at=AT)
    return file


def test_an_untouched_log_is_whole(tmp_path: Path) -> None:
    fill()

    assert broken(head_kept_in(tmp_path)) == []
    assert LogRow.objects.count() == ROWS


FIELDS: dict[str, Callable[[LogRow], object]] = {
    "at": lambda row: row.at + timedelta(microseconds=1),
    "actor": lambda row: uuid.UUID(int=999),
    "actor_role": lambda row: "administrator",
    "actor_unit": lambda row: uuid.UUID(int=998),
    "on_behalf_of": lambda row: uuid.UUID(int=997),
    "action": lambda row: "person.created",
    "subject": lambda row: uuid.UUID(int=996),
    "object_type": lambda row: "relation",
    "object_id": lambda row: uuid.UUID(int=995),
    "area": lambda row: "notes",
    "purpose": lambda row: row.purpose + "x",
    "permitted": lambda row: not row.permitted,
    "reason_code": lambda row: "access.no-relation",
    "channel": lambda row: "api",
    "request_id": lambda row: uuid.UUID(int=994),
    "row_count": lambda row: row.row_count + 1,
    "mac": lambda row: bytes(32),
}


def test_every_column_is_under_the_seal() -> None:
    assert set(FIELDS) == {field.name for field in LogRow._meta.concrete_fields} - {"seq"}


@pytest.mark.parametrize("field", FIELDS)
def test_a_changed_cell_shows(field: str) -> None:
    fill(5)

    with as_the_owner_of_the_database():
        row = LogRow.objects.get(seq=3)
        LogRow.objects.filter(seq=3).update(**{field: FIELDS[field](row)})

        assert broken(), f"nobody would see that {field} was changed"


def edit(rng: random.Random) -> str:
    field = rng.choice(sorted(FIELDS))
    row = rng.choice(list(LogRow.objects.all()))
    LogRow.objects.filter(seq=row.seq).update(**{field: FIELDS[field](row)})
    return f"row {row.seq}: {field} changed"


def delete(rng: random.Random) -> str:
    seq = rng.randint(1, ROWS)
    LogSubject.objects.filter(row_id=seq).delete()
    LogRow.objects.filter(seq=seq).delete()
    return f"row {seq} taken out"


def delete_and_close_the_gap(rng: random.Random) -> str:
    seq = rng.randint(1, ROWS - 1)
    LogSubject.objects.filter(row_id__gte=seq).delete()
    rows = list(LogRow.objects.filter(seq__gt=seq).order_by("seq"))
    LogRow.objects.filter(seq__gte=seq).delete()
    for row in rows:
        row.seq -= 1
    LogRow.objects.bulk_create(rows)
    return f"row {seq} taken out, the others moved up"


def swap(rng: random.Random) -> str:
    one, other = (LogRow.objects.get(seq=seq) for seq in rng.sample(range(1, ROWS + 1), 2))
    fields = [field.attname for field in LogRow._meta.concrete_fields if field.name != "seq"]
    for here, there in ((one.seq, other), (other.seq, one)):
        LogRow.objects.filter(seq=here).update(**{name: getattr(there, name) for name in fields})
    return f"rows {one.seq} and {other.seq} swapped"


def insert(rng: random.Random) -> str:
    row = rng.choice(list(LogRow.objects.all()))
    row.pk = row.seq = ROWS + 1
    row.mac = rng.randbytes(32)
    row.save(force_insert=True)
    return "a row put in at the end"


def truncate(rng: random.Random) -> str:
    seq = rng.randint(1, ROWS)
    LogSubject.objects.filter(row_id__gte=seq).delete()
    LogRow.objects.filter(seq__gte=seq).delete()
    return f"cut off at row {seq}"


def hide_a_person(rng: random.Random) -> str:
    child = rng.choice(list(LogSubject.objects.all()))
    LogSubject.objects.filter(pk=child.pk).delete()
    return f"one of those shown in row {child.row_id} taken out"


def show_another_person(rng: random.Random) -> str:
    child = rng.choice(list(LogSubject.objects.all()))
    LogSubject.objects.filter(pk=child.pk).update(subject=uuid.UUID(int=993))
    return f"one of those shown in row {child.row_id} exchanged"


def add_a_person(rng: random.Random) -> str:
    seq = rng.randint(1, ROWS)
    LogSubject.objects.create(row_id=seq, subject=uuid.UUID(int=992))
    return f"somebody added to row {seq}"


WAYS = [
    edit,
    edit,
    delete,
    delete_and_close_the_gap,
    swap,
    insert,
    truncate,
    hide_a_person,
    show_another_person,
    add_a_person,
]


def test_each_of_a_thousand_tamperings_shows(tmp_path: Path) -> None:
    fill()
    place = head_kept_in(tmp_path)
    rng = random.Random(20261122)
    unseen = []
    for _ in range(MUTATIONS):
        with as_the_owner_of_the_database():
            what = rng.choice(WAYS)(rng)
            if not broken(place):
                unseen.append(what)

    assert unseen == []
    assert broken(place) == [], "the log itself is untouched"


def test_a_tail_that_was_cut_off_shows_only_against_the_head_kept_outside(tmp_path: Path) -> None:
    fill()
    place = head_kept_in(tmp_path)

    with as_the_owner_of_the_database():
        LogSubject.objects.filter(row_id__gt=30).delete()
        LogRow.objects.filter(seq__gt=30).delete()

        assert broken() == []
        assert broken(place) == [chain.Break(ROWS, "cut off")]


def test_a_log_that_was_made_anew_with_another_key_shows() -> None:
    fill(5)

    assert len(list(chain.breaks(b"x" * 32))) == 5


def test_the_file_of_heads_shows_when_it_is_tampered_with(tmp_path: Path) -> None:
    fill(5)
    place = head_kept_in(tmp_path)
    place.write_text(place.read_text().replace('"seq": 5', '"seq": 4'))

    with pytest.raises(ValueError, match="Line 1"):
        heads.kept_heads(place, key_ring().audit_key)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_logrow SET area = 'x'",
        "UPDATE audit_logsubject SET row_id = 2",
        "DELETE FROM audit_logrow",
        "DELETE FROM audit_logsubject",
    ],
)
def test_the_database_itself_refuses_to_change_the_log(statement: str) -> None:
    fill(5)
    refused = pytest.raises(DatabaseError, match="only ever added to")

    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert LogRow.objects.count() == 5
    assert broken() == []


def test_a_look_is_decided_read_logged_and_only_then_committed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The log is written last, inside the transaction of the look."""
    steps: list[str] = []
    append = chain.append

    def noted(*arguments: object) -> None:
        steps.append("logged inside a transaction" if connection.in_atomic_block else "logged too late")
        append(*arguments)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(chain, "append", noted)
    with act():
        record(Entry(Action.PERSON_SEEN, Who(account=uuid.uuid4()), AT))
        steps.append("read")

    assert steps == ["read", "logged inside a transaction"]
