"""Letters on paper to a party who is not digital: those that wait at the office, and one of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from fotfeste.apps.agreements.contact_persons import contact_now, reached
from fotfeste.apps.agreements.models import Agreement, AgreementNotice
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import opened
from fotfeste.apps.consents.visible import not_hidden_from
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.vault.keys import keys_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.agreements.content import Reached
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.permissions import Ability, Permission
from fotfeste.domain.verdict import Refused, because

MOST = 100


@dataclass(frozen=True, slots=True)
class LetterWaiting:
    """A letter in the office's list."""

    row: AgreementNotice
    name: SealedContact


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: what it tells, whom it is to, whom they can turn to."""

    row: AgreementNotice
    agreement: Agreement
    person: Person
    contact: Reached | None
    key: SealingKey = field(repr=False)

    @property
    def to(self) -> tuple[str, str]:
        """Who gets it: the name, and the business it is for, if any. Takes no database."""
        if self.row.party == Party.JOBSEEKER:
            return SealedContact(self.person, self.key).contact.name, ""
        employer = self.agreement.employer
        return self.agreement.opened("sealed_employer_name", self.key), employer.name if employer else ""


def access_letters(acting: Acting, *, at: datetime) -> Sequence[LetterWaiting]:
    """Letters of the office's agreements that are not sent, the oldest first. Each person is logged."""
    with act():
        rows = list(_waiting(acting).select_related("person", "agreement__office").order_by("pk")[:MOST])
        subjects = tuple(dict.fromkeys(row.person.log_id for row in rows))
        record(Entry(Action.AGREEMENTS_SEEN, acting.who, at, subjects=subjects, area="letters"))
        keys = keys_of([(row.person_id, row.person.public_id) for row in rows])
        return [LetterWaiting(row, SealedContact(row.person, keys[row.person_id])) for row in rows]


def letters_waiting(acting: Acting) -> int:
    """How many are not sent. Names nobody, and is not a look."""
    return _waiting(acting).count() if acting.has(Ability.AGREEMENT_REQUEST_ANSWER) else 0


def access_letter(acting: Acting, public_id: UUID, notice: UUID, *, at: datetime) -> Letter | None:
    """One letter, to be printed. None when it is not one of this person's. Raises Denied."""
    with opened(
        acting, public_id, Permission.AGREEMENT_CHANGE, at=at, action=Action.AGREEMENT_SEEN, area="letter"
    ) as found:
        row = _papers(found.person).filter(public_id=notice).first()
        if row is None:
            return None
        contact = contact_now(row.agreement)
        return Letter(row, row.agreement, found.person, reached(contact) if contact else None, found.key)


def mark_sent(deed: Deed, notice: UUID) -> None:
    """It is printed and sent. Sent once."""
    row = _papers(deed.person).filter(public_id=notice, printed_on=None).first()
    if row is None:
        raise Refused((because("agreement.no-such-letter", "house §agreements"),))
    row.printed_on = deed.on
    row.save()
    deed.done("agreement.letter-sent", party=row.party)


def _papers(person: Person) -> QuerySet[AgreementNotice]:
    rows = AgreementNotice.objects.filter(person=person, is_paper=True)
    return rows.select_related("agreement__office", "agreement__employer")


def _waiting(acting: Acting) -> QuerySet[AgreementNotice]:
    return AgreementNotice.objects.filter(
        not_hidden_from(acting), agreement__office=acting.unit_id, is_paper=True, printed_on=None
    )
