"""The meetings a team has without the jobseekers: what stands on the agenda, by rule, and in which order.

The vocational unit (FB1448) shares employers and leads and helps where a search stands still. The treatment
team's weekly meeting goes through whose turn it is. The rules see facts and days, never names.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fotfeste.domain.course import CourseStage
from fotfeste.domain.dates import add_months
from fotfeste.domain.day_limits import can_be_known
from fotfeste.domain.names import search_form
from fotfeste.domain.verdict import Reason, Verdict, because

_HOUSE = "house §unit-meeting"


class UnitMeetingKind(StrEnum):
    """Which meeting it is."""

    VOCATIONAL_UNIT = "vocational_unit"
    TREATMENT_TEAM = "treatment_team"


class AgendaKind(StrEnum):
    """What an item is about, in the order a meeting takes it."""

    NEW_EMPLOYER = "new_employer"
    LEAD = "lead"
    TURN = "turn"
    PROFILE = "profile"
    STUCK = "stuck"
    DISCHARGE = "discharge"
    NOT_REFERRED = "not_referred"
    OTHER = "other"


class LineOfWork(StrEnum):
    """What kind of work an unnamed jobseeker looks for: a closed list, so that it tells nothing more."""

    ANY = "any"
    SHOP = "shop"
    WAREHOUSE = "warehouse"
    CLEANING = "cleaning"
    FOOD = "food"
    OFFICE = "office"
    CARE = "care"
    SCHOOL = "school"
    BUILDING = "building"
    INDUSTRY = "industry"
    COMPUTERS = "computers"
    CULTURE = "culture"
    OUTDOORS = "outdoors"


ABOUT_A_PERSON = frozenset({AgendaKind.TURN, AgendaKind.PROFILE, AgendaKind.STUCK, AgendaKind.DISCHARGE})
"""Items that are about one jobseeker, named or not."""


@dataclass(frozen=True, slots=True)
class UnitMeetingLimits:
    """When a search counts as stuck and a contact as lost, in days; how many of each kind a meeting takes."""

    stuck_after_days: int
    silent_after_days: int
    most_of_a_kind: int
    kept_job_months: int


@dataclass(frozen=True, slots=True)
class SeekerFacts:
    """What the rules know of one jobseeker. `person` is a key of ours. A day that is not known is None.

    `in_touch_on` is the last day somebody met or reached them; `taken_up_on` when such a meeting last did.
    `lead_waits_since`: the oldest lead they want and that nothing has been done with.
    """

    person: str
    stage: CourseStage
    since: date | None = None
    employer_contact_on: date | None = None
    in_touch_on: date | None = None
    profile_on: date | None = None
    job_started_on: date | None = None
    taken_up_on: date | None = None
    lead_waits_since: date | None = None


@dataclass(frozen=True, slots=True)
class EmployerFacts:
    """What has come of one of the team's employers since the last meeting. Tells of no jobseeker.

    `looks_for_since`: they have said what they look for. `lead_is_free_since`: a lead there that nobody
    follows any longer. `met_on`: somebody was in contact. `is_shared`: a meeting has had them before.
    """

    employer: str
    is_new: bool = False
    looks_for_since: date | None = None
    lead_is_free_since: date | None = None
    met_on: date | None = None
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class Proposed:
    """One item by rule: what it is about (a jobseeker's or an employer's key), and why it stands there."""

    kind: AgendaKind
    about: str
    why: Reason


def agenda(
    kind: UnitMeetingKind,
    seekers: Collection[SeekerFacts],
    employers: Collection[EmployerFacts],
    *,
    since: date,
    on: date,
    limits: UnitMeetingLimits,
) -> tuple[Proposed, ...]:
    """What a meeting has to talk about. `since` is the day of the last one."""
    if kind is UnitMeetingKind.TREATMENT_TEAM:
        return _at_most(limits, _turns(seekers))
    return tuple(
        each
        for group in (
            _new_employers(employers),
            _leads(employers, since),
            _profiles(seekers, since),
            _stuck(seekers, on, limits),
            _discharges(seekers, on, limits),
        )
        for each in _at_most(limits, group)
    )


def may_be_held(day: date, *, people: int, on: date) -> Verdict:
    """Why there can be no such meeting: the day cannot be right, or nobody is to come."""
    nobody = () if people else (because("unit-meeting.nobody-comes", _HOUSE),)
    return (*can_be_known(day, on=on), *nobody)


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """What is about to be decided. `names` are the jobseeker's, where the item is not to name them."""

    text: str
    is_closed: bool = False
    responsible_comes: bool = True
    has_responsible: bool = True
    due: date | None = None
    names: tuple[str, ...] = ()


def may_be_decided(facts: DecisionFacts, *, on: date) -> Verdict:
    """Why a decision cannot be written like this."""
    return tuple(_against(facts, on))


def tells_the_name(text: str, names: Iterable[str]) -> bool:
    """Whether a word of the text is, or begins with, a part of a name. A single letter is no name."""
    words = set(re.findall(r"\w+", search_form(text)))
    parts = {part for name in names for part in re.findall(r"\w+", search_form(name)) if len(part) > 1}
    return any(word == part or (len(part) > 3 and word.startswith(part)) for part in parts for word in words)


