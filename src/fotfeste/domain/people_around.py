"""Who can be put down as one of those around a jobseeker (house §around). A new specialist is a handover."""

from collections.abc import Iterator
from dataclasses import dataclass

from fotfeste.domain.permissions import Protection, RelationKind
from fotfeste.domain.verdict import Reason, Verdict, because

_OURS = "house §around"
_WITHOUT_NAMES = frozenset({Protection.CODE_6, Protection.CODE_7, Protection.SECTION_19, Protection.UNKNOWN})


@dataclass(frozen=True, slots=True)
class NewAround:
    """Somebody to be put down. Without an account it is a name, to be linked later."""

    kind: RelationKind
    has_account: bool
    has_name: bool
    has_the_role: bool
    is_there_already: bool
    next_of_kin_consent: bool
    protection: Protection


def may_be_put_down(new: NewAround) -> Verdict:
    """Every reason why this one cannot be put down."""
    if new.kind is RelationKind.EMPLOYMENT_SPECIALIST:
        return (because("around.takes-a-handover", _OURS),)
    return (*_somebody(new), *_next_of_kin(new))


def _somebody(new: NewAround) -> Iterator[Reason]:
    if not new.has_account and not new.has_name:
        yield because("around.say-who", _OURS)
    if new.has_account and not new.has_the_role:
        yield because("around.not-in-that-role", _OURS)
    if new.is_there_already:
        yield because("around.already-there", _OURS)


def _next_of_kin(new: NewAround) -> Iterator[Reason]:
    if new.kind is not RelationKind.NEXT_OF_KIN:
        return
    if not new.next_of_kin_consent:
        yield because("around.next-of-kin-without-consent", "LOV-2006-06-16-20 §7")
    if new.protection in _WITHOUT_NAMES:
        yield because("around.name-would-reveal", "LOV-2016-12-09-88 §10-4")


def may_change(*, is_as_it_was: bool) -> Verdict:
    """Whether what somebody wants to end or link is still as they saw it."""
    return () if is_as_it_was else (because("around.changed-meanwhile", _OURS),)
