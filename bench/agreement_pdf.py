"""How many pages of an agreement are made in a second of CPU, and made and sealed. Run: python -m bench.agreement_pdf

Beside it WeasyPrint makes the same words from HTML, in turns in the same run, each file with other words so that
nothing is remembered. WeasyPrint is no part of Fotfeste: the first run puts it in a throw-away environment (pip,
and Pango from the system); --beside PYTHON names a Python that has it, and --alone leaves it out.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import process_time
from typing import IO, Any

WEASYPRINT = "weasyprint==70.0"
FILES = {"an agreement of some 7 pages": (12, 2), "an agreement of some 70 pages": (120, 1)}
"""Commitments in each file, and files in each round."""
AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
WORDS = [
    "avtale",
    "oppfølging",
    "kontaktperson",
    "arbeidsplass",
    "løfte",
    "frist",
    "hjelpemiddel",
    "tilskudd",
    "møte",
    "uke",
    "ansvar",
    "svar",
]
CHILD = Path(__file__).with_name("agreement_html.py")


def main() -> None:
    """Measure, and say what came of it."""
    given = _arguments().parse_args()
    _stand_alone()
    with _beside(given) as other:
        told = {name: _measured(count, files, other, given.rounds) for name, (count, files) in FILES.items()}
    print(_as_text(told, bool(other)))


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.agreement_pdf", description=__doc__)
    parser.add_argument("--beside", metavar="PYTHON", help=f"a Python that has {WEASYPRINT}")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--alone", action="store_true", help="without WeasyPrint")
    return parser


def _stand_alone() -> None:
    """Settings with a place of their own; nothing is read from this installation, and nothing kept."""
    place = tempfile.mkdtemp(prefix="fotfeste-bench-")
    os.environ.update(FOTFESTE_MODE="test", FOTFESTE_VAR=place)
    os.environ["DJANGO_SETTINGS_MODULE"] = "fotfeste.project.settings"
    import django

    django.setup()


def _measured(commitments: int, files: int, other: "Beside | None", rounds: int) -> dict[str, list[float]]:
    """Pages in a second of CPU, for each round: set, set and sealed, and by the other program."""
    from fotfeste.apps.vault.certificate import new_certificate
    from fotfeste.documents.agreement import made
    from fotfeste.documents.sealing import sealed

    certificate, random = (
        new_certificate(at=AT - timedelta(days=1)),
        Random(5),
    )  # made-up words, nothing secret
    kinds: dict[str, Any] = {
        "typst": made,
        "typst, sealed": lambda paper: sealed(made(paper), at=AT, certificate=certificate),
    }
    told: dict[str, list[float]] = {}
    for number in range(rounds + 1):
        for name, make in kinds.items():
            rate = _rate([_paper(random, commitments) for _ in range(files)], make)
            told.setdefault(name, []).append(rate)
        if other:
            rate = other.rate([_paper(random, commitments) for _ in range(files)])
            told.setdefault("WeasyPrint", []).append(rate)
        print(f"{commitments} commitments: round {number} of {rounds}", file=sys.stderr)
    return {name: rates[1:] for name, rates in told.items()}  # the first loads fonts and templates


def _rate(papers: list[Any], make: Any) -> float:
    before = process_time()
    made = [make(paper) for paper in papers]
    used = process_time() - before
    return sum(content.count(b"/Type/Page/") for content in made) / used


def _paper(random: Random, commitments: int) -> Any:
    """An agreement as long as that, in words no other file has."""
    from fotfeste.documents.agreement import (
        AgreementPaper,
        AgreementSection,
        AgreementSignature,
        AgreementTable,
    )

    def words(count: int) -> str:
        return " ".join(random.choice(WORDS) for _ in range(count)) + f" {random.randrange(10**6)}"

    def section(number: int) -> AgreementSection:
        rows = tuple((words(6), words(2), words(2), "15. april 2027") for _ in range(4))
        table = AgreementTable(("Hva", "Hvem har ansvaret", "Til hvem", "Innen"), rows)
        return AgreementSection(f"Løfte {number}", (words(60), words(25)), table)

    signed = AgreementSignature("Jobbsøker", words(2), "22. november 2026", "Egen pålogging")
    return AgreementPaper(
        language="nb",
        title="Tilretteleggings- og oppfølgingsavtale",
        on=AT.date(),
        version=1,
        head=(words(20),),
        sections=tuple(map(section, range(commitments))),
        signatures=(signed, signed, signed),
        foot=(words(10),),
    )


class Beside:
    """The other program, in a Python of its own, asked over a pipe."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def rate(self, papers: list[Any]) -> float:
        """Pages in a second of its CPU."""
        from dataclasses import asdict

        sent, got = self._process.stdin, self._process.stdout
        assert sent is not None
        assert got is not None
        _say(sent, [asdict(paper) for paper in papers])
        told = json.loads(got.readline())
        return float(told["pages"]) / float(told["cpu"])


def _say(sent: IO[str], what: object) -> None:
    sent.write(json.dumps(what, default=str) + "\n")
    sent.flush()


@contextmanager
def _beside(given: argparse.Namespace) -> Iterator[Beside | None]:
    if given.alone:
        yield None
        return
    with tempfile.TemporaryDirectory() as place:
        python = given.beside or _throw_away(Path(place))
        process = subprocess.Popen(
            [python, str(CHILD)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        try:
            yield Beside(process)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _throw_away(place: Path) -> str:
    """An environment with nothing but WeasyPrint in it, gone when the run is over."""
    print(f"Making a throw-away environment with {WEASYPRINT} …", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", str(place / "venv")], check=True)
    python = str(place / "venv" / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "-q", WEASYPRINT], check=True)
    return python


def _as_text(told: dict[str, dict[str, list[float]]], has_other: bool) -> str:
    lines = ["| pages in a second of CPU, middle of the rounds (slowest) | " + " | ".join(told) + " |"]
    lines.append("|---" * (len(told) + 1) + "|")
    for name in next(iter(told.values())):
        cells = [f"{median(each[name]):.1f} ({min(each[name]):.1f})" for each in told.values()]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    if has_other:
        for name in ("typst", "typst, sealed"):
            times = [median(each[name]) / median(each["WeasyPrint"]) for each in told.values()]
            lines.append(
                f"| {name}: times WeasyPrint | " + " | ".join(f"{each:.1f}" for each in times) + " |"
            )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
