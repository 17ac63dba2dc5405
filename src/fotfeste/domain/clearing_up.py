"""What a list left open, or said in a way nobody can act on. Asked about, never answered by a default.

Most of it is seen from the facts themselves and goes away when they are known. The rest is an open question,
raised by the import and settled by somebody.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from fotfeste.domain.verdict import Reason, because


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One thing a list left open. `code` names the reason to show; `column` is where in the list it stood.

    `put_off_until` is the day somebody chose to ask again, where nobody knows yet.
    """

    code: str
    column: str = ""
    put_off_until: date | None = None


ASKED: Mapping[str, Reason] = {
    reason.code: reason
    for reason in (
        because("clear-up.referral-in-the-future", "house §clearing-up"),
        because("clear-up.end-before-job-start", "house §clearing-up"),
        because("clear-up.wished-percent-over-100", "house §clearing-up"),
        because("clear-up.employer-known-twice", "house §clearing-up"),
        because("clear-up.employer-not-on-list", "house §clearing-up"),
        because("clear-up.same-person-twice", "house §clearing-up"),
    )
}
"""Questions that no fact answers: they stand until somebody settles them."""

SEEN_FROM_FACTS = frozenset(
    {
        "clear-up.referral-date-missing",
        "clear-up.specialist-unknown",
        "clear-up.clinician-unknown",
        "clear-up.clinician-not-linked",
        "clear-up.nav-adviser-unknown",
        "clear-up.nav-adviser-not-linked",
        "clear-up.start-up-meeting-missing",
        "clear-up.start-up-before-referral",
        "clear-up.consent-open",
        "clear-up.registration-open",
        "clear-up.disclosure-open",
        "clear-up.wished-percent-approximate",
        "clear-up.employer-unknown",
        "clear-up.job-start-unknown",
    }
)
"""Questions the facts answer. Raising them does no harm: they show while the facts leave them open."""


def reasons_for(questions: Iterable[OpenQuestion]) -> list[Reason]:
    """The questions that only somebody can settle, each as a reason to show."""
    return [_reason(question) for question in questions if question.code not in SEEN_FROM_FACTS]


def _reason(question: OpenQuestion) -> Reason:
    known = ASKED.get(question.code)
    if known is not None:
        return known
    return because("clear-up.in-the-list", "house §clearing-up", column=question.column or "–")


def put_off(questions: Iterable[OpenQuestion], *, on: date) -> dict[str, date]:
    """The codes of questions that are to rest, and until when."""
    return {
        each.code: each.put_off_until
        for each in questions
        if each.put_off_until is not None and each.put_off_until > on
    }
