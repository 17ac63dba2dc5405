"""Typesetting: a template and what is said in it, as PDF/A-2a and PDF/UA-1 in one file.

The same paper gives the same file, byte for byte: no clock, no font of the machine's, nothing fetched.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Literal

STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
LATIN_ENDS = "\u0250"
SIGNS = frozenset("\n–—‘’“”„…€•−")
"""What stands between words beyond the Latin letters; the fonts inside typst have it."""


class CannotBeMade(RuntimeError):  # says what is the matter
    """The paper holds a letter that the font does not have. Names the trouble, never the text."""


def compiled(template: Path, paper: Mapping[str, Any], *, on: date) -> bytes:
    """The document, dated that day. Raises CannotBeMade."""
    import typst

    try:
        content = typst.compile(
            template,
            format="pdf",
            sys_inputs={"paper": json.dumps(paper)},
            pdf_standards=[*STANDARDS],
            ignore_system_fonts=True,
            timestamp=datetime.combine(on, time(), UTC),
        )
    except typst.TypstError as trouble:
        raise CannotBeMade(trouble.message.split("`")[0]) from None
    assert isinstance(content, bytes)  # noqa: S101  # one file was asked for
    return content


def written_by_number(line: str) -> str:
    """Letters beyond the Latin ones as «[U+8BFA]»: told apart, and the same each time."""
    return "".join(each if _is_plain(each) else f"[U+{ord(each):04X}]" for each in line)


def _is_plain(letter: str) -> bool:
    return letter in SIGNS or (letter < LATIN_ENDS and letter.isprintable())
