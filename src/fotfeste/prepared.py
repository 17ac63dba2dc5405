"""Questions asked at every click: Django puts their SQL together once, and then only fills the values in.

    @prepared
    def _roles(account: int, on: date) -> QuerySet[Membership]:
        return Membership.objects.filter(in_force(on), account=account)

    rows = _roles(account.pk, on)  # a list

Putting the SQL together is most of what a small question costs (docs/decisions/0017-prepared-questions.md).
*Values* are ids, days, moments, UUIDs, texts, sequences of ids, and such fields of a dataclass: they may
only be passed on, never reckoned with and never chosen by. All else (None, booleans, words of closed lists,
how many ids there are) is the *shape* of the question, and each shape has SQL of its own. A question that
does more with its values is not kept: Django puts it together each time. In tests every question is held
against what Django would ask.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache, update_wrapper
from inspect import signature
from itertools import count
from types import SimpleNamespace
from typing import Any, ClassVar, Generic, ParamSpec, TypeVar
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

P = ParamSpec("P")
Row = TypeVar("Row")

_MOST_IDS = 100
_MOST_SHAPES = 500
_MARKERS: dict[type, Callable[[int], object]] = {
    int: lambda number: 31_000 + number,  # within the smallest column, or Django answers without asking
    str: lambda number: f"\ue000{number}",
    date: lambda number: date(9000, 1, 1) + timedelta(days=number),
    datetime: lambda number: datetime(9000, 1, 1, tzinfo=UTC) + timedelta(days=number),
    UUID: lambda number: UUID(int=(0xF07F << 112) + number),
}
"""Stand-ins, put in to see where the values go. One that something else equals is found out in `_prepare`."""


class NotOnlyPassedOn(ValueError):
    """In tests: a value was reckoned with or chosen by, so that SQL put together once would not do."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A question of one shape: its SQL, and which value goes to which place among the parameters."""

    sql: str
    constants: list[Any]
    places: list[tuple[int, int, type]]
    compiler: SQLCompiler
    queryset: Any

    def filled(self, values: Sequence[Any]) -> list[Any]:
        """The parameters, with these values in their places."""
        parameters = list(self.constants)
        for place, number, kind in self.places:
            value = values[number]
            parameters[place] = value if type(value) is kind else kind(value)
        return parameters


class Prepared(Generic[P, Row]):
    """A question that is prepared once for each shape. Calling it asks, and answers with a list."""

    is_held_against_django: ClassVar[bool] = False

    def __init__(self, ask: Callable[P, QuerySet[Any, Row]]) -> None:
        self._ask: Callable[..., QuerySet[Any, Row]] = ask
        self._names = tuple(signature(ask).parameters)
        self._kept: dict[tuple[object, ...], _Kept | None] = {}
        update_wrapper(self, ask)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> list[Row]:
        """Ask."""
        given = (*args, *(kwargs[name] for name in self._names[len(args) :]))
        shape = tuple(map(_shape_of, given))
        if shape not in self._kept and len(self._kept) < _MOST_SHAPES:
            self._kept[shape] = None if any(map(_is_many, given)) else self._prepare(given)
        kept = self._kept.get(shape)
        if kept is None:
            return list(self._ask(*given))
        parameters = kept.filled(list(_flat(given)))
        if self.is_held_against_django:
            self._hold_against_django(kept.sql, parameters, given)
        return _rows(kept, parameters)

    def _prepare(self, given: Sequence[Any]) -> _Kept | None:
        """See where each value goes, by asking with stand-ins too. None for what cannot be kept."""
        try:
            kept = _kept(self._ask, given)
            _, (sql, parameters) = _put_together(self._ask(*given))
        except EmptyResultSet:
            return None
        if (kept.sql, kept.filled(list(_flat(given)))) == (sql, list(parameters)):
            return kept
        if self.is_held_against_django:
            raise NotOnlyPassedOn(f"{self._ask.__qualname__} does more with its values than pass them on.")
        return None

    def _hold_against_django(self, sql: str, parameters: list[Any], given: Sequence[Any]) -> None:
        _, (wanted, wanted_parameters) = _put_together(self._ask(*given))
        if (sql, parameters) != (wanted, list(wanted_parameters)):
            raise NotOnlyPassedOn(f"{self._ask.__qualname__} would ask something else of these values.")


