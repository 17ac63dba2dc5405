"""The one way to write SVG here: everything is escaped, nothing can carry style or script."""

import re

from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

ELEMENTS = frozenset({"svg", "title", "desc", "g", "rect", "circle", "line", "path", "text", "tspan"})
_ATTRIBUTE = re.compile(r"^[a-z][a-zA-Z0-9-]*$")
_FORBIDDEN = re.compile(r"^(on|style$|href$|src$)", re.IGNORECASE)

Value = str | int | float
Child = str


def element(name: str, *children: Child, **attributes: Value) -> SafeString:
    """One element. Text is escaped unless it came from here; `class_` becomes class, `a_b` becomes a-b.

    Raises ValueError for an element or attribute that has no place in a picture.
    """
    if name not in ELEMENTS:
        raise ValueError(f"<{name}> has no place in a picture.")
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    inside = "".join(conditional_escape(child) for child in children)
    return mark_safe(f"<{name}{written}>{inside}</{name}>")  # noqa: S308  # every part is escaped above


def picture(
    *children: Child, width: int, height: int, title: str, desc: str, key: str, class_: str
) -> SafeString:
    """A whole picture that scales with its place. `key` makes the ids of title and desc unique."""
    return element(
        "svg",
        element("title", title, id=f"{key}-title"),
        element("desc", desc, id=f"{key}-desc"),
        *children,
        class_=class_,
        viewBox=f"0 0 {width} {height}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        focusable="false",
    )


def _attribute(key: str, value: Value) -> str:
    name = "class" if key == "class_" else key.replace("_", "-")
    if not _ATTRIBUTE.match(name) or _FORBIDDEN.match(name):
        raise ValueError(f"The attribute {name!r} has no place in a picture.")
    return f' {name}="{escape(_written(value))}"'


def _written(value: Value) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
