"""A check may be told to look away, for one named reason and with words that say why."""

import io
import re
import tokenize
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("src", "tests", "scripts", "bench")

LOOKS_AWAY = re.compile(r"#\s*(type:\s*ignore|noqa|ruff:\s*noqa|mypy:\s*ignore|pragma:\s*no cover)")
WITH_WORDS = re.compile(
    r"#\s*(type:\s*ignore\[[a-z-]+(,\s*[a-z-]+)*\]|noqa:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*|pragma:\s*no cover)"
    r"\s+#\s*\S+(\s+\S+)+"
)


def python_files() -> list[Path]:
    return [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")]


def comments(code: str) -> list[tuple[int, str]]:
    """Every comment with its line number; text inside strings does not count."""
    tokens = tokenize.generate_tokens(io.StringIO(code).readline)
    return [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]


def without_words(code: str) -> list[int]:
    """The lines that look away without saying what from and why."""
    return [n for n, text in comments(code) if LOOKS_AWAY.search(text) and not WITH_WORDS.search(text)]


def test_every_exception_says_why() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in python_files()
        for line in without_words(path.read_text())
    ]

    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "x = 1  # noqa",
        "x = 1  # noqa: E501",
        "x = 1  # noqa: E501  # why",
        "x = 1  # type: ignore",
        "x = 1  # type: ignore[attr-defined]",
        "x = 1  # type: ignore  # the library has no types",
        "# ruff: noqa",
    ],
)
def test_an_exception_without_words_is_caught(line: str) -> None:
    assert without_words(line + "\n") == [1]


@pytest.mark.parametrize(
    "line",
    [
        "x = 1  # type: ignore[attr-defined]  # the library has no types",
        "x = 1  # noqa: TID251, DTZ005  # the one place that reads the clock",
        "x = '# noqa'",
    ],
)
def test_an_exception_with_words_is_fine(line: str) -> None:
    assert without_words(line + "\n") == []
