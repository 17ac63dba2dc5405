"""Lines of what is agreed with employers: contacts ahead, stopped texts, the health journal (I §4.3)."""

from collections.abc import Iterator

from fotfeste.domain.agenda.asked import Asked, line
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.disclosure import EmployerMeeting, not_clarified_for
from fotfeste.domain.verdict import because


def lines(asked: Asked) -> Iterator[Line]:
    """Each contact that is agreed, each text that was stopped, and what waits for the journal."""
    for meeting in asked.facts.employer_meetings:
        if meeting.contact:
            yield from _contact(asked, meeting)
    for text in asked.facts.stopped_texts:
        why = because(
            "compose.text-stopped",
            "house §composer",
            employer=text.employer_name,
            stopped_on=text.stopped_on,
        )
        yield line(asked, [why], Act.SEE_STOPPED_TEXT, due=text.stopped_on, about=text.text)
    yield from _next_steps(asked)
    yield from _journal(asked)


def _next_steps(asked: Asked) -> Iterator[Line]:
    """What was agreed after a contact, on the day that was set for it."""
    for step in asked.facts.next_steps:
        why = because(
            "employer-contact.next-step",
            "house §employer-contacts",
            employer=step.employer_name,
            step_on=step.on,
        )
        yield line(asked, [why], Act.TAKE_NEXT_STEP, due=step.on, about=step.contact)


def _contact(asked: Asked, meeting: EmployerMeeting) -> Iterator[Line]:
    """Ahead of every contact: what may be told. After it: how it went."""
    name = meeting.employer_name
    if meeting.on < asked.on:
        why = because("employer-contact.log", "I §4.3", employer=name, meeting_on=meeting.on)
        yield line(asked, [why], Act.LOG_AGREED_CONTACT, due=meeting.on, about=meeting.contact)
    elif meeting.is_changed_since:
        why = because("disclosure.changed-since-planned", "I §4.3", employer=name, meeting_on=meeting.on)
        yield line(asked, [why], Act.SEE_DISCLOSURE_CHANGE, due=meeting.on, about=meeting.contact)
    elif not not_clarified_for(meeting.employer, asked.facts.disclosures):
        why = because("employer-contact.coming", "I §4.3", employer=name, meeting_on=meeting.on)
        yield line(asked, [why], Act.LOG_AGREED_CONTACT, due=meeting.on, about=meeting.contact)


def _journal(asked: Asked) -> Iterator[Line]:
    """I-4.3b: carried into the health journal, open until somebody has confirmed that it is done."""
    tasks = asked.facts.journal_tasks
    if tasks:
        since = min(task.raised_on for task in tasks)
        why = because("journal.carry-over", "I §4.3", count=len(tasks), since=since)
        yield line(asked, [why], Act.CARRY_TO_JOURNAL)
