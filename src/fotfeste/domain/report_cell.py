"""A cell of a report, written so that no spreadsheet takes it for a formula, and read back exactly.

A line that a spreadsheet might run begins, after blanks, with = + - @, or with a TAB or a line break. It gets
an apostrophe. So does a line that begins with an apostrophe of its own: then reading is taking exactly
one away. Every line counts, since a cell is cut at its lines when it is pasted.
Source: OWASP on formula injection.
"""

import re

from fotfeste.domain.typed_text import without_invisible

_BREAK = re.compile("(\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029])")
_RUNS = "=+-@＝＋－＠"
_MARK = "'"


def report_cell(text: str) -> str:
    """The text as a report may hold it."""
    first, *rest = _BREAK.split(text)
    opened = _MARK + first if rest and not first else _guarded(first)
    return opened + "".join(_guarded(part) for part in rest)


def read_report_cell(written: str) -> str:
    """The text that `report_cell` was given."""
    return "".join(part.removeprefix(_MARK) for part in _BREAK.split(written))


def is_formula(text: str) -> bool:
    """Whether a spreadsheet might take this for a formula."""
    return without_invisible(text).strip()[:1] in tuple("=@＝＠") or _is_signed_formula(text)


def _is_signed_formula(text: str) -> bool:
    return bool(re.match(r"[+\-＋－]\S*[(!]|[+\-＋－][0-9]+[-+*/]", without_invisible(text).strip()))


def _guarded(line: str) -> str:
    if _BREAK.fullmatch(line):
        return line
    starts = without_invisible(line).strip()[:1]
    needs = bool(starts) and starts in _RUNS + _MARK
    return _MARK + line if needs or line[:1] in (_MARK, "\t") else line
