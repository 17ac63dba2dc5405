"""Figures a team can read from its own work, held against the fidelity scale. A mirror, never a judgement.

Each figure has its base size and what is missing. With too small a base neither value nor score is shown.
Limits for items 4 to 25 are from memory (parameters/values/fidelity.yaml says so): a score is provisional.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fotfeste.domain.dates import add_months
from fotfeste.domain.employment import Employment
from fotfeste.domain.support import FollowAlongRhythm


class FidelityItem(StrEnum):
    """The items of the scale that follow from what is put down anyway, by their number."""

    CASELOAD = "1"
    TEAM_ASSIGNMENT = "4"
    TEAM_MEETINGS = "5"
    VOCATIONAL_UNIT = "7"
    SUPERVISION = "8"
    RAPID_SEARCH = "15"
    EMPLOYER_CONTACTS = "17"
    JOB_DIVERSITY = "19"
    EMPLOYER_DIVERSITY = "20"
    PERMANENT_JOBS = "21"
    FOLLOW_ALONG = "23"
    OUT_OF_OFFICE = "24"


class Confidence(StrEnum):
    """How sure we are of an item's limits."""

    HIGH = "high"
    LOW = "low"


CONFIDENCE = dict.fromkeys(FidelityItem, Confidence.LOW) | {FidelityItem.CASELOAD: Confidence.HIGH}
"""Item 1 is verified against the scale. The others are from memory and must be checked by a human."""

LESS_IS_BETTER = frozenset({FidelityItem.CASELOAD, FidelityItem.RAPID_SEARCH})


@dataclass(frozen=True, slots=True)
class FidelityLimits:
    """For each item the limits of the scores 5, 4, 3 and 2, with blanks between. Below the last it is 1.

    `fewest` is the least base that a figure is shown for; `fewest_jobs` the least number of jobs.
    """

    caseload: str
    team_assignment: str
    rapid_search: str
    employer_contacts: str
    job_diversity: str
    employer_diversity: str
    permanent_jobs: str
    out_of_office: str
    fewest: int
    fewest_jobs: int

    def limits_of(self, item: FidelityItem) -> tuple[int, ...]:
        """The limits of the scores 5, 4, 3 and 2; none for an item that takes more than numbers."""
        written = {
            FidelityItem.CASELOAD: self.caseload,
            FidelityItem.TEAM_ASSIGNMENT: self.team_assignment,
            FidelityItem.RAPID_SEARCH: self.rapid_search,
            FidelityItem.EMPLOYER_CONTACTS: self.employer_contacts,
            FidelityItem.JOB_DIVERSITY: self.job_diversity,
            FidelityItem.EMPLOYER_DIVERSITY: self.employer_diversity,
            FidelityItem.PERMANENT_JOBS: self.permanent_jobs,
            FidelityItem.OUT_OF_OFFICE: self.out_of_office,
        }.get(item, "")
        return tuple(map(int, written.split()))


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its value (tenths of its unit), of how many, how many are missing, and the score.

    `value` is None where the base is too small to say anything, or there is nothing.
    """

    item: FidelityItem
    value: int | None
    base: int
    missing: int = 0
    score: int | None = None
    is_provisional: bool = True

    @property
    def is_too_small(self) -> bool:
        """Whether there is something, but too little to show."""
        return self.value is None and self.base > 0


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted for one item: a sum, of how many it is made, how many could not be counted."""

    total: int
    base: int
    missing: int = 0


def caseload_size(active: int, position_percents: Iterable[int]) -> Counted:
    """Jobseekers, and hundredths of full positions they are shared by (item 1)."""
    percents = [percent for percent in position_percents if percent > 0]
    return Counted(active, sum(percents))


def from_two_teams(treated: Iterable[tuple[str, str]]) -> Counted:
    """How many of each specialist's jobseekers come from the two treatment teams that most do (item 4).

    `treated` holds, for each jobseeker, the specialist's key and the treatment team's; empty is not known.
    """
    of_each: dict[str, Counter[str]] = defaultdict(Counter)
    missing = 0
    for specialist, team in treated:
        of_each[specialist][team] += bool(team)
        missing += not team
    base = sum(sum(teams.values()) for teams in of_each.values())
    return Counted(sum(n for teams in of_each.values() for _, n in teams.most_common(2)), base, missing)


