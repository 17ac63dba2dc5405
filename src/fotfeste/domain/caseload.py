"""How many jobseekers one employment specialist follows (fidelity 1). Advice, never a lock."""

from dataclasses import dataclass

from fotfeste.domain.verdict import Verdict, because

FULL_TIME = 100


@dataclass(frozen=True, slots=True)
class CaseloadGuidance:
    """How many jobseekers a full-time specialist should have at most."""

    most_in_full_time: int


@dataclass(frozen=True, slots=True)
class CaseloadFacts:
    """How many jobseekers a specialist follows now, and how large a position (percent) it is done in."""

    active: int
    position_percent: int = FULL_TIME


def room(caseload: CaseloadFacts, guidance: CaseloadGuidance) -> int:
    """How many more the specialist can take on within the advice; negative when there are too many."""
    return _most(caseload, guidance) - caseload.active


def departures(caseload: CaseloadFacts, guidance: CaseloadGuidance) -> Verdict:
    """Whether the caseload is larger than advised. Something to talk about, never a refusal."""
    most = _most(caseload, guidance)
    if caseload.active <= most:
        return ()
    return (because("caseload.larger-than-advised", "fidelity 1", active=caseload.active, most=most),)


def _most(caseload: CaseloadFacts, guidance: CaseloadGuidance) -> int:
    return guidance.most_in_full_time * caseload.position_percent // FULL_TIME
