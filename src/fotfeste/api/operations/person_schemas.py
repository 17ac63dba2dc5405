"""One person's record as it is shown: a section for each thing one may be allowed to see."""

from datetime import date
from uuid import UUID

from pydantic import Field

from fotfeste.api.operations.lines import PersonNamed
from fotfeste.api.schemas import Shown
from fotfeste.domain.consent import Reply
from fotfeste.domain.course import CourseStage
from fotfeste.domain.disclosure import Stand
from fotfeste.domain.permissions import ConsentScope, Permission, Protection
from fotfeste.domain.startup import PlaceKind


class ContactShown(Shown):
    """How the person is reached."""

    phone: str
    email: str


class MeetingShown(Shown):
    """A meeting: held, or agreed for a day."""

    id: UUID
    kind: str
    day: date
    is_held: bool
    place_kind: PlaceKind
    clinician_attended: bool | None = Field(description="null where nobody has said.")
    is_brought_in: bool


class ProfileShown(Shown):
    """A version of the career profile."""

    dated_on: date
    reviewed_with_clinician_on: date | None
    is_brought_in: bool


class CourseShown(Shown):
    """Where the person stands in the course of support."""

    stage: CourseStage | None
    since: date | None
    referred_on: date | None
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
    jobs: list[JobShown] | None = None
    consents: list[ConsentShown] | None = None
    disclosure: list[StandShown] | None = None
    economy: EconomyShown | None = None
    wishes: WishesShown | None = Field(None, description="null where nothing is said.")
