"""Saving new rows of one kind, with SQL put together once for each kind and number of rows."""

from collections.abc import Sequence
from functools import lru_cache

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import AutoField, Model

_MOST_VALUES = 900
"""In one statement; SQLite may be built to take no more than 999."""


def save_new(rows: Sequence[Model]) -> None:
    """Save them in as few statements as may be. Ids that the database gives are not told."""
    most = _MOST_VALUES // len(_fields(type(rows[0]))) if rows else 1
    for start in range(0, len(rows), most):
        _insert(rows[start : start + most])


def _insert(rows: Sequence[Model]) -> None:
    kind = type(rows[0])
    database = connections[DEFAULT_DB_ALIAS]
    values = [
        field.get_db_prep_save(getattr(row, field.attname), database)
        for row in rows
        for field in _fields(kind)
    ]
    with database.cursor() as cursor:
        cursor.execute(_sql(kind, len(rows)), values)


@lru_cache(maxsize=500)
def _sql(kind: type[Model], rows: int) -> str:
    columns = ", ".join(f'"{field.column}"' for field in _fields(kind))
    places = ", ".join(["%s"] * len(_fields(kind)))
    all_places = ", ".join([f"({places})"] * rows)
    return f'INSERT INTO "{kind._meta.db_table}" ({columns}) VALUES {all_places}'  # noqa: S608  # names of our own tables


@lru_cache
def _fields(kind: type[Model]):  # type: ignore[no-untyped-def]  # Django's fields
    return [field for field in kind._meta.concrete_fields if not isinstance(field, AutoField)]
