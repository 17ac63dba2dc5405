"""Rows with more or fewer cells than the list has headings: often a stray delimiter or a line break."""

from fotfeste.domain.brought_in.headings import C
from fotfeste.domain.brought_in.problem import Choice, Notebook
from fotfeste.domain.brought_in.row import Row
from fotfeste.domain.verdict import because

REST_IS_EMPTY = Choice("rest-is-empty")


def check_width(row: Row[C], notes: Notebook, shown_at: C) -> None:
    """Cells too many hold the row back. Cells too few are asked about: they may have been empty."""
    if row.surplus:
        reason = because("list.too-many-cells", "house §lists", count=len(row.surplus))
        notes.held(reason, shown_at)
    if row.is_short:
        reason = because("list.too-few-cells", "house §lists")
        notes.ask(reason, shown_at, choices=[REST_IS_EMPTY])
