"""Staff who are close to a jobseeker do not see the record (house §closeness; helsepersonelloven § 21 a).

Somebody who follows the person cannot just step back: the person must not be left without a specialist.
"""

from dataclasses import dataclass
from enum import StrEnum

from fotfeste.domain.verdict import Verdict, because


class ClosenessKind(StrEnum):
    """How a member of staff is close to a jobseeker. Why is nobody's business; the kind is enough."""

    ONESELF = "oneself"
    PARTNER = "partner"
    PARENT_OR_CHILD = "parent_or_child"
    SIBLING = "sibling"
    OTHER_RELATIVE = "other_relative"
    FRIEND_OR_NEIGHBOUR = "friend_or_neighbour"


@dataclass(frozen=True, slots=True)
class StepBackFacts:
    """Somebody is about to lose access to a person they may follow.

    `names_successor`: they have said who takes over. `successor_may_see`: that one is allowed to.
    """

    is_the_specialist: bool
    names_successor: bool
    successor_may_see: bool = False


def may_step_back(facts: StepBackFacts) -> Verdict:
    """Whether the person is still followed afterwards."""
    if not facts.is_the_specialist:
        return ()
    if not facts.names_successor:
        return (because("closeness.name-a-successor", "house §closeness"),)
    if not facts.successor_may_see:
        return (because("closeness.successor-may-not-see", "house §closeness"),)
    return ()
