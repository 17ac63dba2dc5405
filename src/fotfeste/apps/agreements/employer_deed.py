"""What somebody at the employer does: on the very agreement that was opened, and on no other of theirs.

A person may have an agreement that is over and a new one, and the same account a place in both. So the act
carries its agreement with it; `sides.side_of` never looks for one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.agreements.employer_view import agreement_entered, name_for_employer, person_of
from fotfeste.apps.agreements.models import Agreement, EmployerMember
from fotfeste.apps.agreements.tellable import tellable_to
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import opened
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.permissions import Permission


@dataclass(frozen=True, slots=True)
class EmployerDeed(Deed):
    """An act on one agreement. `member` is the place in it of whoever acts."""

    member: EmployerMember

    @property
    def agreement(self) -> Agreement:
        """The agreement that was opened."""
        return self.member.agreement

    def tellable(self) -> frozenset[Topic]:
        """What this employer may be told that day."""
        return tellable_to(self.person.pk, self.member.unit.number, on=self.on)

    def name(self) -> str:
        """The jobseeker's name; empty when this employer may not know it."""
        return name_for_employer(self.member, self.key, on=self.on)


@contextmanager
def entered_by_employer(
    acting: Acting,
    agreement: UUID,
    *,
    at: datetime,
    on: date,
    action: Action = Action.AGREEMENT_SEEN,
    area: str = "employer",
) -> Iterator[EmployerDeed]:
    """Open an agreement that one was let in to, to do something or to show its form. Raises Denied."""
    person = person_of(acting, agreement, at=at)
    permission = Permission.EMPLOYER_AGREEMENT_CHANGE
    with opened(acting, person, permission, at=at, action=action, area=area) as found:
        member = agreement_entered(found, acting, agreement, at=at, on=on)
        yield EmployerDeed(found, acting, at, on, member)
