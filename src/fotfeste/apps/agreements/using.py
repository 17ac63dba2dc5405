"""NAV decides that the agreement is used: for whom, why, and which office answers for it (A-06)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from fotfeste.apps.agreements.models import Agreement
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.door import Found
from fotfeste.apps.consents.visible import not_hidden_from
from fotfeste.apps.measures.need import born_on as born_of_case
from fotfeste.apps.measures.need import newest_talk
from fotfeste.apps.measures.newest import case_of
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import OfficeInCharge, Person, Unit
from fotfeste.apps.people.offices import put_in_charge
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.vault.keys import keys_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.agreements.target_group import EmployerPart, TargetFacts, may_be_used, target_group
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.permissions import Permission
from fotfeste.domain.verdict import Reason, Refused, because
from fotfeste.parameters import AGREEMENT_LIMITS

MOST = 200


@dataclass(frozen=True, slots=True, repr=False)
class Use:
    """What NAV says when it decides. None: nobody has established it."""

    born_on: date | None
    reduced_capacity: bool | None
    employer: EmployerPart
    why: str = ""

    @property
    def facts(self) -> TargetFacts:
        """What the rules are asked with."""
        return TargetFacts(self.born_on, self.reduced_capacity, self.employer, bool(self.why.strip()))


@dataclass(frozen=True, slots=True)
class AgreementListed:
    """An agreement in the office's list."""

    person: UUID
    name: SealedContact
    used_on: date
    target_group: str


def use(deed: Deed, said: Use) -> None:
    """NAV opens an agreement for a person whom an office answers for, without anybody having asked."""
    office = OfficeInCharge.objects.filter(person=deed.person, until_day=None).select_related("unit").first()
    if office is None:
        raise Refused((because("agreement-request.not-yours", "house §agreements"),))
    use_agreement(deed.person, deed.key, office.unit, said, by=deed.by, on=deed.on)
    deed.done("agreement.used")


def use_agreement(
    person: Person, key: SealingKey, office: Unit, said: Use, *, by: Acting, on: date
) -> Agreement:
    """A new agreement, and the office answers for it. Raises Refused when one is open, or without reason."""
    limits = AGREEMENT_LIMITS.on(on)
    refuse(_born(said, on))
    refuse((*may_be_used(said.facts, limits, on=on), *_open_at(person, office)))
    put_in_charge(person, office, on=on)
    row = Agreement(
        person=person,
        office=office,
        used_on=on,
        decided_by_id=by.account_id,
        target_group=target_group(said.facts, limits, on=on),
        reduced_capacity=said.reduced_capacity,
        employer_part=said.employer,
        changed_on=on,
    )
    row.seal("sealed_why", said.why.strip(), key)
    row.seal("sealed_born_on", said.born_on.isoformat() if said.born_on else "", key)
    row.save()
    return row


def access_agreements(acting: Acting, *, at: datetime) -> list[AgreementListed]:
    """The open agreements of one's own office, the newest first. Each person is logged."""
    with act():
        mine = Agreement.objects.filter(
            not_hidden_from(acting), office=acting.unit_id, ended_on=None, lapsed_on=None
        )
        rows = list(mine.select_related("person").order_by("-pk")[:MOST])
        subjects = tuple(row.person.log_id for row in rows)
        record(Entry(Action.AGREEMENTS_SEEN, acting.who, at, subjects=subjects))
        keys = keys_of([(row.person_id, row.person.public_id) for row in rows])
        return [
            AgreementListed(
                row.person.public_id,
                SealedContact(row.person, keys[row.person_id]),
                row.used_on,
                row.target_group,
            )
            for row in rows
        ]


def held_by(person: Person, office: int) -> Reason | None:
    """An open agreement keeps the person at the office that has it."""
    if _still_open(person).filter(office=office).exists():
        return because("agreement-request.other-office", "house §agreements")
    return None


def known_before(found: Found) -> tuple[date | None, bool | None]:
    """Birth day and reduced work capacity, as the case about a measure has them. Never from a number.

    A contact person from elsewhere in NAV does not read that case, so nothing is filled in for them.
    """
    case = case_of(found.person) if found.may(Permission.MEASURE_READ) else None
    talk = newest_talk(case) if case else None
    if case is None or talk is None:
        return None, None
    return born_of_case(case, found), talk.reduced_capacity


def _born(said: Use, on: date) -> tuple[Reason, ...]:
    return has_happened(said.born_on, on=on) if said.born_on else ()


def _open_at(person: Person, office: Unit) -> tuple[Reason, ...]:
    row = _still_open(person).filter(office=office).first()
    return (because("agreement.open-already", "house §agreements", used_on=row.used_on),) if row else ()


def _still_open(person: Person) -> QuerySet[Agreement]:
    return Agreement.objects.filter(person=person, ended_on=None, lapsed_on=None)
