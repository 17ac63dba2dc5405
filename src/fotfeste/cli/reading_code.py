"""Finds the reasons that stand in the code, by reading it as a tree: code, source, data, place."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1]
_CALLS = ("because", "Reason")
_NOT_KNOWN = None

IN_THE_NUMBERS = "the number it rests on"
"""The source of a reason that has it from a dated number (`law.source`), checked with the numbers."""

Holder = ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
"""What a reason can stand in, and what can say something of itself."""


@dataclass(frozen=True, slots=True)
class FoundReason:
    """A reason as it stands in the code. `source` and `data` are None where the code works them out.

    A source that is a number's own is IN_THE_NUMBERS.
    """

    code: str
    source: str | None
    data: frozenset[str] | None
    file: str
    line: int
    said_of_it: str


@lru_cache(maxsize=4)
def reasons_in_code(folder: Path = SOURCE) -> tuple[FoundReason, ...]:
    """Every reason whose code stands in the program as a text, in order of code and place."""
    found = (each for path in sorted(folder.rglob("*.py")) for each in _in_file(path, folder))
    return tuple(sorted(found, key=lambda each: (each.code, each.file, each.line)))


def _in_file(path: Path, folder: Path) -> Iterator[FoundReason]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = dict(_constants(tree, folder))
    for holder, call in _calls(tree, tree):
        code = _text(call.args[0], constants) if call.args else _NOT_KNOWN
        if code is None:
            continue
        yield FoundReason(
            code=code,
            source=_source(call.args[1], constants) if len(call.args) > 1 else _NOT_KNOWN,
            data=_data(call),
            file=path.relative_to(folder).as_posix(),
            line=call.lineno,
            said_of_it=" ".join((ast.get_docstring(holder) or "").split()),
        )


def _calls(node: ast.AST, holder: Holder) -> Iterator[tuple[Holder, ast.Call]]:
    """Each call that makes a reason, with the function, class or module it stands in."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and _name(child.func) in _CALLS:
            yield holder, child
        yield from _calls(child, child if isinstance(child, Holder) else holder)


def _constants(tree: ast.Module, folder: Path) -> Iterator[tuple[str, str]]:
    """The texts that have a name in a module, there or where it has them from."""
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            known = _constants_of(folder, node.module)
            yield from (
                (alias.asname or alias.name, known[alias.name]) for alias in node.names if alias.name in known
            )
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            for target in node.targets:
                if isinstance(target, ast.Name) and isinstance(node.value.value, str):
                    yield target.id, node.value.value


@cache
def _constants_of(folder: Path, module: str) -> dict[str, str]:
    first, *rest = module.split(".")
    path = folder.joinpath(*rest).with_suffix(".py")
    if first != folder.name or not path.is_file():
        return {}
    return dict(_constants(ast.parse(path.read_text(encoding="utf-8")), folder))


def _source(node: ast.expr, constants: dict[str, str]) -> str | None:
    if isinstance(node, ast.Attribute) and node.attr.split("_")[-1] == "source":
        return IN_THE_NUMBERS
    return _text(node, constants)


def _text(node: ast.expr, constants: dict[str, str]) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return constants.get(node.id) if isinstance(node, ast.Name) else None


def _data(call: ast.Call) -> frozenset[str] | None:
    if _name(call.func) != "because" or any(keyword.arg is None for keyword in call.keywords):
        return None
    return frozenset(keyword.arg for keyword in call.keywords if keyword.arg is not None)


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""
