"""Leads: found, wanted or not, applied for, ended."""

from dataclasses import dataclass
from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.facts import disclosure_fact
from fotfeste.apps.disclosure.selectors import statement_for
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.job_search.models import Application, HelpGiven, Lead, SearchFocus
from fotfeste.apps.job_search.selectors import lead_fact
from fotfeste.apps.vault.sealing import blind_index
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.disclosure import not_clarified_for
from fotfeste.domain.employer_relation import is_closed_on
from fotfeste.domain.job_leads import HelpKind, LeadResult, SearchLevel, SentBy, may_not_go_on
from fotfeste.domain.pasted_lead import PastedLead, same_as
from fotfeste.domain.verdict import Refused, Verdict, because


@dataclass(frozen=True, slots=True)
class ResultSaid:
    """What came of a lead."""

    result: LeadResult
    on: date
    note: str = ""


def add_lead(deed: Deed, pasted: PastedLead, employer: Employer | None, *, found_on: date) -> Lead:
    """A lead from whatever was pasted. Refused when it is empty, or when the person has it already."""
    refuse(has_happened(found_on, on=deed.on))
    if not pasted.title:
        raise Refused((because("job-search.nothing-pasted", "house §job-search"),))
    fingerprint = blind_index(deed.key.secret, "lead", same_as(pasted))
    there = Lead.objects.filter(person=deed.person, fingerprint=fingerprint).order_by("pk").first()
    if there is not None:
        raise Refused(
            (because("job-search.lead-already-there", "house §job-search", found_on=there.found_on),)
        )
    row = Lead(
        person=deed.person,
        found_on=found_on,
        added_by_id=deed.by.account_id,
        employer=employer,
        fingerprint=fingerprint,
    )
    for column, text in (("title", pasted.title), ("link", pasted.link), ("text", pasted.text)):
        row.seal(f"sealed_{column}", text, deed.key)
    row.save()
    deed.done("lead.found", day=found_on)
    return row


def say_wanted(deed: Deed, row: Lead | None, *, is_wanted: bool, why: str) -> None:
    """The jobseeker wants it or not, and why. A no counts at once; it can be taken back."""
    lead = there(row)
    if lead.result:
        raise Refused((because("job-search.has-ended", "house §job-search"),))
    lead.wanted, lead.wanted_on = is_wanted, deed.on
    lead.seal("sealed_why", why.strip(), deed.key)
    _save(lead, "wanted", "wanted_on", "sealed_why")
    deed.done("lead.wanted" if is_wanted else "lead.not-wanted")


def name_employer(deed: Deed, row: Lead | None, employer: Employer) -> None:
    """Which of the team's employers it is with."""
    lead = there(row)
    lead.employer = employer
    _save(lead, "employer")
    deed.done("lead.employer-named")


def apply(deed: Deed, row: Lead | None, *, sent_on: date, sent_by: SentBy) -> Application:
    """An application was sent. What the specialist sends waits until that employer's disclosure is clear."""
    lead = there(row)
    reasons = [*may_not_go_on(lead_fact(lead)), *has_happened(sent_on, on=deed.on)]
    if hasattr(lead, "application"):
        reasons.append(
            because("job-search.applied-already", "house §job-search", sent_on=lead.application.sent_on)
        )
    if sent_by is SentBy.SPECIALIST:
        reasons += not_clear(deed, lead)
    if lead.employer is not None:
        reasons += is_closed_on(lead.employer.closed_on, sent_on)
    refuse(tuple(reasons))
    made = Application.objects.create(
        person=deed.person, lead=lead, sent_on=sent_on, sent_by=sent_by, written_by_id=deed.by.account_id
    )
    _save(lead)
    deed.done("application.sent", day=sent_on)
    return made


def note_answer(deed: Deed, row: Lead | None, *, answered_on: date, answer: str) -> None:
    """The employer has answered."""
    lead = there(row)
    if not hasattr(lead, "application"):
        raise Refused((because("job-search.not-applied", "house §job-search"),))
    refuse(has_happened(answered_on, on=deed.on))
    application = lead.application
    application.answered_on = answered_on
    application.seal("sealed_answer", answer.strip(), deed.key)
    application.save(update_fields=["answered_on", "sealed_answer"])
    _save(lead)
    deed.done("application.answered", day=answered_on)


def end_lead(deed: Deed, row: Lead | None, said: ResultSaid) -> None:
    """What came of it. A job is put down as a job by an act of its own."""
    lead = there(row)
    refuse((*_ended(lead), *has_happened(said.on, on=deed.on)))
    lead.result, lead.result_on = said.result, said.on
    lead.seal("sealed_result_note", said.note.strip(), deed.key)
    _save(lead, "result", "result_on", "sealed_result_note")
    deed.done("lead.ended", day=said.on, result=said.result)


def log_help(deed: Deed, kind: HelpKind, *, given_on: date, note: str, lead: Lead | None = None) -> HelpGiven:
    """Help that was given (I-6.2)."""
    refuse(has_happened(given_on, on=deed.on))
    row = HelpGiven(person=deed.person, kind=kind, on=given_on, given_by_id=deed.by.account_id, lead=lead)
    row.seal("sealed_note", note.strip(), deed.key)
    row.save()
    deed.done("help.given", day=given_on, help=kind)
    return row


def narrow(deed: Deed, level: SearchLevel, words: str) -> SearchFocus:
    """The search is narrowed to something: a line of business, a company, a job."""
    if not words.strip():
        raise Refused((because("job-search.focus-without-words", "house §job-search"),))
    row = SearchFocus(person=deed.person, level=level, chosen_on=deed.on, chosen_by_id=deed.by.account_id)
    row.seal("sealed_words", words.strip(), deed.key)
    row.save()
    deed.done("search.narrowed", level=level)
    return row


def widen(deed: Deed, row: SearchFocus | None) -> None:
    """It is not looked for any more."""
    if row is None:
        raise Refused((because("job-search.not-there", "house §job-search"),))
    row.ended_on = deed.on
    row.save(update_fields=["ended_on"])
    deed.done("search.widened", level=row.level)


def there(row: Lead | None) -> Lead:
    """The lead, or a refusal in words when it is not this person's."""
    if row is None:
        raise Refused((because("job-search.not-there", "house §job-search"),))
    return row


def _ended(lead: Lead) -> Verdict:
    return (because("job-search.has-ended", "house §job-search"),) if lead.result else ()


def not_clear(deed: Deed, lead: Lead) -> Verdict:
    """I-4.3c: an application on the person's behalf waits for that employer's answer."""
    if lead.employer is None:
        return (because("job-search.employer-needed", "I §4.3"),)
    statement = statement_for(deed.person, lead.employer)
    said = [disclosure_fact(statement)] if statement else []
    return not_clarified_for(lead.employer.public_id.hex, said)


def _save(lead: Lead, *fields: str) -> None:
    lead.version += 1
    lead.save(update_fields=["version", *fields])
