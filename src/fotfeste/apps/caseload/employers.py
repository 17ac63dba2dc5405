"""An employer's page for one reader: what the team knows, and contacts on behalf of those one follows.

The two never mix: what stands with a jobseeker changes nothing that a colleague can see (decision 0024).
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.caseload.mine import Mine, Purposes, caseload_of
from fotfeste.apps.disclosure.models import ContactState, EmployerContact
from fotfeste.apps.employers.access import access_employer
from fotfeste.apps.employers.cards import EmployerWhole
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.vault.keys import unwrapped
from fotfeste.domain.permissions import Ability

MOST = 50


@dataclass(frozen=True, slots=True)
class OnBehalf:
    """A contact on behalf of somebody one follows; what was written is still sealed."""

    contact: EmployerContact = field(repr=False)
    mine: Mine

    def text(self, column: str) -> str:
        """What stands in a sealed column. Takes no database."""
        return str(Sealed(self.contact, column, unwrapped(self.mine.key_row, self.mine.public_id)))


@dataclass(frozen=True, slots=True)
class EmployerRead:
    """The page: the team's part is the same for all who read it, the other is one's own."""

    whole: EmployerWhole
    on_behalf: tuple[OnBehalf, ...]


def access_employer_page(
    acting: Acting, public_id: UUID, *, at: datetime, on: date, purposes: Purposes, after: UUID | None = None
) -> EmployerRead:
    """One employer. Those whose contacts are shown with a name stand in the log."""
    with act():
        whole = access_employer(acting, public_id, at=at, after=after)
        shown = _on_behalf(acting, public_id, on=on, purposes=purposes)
        if shown:
            subjects = tuple(dict.fromkeys(each.mine.log_id for each in shown))
            record(Entry(Action.EMPLOYER_CONTACTS_SEEN, acting.who, at, subjects=subjects))
    return EmployerRead(whole, shown)


def open_caseload(acting: Acting, *, on: date, purposes: Purposes) -> list[Mine]:
    """Those one may log a contact for: one's own, and those one has said one stands in for."""
    if not acting.has(Ability.CASELOAD_OWN):
        return []
    return [mine for mine in caseload_of(acting, on=on, purposes=purposes) if mine.is_open]


def _on_behalf(acting: Acting, employer: UUID, *, on: date, purposes: Purposes) -> tuple[OnBehalf, ...]:
    mine = {each.row: each for each in open_caseload(acting, on=on, purposes=purposes)}
    if not mine:
        return ()
    rows = EmployerContact.objects.filter(employer__public_id=employer, person_id__in=list(mine))
    rows = rows.exclude(state=ContactState.CALLED_OFF).order_by("-planned_on", "-pk")
    return tuple(OnBehalf(row, mine[row.person_id]) for row in rows[:MOST])
