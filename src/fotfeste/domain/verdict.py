"""What a rule answers: every reason, each with a stable code and the place it is written."""

from dataclasses import dataclass
from datetime import date

Named = str | int | date


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason. `code` is stable: tests name it, the API sends it, the texts are kept beside it.

    `source` says where the rule is written ("I §4.1"); `data` fills the named places in its text.
    """

    code: str
    source: str
    data: tuple[tuple[str, Named], ...] = ()


Verdict = tuple[Reason, ...]
"""All reasons against. An empty verdict is a yes."""


def because(code: str, source: str, **data: Named) -> Reason:
    """A reason, with the values its text names."""
    return Reason(code, source, tuple(sorted(data.items())))


class Refused(Exception):  # named as the practitioners say it: the act was refused
    """An act that the rules refuse. Carries every reason, so that all can be shown at once."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(", ".join(reason.code for reason in verdict))
        self.verdict = verdict