def weeks_with(days: Iterable[tuple[str, date]], of: Collection[str], *, first: date, weeks: int) -> Counted:
    """In how many whole weeks something was put down, for each of those it is due for (items 5, 7 and 8).

    `first` is a Monday. Twice in a week counts as once.
    """
    found = {
        (key, (day - first).days // 7)
        for key, day in days
        if key in of and first <= day < first + timedelta(weeks=weeks)
    }
    return Counted(len(found), len(of) * weeks)


def days_to_first_contact(entries: Iterable[tuple[date, date | None]]) -> Counted:
    """Days from entry to the first contact face to face (item 15). Who has had none yet is missing."""
    known, missing = [], 0
    for entered_on, first_on in entries:
        if first_on is None:
            missing += 1
        else:
            known.append(max((first_on - entered_on).days, 0))
    return Counted(sum(known), len(known), missing)


def diversity(kinds: Sequence[str]) -> Counted:
    """How many different there are, of all that are known; an empty one is not known (items 19 and 20)."""
    known = [kind for kind in kinds if kind]
    return Counted(len(set(known)), len(known), len(kinds) - len(known))


def share_of(answers: Iterable[bool | None]) -> Counted:
    """How many are so, of all that are known (items 21 and 24)."""
    given = list(answers)
    known = [answer for answer in given if answer is not None]
    return Counted(sum(known), len(known), len(given) - len(known))


def rhythm_kept(
    job: Employment, met_on: Iterable[date], rhythm: FollowAlongRhythm, *, on: date
) -> tuple[int, int]:
    """How many of the meetings that item 23 asks for around one job were held, and how many were due.

    Each is a stretch of days with a meeting in it: shortly before and after the start, weekly at first, then
    monthly while the job lasts; and shortly after it ended. A stretch that has not ended yet is not due.
    """
    if job.started_on is None:
        return (0, 0)
    days = sorted(met_on)
    due = [stretch for stretch in _stretches(job, rhythm) if stretch[1] <= on]
    return (sum(any(first <= day <= last for day in days) for first, last in due), len(due))


def _stretches(job: Employment, rhythm: FollowAlongRhythm) -> Iterable[tuple[date, date]]:
    start, end = job.started_on, job.ended_on
    assert start is not None  # noqa: S101  # asked by the only caller
    yield start - timedelta(days=rhythm.days_before_start), start - timedelta(days=1)
    yield start, start + timedelta(days=rhythm.days_after_start)
    often_until = add_months(start, rhythm.often_for_months)
    first = start
    while (last := first + timedelta(days=rhythm.often_every_days - 1)) < often_until:
        if end is None or last <= end:
            yield first, last
        first = last + timedelta(days=1)
    for month in range(rhythm.often_for_months, rhythm.then_for_months, rhythm.then_every_months):
        first = add_months(start, month)
        last = add_months(start, month + rhythm.then_every_months) - timedelta(days=1)
        if end is None or last <= end:
            yield first, last
    if end is not None:
        yield end, end + timedelta(days=rhythm.days_after_job_loss)


def figure(
    item: FidelityItem, counted: Counted, limits: FidelityLimits, *, fewest: int | None = None
) -> Figure:
    """The figure of an item, with its score where the base is large enough."""
    least = limits.fewest if fewest is None else fewest
    is_provisional = CONFIDENCE[item] is not Confidence.HIGH
    if counted.base < max(least, 1):
        return Figure(item, None, counted.base, counted.missing, None, is_provisional)
    tenths = _tenths(item, counted)
    return Figure(item, tenths, counted.base, counted.missing, score_of(item, tenths, limits), is_provisional)


def score_of(item: FidelityItem, tenths: int, limits: FidelityLimits) -> int | None:
    """The score from 1 to 5; None for an item that takes more than a number."""
    steps = limits.limits_of(item)
    if not steps:
        return None
    for score, limit in zip((5, 4, 3, 2), steps, strict=True):
        reached = tenths <= limit * 10 if item in LESS_IS_BETTER else tenths >= limit * 10
        if reached:
            return score
    return 1


_IN_PERCENT = frozenset(
    {
        FidelityItem.TEAM_ASSIGNMENT,
        FidelityItem.TEAM_MEETINGS,
        FidelityItem.VOCATIONAL_UNIT,
        FidelityItem.SUPERVISION,
        FidelityItem.JOB_DIVERSITY,
        FidelityItem.EMPLOYER_DIVERSITY,
        FidelityItem.PERMANENT_JOBS,
        FidelityItem.FOLLOW_ALONG,
        FidelityItem.OUT_OF_OFFICE,
    }
)


def _tenths(item: FidelityItem, counted: Counted) -> int:
    """The value in tenths, rounded away from a better score: nobody is told more than was reached."""
    if item is FidelityItem.CASELOAD:
        return -(-counted.total * 1000 // counted.base)
    if item in _IN_PERCENT:
        return counted.total * 1000 // counted.base
    if item in LESS_IS_BETTER:
        return -(-counted.total * 10 // counted.base)
    return counted.total * 10 // counted.base
