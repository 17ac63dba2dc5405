"""`fotfeste import caseload FILE --as USER`: bring a list from the command line.

Whatever is doubtful is held back; the exit code says so. 0: everything came in (or was here already);
3: some rows are held back, mend them on the page or in the file and bring it again; 1: the file was refused.
"""

import argparse
import sys
from pathlib import Path

from fotfeste import clock
from fotfeste.apps.audit.actions import Channel

HELD_BACK = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to bring, from where, and in whose name."""
    parser.add_argument("what", choices=["caseload", "employers", "participations"])
    parser.add_argument("file", type=Path)
    parser.add_argument("--as", dest="user", required=True, metavar="USER", help="in whose name (user name)")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, and change nothing")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write the report here (CSV)")


def run(arguments: argparse.Namespace) -> int:
    """Read, hold against the rules, bring in what is ready, say what is held back and why."""
    from fotfeste.apps.imports import services
    from fotfeste.apps.imports.access import access_report
    from fotfeste.apps.imports.models import ImportKind, ImportStage
    from fotfeste.apps.imports.report import held_back_lines
    from fotfeste.cli.who import acting_as
    from fotfeste.jobs.imports import bring_in

    by = acting_as(arguments.user, Channel.COMMAND)
    if by is None or not by.has(services.WHO_BRINGS[ImportKind(arguments.what)]):
        print(f"«{arguments.user}» kan ikke hente inn lister.", file=sys.stderr)
        return 2
    if not arguments.file.is_file():
        print(f"Finner ikke {arguments.file}.", file=sys.stderr)
        return 2
    at = clock.now()
    content, name = arguments.file.read_bytes(), arguments.file.name
    batch = services.bring(content, name, ImportKind(arguments.what), by=by, at=at, in_background=False)
    services.read(batch, by=by, on=clock.today(), on_progress=_show)
    batch.refresh_from_db()
    for line in held_back_lines(batch, language="nb"):
        print(line)
    if arguments.report:
        arguments.report.write_bytes(access_report(by, batch.public_id, language="nb", at=at))
    if batch.stage == ImportStage.REFUSED:
        return 1
    held = batch.rows.filter(state__in=["waits", "held"]).count()
    if arguments.dry_run:
        print(_summary(batch))
        services.drop(batch, by=by, at=clock.now())
        return HELD_BACK if held else 0
    outcome = bring_in(batch, by=by, at=clock.now())
    print(f"Inn: {outcome.get('new', 0)}. Fra før: {outcome.get('known', 0)}. Holdt tilbake: {held}.")
    return HELD_BACK if held else 0


def _summary(batch) -> str:  # type: ignore[no-untyped-def]  # the model may not be imported before Django is up
    states = list(batch.rows.values_list("state", flat=True))
    ready, known = states.count("ready"), states.count("known")
    held = len(states) - ready - known - states.count("left_out")
    return f"Ville tatt inn: {ready}. Fra før: {known}. Ville holdt tilbake: {held}. Ingenting er lagret."


def _show(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r  {done} av {total} rader", end="" if done < total else "\n", file=sys.stderr)
