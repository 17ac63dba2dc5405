"""What is next, said to the jobseeker. Lines that are only the team's housekeeping are left out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from fotfeste.apps.agenda.selectors import StoredLine
from fotfeste.domain.agenda import Act
from fotfeste.parameters.texts import has_text, text
from fotfeste.web.lines import language

HOUSEKEEPING = frozenset(
    {
        "clear-up.list",
        "clear-up.put-off",
        "compose.text-stopped",
        "consent.archive-in-nav",
        "consent.archive-withdrawal",
        "consent.participation-refused",
        "disclosure.changed-since-planned",
        "employer-contact.log",
        "employer-contact.next-step",
        "import.confirm",
        "job-plan.agree-help",
        "job-plan.clarify-help-again",
        "job-search.interview-not-logged",
        "job-search.no-answer",
        "journal.carry-over",
        "meeting.not-logged",
        "problem.follow-plan",
        "problem.no-plan",
        "profile.see-comment",
        "referral.answer",
        "remark.answer",
        "startup.cause-of-delay",
        "startup.clinician-never-there",
        "startup.first-meeting-not-logged",
        "startup.next-meeting-not-logged",
    }
)
"""What the team does among itself. Nothing in it asks anything of the jobseeker."""


@dataclass(frozen=True, slots=True)
class MyLine:
    """One thing that is next for oneself. Nobody is late in it: a day that has passed is not shown."""

    title: str
    why: str
    due: date | None
    url: str = ""


def my_lines(lines: Iterable[StoredLine], *, on: date) -> list[MyLine]:
    """The lines that mean something to the jobseeker, in the rules' own order, each said once."""
    found: dict[str, MyLine] = {}
    for line in lines:
        code = f"mine.{line.code}"
        if has_text(code):
            said = _said(line, code, on)
            found.setdefault(said.title, said)
    return list(found.values())


def _said(line: StoredLine, code: str, on: date) -> MyLine:
    data = dict(line.why[0].data)
    title = text(code, language(), "title", on=on, **data)
    why = text(code, language(), "why", on=on, **data)
    url = reverse("mine_consents") if line.act == Act.RECORD_CONSENT else ""
    return MyLine(title, why, line.due if line.due and line.due >= on else None, url)
