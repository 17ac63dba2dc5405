"""`fotfeste worker`: carries out errands and regular tasks, until it is told to stop."""

import argparse

from fotfeste.cli import doctor
from fotfeste.cli.serve import ensure_seal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(arguments: argparse.Namespace) -> int:
    """Work until told to stop."""
    from fotfeste.jobs.loop import Loop

    if not doctor.may_start():
        return 1
    ensure_seal()
    Loop().run()
    return 0
