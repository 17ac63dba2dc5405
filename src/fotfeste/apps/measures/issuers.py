"""Whoever issues the sick note is told: who it is, the letters, the day each went (F-14).

A row without a name says that there is no sick note from that day. Rows stay: a new issuer is a new row,
and what the one before was told is not told to the new one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.measures.deciding import GRANTS
from fotfeste.apps.measures.models import (
    AssessmentWeighed,
    IssuerNotice,
    MeasureCase,
    MeasureDecision,
    SickNoteIssuer,
)
from fotfeste.apps.measures.models_employer import IssuerEvent
from fotfeste.apps.measures.need import case_asked, keep
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.measures.offer import AssessmentMeasure
from fotfeste.domain.rules.asking import Outcome
from fotfeste.domain.verdict import Refused, because
from fotfeste.parameters.answers import ask

_OURS = "house §measures"
_OFFERED = frozenset({AssessmentMeasure.NEEDED_FIRST, AssessmentMeasure.CARRIED_OUT})


@dataclass(frozen=True, slots=True)
class IssuerRows:
    """Who issues the sick note and the letters, the newest first; and what there is to tell."""

    issuers: Sequence[SickNoteIssuer]
    notices: Sequence[IssuerNotice]
    offered_on: date | None
    enrolled_on: date | None
    sick_listed_from: date | None

    @property
    def issuer(self) -> SickNoteIssuer | None:
        """Who issues it now. None: nobody knows, or there is no sick note."""
        newest = self.issuers[0] if self.issuers else None
        return newest if newest and newest.sealed_name else None

    @property
    def is_sick_listed(self) -> bool:
        """Whether there is a sick note now."""
        return self.issuer is not None if self.issuers else self.sick_listed_from is not None

    @property
    def facts(self) -> dict[str, Any]:
        """As the rule is asked."""
        now, since = self.issuer, self.issuer.from_day if self.issuer else None
        return {
            "is_sick_listed": self.is_sick_listed,
            "assessment_offered_on": _json(self.offered_on),
            "enrolled_on": _json(self.enrolled_on),
            "issuer": str(now.pk) if now else None,
            "issuer_since": _json(since),
            "letters": [_letter(each) for each in self.notices if each.sent_on],
        }

    def outcome(self, *, on: date) -> Outcome:
        """What is left to tell that day, and by when."""
        return ask("measure.issuer", self.facts, on=on).outcome

    @property
    def untold(self) -> list[tuple[IssuerEvent, date]]:
        """What whoever issues it now has had no letter about, sent or waiting to be sent."""
        events = ((IssuerEvent.ASSESSMENT, self.offered_on), (IssuerEvent.ENROLMENT, self.enrolled_on))
        return [(event, day) for event, day in events if day is not None and not self._has_letter(event, day)]

    def _has_letter(self, event: IssuerEvent, day: date) -> bool:
        now = self.issuer
        return any(
            now is not None and each.issuer_id == now.pk and each.event == event and each.event_on >= day
            for each in self.notices
        )


def issuer_rows(case: MeasureCase) -> IssuerRows:
    """Read them, in four statements."""
    return issuer_rows_of([case])[case.pk]


def issuer_rows_of(cases: Sequence[MeasureCase]) -> dict[int, IssuerRows]:
    """The same for many cases, still in four statements."""
    ids = [case.pk for case in cases]
    issuers = SickNoteIssuer.objects.filter(case__in=ids).order_by("-pk")
    notices = IssuerNotice.objects.filter(case__in=ids).select_related("issuer").order_by("-pk")
    weighed = AssessmentWeighed.objects.filter(case__in=ids).order_by("-pk")
    grants = MeasureDecision.objects.filter(case__in=ids, kind__in=GRANTS, dropped_on=None).order_by("-pk")
    lists = [_by_case(rows) for rows in (issuers, notices, weighed, grants)]
    return {
        case.pk: IssuerRows(
            issuers=lists[0].get(case.pk, ()),
            notices=lists[1].get(case.pk, ()),
            offered_on=_offered(lists[2].get(case.pk, ())),
            enrolled_on=next((each.decided_on for each in lists[3].get(case.pk, ())), None),
            sick_listed_from=case.sick_listed_from,
        )
        for case in cases
    }


def put_down_issuer(deed: Deed, *, name: str, where: str, from_day: date) -> None:
    """Who issues the sick note from a day; without a name, that there is none from then."""
    case = case_asked(deed.found)
    refuse(has_happened(from_day, on=deed.on))
    now = issuer_rows(case)
    if _is_the_same(now, deed, name, where):
        raise Refused((because("measure-issuer.same", _OURS),))
    row = SickNoteIssuer(from_day=from_day)
    keep(deed, case, row, sealed_name=name, sealed_where=where if name.strip() else "")
    deed.done("measure.issuer-known" if name.strip() else "measure.issuer-none", day=from_day)


def make_letter(deed: Deed, event: IssuerEvent, *, words: str) -> IssuerNotice:
    """Make the letter about an event. It counts for nothing until it has gone."""
    case = case_asked(deed.found)
    rows = issuer_rows(case)
    if rows.issuer is None:
        raise Refused((because("issuer.not-known", "F §sick-note-issuer"),))
    day = dict(rows.untold).get(event)
    if day is None:
        raise Refused((because("measure-issuer.nothing-to-tell", _OURS),))
    row = IssuerNotice(issuer=rows.issuer, event=event, event_on=day)
    keep(deed, case, row, sealed_words=words)
    deed.done("measure.issuer-letter")
    return row


def put_down_sent(deed: Deed, about: str, *, sent_on: date) -> None:
    """The day a letter went."""
    case = case_asked(deed.found)
    row = next((each for each in issuer_rows(case).notices if each.public_id.hex == about), None)
    if row is None:
        raise Refused((because("measure-issuer.no-such-letter", _OURS),))
    if row.sent_on is not None:
        raise Refused((because("measure-issuer.sent-already", _OURS, day=row.sent_on),))
    refuse(has_happened(sent_on, on=deed.on))
    if sent_on < row.written_on:
        raise Refused((because("measure-issuer.sent-before-made", _OURS, day=row.written_on),))
    row.sent_on = sent_on
    row.save(update_fields=["sent_on"])
    deed.done("measure.issuer-told", day=sent_on)


def _is_the_same(now: IssuerRows, deed: Deed, name: str, where: str) -> bool:
    if not now.issuers:
        return False
    newest = now.issuers[0]
    kept = (newest.opened("sealed_name", deed.key), newest.opened("sealed_where", deed.key))
    return kept == (name.strip(), where.strip() if name.strip() else "")


def _offered(weighed: Sequence[AssessmentWeighed]) -> date | None:
    """The day an assessment measure was found to be needed. None where the newest word is that it is not."""
    if not weighed or weighed[0].weighed not in _OFFERED:
        return None
    needed = AssessmentMeasure.NEEDED_FIRST
    return next((each.written_on for each in weighed if each.weighed == needed), None)


def _letter(row: IssuerNotice) -> dict[str, Any]:
    is_enrolment = row.event == IssuerEvent.ENROLMENT
    return {"issuer": str(row.issuer_id), "told_on": _json(row.sent_on), "of_enrolment": is_enrolment}


def _json(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _by_case(rows: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.case_id, []).append(row)
    return found
