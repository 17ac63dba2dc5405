"""What has changed since the list was brought last: cell by cell, asked about and never overwritten."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from fotfeste.domain.brought_in import Choice, Problem, asked
from fotfeste.domain.caseload_list.columns import Column, heading
from fotfeste.domain.caseload_list.facts import CaseloadFacts, DisclosureTold, JobTold, WishTold
from fotfeste.domain.typed_text import alike
from fotfeste.domain.verdict import Named, Reason, because

_ONE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TAKE_NEW = Choice("take-new")
KEEP_STORED = Choice("keep-stored")


@dataclass(frozen=True, slots=True)
class Difference:
    """One column that says something else than before. Either text may be empty: nothing was or is said."""

    column: Column
    stored: str = field(repr=False)
    brought: str = field(repr=False)


def as_strings(facts: CaseloadFacts) -> dict[Column, str]:
    """The facts as one text a column, to store and compare. The identity number is not among them."""
    return {
        Column.NAME: facts.who.name,
        Column.PHONE: facts.who.phone.canonical if facts.who.phone else "",
        Column.EMAIL: facts.who.email.canonical if facts.who.email else "",
        Column.REFERRED_ON: _text(facts.referral.referred_on),
        Column.REFERRER: facts.referral.referrer,
        Column.CLINICIAN: facts.referral.clinician,
        Column.TREATMENT_PLACE: facts.referral.treatment_place,
        Column.SPECIALIST: facts.specialist_id,
        Column.NAV_OFFICE: _text(facts.nav.office),
        Column.NAV_ADVISER: facts.nav.adviser,
        Column.BENEFIT: facts.nav.benefit,
        Column.NAV_CONSENT: facts.nav.consent.value,
        Column.NAV_REGISTRATION: facts.nav.registration.value,
        Column.START_UP_MEETING: _text(facts.start_up_meeting_on),
        Column.CAREER_PROFILE: _text(facts.career_profile_on),
        Column.DISCLOSURE: _disclosure(facts.disclosure),
        Column.WISHED_WORK: facts.wish.work,
        Column.WISHED_PERCENT: _wished_percent(facts.wish),
        **_job(facts.job),
        Column.ENDED_ON: _ended(facts),
        Column.NOTE: facts.note,
    }


def differences(stored: Mapping[Column, str], brought: Mapping[Column, str]) -> tuple[Difference, ...]:
    """The columns that differ, blanks and capitals aside. A column that was not stored is not compared."""
    return tuple(
        Difference(column, stored[column], brought[column])
        for column in Column
        if column in stored and column in brought and alike(stored[column]) != alike(brought[column])
    )


def ask_about(difference: Difference, answers: Mapping[str, str], *, on: date) -> Problem:
    """The question whether the new text is taken or the stored one kept.

    A course that is over is not taken up again by a list: that takes a new referral (I-7.3).
    """
    is_end = difference.column is Column.ENDED_ON
    was_over = _discharged_in(difference.stored) if is_end else None
    if was_over is not None and not is_over(_discharged_in(difference.brought), on=on):
        reason = because("caseload.back-takes-a-referral", "I §7", ended_on=was_over)
        return asked(reason, (difference.column,), [KEEP_STORED], answers)
    return asked(_changed(difference), (difference.column,), [TAKE_NEW, KEEP_STORED], answers)


def _changed(difference: Difference) -> Reason:
    """What stood and what is brought. Days are days, so that each reads them in the own language."""
    before, job_before = _two_ends(difference.column, difference.stored)
    after, job_after = _two_ends(difference.column, difference.brought)
    said: dict[str, Named] = {"before": _named(before), "after": _named(after)}
    if job_before == job_after == "":
        said["column"] = heading(difference.column)
        return because("caseload.cell-changed", "house §imported-statements", **said)
    said |= {"job_before": _named(job_before), "job_after": _named(job_after)}
    return because("caseload.ends-changed", "house §imported-statements", **said)


def _two_ends(column: Column, text: str) -> tuple[str, str]:
    """The end of the course and of the job, in what `_ended` writes; any other text is one alone."""
    discharged, _, job_ended = text.partition("/") if column is Column.ENDED_ON else (text, "", "")
    return discharged, job_ended


def _named(text: str) -> Named:
    if not text:
        return "–"
    return date.fromisoformat(text) if _ONE_DAY.fullmatch(text) else text


def is_over(discharged_on: date | None, *, on: date) -> bool:
    """Whether a course that ends on that day is over now."""
    return discharged_on is not None and discharged_on <= on


def _discharged_in(ended: str) -> date | None:
    """The discharge in what `_ended` writes."""
    discharged, _ = _two_ends(Column.ENDED_ON, ended)
    return date.fromisoformat(discharged) if discharged else None


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _disclosure(told: DisclosureTold) -> str:
    return f"{told.stand.value}: {told.wording}" if told.wording else told.stand.value


def _wished_percent(wish: WishTold) -> str:
    return f"~{wish.percent}" if wish.is_approximate else _text(wish.percent)


def _job(job: JobTold | None) -> dict[Column, str]:
    return {
        Column.EMPLOYER: job.employer_name if job else "",
        Column.JOB_START: _text(job.started_on) if job else "",
        Column.POSITION_PERCENT: _text(job.percent) if job else "",
    }


def _ended(facts: CaseloadFacts) -> str:
    """The discharge, and behind a stroke the end of the job where that is known."""
    job_ended_on = facts.job.ended_on if facts.job else None
    discharged = _text(facts.discharged_on)
    return f"{discharged}/{job_ended_on}" if job_ended_on else discharged
