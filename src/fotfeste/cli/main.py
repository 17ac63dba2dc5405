"""`fotfeste`: the front door for people at a terminal."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

COMMANDS = {
    "serve": "start pages, API and worker",
    "worker": "start the worker alone",
    "demo": "load the made-up cast, or start over with it",
    "import": "bring a team's list: import caseload FILE --as USER",
    "rules": "ask the rules: list, show, ask",
    "verify": "is a PDF sealed here, and unchanged: verify FILE",
    "audit": "the log: verify, head",
    "doctor": "look the installation over",
    "docs": "make the documents that are made from code",
}
"""Each command has a module of its own with `add_arguments(parser)` and `run(arguments) -> int`."""

_MODULE = {"import": "import_list"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and answer with its exit code: 0 done, 1 refused or held back, 2 used wrongly."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fotfeste.project.settings")
    words = list(sys.argv[1:] if arguments is None else arguments)
    chosen = _front_door().parse_args(words[:1]).command
    module = importlib.import_module(f"fotfeste.cli.{_MODULE.get(chosen, chosen)}")
    parser = argparse.ArgumentParser(prog=f"fotfeste {chosen}", description=COMMANDS[chosen])
    module.add_arguments(parser)
    given = parser.parse_args(words[1:])
    _set_up_django()
    code: int = module.run(given)
    return code


def _front_door() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="fotfeste", formatter_class=argparse.RawTextHelpFormatter)
    listed = "\n".join(f"{name:8} {what}" for name, what in COMMANDS.items())
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND", help=listed)
    return parser


def _set_up_django() -> None:
    import django

    django.setup()


if __name__ == "__main__":
    sys.exit(main())
