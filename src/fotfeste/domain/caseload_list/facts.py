"""What one row tells, as facts. Statements dated by the import: none of them opens anything by itself.

None, an empty text or UNCLEAR means that the list does not say. Never a default.
"""

from dataclasses import dataclass, field
from datetime import date

from fotfeste.domain.consent import Reply
from fotfeste.domain.contact_details import EmailAddress, Phone
from fotfeste.domain.disclosure import Stand
from fotfeste.domain.national_identity_number import NationalIdentityNumber
from fotfeste.domain.nav_office import NavOffice


@dataclass(frozen=True, slots=True)
class WhoTold:
    """Who it is. `identity_number` is there in every row that is ready; phone and e-mail may be missing."""

    name: str = field(repr=False)
    identity_number: NationalIdentityNumber | None
    phone: Phone | None
    email: EmailAddress | None


@dataclass(frozen=True, slots=True)
class ReferralTold:
    """The referral: the day, and who referred, treats and where, in the list's own words."""

    referred_on: date | None
    referrer: str
    clinician: str
    treatment_place: str


@dataclass(frozen=True, slots=True)
class NavTold:
    """What the list says about NAV. `benefit` is in the list's own words."""

    office: NavOffice | None
    adviser: str
    benefit: str
    consent: Reply
    registration: Reply


@dataclass(frozen=True, slots=True)
class DisclosureTold:
    """How much may be told to employers, with the list's own wording for a partial stand."""

    stand: Stand
    wording: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class WishTold:
    """What work the person wants and how much of a full position (1-100), exact or about."""

    work: str
    percent: int | None
    is_approximate: bool = False


@dataclass(frozen=True, slots=True)
class JobTold:
    """A job. `employer_id` is the known employer's opaque id, empty where no employer was matched.

    `ended_on` is only set where it was answered that the job ended.
    """

    employer_name: str
    employer_id: str
    started_on: date | None
    percent: int | None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class CaseloadFacts:
    """Everything one row tells.

    `specialist_id` is the known specialist's opaque id, empty while nobody is answered for.
    `start_up_meeting_on` may lie ahead: then the meeting is agreed and not yet held. So may a job's start.
    """

    who: WhoTold
    referral: ReferralTold
    specialist_id: str
    nav: NavTold
    start_up_meeting_on: date | None
    career_profile_on: date | None
    disclosure: DisclosureTold
    wish: WishTold
    job: JobTold | None
    discharged_on: date | None
    note: str = field(repr=False)
