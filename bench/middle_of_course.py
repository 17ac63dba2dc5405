"""Speed of the middle of the course: `python -m bench.middle_of_course`. CPU of this process, in turns.

Logging a contact, the profile with two versions beside one with thirty, the supervisor's week over fifty
specialists, the picture of a ten-year course, and the list of twenty thousand employers. A throw-away
installation is made first; nothing of it is kept.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.place import look_there

AIMS = {
    "log a contact": 8.0,
    "the supervisor's week over 50 specialists": 100.0,
    "picture of a ten-year course": 20.0,
}
"""In milliseconds of CPU (issue 4, "Speed")."""


def main() -> None:
    """Make the installation, measure in turns, and print a table."""
    parser = argparse.ArgumentParser(prog="python -m bench.middle_of_course", description=__doc__)
    parser.add_argument("--employers", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=30)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        look_there(Path(folder), "")
        import django

        django.setup()
        from django.core.management import call_command

        call_command("collectstatic", interactive=False, verbosity=0)
        from bench.middle_filled import fill

        things = _things(fill(given.employers))
        print(_table(things, given.rounds))


def _things(filled: Any) -> dict[str, Callable[[], Any]]:
    """What is measured, each as something to be done once."""
    from django.urls import reverse

    def opening(client: Any, name: str, *about: object) -> Callable[[], Any]:
        address = reverse(name, args=about)
        return lambda: client.get(address)

    siv, mette = filled.clients["siv"], filled.clients["mette"]
    return {
        "nothing: is the program alive": opening(siv, "livez"),
        "log a contact": filled.log_a_contact,
        "log a contact, bare": filled.log_a_contact_bare,
        "the form to log a contact": opening(siv, "log_employer_contact"),
        "career profile with 2 versions": opening(siv, "profile", filled.with_two),
        "career profile with 30 versions": opening(siv, "profile", filled.with_thirty),
        "the supervisor's week over 50 specialists": opening(mette, "employer_week"),
        "the method in figures": opening(mette, "team_fidelity"),
        "picture of a ten-year course": filled.draw,
        "page of a ten-year course": opening(siv, "person_course", filled.with_thirty),
        "list of employers": opening(siv, "employers"),
        "employers found by a word": lambda: siv.get(reverse("employers"), {"q": "bedrift 19"}),
    }


def _table(things: dict[str, Callable[[], Any]], rounds: int) -> str:
    from bench.statements import sent_in

    taken: dict[str, list[float]] = {name: [] for name in things}
    counted = {name: sent_in(do) for name, do in things.items()}
    for _ in range(rounds):
        for name, do in things.items():
            before = time.process_time()
            answer = do()
            taken[name].append((time.process_time() - before) * 1000)
            if getattr(answer, "status_code", 200) >= 400:
                sys.exit(f"{name} answered {answer.status_code}.")
    lines = ["| what | statements | CPU, middle | slowest of ten | aim |", "|---|---|---|---|---|"]
    for name, times in taken.items():
        ninth = statistics.quantiles(times, n=10)[-1]
        aim = f"{AIMS[name]:.0f} ms" if name in AIMS else ""
        lines.append(
            f"| {name} | {counted[name]} | {statistics.median(times):.1f} ms | {ninth:.1f} ms | {aim} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