def _against(facts: DecisionFacts, on: date) -> Iterator[Reason]:
    if facts.is_closed:
        yield because("unit-meeting.closed", _HOUSE)
    if facts.has_responsible and not facts.responsible_comes:
        yield because("unit-meeting.responsible-not-there", _HOUSE)
    if facts.due is not None:
        yield from can_be_known(facts.due, on=on)
    if facts.names and tells_the_name(facts.text, facts.names):
        yield because("unit-meeting.text-tells-the-name", _HOUSE)


def _turns(seekers: Collection[SeekerFacts]) -> Iterator[Proposed]:
    """The one who was never taken up first, then the one it is longest since (fidelity 5)."""
    here = [each for each in seekers if each.stage is not CourseStage.DISCHARGED]
    for each in sorted(here, key=lambda each: (each.taken_up_on or date.min, each.since or date.min)):
        code = "unit-meeting.longest-since" if each.taken_up_on else "unit-meeting.never-taken-up"
        yield Proposed(AgendaKind.TURN, each.person, because(code, "fidelity 5"))


def _profiles(seekers: Collection[SeekerFacts], since: date) -> Iterator[Proposed]:
    for each in seekers:
        is_new = each.profile_on is not None and each.profile_on > (each.taken_up_on or since)
        if is_new and each.stage in {CourseStage.START_UP, CourseStage.JOB_SEARCH}:
            yield Proposed(AgendaKind.PROFILE, each.person, because("unit-meeting.new-profile", "I §4.2"))


def _stuck(seekers: Collection[SeekerFacts], on: date, limits: UnitMeetingLimits) -> Iterator[Proposed]:
    """I-6.3: a search without any contact with an employer for a while. The longest first."""
    long_ago = on - timedelta(days=limits.stuck_after_days)
    found = [
        (last, each)
        for each in seekers
        if each.stage is CourseStage.JOB_SEARCH
        and (last := each.employer_contact_on or each.since) is not None
        and last < long_ago
    ]
    for _, each in sorted(found, key=lambda pair: (pair[0], pair[1].person)):
        why = because("unit-meeting.stuck", _HOUSE, days=limits.stuck_after_days)
        yield Proposed(AgendaKind.STUCK, each.person, why)
    without_contact = {each.person for _, each in found}
    for each in seekers:
        waits = each.lead_waits_since
        if each.stage is not CourseStage.JOB_SEARCH or waits is None or each.person in without_contact:
            continue
        if waits < long_ago:
            why = because("unit-meeting.lead-stands-still", _HOUSE, days=limits.stuck_after_days)
            yield Proposed(AgendaKind.STUCK, each.person, why)


def _discharges(seekers: Collection[SeekerFacts], on: date, limits: UnitMeetingLimits) -> Iterator[Proposed]:
    """I §7: contact lost for long, or a job kept so long that the support may be passed on. To talk about."""
    long_ago = on - timedelta(days=limits.silent_after_days)
    for each in seekers:
        if each.stage in {CourseStage.REFERRED, CourseStage.DISCHARGED}:
            continue
        if each.in_touch_on is not None and each.in_touch_on < long_ago:
            why = because("unit-meeting.contact-lost", "I §7", days=limits.silent_after_days)
            yield Proposed(AgendaKind.DISCHARGE, each.person, why)
        elif _is_kept(each, on, limits):
            why = because("unit-meeting.job-kept", "fidelity 23", months=limits.kept_job_months)
            yield Proposed(AgendaKind.DISCHARGE, each.person, why)


def _is_kept(each: SeekerFacts, on: date, limits: UnitMeetingLimits) -> bool:
    started = each.job_started_on
    is_in_job = each.stage is CourseStage.IN_JOB and started is not None
    return is_in_job and started is not None and add_months(started, limits.kept_job_months) <= on


def _new_employers(employers: Collection[EmployerFacts]) -> Iterator[Proposed]:
    why = because("unit-meeting.new-employer", _HOUSE)
    return (Proposed(AgendaKind.NEW_EMPLOYER, each.employer, why) for each in employers if each.is_new)


def _leads(employers: Collection[EmployerFacts], since: date) -> Iterator[Proposed]:
    """I-6.3: what one knows of an employer is shared. A lead stands as its employer, not as whose it was."""
    found: list[tuple[date, str, Reason]] = []
    for each in employers:
        if each.is_new:
            continue
        if each.looks_for_since is not None and each.looks_for_since > since:
            why = because("unit-meeting.employer-looks-for", "I §6.3")
            found.append((each.looks_for_since, each.employer, why))
        elif each.lead_is_free_since is not None and each.lead_is_free_since > since:
            why = because("unit-meeting.lead-is-free", "I §6.3")
            found.append((each.lead_is_free_since, each.employer, why))
        elif each.met_on is not None and each.met_on > since and not each.is_shared:
            why = because("unit-meeting.employer-not-shared", "I §6.3")
            found.append((each.met_on, each.employer, why))
    for _, about, why in sorted(found, key=lambda one: (-one[0].toordinal(), one[1])):
        yield Proposed(AgendaKind.LEAD, about, why)


def _at_most(limits: UnitMeetingLimits, found: Iterable[Proposed]) -> tuple[Proposed, ...]:
    return tuple(found)[: limits.most_of_a_kind]
