"""A sealed document for tests, and what a second, independent tool says of it."""

import subprocess
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

from fotfeste.documents.agreement import AgreementPaper, AgreementSection, made
from fotfeste.documents.sealing import sealed

ROOT = Path(__file__).resolve().parents[2]
AT = datetime(2026, 11, 22, 9, 0, 5, tzinfo=UTC)
PAPER = AgreementPaper(
    language="nb",
    title="Avtale",
    on=date(2026, 11, 22),
    version=1,
    head=("Emma Lind (jobbsøker)",),
    sections=(AgreementSection("Løfter", ("Ida svarer innen to dager.",)),),
)


@lru_cache(maxsize=1)
def plain() -> bytes:
    """The document before it is sealed."""
    return made(PAPER)


@lru_cache(maxsize=1)
def whole() -> bytes:
    """The document with its seal."""
    return sealed(plain(), at=AT, reason="Forseglet avtale")


@lru_cache(maxsize=1)
def pdfsig() -> str:
    """Where the tool is. Without it the tests fail; they are never left out."""
    found = subprocess.run(["sh", "scripts/pdfsig.sh"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    return found.stdout.strip()


def said_by_pdfsig(content: bytes, place: Path) -> str:
    """What poppler says of the signatures in a file."""
    file = place / "file.pdf"
    file.write_bytes(content)
    told = subprocess.run([pdfsig(), "-nocert", str(file)], capture_output=True, text=True, check=False)
    return told.stdout + told.stderr
