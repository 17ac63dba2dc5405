"""`fotfeste verify FILE`: is this file sealed here, and unchanged since? Nothing is stored.

Exit codes: 0 sealed here and unchanged, 1 not so, 2 the file cannot be read.
"""

import argparse
import json
import sys
from pathlib import Path

from fotfeste.documents.seal_check import SealCheck
from fotfeste.documents.seal_words import checked_within, code_of, in_words
from fotfeste.parameters import SEAL_LIMITS
from fotfeste.parameters.texts import LANGUAGES

STANDARD_INPUT = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which file, and how to answer."""
    parser.add_argument("file", help="the PDF; - reads standard input")
    parser.add_argument("--lang", choices=LANGUAGES, default="nb")
    parser.add_argument("--json", action="store_true", help="the answer as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Look, and say what was found."""
    from fotfeste import clock

    limits = SEAL_LIMITS.on(clock.today())
    try:
        content = _read(arguments.file, limits.most_bytes + 1)
    except OSError as trouble:
        print(f"{arguments.file}: {trouble.strerror}", file=sys.stderr)
        return 2
    found = checked_within(content, limits)
    words = in_words(found, arguments.lang, limits)
    print(json.dumps(_as_json(found, words), ensure_ascii=False, indent=2) if arguments.json else words)
    return 0 if found.is_good else 1


def _read(name: str, most: int) -> bytes:
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(most)
    with Path(name).open("rb") as file:
        return file.read(most)


def _as_json(found: SealCheck, words: str) -> dict[str, object]:
    return {
        "is_sealed_here": found.is_sealed_here,
        "is_unchanged": found.is_unchanged,
        "sealed_at": found.sealed_at.isoformat() if found.sealed_at else None,
        "code": code_of(found),
        "text": words,
    }
