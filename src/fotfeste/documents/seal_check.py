"""Is this file sealed here, and is every byte of it as it was then? One answer for page, command and API.

The file is not read as a PDF at all. A seal covers every byte of its file but its own signature, and the
signature can be written in one way only; so it is enough to find the seal, to reckon the digest, and to ask
whether one of our certificates signed it. Nothing is unpacked and nothing is run: the work is one search and
some digests, however hostile the file is, bounded by its length, which the caller limits.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from fotfeste.apps.vault.certificate import SealingCertificate, load_sealing_certificate, sealing_certificate
from fotfeste.documents.seal_signature import NotOurs, WrongSignature, signed_digest

MOST_SEALS = 8
"""So many places that look like a seal are looked at, from the end. We make one in a file."""

SEAL = re.compile(
    rb"/Contents <([0-9A-F]{2,20000})>\n/ByteRange \[0 (\d{1,9}) (\d{1,9}) (\d{1,9})\] *\n"
    rb"/Type /Sig\n/Filter /Adobe\.PPKLite\n/SubFilter /ETSI\.CAdES\.detached\n/M \(D\\072(\d{14})Z\)"
)
ANY_SEAL = re.compile(rb"/ByteRange\s*\[|/SubFilter\s*/(?:ETSI|adbe)")


@dataclass(frozen=True, slots=True)
class SealCheck:
    """What was found. `problem`: a code in parameters/texts/seal.yaml, empty where all is well.

    `is_sealed_here`: our signature is in it. `is_unchanged`: every byte is as it was sealed. `sealed_at`:
    only where both are so. Nothing in it tells of what the file is about.
    """

    is_sealed_here: bool
    is_unchanged: bool
    sealed_at: datetime | None
    problem: str

    @property
    def is_good(self) -> bool:
        """Whether the file can be relied on as what this installation made."""
        return not self.problem


@dataclass(frozen=True, slots=True)
class _Seal:
    """A place that looks like a seal of ours: its signature, and which bytes it says that it covers."""

    signature: bytes
    begins: int
    before: int
    after: int
    rest: int
    at: str


def checked(content: bytes) -> SealCheck:
    """Look at a file. Never fails, whatever the file is. Raises KeysMissing where the keys are not there."""
    if wrong := _no_such_file(content):
        return wrong
    found = list(_seals(content))[-MOST_SEALS:]
    if not found:
        return _refused("seal.by-another" if ANY_SEAL.search(content) else "seal.none")
    looked_at = [_looked_at(content, seal, sealing_certificate()) for seal in reversed(found)]
    if all(check.problem == "seal.by-another" for check in looked_at):
        # Another process may have renewed the certificate since this one read it.
        looked_at = [_looked_at(content, seal, load_sealing_certificate()) for seal in reversed(found)]
    telling = (each for problem in ("", "seal.added-to") for each in looked_at if each.problem == problem)
    return next(telling, looked_at[0])


def too_large() -> SealCheck:
    """The answer for a file that is larger than any that is looked at."""
    return _refused("seal.too-large")


def _no_such_file(content: bytes) -> SealCheck | None:
    if not content:
        return _refused("seal.empty")
    return None if content.startswith(b"%PDF-") else _refused("seal.not-a-pdf")


def _refused(problem: str, *, is_ours: bool = False) -> SealCheck:
    return SealCheck(is_sealed_here=is_ours, is_unchanged=False, sealed_at=None, problem=problem)


def _seals(content: bytes) -> Iterator[_Seal]:
    for found in SEAL.finditer(content):
        before, after, rest = (int(found[number]) for number in (2, 3, 4))
        yield _Seal(found[1], found.start(1) - 1, before, after, rest, found[5].decode())


def _looked_at(content: bytes, seal: _Seal, certificate: SealingCertificate) -> SealCheck:
    """One seal: whether it is ours, and whether it covers the file as it is."""
    try:
        digest = signed_digest(seal.signature, certificate.certificates)
    except NotOurs:
        return _refused("seal.by-another")
    except WrongSignature:
        return _refused("seal.changed")
    if problem := _problem(content, seal, digest):
        return _refused(problem, is_ours=True)
    return SealCheck(is_sealed_here=True, is_unchanged=True, sealed_at=_time(seal.at), problem="")


def _problem(content: bytes, seal: _Seal, digest: bytes) -> str:
    """What is wrong with the file when the seal is ours and signs this digest."""
    ends = seal.after + seal.rest
    if (seal.before, seal.after) != (seal.begins, seal.begins + len(seal.signature) + 2):
        return "seal.changed"
    if len(content) < ends:
        return "seal.not-whole"
    covered = memoryview(content)
    if sha256(b"".join((covered[: seal.before], covered[seal.after : ends]))).digest() != digest:
        return "seal.changed"
    return "seal.added-to" if len(content) > ends else ""


def _time(at: str) -> datetime:
    return datetime.strptime(at, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
