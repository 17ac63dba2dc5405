"""Lines of the job search: wanted or not, no answer, an interview ahead, how it went (I-3.2, I-6.2)."""

from collections.abc import Iterator

from fotfeste.domain.agenda.asked import Asked, line
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.job_leads import Interview, Lead, LeadState, ask_about_answer_on, is_open, state_of
from fotfeste.domain.verdict import because


def lines(asked: Asked) -> Iterator[Line]:
    """What each open lead asks for. Advice: nothing waits for it."""
    for lead in asked.facts.leads:
        if is_open(lead):
            yield from _wanted(asked, lead)
            yield from _answer(asked, lead)
            for interview in lead.interviews:
                yield from _interview(asked, lead, interview)


def _wanted(asked: Asked, lead: Lead) -> Iterator[Line]:
    """The search follows the jobseeker: what they have not said yes or no to is asked about."""
    if state_of(lead) is LeadState.FOUND:
        why = because("job-search.wanted", "I §6", found_on=lead.found_on)
        yield line(asked, [why], Act.ASK_FOR_WISH, about=lead.lead)


def _answer(asked: Asked, lead: Lead) -> Iterator[Line]:
    due = ask_about_answer_on(lead, asked.rules.applications)
    if due is not None and lead.applied_on is not None:
        why = because("job-search.no-answer", "house §job-search", sent_on=lead.applied_on)
        yield line(asked, [why], Act.LOG_ANSWER, due=due, not_before=due, about=lead.lead)


def _interview(asked: Asked, lead: Lead, interview: Interview) -> Iterator[Line]:
    if interview.is_held:
        return
    if interview.on < asked.on:
        why = because("job-search.interview-not-logged", "I §6.2", held_on=interview.on)
        yield line(asked, [why], Act.LOG_INTERVIEW, due=interview.on, about=interview.interview)
    else:
        why = because("job-search.interview-ahead", "I §6.2", held_on=interview.on)
        yield line(asked, [why], Act.PREPARE_INTERVIEW, due=interview.on, about=interview.interview)
