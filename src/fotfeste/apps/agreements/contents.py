"""The content as it stands: the draft's lines and the people, put together; and what was laid out before."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from fotfeste.apps.agreements.contact_persons import contact_now, reached
from fotfeste.apps.agreements.models import Agreement, AgreementText, ContactPerson, DraftLine
from fotfeste.apps.people.models import Person
from fotfeste.apps.people.records import contact_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.agreements.canon import read
from fotfeste.domain.agreements.content import (
    Content,
    EmployerNamed,
    GoalKind,
    Instrument,
    Line,
    LineKind,
    Reached,
)
from fotfeste.domain.agreements.parties import NavUnit, Party, Towards
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.job_support import SupportFrequency


@dataclass(frozen=True, slots=True)
class DraftRows:
    """The rows that the draft is put together from: loaded together, opened after."""

    agreement: Agreement
    person: Person
    contact: ContactPerson | None
    lines: tuple[DraftLine, ...]

    def written_by(self, party: Party) -> frozenset[str]:
        """The lines this party may change: NAV all of them, another its own."""
        own = (row for row in self.lines if party in (Party.NAV, row.written_by_party))
        return frozenset(row.public_id.hex for row in own)


def draft_of(agreement: Agreement, person: Person) -> DraftRows:
    """The draft as it stands."""
    return DraftRows(agreement, person, contact_now(agreement), tuple(draft_lines(agreement)))


def content_of(draft: DraftRows, key: SealingKey) -> Content:
    """All of the draft, with what only jobseeker and NAV see. Takes no database."""
    jobseeker = contact_of(draft.person, key)
    return Content(
        office=draft.agreement.office.name,
        jobseeker=Reached(jobseeker.name, jobseeker.phone, jobseeker.email),
        contact=reached(draft.contact) if draft.contact else None,
        employer=employer_named(draft.agreement, key),
        lines=tuple(lines_of(draft.lines, key)),
        review_on=draft.agreement.review_on,
    )


def employer_named(agreement: Agreement, key: SealingKey) -> EmployerNamed | None:
    """The business that is to be a party, and whom to reach there."""
    if agreement.employer is None:
        return None
    name, phone, email = (
        agreement.opened(f"sealed_employer_{each}", key) for each in ("name", "phone", "email")
    )
    employer = agreement.employer
    return EmployerNamed(employer.name, employer.organisation_number, Reached(name, phone, email))


def draft_lines(agreement: Agreement) -> QuerySet[DraftLine]:
    """The lines that are part of the draft, in the order they were written."""
    return DraftLine.objects.filter(agreement=agreement, removed_on=None).order_by("pk")


def lines_of(rows: Iterable[DraftLine], key: SealingKey) -> Iterable[Line]:
    """As the rules want them."""
    for row in rows:
        yield Line(
            key=row.public_id.hex,
            kind=LineKind(row.kind),
            text=row.opened("sealed_text", key),
            owner=Party(row.owner),
            towards=Towards(row.towards),
            topic=Topic(row.topic) if row.topic else None,
            instrument=Instrument(row.instrument) if row.instrument else None,
            goal=GoalKind(row.goal) if row.goal else None,
            responsible=row.opened("sealed_responsible", key),
            nav_unit=NavUnit(row.nav_unit) if row.nav_unit else None,
            every=SupportFrequency(row.every) if row.every else None,
            from_day=row.from_day,
            until=row.until_day,
            deadline=row.deadline,
        )


def text_in_force(agreement: Agreement) -> AgreementText | None:
    """The version that holds now."""
    rows = AgreementText.objects.filter(agreement=agreement, concluded_at__isnull=False, replaced_at=None)
    return rows.first()


def text_waiting(agreement: Agreement) -> AgreementText | None:
    """The version that waits for signatures."""
    rows = AgreementText.objects.filter(agreement=agreement, concluded_at=None, dropped_at=None)
    return rows.first()


def content_in(text: AgreementText, key: SealingKey) -> Content:
    """What one version says."""
    return read(text.opened("sealed_content", key))
