"""The columns of the list, and how a team may write their headings."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from fotfeste.domain.brought_in import headings


class Column(StrEnum):
    """What a column tells. The values are stable: they name cells in forms, answers and differences."""

    NAME = "name"
    IDENTITY_NUMBER = "identity_number"
    PHONE = "phone"
    EMAIL = "email"
    REFERRED_ON = "referred_on"
    REFERRER = "referrer"
    CLINICIAN = "clinician"
    TREATMENT_PLACE = "treatment_place"
    SPECIALIST = "specialist"
    NAV_OFFICE = "nav_office"
    NAV_ADVISER = "nav_adviser"
    BENEFIT = "benefit"
    NAV_CONSENT = "nav_consent"
    NAV_REGISTRATION = "nav_registration"
    START_UP_MEETING = "start_up_meeting"
    CAREER_PROFILE = "career_profile"
    DISCLOSURE = "disclosure"
    WISHED_WORK = "wished_work"
    WISHED_PERCENT = "wished_percent"
    EMPLOYER = "employer"
    JOB_START = "job_start"
    POSITION_PERCENT = "position_percent"
    ENDED_ON = "ended_on"
    NOTE = "note"


HEADINGS: Mapping[Column, tuple[str, ...]] = {
    Column.NAME: ("Navn", "Namn", "Fullt navn", "Jobbsøker"),
    Column.IDENTITY_NUMBER: ("Fødselsnummer", "Fnr", "Fødselsnr", "Personnummer", "D-nummer", "Fnr/D-nr"),
    Column.PHONE: ("Telefon", "Tlf", "Mobil", "Telefonnummer", "Mobilnummer"),
    Column.EMAIL: ("E-post", "Epost", "E-postadresse", "E-mail", "Mail"),
    Column.REFERRED_ON: ("Henvist dato", "Henvisningsdato", "Dato henvist", "Tilvist dato"),
    Column.REFERRER: ("Henvist av", "Henviser", "Tilvist av", "Tilvisar"),
    Column.CLINICIAN: ("Behandler", "Behandlar"),
    Column.TREATMENT_PLACE: ("Behandlingssted", "Behandlingsstad", "Behandlingsteam"),
    Column.SPECIALIST: ("Jobbspesialist", "Jobbspes"),
    Column.NAV_OFFICE: ("NAV-kontor", "Nav kontor", "NAV"),
    Column.NAV_ADVISER: ("NAV-veileder", "Nav veileder", "NAV-rettleiar"),
    Column.BENEFIT: ("Ytelse", "Yting", "Ytelse fra NAV"),
    Column.NAV_CONSENT: ("Samtykke NAV", "Samtykke til NAV", "NAV-samtykke"),
    Column.NAV_REGISTRATION: ("Registrert arbeidssøker", "Registrert arbeidssøkjar", "Arbeidssøker"),
    Column.START_UP_MEETING: ("Oppstartsmøte", "Oppstartmøte", "Oppstartsmøte dato"),
    Column.CAREER_PROFILE: ("Karriereprofil", "Karriereprofil dato"),
    Column.DISCLOSURE: ("Åpenhet", "Openheit", "Avtale om åpenhet"),
    Column.WISHED_WORK: ("Ønsket arbeid", "Ønskt arbeid", "Jobbønske"),
    Column.WISHED_PERCENT: ("Ønsket stilling %", "Ønskt stilling %", "Ønsket stillingsprosent"),
    Column.EMPLOYER: ("Arbeidsgiver", "Arbeidsgivar"),
    Column.JOB_START: ("Jobbstart", "Startdato jobb"),
    Column.POSITION_PERCENT: ("Stillingsprosent", "Stilling %"),
    Column.ENDED_ON: ("Avsluttet", "Avslutta", "Avsluttet dato"),
    Column.NOTE: ("Merknad", "Merknader", "Kommentar"),
}
"""How each heading may be written, the list's own first."""

REQUIRED = (Column.NAME, Column.IDENTITY_NUMBER, Column.REFERRED_ON, Column.SPECIALIST)
"""Without these nobody can be known again, counted from or followed."""

Headings = headings.Headings[Column]
"""The headings of a caseload list."""


def match(written: Sequence[str]) -> Headings:
    """Find each column by its heading. A heading twice, or a required one missing, is refused."""
    return headings.match(written, HEADINGS, REQUIRED)


def heading(column: str) -> str:
    """The heading as the list writes it, to name a column in a text."""
    return HEADINGS[Column(column)][0]
