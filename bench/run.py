"""Measure Fotfeste: `make bench`. What is measured and how to read it: docs/running/speed.md.

The first run makes the persons, which takes a while; the next ones use them again. A throw-away PostgreSQL
(--postgres) gets new ones each time; one that DATABASE_URL names keeps them.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.place import look_there, place_for
from scripts.postgres import running_postgres, stop_on_kill


def main() -> None:
    """Make or find the persons, measure, and say what came of it."""
    given = _arguments().parse_args()
    stop_on_kill()
    with _installation(given) as (place, url):
        look_there(place, url)
        _measure(given, place)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    parser.add_argument("--persons", type=int, default=100_000)
    parser.add_argument("--requests", type=int, default=200, help="to each page in a round")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--postgres", action="store_true", help="on a throw-away PostgreSQL")
    return parser


@contextmanager
def _installation(given: argparse.Namespace) -> Iterator[tuple[Path, str]]:
    """The folder and the database to use."""
    url = os.environ.get("DATABASE_URL", "")
    if given.postgres and not url:
        with running_postgres() as throw_away, tempfile.TemporaryDirectory() as folder:
            yield Path(folder), throw_away
    else:
        yield place_for(given.persons, "postgresql" if url else "sqlite"), url


def _measure(given: argparse.Namespace, place: Path) -> None:
    import django

    django.setup()
    from bench import agenda_rules, measuring, report, server
    from bench.filling import ready

    filled = ready(place, given.persons)
    with server.serving() as running:
        account, client, cookie = measuring.logged_in(filled)
        pages = measuring.pages_of(account)
        measuring.count_statements(client, pages)
        before = measuring.rows_in_the_log()
        visitor = server.Visitor(running, cookie)
        measuring.measure(running, visitor, pages, requests=given.requests, rounds=given.rounds)
        audit_rows = measuring.rows_in_the_log() - before
    run = report.this_run(
        " ".join(["python -m bench.run", *sys.argv[1:]]),
        persons=filled.persons,
        requests=given.requests,
        rounds=given.rounds,
        audit_rows=audit_rows,
    )
    rules = agenda_rules.figures(agenda_rules.some_persons(2_000))
    text = report.as_text(run, pages, rules)
    print(text)
    print(f"Kept in {report.keep(run, pages, rules, text).parent.relative_to(Path.cwd())}", file=sys.stderr)


if __name__ == "__main__":
    main()
