"""What was typed about a list, against what its page asked: nothing else goes in, and nothing endless."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import BadRequest, RequestDataTooBig

from fotfeste.apps.imports.rows import columns_of
from fotfeste.apps.imports.tables_rows import MOST_LETTERS
from fotfeste.domain.brought_in import Problem

CELL, ANSWER = "cell:", "answer:"


def typed_cells(posted: Mapping[str, object], kind: str) -> dict[str, str]:
    """The cells that were typed anew, by column. A cell holds no more letters than it could in a file.

    Raises BadRequest for a column that no list has, RequestDataTooBig for a cell that is too long.
    """
    cells = {name[len(CELL) :]: str(text) for name, text in posted.items() if name.startswith(CELL)}
    if not cells.keys() <= set(columns_of(kind)):
        raise BadRequest("There is no such column.")
    if any(len(text.replace("\r\n", "\n")) > MOST_LETTERS for text in cells.values()):
        raise RequestDataTooBig("A cell is too long.")
    return cells


def chosen_answers(posted: Mapping[str, object], problems: Iterable[Problem]) -> dict[str, str]:
    """The answers that were offered. Answers lie in clear, so anything else that was sent is left behind."""
    offered = {problem.key: {choice.id for choice in problem.choices} for problem in problems}
    sent = {name[len(ANSWER) :]: str(text) for name, text in posted.items() if name.startswith(ANSWER)}
    return {key: choice for key, choice in sent.items() if choice in offered.get(key, set())}
