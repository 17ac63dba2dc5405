"""Regular contact: logged by NAV, held against the rhythm that was promised, gaps shown (A-07).

The employer is told of the days NAV was in contact with it, and of no words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.agreements.models import AgreedPromise, Agreement, RegularContact
from fotfeste.apps.agreements.newest import agreement_asked, agreement_of
from fotfeste.apps.agreements.promises_seen import PromiseSeen, in_order, promises_of
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.door import OSLO, opened
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.agreements.keeping import PromiseState
from fotfeste.domain.agreements.parties import OUTSIDE, Party, Towards, ends_of
from fotfeste.domain.agreements.rhythm import ContactGap, contact_gaps, next_due
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.job_support import SupportFrequency
from fotfeste.domain.permissions import Decision, Permission
from fotfeste.domain.verdict import Refused, because

_OURS = "house §agreements"


@dataclass(frozen=True, slots=True)
class ContactHad:
    """Contact that NAV had with a party. `words` stay sealed until they are said."""

    row: RegularContact
    key: SealingKey = field(repr=False)

    @property
    def words(self) -> str:
        """What it was about. Not for the employer."""
        return self.row.opened("sealed_words", self.key)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How one promise of regular contact has gone towards one party."""

    promise: PromiseSeen
    party: Party
    last_on: date | None
    next_by: date | None
    gaps: tuple[ContactGap, ...]

    @property
    def is_missing(self) -> bool:
        """Whether contact that was due has not been."""
        return any(gap.had_on is None for gap in self.gaps)


@dataclass(frozen=True, slots=True)
class ContactsSeen:
    """The contact around a person's agreement."""

    person: Person
    contact: SealedContact
    decision: Decision
    agreement: Agreement | None
    rhythms: Sequence[Rhythm]
    had: Sequence[ContactHad]

    @property
    def is_open(self) -> bool:
        """Whether contact can still be logged."""
        row = self.agreement
        return row is not None and row.ended_on is None and row.lapsed_on is None


def log_contact(deed: Deed, with_parties: Iterable[Party], *, had_on: date, words: str) -> None:
    """NAV had contact that day, with one party or both."""
    agreement, parties = agreement_asked(deed.found), set(with_parties)
    refuse(has_happened(had_on, on=deed.on))
    if Party.EMPLOYER in parties and agreement.employer_id is None:
        raise Refused((because("regular-contact.no-employer", _OURS),))
    for party in OUTSIDE:
        if party in parties:
            row = RegularContact(
                person=deed.person,
                agreement=agreement,
                with_party=party,
                had_on=had_on,
                by_id=deed.by.account_id,
            )
            row.seal("sealed_words", words.strip(), deed.key)
            row.save()
            deed.done("agreement.contact-had", day=had_on, party=party)


def access_contacts(acting: Acting, public_id: UUID, *, at: datetime) -> ContactsSeen:
    """For the person, the office in charge and the contact person. Raises Denied."""
    action, on = Action.AGREEMENT_SEEN, at.astimezone(OSLO).date()
    with opened(acting, public_id, Permission.AGREEMENT_READ, at=at, action=action, area="contact") as found:
        row = agreement_of(found.person)
        had = contacts_of(row) if row else []
        promises = in_order(promises_of(row), found.key, on=on) if row else ()
        return ContactsSeen(
            person=found.person,
            contact=SealedContact(found.person, found.key),
            decision=found.decision,
            agreement=row,
            rhythms=rhythms_of(promises, had, on=until(row, on)),
            had=[ContactHad(each, found.key) for each in had],
        )


def contacts_of(agreement: Agreement) -> list[RegularContact]:
    """The newest first."""
    rows = RegularContact.objects.filter(agreement=agreement).select_related("by")
    return list(rows.order_by("-had_on", "-pk"))


def rhythms_of(
    promises: Iterable[PromiseSeen], had: Sequence[RegularContact], *, on: date
) -> tuple[Rhythm, ...]:
    """For each of NAV's promises of regular contact how it has gone, towards each whom it concerns."""
    days: dict[str, list[date]] = {party: [] for party in OUTSIDE}
    for each in had:
        days[each.with_party].append(each.had_on)
    return tuple(
        _rhythm(each, party, days[party], on)
        for each in promises
        if is_followed(each.row) and each.state in (PromiseState.OPEN, PromiseState.LATE)
        for party in parties_of_rhythm(each.row)
    )


def is_followed(row: AgreedPromise) -> bool:
    """Whether NAV has promised contact in a rhythm, from a day."""
    return row.owner == Party.NAV and bool(row.every) and row.from_day is not None


def parties_of_rhythm(row: AgreedPromise) -> tuple[Party, ...]:
    """Whom the contact is promised to, in their order."""
    ends = ends_of(Party(row.owner), Towards(row.towards))
    return tuple(party for party in OUTSIDE if party in ends)


def _rhythm(promise: PromiseSeen, party: Party, days: list[date], on: date) -> Rhythm:
    assert promise.row.from_day is not None  # noqa: S101  # asked in is_followed
    every, since = SupportFrequency(promise.row.every), promise.row.from_day
    counted = [day for day in days if since <= day <= on]
    return Rhythm(
        promise=promise,
        party=party,
        last_on=max(counted, default=None),
        next_by=next_due(since, every, counted),
        gaps=contact_gaps(since, every, counted, on=on),
    )


def until(row: Agreement | None, on: date) -> date:
    """The day up to which contact was owed: today, or the day the agreement was over."""
    over = (row.ended_on or row.lapsed_on) if row else None
    return min(over, on) if over else on
