"""The numbers the agenda asks by on one day, and which version of the guideline they are from."""

from dataclasses import dataclass

from fotfeste.domain.caseload import CaseloadGuidance
from fotfeste.domain.disclosure import DisclosureRhythm
from fotfeste.domain.job_search import RapidSearch
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
    search: RapidSearch
    support: FollowAlongRhythm
    disclosure: DisclosureRhythm
    caseload: CaseloadGuidance
    horizon: AgendaHorizon
