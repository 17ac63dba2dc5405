"""The rules around a measure that can be asked by name: offer, complaint, money, the sick note, reports."""

from datetime import date
from typing import Any

from fotfeste.domain.dated import NotInForce
from fotfeste.domain.measures import allowance, complaint, issuer, offer, reports
from fotfeste.domain.measures.kinds import Law
from fotfeste.domain.rules.asking import Book, Outcome, Rule

_DAYS_ARE_MOVED_BY = 1
"""A deadline can move into the next year."""


def _offer(facts: offer.OfferFacts, _on: date, _book: Book) -> Outcome:
    return Outcome(
        verdict=offer.missing_before(facts),
        notes=offer.to_know(facts),
        values=(("offer", offer.suggested(facts).value),),
    )


def _complaint(facts: complaint.ComplaintFacts, on: date, book: Book) -> Outcome:
    day = facts.reached_on
    version = book.version("complaint_weeks", day)
    law: Law[Any] = Law(version.value, version.source)
    by = complaint.complain_by(facts, law.numbers, book.holidays(day.year, day.year + _DAYS_ARE_MOVED_BY))
    return Outcome(
        verdict=complaint.is_late(by, law, on=on),
        notes=complaint.moved(facts, law.numbers, by),
        dates=(("complain_by", by),),
        values=(("weeks", complaint.weeks_to_complain(facts, law.numbers)),),
    )


def _allowance(facts: allowance.AllowanceFacts, on: date, book: Book) -> Outcome:
    version = book.version("allowance_conditions", on)
    law: Law[Any] = Law(version.value, version.source)
    rates = _rates(book, on)
    against = allowance.not_entitled(facts, law, on=on)
    unknown = allowance.about_rates(rates, on=on)
    shown = None if rates is None or unknown or against else rates
    return Outcome(
        verdict=against,
        notes=(*allowance.keeps(facts), *unknown),
        values=(
            ("kroner_a_day", None if shown is None else allowance.per_day(facts, shown)),
            ("day_rate", None if shown is None else shown.day),
            ("child_rate", None if shown is None else shown.child),
        ),
    )


def _rates(book: Book, on: date) -> allowance.AllowanceRates | None:
    """The rates of the newest year that is known, up to that day."""
    try:
        return book.read("allowance_rates", on)  # type: ignore[no-any-return]  # the book holds every kind
    except NotInForce:
        return None


def _issuer(facts: issuer.IssuerFacts, on: date, book: Book) -> Outcome:
    duty = book.read("issuer_duty", on)
    return Outcome(
        verdict=issuer.still_to_tell(facts, duty, on=on),
        dates=(("tell_by", issuer.tell_by(facts, duty)),),
    )


def _reports(facts: reports.ReportFacts, on: date, book: Book) -> Outcome:
    rhythm = book.read("measure_reports", on)
    return Outcome(
        verdict=reports.missing_reports(facts, rhythm, on=on),
        dates=(
            ("next_assessment_by", reports.next_assessment_by(facts, rhythm)),
            ("final_report_by", facts.ended_on),
        ),
    )


AROUND_MEASURES: tuple[Rule[Any], ...] = (
    Rule("measure.offer", offer.OfferFacts, ("W", "F", "FOR-2015-12-11-1598 §4-3"), (), _offer),
    Rule(
        "measure.complaint",
        complaint.ComplaintFacts,
        ("LOV-2004-12-10-76 §17", "LOV-1915-08-13-5 §148", "LOV-1915-08-13-5 §149"),
        ("complaint_weeks",),
        _complaint,
    ),
    Rule(
        "measure.allowance",
        allowance.AllowanceFacts,
        ("FOR-2013-11-04-1286",),
        ("allowance_conditions", "allowance_rates"),
        _allowance,
    ),
    Rule("measure.issuer", issuer.IssuerFacts, ("F §sick-note-issuer",), ("issuer_duty",), _issuer),
    Rule(
        "measure.reports",
        reports.ReportFacts,
        ("FOR-2015-12-11-1598 §4-5",),
        ("measure_reports",),
        _reports,
    ),
)
"""What goes with a measure."""
