"""Aksel's icons as inline SVG: no request, takes the colour of its text, hidden from screen readers."""

import re
from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe

FOLDER = Path(__file__).resolve().parent / "static" / "vendor" / "icons"
_OPENING = re.compile(r"<svg\b[^>]*>")
_NAME = re.compile(r"^[A-Z][A-Za-z0-9]+$")

MARK = (
    '<svg class="mark" viewBox="0 0 28 28" fill="none" aria-hidden="true" focusable="false">'
    '<path d="M3 24.5h7.5v-6H18v-6h7" stroke="currentColor" stroke-width="3.2" stroke-linecap="round" '
    'stroke-linejoin="round"/><circle cx="21.5" cy="5.2" r="3.2" fill="currentColor"/></svg>'
)


@cache
def icon(name: str) -> SafeString:
    """The icon as markup; the words beside it carry the meaning. LookupError for one we do not have."""
    path = FOLDER / f"{name}.svg"
    if not _NAME.match(name) or not path.is_file():
        raise LookupError(f"No icon called {name!r}: add it to scripts/vendor.py.")
    opening = '<svg class="icon" viewBox="0 0 24 24" fill="none" aria-hidden="true" focusable="false">'
    drawn = " ".join(_OPENING.sub(opening, path.read_text(encoding="utf-8"), count=1).split())
    return mark_safe(drawn)  # noqa: S308  # a vendored file, held to its sum by a test


@cache
def mark() -> SafeString:
    """The program's own mark: a step up, and someone standing on it."""
    return mark_safe(MARK)  # noqa: S308  # a constant above
