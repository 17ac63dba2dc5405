"""`fotfeste docs`: makes the documents that are made from code; with --check it says whether they agree.

`rules_document()` is docs/rules.md: every rule, number, reason and source, with words and cases.
"""

import argparse
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--check` changes nothing."""
    parser.add_argument(
        "--check", action="store_true", help="only say whether the documents agree with the code"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the documents, or say which are out of date (1)."""
    stale = [name for name, made in DOCUMENTS.items() if _read(ROOT / name) != _as_bytes(made())]
    for name in stale:
        print(f"{name}: stemmer ikke med koden." if arguments.check else f"{name}: skrevet.", file=sys.stderr)
        if not arguments.check:
            (ROOT / name).write_bytes(_as_bytes(DOCUMENTS[name]()))
    return 1 if stale and arguments.check else 0


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _as_bytes(made: str | bytes) -> bytes:
    return made.encode() if isinstance(made, str) else made


def rules_document() -> str:
    """docs/rules.md as it should be."""
    from fotfeste.cli import docs_rules

    return docs_rules.document(ROOT)


def openapi_document() -> str:
    """docs/openapi.json as it should be: the description of the API, for programs."""
    from fotfeste.api.openapi import document_json

    return document_json().decode()


def permissions_document() -> str:
    """docs/permissions.md as it should be: the table that decides, in words."""
    from fotfeste.cli import docs_permissions

    return docs_permissions.document()


def profile_schema_document() -> str:
    """docs/career-profile.schema.json as it should be: the file for NAV's case-worker system."""
    from fotfeste.web.profile_file import schema_document

    return schema_document()


def agreement_file(kind: str, language: str) -> bytes:
    """The blank form or the example of the agreement as it should be, for the pages that hand it out."""
    from fotfeste.documents.agreement import PaperMark
    from fotfeste.documents.agreement.public import made_anew

    return made_anew(PaperMark(kind), language)


DOCUMENTS: Mapping[str, Callable[[], str | bytes]] = {
    "docs/career-profile.schema.json": profile_schema_document,
    "docs/openapi.json": openapi_document,
    "docs/permissions.md": permissions_document,
    "docs/rules.md": rules_document,
    **{
        f"src/fotfeste/documents/agreement/public/{kind}-{language}.pdf": partial(
            agreement_file, kind, language
        )
        for kind in ("blank", "example")
        for language in ("nb", "nn", "en")
    },
}
"""Every document made from code, by its place."""
