"""The numbers the agenda asks by on one day, and which version of the guideline they are from."""

from dataclasses import dataclass
from datetime import date

from fotfeste.domain.caseload import CaseloadGuidance
from fotfeste.domain.disclosure import DisclosureRhythm
from fotfeste.domain.employer_needs import EmployerNeedsRhythm
from fotfeste.domain.job_leads import ApplicationRhythm
from fotfeste.domain.job_plan import JobPlanRhythm
from fotfeste.domain.job_search import RapidSearch
from fotfeste.domain.job_support import SupportPlanRhythm
from fotfeste.domain.problems import ProblemLimits
from fotfeste.domain.remarks import RemarkLimits
from fotfeste.domain.startup import StartUpGuideline
from fotfeste.domain.support import FollowAlongRhythm


@dataclass(frozen=True, slots=True)
class GuidelineDocument:
    """Which text of the guideline applies: its version as code ("2020-04")."""

    version: str


@dataclass(frozen=True, slots=True)
class AgendaHorizon:
    """How many days ahead a line counts as coming soon."""

    coming_days: int


@dataclass(frozen=True, slots=True)
class Guideline:
    """Everything the agenda is asked by. `version` is kept with each line (I-9)."""

    version: str
    start_up: StartUpGuideline
    problems: ProblemLimits
    search: RapidSearch
    support: FollowAlongRhythm
    disclosure: DisclosureRhythm
    job_plan: JobPlanRhythm
    job_support: SupportPlanRhythm
    employer_needs: EmployerNeedsRhythm
    caseload: CaseloadGuidance
    horizon: AgendaHorizon
    remarks: RemarkLimits
    applications: ApplicationRhythm


def start_up_is_judged_on(referred_on: date | None, *, on: date, first_version: date) -> date:
    """The day whose version of the guideline a start-up is judged by: the day of referral.

    So a new version never rewrites what was asked of somebody before it (I-9). A referral older than the
    first version we hold is measured by that first one; one whose day is not known, by today's.
    """
    return on if referred_on is None else max(first_version, min(referred_on, on))
