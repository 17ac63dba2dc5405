"""What a list left open, or said in a way nobody can act on. Asked about, never answered by a default."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One thing a list left open. `code` names the reason to show; `column` is where in the list it stood."""

    code: str
    column: str = ""
