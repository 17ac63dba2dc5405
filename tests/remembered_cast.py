"""The cast made once, and laid in again before each test that asks for it.

Making the cast takes every service through its whole act, which is most of what a short test costs.
The rows that came out of it are kept and laid in as they were; nothing in the product knows of it.
"""

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from fotfeste.cli.cast import Cast, make_cast


@dataclass(frozen=True, slots=True)
class Rows:
    """What one table held when the cast had been made."""

    table: str
    columns: Sequence[str]
    rows: Sequence[tuple[Any, ...]]

    def lay_in(self) -> None:
        """The same rows, with the same keys, in a table that holds none of them."""
        names = ", ".join(connection.ops.quote_name(name) for name in self.columns)
        places = ", ".join("%s" for _ in self.columns)
        table = connection.ops.quote_name(self.table)
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", self.rows)  # noqa: S608  # names from the database's own catalogue


@dataclass(frozen=True, slots=True)
class RememberedCast:
    """The cast, the rows it left, and the key set its names are sealed with."""

    cast: Cast
    tables: Sequence[Rows]
    key_file: Path

    def laid_in(self) -> Cast:
        """The cast in the database as it is now, and objects of one's own to change."""
        if self.key_file != settings.KEY_FILE:
            return make_cast(at=self.cast.at, on=self.cast.on)
        with transaction.atomic():
            for table in self.tables:
                table.lay_in()
        return copy.deepcopy(self.cast)


def remember(*, at: datetime, on: date) -> RememberedCast:
    """Make the cast, read what it left, and take it away again."""
    around = transaction.atomic()
    around._from_testcase = True  # type: ignore[attr-defined]  # as Django marks the one around a test
    with around:
        before = {table.table: len(table.rows) for table in _held()}
        cast = make_cast(at=at, on=on)
        tables = [table for table in _held() if before.get(table.table) != len(table.rows)]
        transaction.set_rollback(True)
    return RememberedCast(cast, tables, settings.KEY_FILE)


def _held() -> list[Rows]:
    with connection.cursor() as cursor:
        return [_read(cursor, name) for name in connection.introspection.table_names(cursor)]


def _read(cursor: Any, table: str) -> Rows:
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  # a name from the catalogue
    return Rows(table, [column[0] for column in cursor.description], cursor.fetchall())