def prepared(ask: Callable[P, QuerySet[Any, Row]]) -> Prepared[P, Row]:
    """Prepare a question once; see above for what it may do with its values."""
    return Prepared(ask)


def _kept(ask: Callable[..., QuerySet[Any, Any]], given: Sequence[Any]) -> _Kept:
    """The question, put together with a stand-in for each value."""
    numbers = count()
    markers = [_marker_like(value, numbers) for value in given]
    queryset = ask(*markers)
    compiler, (sql, parameters) = _put_together(queryset)
    known = {value: number for number, value in enumerate(_flat(markers))}
    places = [
        (place, known[value], type(value)) for place, value in enumerate(parameters) if _is_in(value, known)
    ]
    del compiler.connection  # each call brings the one of its own thread
    return _Kept(sql, list(parameters), places, compiler, queryset)


def _rows(kept: _Kept, parameters: list[Any]) -> list[Any]:
    """Ask, and let Django make the rows as it would have."""
    compiler: Any = copy(kept.compiler)
    compiler.connection = connections[DEFAULT_DB_ALIAS]
    compiler.as_sql = lambda *_args, **_kwargs: (kept.sql, parameters)
    asked = copy(kept.queryset.query)
    asked.get_compiler = lambda *_args, **_kwargs: compiler
    queryset = SimpleNamespace(**{**kept.queryset.__dict__, "query": asked, "db": DEFAULT_DB_ALIAS})
    return list(kept.queryset._iterable_class(queryset))


def _put_together(queryset: Any) -> tuple[SQLCompiler, tuple[str, Sequence[Any]]]:
    compiler = queryset.query.get_compiler(using=DEFAULT_DB_ALIAS)
    return compiler, compiler.as_sql()


def _shape_of(value: Any) -> object:
    kind = type(value)
    if kind in _MARKERS:
        return kind
    if kind in (list, tuple):
        return kind, len(value)
    return (kind, *map(_shape_of, _fields(value))) if is_dataclass(kind) else value


def _is_many(value: Any) -> bool:
    return isinstance(value, list | tuple) and len(value) > _MOST_IDS


def _marker_like(value: Any, numbers: Iterator[int]) -> Any:
    """A stand-in for a value; what belongs to the shape stays as it is."""
    if type(value) in _MARKERS:
        return _MARKERS[type(value)](next(numbers))
    if isinstance(value, list | tuple):
        return [_MARKERS[int](next(numbers)) for _ in value]
    if not is_dataclass(type(value)):
        return value
    kind: Any = type(value)
    parts = {name: _marker_like(getattr(value, name), numbers) for name in _names(kind)}
    return replace(value, **parts)


def _flat(given: Iterable[Any]) -> Iterator[Any]:
    """All values in a row, as the database takes them."""
    for value in given:
        if type(value) in _MARKERS:
            yield _as_taken(value)
        elif isinstance(value, list | tuple):
            yield from value
        elif is_dataclass(type(value)):
            yield from _flat(_fields(value))


def _fields(value: Any) -> list[Any]:
    kind: Any = type(value)
    return [getattr(value, name) for name in _names(kind)]


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _as_taken(value: Any) -> Any:
    database = connections[DEFAULT_DB_ALIAS]
    if isinstance(value, datetime):
        return database.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return database.ops.adapt_datefield_value(value)
    if isinstance(value, UUID) and not database.features.has_native_uuid_field:
        return value.hex
    return value


def _is_in(value: Any, known: dict[Any, int]) -> bool:
    try:
        return value in known
    except TypeError:  # something that cannot be a key is no stand-in
        return False
