"""What a team brings with it, whatever the list: headings, rows, and what can be said of them."""

from fotfeste.domain.brought_in.problem import (
    Choice,
    Notebook,
    Problem,
    Severity,
    answers_after_mending,
    asked,
)

__all__ = ["Choice", "Notebook", "Problem", "Severity", "answers_after_mending", "asked"]
