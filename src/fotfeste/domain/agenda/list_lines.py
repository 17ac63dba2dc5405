"""Lines for somebody from a list: what to confirm together, what to clear up. At most one of each."""

from collections.abc import Iterator
from datetime import date

from fotfeste.domain.agenda import consent_lines, disclosure_lines, nav_lines
from fotfeste.domain.agenda.asked import Asked, line
from fotfeste.domain.agenda.facts import Link
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.clearing_up import SEEN_FROM_FACTS, put_off, reasons_for
from fotfeste.domain.consent import Reply, newest
from fotfeste.domain.course import CourseStage
from fotfeste.domain.method import asks_clinician
from fotfeste.domain.permissions import ConsentScope
from fotfeste.domain.verdict import Reason, because


def lines(asked: Asked) -> Iterator[Line]:
    """What was brought in is confirmed with the person; what was left open is cleared up at the desk."""
    yield from _confirm(asked)
    yield from _clear_up(asked)


def _confirm(asked: Asked) -> Iterator[Line]:
    """Design §7: a statement brought in is dated by the import and opens nothing until it is confirmed."""
    found = [
        *consent_lines.to_confirm(asked),
        *disclosure_lines.to_confirm(asked),
        *nav_lines.to_confirm(asked),
    ]
    if found:
        why = because("import.confirm", "house §imported-statements", count=len(found))
        yield line(asked, [why, *found], Act.CONFIRM_STATEMENTS)


def _clear_up(asked: Asked) -> Iterator[Line]:
    """Design §7: what a list leaves open becomes something to clear up, never a default."""
    resting = put_off(asked.facts.open_questions, on=asked.on)
    asking = [each for each in asked.facts.open_questions if each.code not in resting]
    seen = list(_seen_from_facts(asked))
    awake = (why for why in seen if why.code not in resting)
    found = list(dict.fromkeys([*awake, *reasons_for(asking)]))
    if found:
        why = because("clear-up.list", "house §clearing-up", count=len(found))
        yield line(asked, [why, *found], Act.CLEAR_UP)
    elif asleep := {code: until for code, until in resting.items() if _is_still_open(code, seen)}:
        yield _put_off(asked, asleep)


def _put_off(asked: Asked, asleep: dict[str, date]) -> Line:
    again = min(asleep.values())
    why = because("clear-up.put-off", "house §clearing-up", count=len(asleep), until=again)
    return line(asked, [why], Act.CLEAR_UP, due=again, not_before=again)


def _is_still_open(code: str, seen: list[Reason]) -> bool:
    return code not in SEEN_FROM_FACTS or any(why.code == code for why in seen)


def _seen_from_facts(asked: Asked) -> Iterator[Reason]:
    yield from _referral_and_start_up(asked)
    yield from _people(asked)
    if asked.was_brought_in:
        yield from _statements(asked)
    yield from _work(asked)


def _referral_and_start_up(asked: Asked) -> Iterator[Reason]:
    referred_on, first = asked.facts.referral.referred_on, asked.first_meeting_on
    if referred_on is None:
        yield because("clear-up.referral-date-missing", "house §clearing-up")
    if first is None and asked.stage is not CourseStage.REFERRED:
        yield because("clear-up.start-up-meeting-missing", "house §clearing-up")
    if first is not None and referred_on is not None and first < referred_on:
        yield because(
            "clear-up.start-up-before-referral", "house §clearing-up", held_on=first, referred_on=referred_on
        )


def _people(asked: Asked) -> Iterator[Reason]:
    around = asked.facts.around
    if around.specialist in (Link.UNKNOWN, Link.NOBODY):
        yield because("clear-up.specialist-unknown", "house §clearing-up")
    is_asked = asks_clinician(asked.facts.method)
    if is_asked and around.clinician is Link.UNKNOWN and asked.was_brought_in:
        yield because("clear-up.clinician-unknown", "I §3")
    if around.clinician is Link.NAMED:
        yield because("clear-up.clinician-not-linked", "house §clearing-up")
    if _agrees_to_nav(asked):
        yield from _nav_adviser(asked)


def _nav_adviser(asked: Asked) -> Iterator[Reason]:
    """Only where the person agrees to contact with NAV: otherwise there is nobody to ask for."""
    nav_adviser = asked.facts.around.nav_adviser
    if nav_adviser is Link.UNKNOWN and asked.was_brought_in:
        yield because("clear-up.nav-adviser-unknown", "I §5")
    if nav_adviser is Link.NAMED:
        yield because("clear-up.nav-adviser-not-linked", "house §clearing-up")


def _agrees_to_nav(asked: Asked) -> bool:
    said = newest(asked.facts.consents, ConsentScope.NAV_CONTACT)
    return said is not None and said.reply is Reply.YES


def _statements(asked: Asked) -> Iterator[Reason]:
    if consent_lines.nav_contact_is_open(asked):
        yield because("clear-up.consent-open", "I §4.1")
    if nav_lines.is_open(asked):
        yield because("clear-up.registration-open", "I §5.1")
    if disclosure_lines.is_open(asked):
        yield because("clear-up.disclosure-open", "I §4.3")


def _work(asked: Asked) -> Iterator[Reason]:
    if asked.facts.wishes.is_approximate:
        yield because("clear-up.wished-percent-approximate", "I §4.2")
    for job in asked.facts.jobs:
        if not job.employer_name:
            yield because("clear-up.employer-unknown", "house §clearing-up")
        if job.started_on is None:
            yield because("clear-up.job-start-unknown", "house §clearing-up")
