"""Who may be let in at the employer: only where the jobseeker has agreed that it may know who they are.

An invitation is a link and a code told another way. Whatever is wrong with either, the answer is the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from fotfeste.domain.agreements.limits import AgreementLimits
from fotfeste.domain.verdict import Reason, Verdict, because

_OURS = "house §agreements"


@dataclass(frozen=True, slots=True)
class EmployerAsked:
    """The agreement's employer, and the number that was typed. `may_be_named`: the jobseeker has said so."""

    has_employer: bool
    number: str
    typed: str
    may_be_named: bool
    is_protected: bool = False
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class InvitationState:
    """What has come of an invitation."""

    expires_at: datetime
    wrong_codes: int = 0
    is_used: bool = False
    is_revoked: bool = False


def may_invite(asked: EmployerAsked) -> Verdict:
    """Why nobody at this business can be let in, with all reasons at once."""
    return tuple(_against(asked))


def may_let_in_colleague(*, may_sign: bool) -> Verdict:
    """Why somebody at the employer cannot let in or end a colleague: only those who sign for it can."""
    return () if may_sign else (because("agreement-employer.only-who-signs", _OURS),)


def is_open(state: InvitationState, limits: AgreementLimits, *, at: datetime) -> bool:
    """Whether the link can still be used: once, in time, and before too many wrong codes."""
    if state.is_used or state.is_revoked:
        return False
    return at < state.expires_at and state.wrong_codes < limits.most_wrong_codes


def _against(asked: EmployerAsked) -> Iterator[Reason]:
    if asked.is_over:
        yield because("agreement-employer.over", _OURS)
    if asked.is_protected:
        yield because("agreement-employer.protected", _OURS)
    if not asked.has_employer:
        yield because("agreement-employer.none-yet", "A §parties")
        return
    if not asked.number:
        yield because("agreement-employer.no-number", _OURS)
    elif asked.typed != asked.number:
        yield because("agreement-employer.other-number", _OURS)
    if not asked.may_be_named:
        yield because("agreement-employer.name-not-agreed", "I §4.3")
