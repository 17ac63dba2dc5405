"""The promises of the version in force: made from it, followed from one version to the next (A-03, A-05)."""

from uuid import UUID

from fotfeste.apps.agreements.models import AgreedPromise, AgreementText
from fotfeste.apps.consents.deed import Deed
from fotfeste.domain.agreements.content import PROMISES, Content, Line


def keep_promises(deed: Deed, text: AgreementText, content: Content) -> None:
    """Each line that is a promise has its row; one that is no longer part of the agreement is ended."""
    rows = {row.line.hex: row for row in AgreedPromise.objects.filter(agreement=text.agreement)}
    for line in content.lines:
        if line.kind in PROMISES:
            _keep(deed, text, line, rows.pop(line.key, None))
    gone = [row.pk for row in rows.values() if row.ended_on is None]
    AgreedPromise.objects.filter(pk__in=gone).update(ended_on=deed.on)


def _keep(deed: Deed, text: AgreementText, line: Line, row: AgreedPromise | None) -> None:
    row = row or AgreedPromise(
        person=deed.person, agreement=text.agreement, line=UUID(line.key), first_deadline=line.deadline
    )
    if row.deadline != line.deadline:
        row.broken_on = None  # whoever said so has signed another day
    row.text, row.kind, row.ended_on = text, line.kind, None
    row.owner, row.towards = line.owner, line.towards
    row.instrument, row.nav_unit, row.every = line.instrument or "", line.nav_unit or "", line.every or ""
    row.from_day, row.until_day, row.deadline = line.from_day, line.until, line.deadline
    row.is_for_employer = text.has_employer
    row.seal("sealed_text", line.text, deed.key)
    row.seal("sealed_responsible", line.responsible, deed.key)
    row.version += 1
    row.save()
