"""A workbook to records: the first visible sheet, each cell as a person would type it."""

import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from fotfeste.apps.imports.tables_rows import MOST_COLUMNS, Table, TooMuch, build
from fotfeste.domain.verdict import Reason, Verdict, because

MOST_CELLS = 5_000_000
"""Cells that are passed over, filled or not. A sheet formatted to its last column ends here."""

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z0-9:]{1,40})"')
_HIDDEN = re.compile(rb'<(?:\w+:)?(row|col)\s[^>]*?hidden="(?:1|true)"')
_ONLY_ZEROS = re.compile("0{2,20}")
_SHOWN = 10


def read(content: bytes, on_progress: Callable[[int, int], None]) -> Table | Verdict:
    """The table in a workbook, or why it cannot be read. Nothing in it is run."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl will not carry over does not matter to a reader
            return _read(content, on_progress)
    except TooMuch as limit:
        return (limit.reason,)
    except Exception as wrong:  # noqa: BLE001  # a broken workbook makes openpyxl raise anything at all
        return (_hostile_or_broken(wrong),)


def _read(content: bytes, on_progress: Callable[[int, int], None]) -> Table | Verdict:
    from openpyxl import load_workbook

    workbook = load_workbook(BytesIO(content), read_only=True, data_only=False, keep_links=False)
    sheets: list[Any] = workbook.worksheets
    visible = [sheet for sheet in sheets if sheet.sheet_state == "visible"]
    if not visible:
        return (because("tables.no-visible-sheet", "house §lists"),)
    sheet = next((sheet for sheet in visible if _has_content(sheet)), visible[0])
    about = sheet.max_row or 0
    sheet.reset_dimensions()  # the size a sheet says it has is not to be trusted
    table = build(_records(sheet), about, on_progress)
    if isinstance(table, tuple):
        return table
    told = _other_sheets([each for each in sheets if each is not sheet and _has_content(each)])
    return table.told((*told, *_told_of(content, sheet._worksheet_path)))


def _hostile_or_broken(wrong: Exception) -> Reason:
    """Defusedxml refuses declarations that multiply or fetch; openpyxl says so in words of its own."""
    from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]  # it has no types

    if isinstance(wrong.__cause__ or wrong, DefusedXmlException):
        return because("tables.hostile-workbook", "house §lists")
    return because("tables.broken-workbook", "house §lists")


def _has_content(sheet: Any) -> bool:
    """Whether anything stands in a sheet. Looks at its first rows only, which is where a list begins."""
    sheet.reset_dimensions()
    rows = zip(range(100), sheet.iter_rows(values_only=True), strict=False)
    return any(value is not None for _, row in rows for value in row)


def _records(sheet: Any) -> Iterator[tuple[int, tuple[str, ...]]]:
    passed = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        passed += len(row) + 1
        if passed > MOST_CELLS:
            raise TooMuch(because("tables.too-big-inside", "house §lists"))
        cells = tuple(map(_typed, row))
        yield number, cells[:MOST_COLUMNS] if not any(cells[MOST_COLUMNS:]) else cells


def _typed(cell: Any) -> str:
    value = cell.value
    if value is None or isinstance(value, str):
        return value or ""
    return typed(value, cell.number_format)


def typed(value: object, number_format: str) -> str:
    """A value as a person would type it. Dates as ISO 8601, percent with its sign, a formula as its text."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value, number_format)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(timespec="seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, str | timedelta):
        return str(value)
    return str(getattr(value, "text", None) or "=")  # an array formula keeps its text apart


def _number(value: float, number_format: str) -> str:
    if "%" in number_format:
        return f"{round(value * 100, 6):g} %"
    if not (abs(value) < 1e15 and float(value).is_integer()):
        return repr(value)
    zeros = len(number_format) if _ONLY_ZEROS.fullmatch(number_format) else 0
    return f"{int(value):0{zeros}d}"


def _other_sheets(others: list[Any]) -> Verdict:
    """A word about the sheets that were not read, hidden ones by themselves: other people may be on them."""
    visible = [sheet.title for sheet in others if sheet.sheet_state == "visible"]
    hidden = [sheet.title for sheet in others if sheet.sheet_state != "visible"]
    return (
        *((because("tables.other-sheets", "house §lists", sheets=_named(visible)),) if visible else ()),
        *((because("tables.hidden-sheets", "house §lists", sheets=_named(hidden)),) if hidden else ()),
    )


def _told_of(content: bytes, path: str) -> Verdict:
    """A word about merged cells, where only the first has a value, and about what is hidden and yet read."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        markup = archive.read(path)
    merged = [found.decode() for found in _MERGED.findall(markup)]
    hidden = len(_HIDDEN.findall(markup))
    return (
        *((because("tables.merged-cells", "house §lists", cells=_named(merged)),) if merged else ()),
        *((because("tables.hidden-rows", "house §lists", count=hidden),) if hidden else ()),
    )


def _named(names: list[str]) -> str:
    more = ["…"] if len(names) > _SHOWN else []
    return ", ".join([*(name[:60] for name in names[:_SHOWN]), *more])
