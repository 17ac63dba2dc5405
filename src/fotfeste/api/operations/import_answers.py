"""Only what was asked can be answered, and only with what was offered: nothing else is kept in clear."""

from collections.abc import Iterable, Mapping

from fotfeste.api.problems import about
from fotfeste.api.trouble import Trouble
from fotfeste.apps.imports.rows import columns_of
from fotfeste.domain.brought_in import Problem
from fotfeste.domain.verdict import Reason

LONGEST_CELL = 2_000


def check_cells(cells: Mapping[str, str], kind: str) -> None:
    """Every cell stands in a column of the list and is no longer than a cell can be."""
    columns = set(columns_of(kind))
    unknown = [about("api.unknown-field", field=_at("cells", name)) for name in cells if name not in columns]
    long = [name for name, text in cells.items() if len(text) > LONGEST_CELL]
    _refuse([*unknown, *(about("api.too-long", field=_at("cells", name)) for name in long)])


def check_answers(answers: Mapping[str, str], problems: Iterable[Problem]) -> None:
    """Every answer is one of those that were offered."""
    offered = {problem.key: {choice.id for choice in problem.choices} for problem in problems}
    unknown = [about("api.unknown-field", field=_at("answers", key)) for key in answers if key not in offered]
    wrong = [
        about("api.not-a-choice", field=_at("answers", key))
        for key, choice in answers.items()
        if key in offered and choice not in offered[key]
    ]
    _refuse([*unknown, *wrong])


def _refuse(reasons: list[Reason]) -> None:
    if reasons:
        raise Trouble(422, "api.not-understood", tuple(reasons[:50]))


def _at(group: str, name: str) -> str:
    return f"body.{group}.{name[:80]}".encode("ascii", "backslashreplace").decode()
