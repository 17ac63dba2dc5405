"""Everything the agenda asks about one jobseeker. Each fact has an honest way to be unknown."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from fotfeste.domain.career_profile import CareerProfileVersion, Wishes
from fotfeste.domain.clearing_up import OpenQuestion
from fotfeste.domain.consent import ConsentStatement, WithdrawnConsent
from fotfeste.domain.discharge import Considered
from fotfeste.domain.disclosure import DisclosureStatement, EmployerMeeting
from fotfeste.domain.employer_contact import JournalTask, NextStep, StoppedText
from fotfeste.domain.employment import Employment
from fotfeste.domain.holds import Hold
from fotfeste.domain.job_leads import Lead
from fotfeste.domain.job_plan import JobPlan
from fotfeste.domain.job_support import JobSupport
from fotfeste.domain.meetings import AgreedMeeting
from fotfeste.domain.method import Method
from fotfeste.domain.money_problems import MoneyProblem
from fotfeste.domain.nav import NavRegistration
from fotfeste.domain.permissions import ConsentScope
from fotfeste.domain.problems import InTouch
from fotfeste.domain.referral import Referral
from fotfeste.domain.remarks import Remark
from fotfeste.domain.startup import StartUp


class Link(StrEnum):
    """Whether somebody around the person is known: not known, there is nobody, a name only, or an account."""

    UNKNOWN = "unknown"
    NOBODY = "nobody"
    NAMED = "named"
    LINKED = "linked"


@dataclass(frozen=True, slots=True)
class PeopleAround:
    """Who is around the person."""

    specialist: Link = Link.LINKED
    clinician: Link = Link.UNKNOWN
    nav_adviser: Link = Link.UNKNOWN


@dataclass(frozen=True, slots=True)
class Handover:
    """The last handover: from whom, and the last day on which both can see the record.

    `begins_on` is its first day; None where that is not known, and then it has begun.
    """

    from_name: str
    overlap_until: date
    begins_on: date | None = None


@dataclass(frozen=True, slots=True)
class JobseekerFacts:
    """What is known of one jobseeker on the day the agenda is asked.

    What has happened is dated that day at the latest. Only what is agreed lies ahead: planned meetings,
    a job's start or end, a review, a discharge, the end of an overlap.
    `brought_in_on` is the day the person came in from a list: what happened before it may be missing here,
    and a fact that is not known is not a fact that did not happen.
    `hold` is the one that lasts: active search waits. `admitted_on`: in hospital since that day.
    `said_at_referral` is what the referral says the person agrees to, which opens nothing.
    `is_benefit_from_referral`: what the person lives on came with the referral, and nobody has confirmed it.
    `earlier_course_until`: the person was in IPS before, and came back by a new referral.
    """

    referral: Referral = field(default_factory=Referral)
    start_up: StartUp = field(default_factory=StartUp)
    in_touch: InTouch = field(default_factory=InTouch)
    profiles: tuple[CareerProfileVersion, ...] = ()
    wishes: Wishes = field(default_factory=Wishes)
    job_plan: JobPlan | None = None
    consents: tuple[ConsentStatement, ...] = ()
    withdrawn_consents: tuple[WithdrawnConsent, ...] = ()
    nav_registration: NavRegistration | None = None
    has_disability_benefit: bool | None = None
    is_benefit_from_referral: bool = False
    said_at_referral: tuple[ConsentScope, ...] = ()
    money_problems: tuple[MoneyProblem, ...] = ()
    disclosures: tuple[DisclosureStatement, ...] = ()
    is_disclosure_talked_through: bool | None = None
    employer_meetings: tuple[EmployerMeeting, ...] = ()
    agreed_meetings: tuple[AgreedMeeting, ...] = ()
    stopped_texts: tuple[StoppedText, ...] = ()
    journal_tasks: tuple[JournalTask, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    leads: tuple[Lead, ...] = ()
    first_employer_contact_on: date | None = None
    jobs: tuple[Employment, ...] = ()
    job_contacts: tuple[date, ...] = ()
    job_supports: tuple[JobSupport, ...] = ()
    hold: Hold | None = None
    admitted_on: date | None = None
    discharge_considered: Considered | None = None
    earlier_course_until: date | None = None
    discharged_on: date | None = None
    around: PeopleAround = field(default_factory=PeopleAround)
    handover: Handover | None = None
    open_questions: tuple[OpenQuestion, ...] = ()
    remarks: tuple[Remark, ...] = ()
    brought_in_on: date | None = None

    @property
    def method(self) -> Method:
        """What the course follows."""
        return self.start_up.method
