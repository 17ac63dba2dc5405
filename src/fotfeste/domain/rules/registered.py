"""The rules that can be asked by name. A new one is a function, a dataclass of facts, and a line in RULES."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fotfeste.domain import agenda, caseload, consent, course, disclosure, startup, support
from fotfeste.domain.agenda.guideline import Guideline, start_up_is_judged_on
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.employment import Employment
from fotfeste.domain.permissions import ConsentScope
from fotfeste.domain.rules.asking import Book, Outcome, Rule
from fotfeste.domain.rules.measures import MEASURE_RULES
from fotfeste.domain.rules.measures_around import AROUND_MEASURES


@dataclass(frozen=True, slots=True)
class StartUpFacts:
    """A referral and the start-up that followed. What has not happened is left out."""

    referred_on: date
    start_up: startup.StartUp = startup.StartUp()  # noqa: RUF009  # frozen, so it can be shared


@dataclass(frozen=True, slots=True)
class ConsentFacts:
    """One consent and everything the person has said about it, in the order it was said."""

    scope: ConsentScope
    statements: tuple[consent.ConsentStatement, ...] = ()


@dataclass(frozen=True, slots=True)
class DisclosureFacts:
    """What the person has said may be told. `employer` (a key) asks for one employer, null in general."""

    employer: str | None = None
    statements: tuple[disclosure.DisclosureStatement, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicFacts:
    """One topic, one employer (a key), and what the person has said. `is_asked`: the employer has asked."""

    topic: Topic
    employer: str
    statements: tuple[disclosure.DisclosureStatement, ...] = ()
    is_asked: bool = False


@dataclass(frozen=True, slots=True)
class SupportFacts:
    """A job, and the days somebody was in touch. `known_from`: contacts before that day are not known."""

    job: Employment
    contacts: tuple[date, ...] = ()
    known_from: date | None = None


def _first_meeting(facts: StartUpFacts, on: date, book: Book) -> Outcome:
    guideline = book.read("startup", _judged_on(facts.referred_on, on, book))
    by = startup.first_meeting_by(facts.referred_on, guideline)
    held_on = startup.first_meeting_on(facts.start_up)
    return Outcome(
        verdict=startup.departures(facts.start_up, facts.referred_on, guideline),
        dates=(("first_meeting_by", by), ("first_meeting_on", held_on)),
        values=(("days_taken", None if held_on is None else (held_on - facts.referred_on).days),),
    )


def _agenda(facts: agenda.JobseekerFacts, on: date, book: Book) -> Outcome:
    found = agenda.lines(facts, on=on, rules=_guideline(facts, on, book))
    return Outcome(lines=found, dates=(("ask_again_on", agenda.ask_again_on(found)),))


def _guideline(facts: agenda.JobseekerFacts, on: date, book: Book) -> Guideline:
    return Guideline(
        version=book.read("guideline", on).version,
        start_up=book.read("startup", _judged_on(facts.referral.referred_on, on, book)),
        problems=book.read("problems", on),
        search=book.read("rapid_search", on),
        support=book.read("follow_along", on),
        disclosure=book.read("disclosure", on),
        job_plan=book.read("job_plan", on),
        job_support=book.read("job_support", on),
        employer_needs=book.read("employer_needs", on),
        caseload=book.read("caseload", on),
        horizon=book.read("agenda", on),
        remarks=book.read("remarks", on),
        applications=book.read("job_search", on),
    )


def _judged_on(referred_on: date | None, on: date, book: Book) -> date:
    return start_up_is_judged_on(referred_on, on=on, first_version=book.first_day("startup"))


def _consent(facts: ConsentFacts, on: date, _: Book) -> Outcome:
    closed = consent.closed_because(facts.statements, facts.scope, on=on)
    return Outcome(verdict=closed, values=(("effect", "closed" if closed else "open"),))


def _disclosure(facts: DisclosureFacts, on: date, book: Book) -> Outcome:
    said = disclosure.newest(facts.statements, facts.employer)
    by = None if said is None else disclosure.review_by(said, book.read("disclosure", on))
    missing = disclosure.not_clarified_for(facts.employer, facts.statements) if facts.employer else ()
    return Outcome(verdict=missing, dates=(("review_by", by),))


def _topic(facts: TopicFacts, on: date, _: Book) -> Outcome:
    against = disclosure.may_tell(
        facts.topic, facts.employer, facts.statements, on=on, is_asked=facts.is_asked
    )
    return Outcome(verdict=against, values=(("effect", "may not be told" if against else "may be told"),))


def _stage(facts: course.CourseFacts, on: date, _: Book) -> Outcome:
    now = course.standing(facts, on=on)
    return Outcome(
        dates=(("since", now.since),),
        values=(("stage", now.stage.value), ("days_in_stage", course.days_in_stage(now, on=on))),
    )


def _support(facts: SupportFacts, on: date, book: Book) -> Outcome:
    rhythm = book.read("follow_along", on)
    found = support.next_contact(facts.job, facts.contacts, rhythm, known_from=facts.known_from)
    if found is None:
        return Outcome(dates=(("next_contact_by", None),), values=(("contact", None),))
    return Outcome(dates=(("next_contact_by", found.due),), values=(("contact", found.kind.value),))


def _caseload(facts: caseload.CaseloadFacts, on: date, book: Book) -> Outcome:
    guidance = book.read("caseload", on)
    return Outcome(
        verdict=caseload.departures(facts, guidance), values=(("room", caseload.room(facts, guidance)),)
    )


_AGENDA_PARAMETERS = (
    "guideline",
    "startup",
    "problems",
    "rapid_search",
    "job_search",
    "job_plan",
    "job_support",
    "employer_needs",
    "follow_along",
    "disclosure",
    "caseload",
    "agenda",
    "remarks",
)

_ALL: tuple[Rule[Any], ...] = (
    Rule("agenda.lines", agenda.JobseekerFacts, ("I", "fidelity"), _AGENDA_PARAMETERS, _agenda),
    Rule("caseload.load", caseload.CaseloadFacts, ("fidelity 1",), ("caseload",), _caseload),
    Rule("consent.effect", ConsentFacts, ("I §4.1", "I §5", "house §imported-statements"), (), _consent),
    Rule("course.stage", course.CourseFacts, ("I §3", "I §7", "house §course-stage"), (), _stage),
    Rule("disclosure.review", DisclosureFacts, ("I §4.3",), ("disclosure",), _disclosure),
    Rule("disclosure.topic", TopicFacts, ("I §4.3", "house §imported-statements"), (), _topic),
    Rule("startup.first-meeting", StartUpFacts, ("I §3", "I §4.1"), ("startup",), _first_meeting),
    Rule("support.rhythm", SupportFacts, ("fidelity 23",), ("follow_along",), _support),
    *MEASURE_RULES,
    *AROUND_MEASURES,
)

RULES: Mapping[str, Rule[Any]] = {rule.name: rule for rule in _ALL}
"""Every rule that can be asked, by name."""
