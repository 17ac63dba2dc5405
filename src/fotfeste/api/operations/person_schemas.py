"""One person's record as it is shown: a section for each thing one may be allowed to see."""

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from fotfeste.api.operations.lines import PersonNamed
from fotfeste.api.schemas import Shown
from fotfeste.domain.consent import Given, Identified, Reply
from fotfeste.domain.course import CourseStage
from fotfeste.domain.disclosure import Stand
from fotfeste.domain.meetings import Attendant, FellThrough
from fotfeste.domain.method import Method
from fotfeste.domain.permissions import ConsentScope, Permission, Protection
from fotfeste.domain.startup import PlaceKind


class ContactShown(Shown):
    """How the person is reached."""

    phone: str
    email: str


class MeetingShown(Shown):
    """A meeting: held, agreed for a day, missed by the jobseeker, or called off."""

    id: UUID
    kind: str
    day: date
    starts_at: str | None = Field(description="The hour as HH:MM; null where none is agreed.")
    is_held: bool
    fell_through: FellThrough | None = Field(description="Why it was not held; null otherwise.")
    moved_from: list[date] = Field(description="The days it was moved from.")
    where: str = Field(description="The place in words.")
    invited: list[Attendant]
    came: list[Attendant]
    version: int
    place_kind: PlaceKind
    clinician_attended: bool | None = Field(description="null where nobody has said.")
    is_brought_in: bool


class ProfileShown(Shown):
    """A version of the career profile."""

    dated_on: date
    reviewed_with_clinician_on: date | None
    is_brought_in: bool


class EarlierCourseShown(Shown):
    """A course of support before this one."""

    referred_on: date | None
    discharged_on: date | None


class StartUpShown(Shown):
    """What the start-up has come to, for the person and the specialist."""

    plan_for_problems: str
    plan_made_on: date | None
    is_plan_made_together: bool | None
    agreed_problems: str = Field(description="What else they have agreed to watch for.")
    agreed_problem_on: date | None = Field(description="The day one of these arose; null when settled.")
    cause_of_delay: str
    finished_on: date | None
    can_help: bool | None
    answer: str = Field(description="The answer made together: how IPS can help, or what is offered instead.")
    offered_by: str


class CourseShown(Shown):
    """Where the person stands in the course of support."""

    stage: CourseStage | None
    since: date | None
    referred_on: date | None
    method: Method | None = Field(description="What the course follows; null without a course.")
    earlier: list[EarlierCourseShown]
    meetings: list[MeetingShown]
    profiles: list[ProfileShown]


class JobShown(Shown):
    """A job. The last day is counted in."""

    employer: str | None = Field(description="null where it is not known.")
    started_on: date
    ended_on: date | None
    percent: int | None
    is_brought_in: bool


class ConsentShown(Shown):
    """What the person has said about one consent. One that is not confirmed opens nothing."""

    scope: ConsentScope
    reply: Reply
    stated_on: date
    is_confirmed: bool
    is_in_force: bool
    is_brought_in: bool
    given: Given = Field(description="How the answer came.")
    identified_by: Identified | None = Field(description="How the signer was known; null if unsigned.")
    ended_at: datetime | None = Field(description="When it was withdrawn or replaced.")
    is_withdrawn: bool
    text_version: str | None = Field(description="The version of the text that was read; null if unsigned.")
    text_language: str | None
    text_digest: str | None = Field(description="SHA-256 of every word that was read.")
    document_digest: str | None = Field(description="SHA-256 of the signed document; null until it is made.")
    archived_on: date | None = Field(description="When it came into NAV's archive.")
    withdrawal_archived_on: date | None = Field(description="When the archive was told of the withdrawal.")


class StandShown(Shown):
    """What may be told to employers, in the person's own words; `employer` is null for the general stand."""

    employer: str | None
    stand: Stand
    wording: str
    stated_on: date
    review_on: date | None
    is_confirmed: bool
    is_brought_in: bool


class RegistrationShown(Shown):
    """Whether the person is registered with NAV as a jobseeker."""

    reply: Reply
    stated_on: date
    is_confirmed: bool
    is_brought_in: bool


class BenefitShown(Shown):
    """What the person lives on, as stated on a day."""

    kind: str
    stated_on: date
    is_brought_in: bool


class EconomyShown(Shown):
    """Ties to NAV and what the person lives on; null where nothing is said."""

    registration: RegistrationShown | None
    benefit: BenefitShown | None


class WishesShown(Shown):
    """What the person wants."""

    work: str
    percent: int | None
    is_percent_approximate: bool
    stated_on: date
    is_brought_in: bool


class PersonShown(PersonNamed):
    """A person. A section you may not see is not there; an empty one says that nothing is known."""

    protection: Protection
    may: list[Permission] = Field(description="What you may see and do with this person today.")
    contact: ContactShown | None = None
    course: CourseShown | None = None
    start_up: StartUpShown | None = None
    jobs: list[JobShown] | None = None
    consents: list[ConsentShown] | None = None
    disclosure: list[StandShown] | None = None
    economy: EconomyShown | None = None
    wishes: WishesShown | None = Field(None, description="null where nothing is said.")
