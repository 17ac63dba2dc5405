"""The statements that a page sends to the database: how many, and whether each finds its rows by an index."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.test import Client

_OF_THE_TRANSACTION = re.compile(r"\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)", re.IGNORECASE)
_SCAN = re.compile(r"SCAN (?!CONSTANT ROW)(?!\()(\S+)")
_SMALL = 1_000
"""PostgreSQL rightly reads a table this small from end to end."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement, as it was sent."""

    sql: str
    parameters: Any


def sent_by(client: Client, address: str) -> list[Statement]:
    """Everything sent for one page but what begins and ends transactions."""
    sent: list[Statement] = []

    def note(execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:  # Django calls it so
        if not _OF_THE_TRANSACTION.match(sql):
            sent.append(Statement(sql, parameters))
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(note):
        answer = client.get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}.")
    return sent


def sent_in(do: Callable[[], object]) -> int:
    """How many are sent while something is done, but what begins and ends transactions."""
    sent: list[str] = []

    def note(execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:  # Django calls it so
        if not _OF_THE_TRANSACTION.match(sql):
            sent.append(sql)
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(note):
        do()
    return len(sent)


def read_from_end_to_end(sent: list[Statement]) -> list[str]:
    """The tables that some statement reads without an index, each with the beginning of that statement."""
    found = set()
    for statement in sent:
        if statement.sql.lstrip().upper().startswith(("SELECT", "UPDATE", "DELETE")):
            found |= {f"{table}: {statement.sql[:120]}" for table in _whole_tables(statement)}
    return sorted(found)


def _whole_tables(statement: Statement) -> Iterator[str]:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"EXPLAIN QUERY PLAN {statement.sql}", statement.parameters)
            for *_, detail in cursor.fetchall():
                scan = _SCAN.match(detail)
                if scan:
                    yield scan[1]
        else:
            cursor.execute(f"EXPLAIN (FORMAT JSON) {statement.sql}", statement.parameters)
            (plan,) = cursor.fetchone()
            yield from _scanned(json.loads(plan) if isinstance(plan, str) else plan)


def _scanned(plan: Any) -> Iterator[str]:
    if isinstance(plan, list):
        for each in plan:
            yield from _scanned(each)
    elif isinstance(plan, dict):
        if plan.get("Node Type") == "Seq Scan" and _rows_in(plan["Relation Name"]) > _SMALL:
            yield plan["Relation Name"]
        for each in plan.values():
            yield from _scanned(each)


def _rows_in(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples::bigint FROM pg_class WHERE relname = %s", [table])
        (rows,) = cursor.fetchone()
        return int(rows)
