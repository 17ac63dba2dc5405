"""Whether a jobseeker may be named in a meeting: the person agrees, and everybody who is there may know.

Both at once, asked anew each time: who comes late, a withdrawal and a new protection count from that moment.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from fotfeste.domain.permissions import Circumstances, Permission, Role, decide, denial

STAFF_OF_A_MEETING = frozenset({Role.EMPLOYMENT_SPECIALIST, Role.IPS_SUPERVISOR, Role.CLINICIAN})
"""Those for whom the person's yes to be named opens the name, and nothing but the name."""


@dataclass(frozen=True, slots=True)
class Present:
    """One who is there: how they stand to the person, and whether they belong to a unit the yes is about."""

    given: Circumstances
    is_of_the_units: bool


def may_hear_the_name(present: Present, *, agrees: bool) -> bool:
    """Whether this one may know who it is about. No denial is overridden by the yes."""
    if denial(present.given):
        return False
    if decide(present.given).may(Permission.PERSON_LIST):
        return True
    return agrees and present.is_of_the_units and present.given.role in STAFF_OF_A_MEETING


def may_be_named(everybody: Iterable[Present], *, agrees: bool, has_guests: bool) -> bool:
    """Whether the person is named: they agree, no guest is there, and all who are may hear it."""
    here = tuple(everybody)
    if not agrees or has_guests or not here:
        return False
    return all(may_hear_the_name(each, agrees=agrees) for each in here)
