"""Who may sign what, in which order, and until when a signature can be taken back (A-01, A-02).

Jobseeker and employer sign in any order, NAV last: with NAV's signature the agreement is concluded.
"""

from collections.abc import Collection
from dataclasses import dataclass

from fotfeste.domain.agreements.identified import OnBehalfReason
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.verdict import Reason, Verdict, because

_OURS = "house §agreements"
_PARTIES = "A §parties"
_MISSING: dict[Party, Reason] = {
    Party.JOBSEEKER: because("agreement.not-signed-by-jobseeker", _PARTIES),
    Party.EMPLOYER: because("agreement.not-signed-by-employer", _PARTIES),
    Party.NAV: because("agreement.not-signed-by-nav", _PARTIES),
}


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A version: whose signature it needs, who has signed, its digest, and whether it still waits."""

    digest: str
    asked: frozenset[Party]
    signed: frozenset[Party] = frozenset()
    is_waiting: bool = True

    @property
    def awaited(self) -> tuple[Party, ...]:
        """Whose signature is missing, NAV last."""
        return tuple(each for each in Party if each in self.asked and each not in self.signed)


def may_sign(version: LaidOut, party: Party, *, shown: str, missing: Verdict = ()) -> Verdict:
    """Why this party cannot sign what it was shown. `missing` is what the text lacks today."""
    if not version.is_waiting or shown != version.digest:
        return (because("agreement.other-version", _OURS),)
    if party not in version.asked:
        return (because("agreement.not-asked-to-sign", _OURS),)
    if party in version.signed:
        return (because("agreement.signed-already", _OURS),)
    return (*missing, *_not_yet(version, party))


def may_sign_on_behalf(
    version: LaidOut, reasons: Collection[OnBehalfReason], *, shown: str, missing: Verdict = ()
) -> Verdict:
    """Why NAV cannot sign for the jobseeker: only with a reason, and after an employer who is asked."""
    found = list(may_sign(version, Party.JOBSEEKER, shown=shown, missing=missing))
    if not reasons:
        found.append(because("agreement.on-behalf-without-reason", _OURS))
    if Party.EMPLOYER in version.asked - version.signed:
        found.append(because("agreement.on-behalf-employer-first", _OURS))
    return tuple(found)


def may_take_back(version: LaidOut, party: Party) -> Verdict:
    """Why a party cannot take its signature back. Once all have signed nobody can: it is ended instead."""
    if not version.is_waiting:
        return (because("agreement.concluded-already", _OURS),)
    return () if party in version.signed else (because("agreement.not-signed-by-you", _OURS),)


def is_concluded(version: LaidOut) -> bool:
    """Whether the last signature is there."""
    return version.asked <= version.signed


def unsigned(version: LaidOut) -> Verdict:
    """Whose signature is missing, as reasons."""
    return tuple(_MISSING[each] for each in version.awaited)


def _not_yet(version: LaidOut, party: Party) -> Verdict:
    others = [each for each in version.awaited if each is not Party.NAV]
    if party is Party.NAV and others:
        return (because("agreement.nav-signs-last", _OURS),)
    return ()
