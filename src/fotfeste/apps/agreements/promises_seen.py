"""The promises of one agreement as a party reads them: the same words and the same state for all (A-05).

What an employer is told is worked out at each look: only promises whose line may be told it that day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.agreements.contents import content_in
from fotfeste.apps.agreements.models import AgreedPromise, Agreement, AgreementText
from fotfeste.apps.agreements.newest import agreement_of
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.door import OSLO, opened
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.agreements.applying import (
    Application,
    ApplicationState,
    application,
    application_state,
    is_applied_for,
)
from fotfeste.domain.agreements.content import Instrument, common_lines
from fotfeste.domain.agreements.keeping import PromiseDays, PromiseState, promise_state
from fotfeste.domain.agreements.ordering import place_of
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.permissions import Decision, Permission
from fotfeste.parameters import AGREEMENT_LIMITS
from fotfeste.parameters.holidays_no import norwegian_holidays


@dataclass(frozen=True, slots=True)
class PromiseSeen:
    """One promise, with what opens its words."""

    row: AgreedPromise
    on: date
    key: SealingKey = field(repr=False)

    @property
    def days(self) -> PromiseDays:
        """What its state follows from."""
        return days_of(self.row)

    @property
    def state(self) -> PromiseState:
        """Where it stands that day."""
        return promise_state(self.days, on=self.on)

    @property
    def is_applied_for(self) -> bool:
        """Whether it is something one applies for."""
        return is_applied_for(instrument_of(self.row))

    @property
    def application(self) -> Application:
        """When it was applied for, and by when the answer is expected."""
        return application_of(self.row, on=self.on)

    @property
    def application_state(self) -> ApplicationState:
        """Where the application stands that day."""
        return application_state(self.application, on=self.on)

    def text(self, name: str) -> str:
        """One of its sealed texts: text, responsible, words."""
        return self.row.opened(f"sealed_{name}", self.key)


@dataclass(frozen=True, slots=True)
class PromisesSeen:
    """The promises of a person's agreement, in order. `agreement` is None where there is none."""

    person: Person
    contact: SealedContact
    decision: Decision
    agreement: Agreement | None
    promises: Sequence[PromiseSeen]
    on: date

    @property
    def is_open(self) -> bool:
        """Whether anything can still be said of them."""
        row = self.agreement
        return row is not None and row.ended_on is None and row.lapsed_on is None


def access_promises(acting: Acting, public_id: UUID, *, at: datetime) -> PromisesSeen:
    """For the person, the office in charge and the contact person. Raises Denied."""
    action, on = Action.AGREEMENT_SEEN, at.astimezone(OSLO).date()
    with opened(acting, public_id, Permission.AGREEMENT_READ, at=at, action=action, area="promises") as found:
        row = agreement_of(found.person)
        return PromisesSeen(
            person=found.person,
            contact=SealedContact(found.person, found.key),
            decision=found.decision,
            agreement=row,
            promises=in_order(promises_of(row), found.key, on=on) if row else (),
            on=on,
        )


def promises_for_employer(
    agreement: Agreement, number: str, key: SealingKey, tellable: frozenset[Topic], *, on: date
) -> tuple[PromiseSeen, ...]:
    """Those that the business with this number may be told of today, by the topic of the line in the text.

    A promise of a text that this business was no party to does not exist for it.
    """
    rows = promises_of(agreement)
    texts = {row.text_id: row.text for row in rows}
    common = {pk: _common_keys(text, number, key, tellable) for pk, text in texts.items()}
    return in_order((row for row in rows if row.line.hex in common[row.text_id]), key, on=on)


def promises_of(agreement: Agreement) -> list[AgreedPromise]:
    """All of them, also those that are no longer part of the agreement."""
    rows = AgreedPromise.objects.filter(agreement=agreement).select_related("text", "said_by")
    return list(rows.order_by("pk"))


def in_order(rows: Iterable[AgreedPromise], key: SealingKey, *, on: date) -> tuple[PromiseSeen, ...]:
    """What is late first, then by deadline."""
    return tuple(
        PromiseSeen(row, on, key) for row in sorted(rows, key=lambda row: place_of(days_of(row), on=on))
    )


def days_of(row: AgreedPromise) -> PromiseDays:
    """As the rules want them."""
    return PromiseDays(row.deadline, row.first_deadline, row.kept_on, row.broken_on, row.ended_on)


def application_of(row: AgreedPromise, *, on: date) -> Application:
    """Its application, with the last day for an answer by the limits of the day it was sent."""
    sent = row.applied_on
    if sent is None:
        return Application()
    limits = AGREEMENT_LIMITS.on(max(sent, AGREEMENT_LIMITS.versions[-1].effect_from))
    return application(sent, row.answered_on, limits, norwegian_holidays(sent.year, sent.year + 1))


def instrument_of(row: AgreedPromise) -> Instrument | None:
    """What kind of help it is."""
    return Instrument(row.instrument) if row.instrument else None


def _common_keys(
    text: AgreementText, number: str, key: SealingKey, tellable: frozenset[Topic]
) -> frozenset[str]:
    content = content_in(text, key) if text.has_employer else None
    if content is None or content.employer is None or content.employer.organisation_number != number:
        return frozenset()
    return frozenset(line.key for line in common_lines(content.lines, tellable))
