"""What the provider writes: assessments as the measure goes on, and a final report at the end (§ 4-5)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import OSLO, Found, opened
from fotfeste.apps.consents.visible import not_hidden_from
from fotfeste.apps.measures.followed import followed
from fotfeste.apps.measures.models import MeasureReport, Participation
from fotfeste.apps.measures.models_participations import ReportKind
from fotfeste.apps.people.acting import Acting, standing
from fotfeste.apps.people.models import Person, Relation
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.vault.keys import keys_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.permissions import Permission, RelationKind
from fotfeste.domain.rules.asking import Outcome
from fotfeste.domain.verdict import Refused, because
from fotfeste.parameters.answers import ask

_OURS = "house §measures"
MOST = 200


@dataclass(frozen=True, slots=True)
class Reported:
    """A participation, and what the provider has written in it, the newest first."""

    row: Participation
    reports: Sequence[MeasureReport]

    def facts(self, *, on: date) -> dict[str, Any] | None:
        """As the rule is asked. None before it has begun."""
        if self.row.first_start is None:
            return None
        last = self.row.ended_on or self.row.last_day
        final = next((each for each in self.reports if each.kind == ReportKind.FINAL), None)
        written = [each.written_on for each in self.reports if each.kind == ReportKind.ASSESSMENT]
        return {
            "first_start": self.row.first_start.isoformat(),
            "ended_on": last.isoformat() if last < on else None,
            "assessments": sorted(day.isoformat() for day in written),
            "final_report_on": final.written_on.isoformat() if final else None,
            "tells_status": bool(final and final.sealed_work_status),
        }

    def outcome(self, *, on: date) -> Outcome | None:
        """What is missing that day, and by when the next is due. None before it has begun."""
        facts = self.facts(on=on)
        return ask("measure.reports", facts, on=on).outcome if facts else None


@dataclass(frozen=True, slots=True)
class ReportsSeen:
    """A person's participations with their reports; the guide sees those where the guide is named."""

    person: Person
    contact: SealedContact
    reported: Sequence[Reported]
    is_mine: bool
    may_write: bool
    key: SealingKey = field(repr=False)


@dataclass(frozen=True, slots=True)
class ToReport:
    """One whom the guide follows, and the participation that reports are written in."""

    person: UUID
    name: SealedContact
    reported: Reported


def access_reports(acting: Acting, public_id: UUID, *, at: datetime) -> ReportsSeen:
    """The reports, for the person, the office in charge and the guide."""
    permission, action = Permission.PARTICIPATION_READ, Action.MEASURE_SEEN
    with opened(acting, public_id, permission, at=at, action=action, area="reports") as found:
        rows = _seen(found, acting, on=at.astimezone(OSLO).date())
        return ReportsSeen(
            person=found.person,
            contact=SealedContact(found.person, found.key),
            reported=reported_of(rows),
            is_mine=found.may(Permission.MEASURE_ASK),
            may_write=found.may(Permission.MEASURE_FOLLOW) and _begun(rows) is not None,
            key=found.key,
        )


def access_to_report(acting: Acting, *, at: datetime) -> list[ToReport]:
    """Everybody whose guide one is, with what is written. Logged with each person named."""
    with act():
        on = at.astimezone(OSLO).date()
        mine = Relation.objects.filter(standing(on), account=acting.account_id, kind=RelationKind.GUIDE)
        rows = Participation.objects.filter(not_hidden_from(acting), person__in=mine.values("person"))
        newest: dict[int, Participation] = {}
        for row in followed(rows.select_related("person").order_by("-pk"), acting, on=on)[:MOST]:
            newest.setdefault(row.person_id, row)
        subjects = tuple(row.person.log_id for row in newest.values())
        record(Entry(Action.MEASURES_SEEN, acting.who, at, subjects=subjects))
        keys = keys_of([(row.person_id, row.person.public_id) for row in newest.values()])
        return [
            ToReport(
                each.row.person.public_id, SealedContact(each.row.person, keys[each.row.person_id]), each
            )
            for each in reported_of(list(newest.values()))
        ]


def reported_of(rows: Sequence[Participation]) -> list[Reported]:
    """Their reports, in one statement."""
    found: dict[int, list[MeasureReport]] = {row.pk: [] for row in rows}
    written = MeasureReport.objects.filter(participation__in=found).select_related("written_by")
    for report in written.order_by("-pk"):
        found[report.participation_id].append(report)
    return [Reported(row, found[row.pk]) for row in rows]


def write_report(deed: Deed, kind: ReportKind, *, words: str, work_status: str) -> MeasureReport:
    """The guide writes. A report is never changed: what must be put right is written in another."""
    row = _begun(followed(_of(deed.found), deed.by, on=deed.on))
    if row is None:
        raise Refused((because("measure-report.not-begun", _OURS),))
    if kind is ReportKind.FINAL:
        earlier = MeasureReport.objects.filter(participation=row, kind=kind).first()
        if earlier is not None:
            raise Refused((because("measure-report.final-there", _OURS, day=earlier.written_on),))
        if not work_status.strip():
            raise Refused((because("report.final-without-status", "FOR-2015-12-11-1598 §4-5"),))
    report = MeasureReport(
        person=deed.person,
        participation=row,
        kind=kind,
        written_on=deed.on,
        written_by_id=deed.by.account_id,
    )
    report.seal("sealed_words", words.strip(), deed.key)
    report.seal("sealed_work_status", work_status.strip(), deed.key)
    report.save()
    deed.done(f"measure.report-{kind}")
    return report


def _seen(found: Found, acting: Acting, *, on: date) -> list[Participation]:
    if found.may(Permission.MEASURE_CHANGE) or found.may(Permission.MEASURE_ASK):
        return list(_of(found))
    return followed(_of(found), acting, on=on)


def _of(found: Found) -> QuerySet[Participation]:
    return Participation.objects.filter(person=found.person).select_related("provider").order_by("-pk")


def _begun(rows: Sequence[Participation]) -> Participation | None:
    """The newest that has begun: what is written now is about that."""
    return next((row for row in rows if row.first_start is not None), None)
