"""What a row leaves open, as questions for the agenda: its own codes where it can see them from the facts."""

from collections.abc import Mapping

from fotfeste.domain.brought_in import Severity
from fotfeste.domain.caseload_list.columns import heading
from fotfeste.domain.caseload_list.reading import Reading
from fotfeste.domain.clearing_up import OpenQuestion

AGENDA_CODES: Mapping[str, str] = {
    "caseload.referral-date-open": "clear-up.referral-date-missing",
    "caseload.clinician-open": "clear-up.clinician-unknown",
    "caseload.nav-adviser-open": "clear-up.nav-adviser-unknown",
    "caseload.start-up-meeting-open": "clear-up.start-up-meeting-missing",
    "caseload.nav-consent-open": "clear-up.consent-open",
    "caseload.nav-registration-open": "clear-up.registration-open",
    "caseload.disclosure-open": "clear-up.disclosure-open",
    "caseload.employer-open": "clear-up.employer-unknown",
    "caseload.employer-unknown": "clear-up.employer-not-on-list",
    "caseload.job-start-open": "clear-up.job-start-unknown",
}
"""What is left open, and the agenda's own question about it. Anything else keeps its code and its column."""


def open_questions(reading: Reading) -> tuple[OpenQuestion, ...]:
    """Each thing the row leaves open, once, with the heading it stood under."""
    found = {
        problem.reason.code: OpenQuestion(
            AGENDA_CODES.get(problem.reason.code, problem.reason.code), heading(problem.columns[0])
        )
        for problem in reading.problems
        if problem.severity is Severity.UNCLEAR
    }
    return tuple(found.values())
