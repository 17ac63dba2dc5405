"""Everything about a person, written out: as a page to read and print, and as a file for other programs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.around.log import StaffShown
from fotfeste.apps.audit.selectors import Look
from fotfeste.apps.mine.take_out import Cell, Row, TakenOut, person_row, row_of
from fotfeste.clock import OSLO
from fotfeste.domain.permissions import Role
from fotfeste.parameters.texts import NoSuchText, text
from fotfeste.web.happening_values import VALUES
from fotfeste.web.happenings import words_of
from fotfeste.web.lines import language
from fotfeste.web.log_words import what_happened, why_in_words
from fotfeste.web.mine_take_out_fields import FIELDS
from fotfeste.web.roles import IN_WORDS
from fotfeste.web.words.dates import long_day
from fotfeste.web.words.numbers import clock as clock_words

Words = str | Promise

TABLES: Mapping[str, Words] = {
    "agenda.AgendaLine": _("Neste steg, slik reglene sier det nå"),
    "attachments.Attachment": _("Filer (selve filene henter du under «Filer»)"),
    "consents.ConsentStatement": _("Samtykke"),
    "consents.DisclosureStatement": _("Hva som kan sies til arbeidsgivere"),
    "consents.SigningTogether": _("Signering på jobbspesialistens skjerm"),
    "discharge.Consideration": _("Vurdering av utskriving"),
    "discharge.Consultation": _("Drøfting av utskriving"),
    "discharge.Discharge": _("Utskriving"),
    "disclosure.AgreedTopic": _("Temaer for åpenhet"),
    "disclosure.ComposedText": _("Tekster til arbeidsgivere"),
    "disclosure.DisclosureTalk": _("Fordeler og ulemper ved åpenhet"),
    "disclosure.EmployerContact": _("Kontakt med arbeidsgivere"),
    "disclosure.JournalTask": _("Å føre inn i helsejournalen"),
    "economy.BenefitStatement": _("Ytelser"),
    "economy.EconomyTalk": _("Samtaler om penger"),
    "economy.MoneyProblem": _("Pengeproblemer"),
    "economy.NavRegistration": _("Registrering hos NAV"),
    "employment.EmployerNeeds": _("Det arbeidsgiveren har sagt at de trenger"),
    "employment.Employment": _("Jobber"),
    "employment.JobTraining": _("Opplæring på arbeidsplassen"),
    "employment.RhythmReflection": _("Tanker om oppfølgingen i jobben"),
    "employment.SupportConsidered": _("Jobbstøtteplan og avtale vurdert"),
    "employment.SupportPlan": _("Jobbstøtteplan"),
    "employment.SupportPlanShared": _("Hvem du deler jobbstøtteplanen med"),
    "employment.SupportPlanVersion": _("Versjoner av jobbstøtteplanen"),
    "employment.Undertaking": _("Utdanning og tiltak"),
    "employment.WishesMet": _("Om jobben er slik du ønsket"),
    "episodes.CaseNote": _("Notater"),
    "episodes.ContactAttempt": _("Forsøk på å få tak i deg"),
    "episodes.Episode": _("Løpet"),
    "episodes.GuidelineApplied": _("Utgaver av retningslinjen"),
    "episodes.HospitalStay": _("Opphold på sykehus"),
    "episodes.Meeting": _("Møter"),
    "episodes.OpenQuestion": _("Det en liste lot stå åpent"),
    "episodes.PointDone": _("Det dere har gått gjennom i oppstarten"),
    "episodes.SearchHold": _("Tid da jobbsøket ventet"),
    "episodes.SentReferral": _("Henvisninger"),
    "job_search.Application": _("Søknader"),
    "job_search.HelpGiven": _("Hjelp i jobbsøket"),
    "job_search.Interview": _("Intervjuer"),
    "job_search.Lead": _("Muligheter"),
    "job_search.SearchFocus": _("Det søket er smalnet inn til"),
    "agreements.AgreedPromise": _("Løftene i tilretteleggingsavtalen"),
    "agreements.Agreement": _("Avtaler om tilrettelegging og oppfølging"),
    "agreements.AgreementNotice": _("Beskjeder om avtalen"),
    "agreements.AgreementQuestion": _("Spørsmål til kontaktpersonen i NAV"),
    "agreements.AgreementRequest": _("Ønsker om tilretteleggingsavtale"),
    "agreements.AgreementReview": _("Gjennomganger av tilretteleggingsavtalen"),
    "agreements.AgreementText": _("Teksten i tilretteleggingsavtalen"),
    "agreements.ContactPerson": _("Faste kontaktpersoner i NAV"),
    "agreements.DraftLine": _("Utkast til tilretteleggingsavtalen"),
    "agreements.EmployerInvitation": _("Invitasjoner til arbeidsgiver"),
    "agreements.EmployerMember": _("De hos arbeidsgiver som kan se avtalen"),
    "agreements.EmployerSentPlan": _("Planer arbeidsgiver har sendt"),
    "agreements.EndingAsked": _("Ønsker om å avslutte avtalen"),
    "agreements.JointAssessment": _("Det dere vurderte sammen før avtalen"),
    "agreements.RegularContact": _("Kontakt etter avtalen"),
    "agreements.SharedWithSpecialist": _("Om jobbspesialisten kan lese avtalen"),
    "agreements.Signature": _("Signaturer"),
    "measures.AmountAgreed": _("Hvor mye oppfølging som er avtalt"),
    "measures.AssessmentWeighed": _("Om avklaring trengs først"),
    "measures.BenefitPutDown": _("Det NAV har ført at du lever av under tiltaket"),
    "measures.ContentPart": _("Hva tiltaket skal inneholde"),
    "measures.EmployerPlan": _("Det arbeidsgiver har gjort"),
    "measures.ExpiryWarning": _("Varsler om at et tiltak går ut"),
    "measures.GuideAssignment": _("Veiledere i tiltaket"),
    "measures.Interruption": _("Opphold i tiltaket"),
    "measures.IssuerNotice": _("Brev til den som sykmelder"),
    "measures.MeasureCase": _("Saker om tiltak"),
    "measures.MeasureDecision": _("Vedtak om tiltak"),
    "measures.MeasureReport": _("Rapporter fra tiltaket"),
    "measures.MeasureRequest": _("Søknader om tiltak"),
    "measures.NavTaskDone": _("Det NAV har ført om oppgavene sine"),
    "measures.NeedTalk": _("Behovet for hjelp til å få eller beholde arbeid"),
    "measures.OldParticipation": _("Tidligere tiltak"),
    "measures.Participation": _("Deltakelse i tiltak"),
    "measures.ProviderChange": _("Bytte av tiltaksarrangør"),
    "measures.ProviderProposal": _("Forslag fra tiltaksarrangøren"),
    "measures.SickNoteIssuer": _("Den som sykmelder"),
    "measures.TriedBefore": _("Det som er prøvd før"),
    "people.EmergencyAccess": _("Nødtilgang"),
    "people.Event": _("Det som har skjedd"),
    "people.NewAddress": _("Ny e-post til innloggingen din"),
    "people.LookQuestion": _("Det du har spurt om"),
    "people.OfficeInCharge": _("NAV-kontor med ansvar for tiltak"),
    "people.Relation": _("Folk rundt deg"),
    "people.UnitOwnership": _("Enheter som har hatt saken"),
    "plans.CareerProfileVersion": _("Karriereprofil"),
    "plans.HelpAgreed": _("Hvor mye hjelp du vil ha"),
    "plans.JobPlan": _("Jobbutviklingsplan"),
    "plans.JobPlanActivity": _("Avtalt i jobbutviklingsplanen"),
    "plans.JobPlanVersion": _("Versjoner av jobbutviklingsplanen"),
    "plans.PlannedEmployer": _("Arbeidsgivere i jobbutviklingsplanen"),
    "plans.Wishes": _("Ønsker"),
    "profiles.CarriedOver": _("Det som er gjort klart for NAV"),
    "profiles.Contribution": _("Kartlegging"),
    "profiles.Draft": _("Utkast som ikke er lagret"),
    "profiles.OnePage": _("Ett ark om meg"),
    "profiles.ProfileReview": _("Profilen gått gjennom med behandler"),
    "profiles.ProfileText": _("Tekstene i karriereprofilen"),
    "remarks.Remark": _("Det du har sagt fra om"),
    "supervision.SupervisionEntry": _("Oppgaver fra veiledning av jobbspesialisten"),
    "unit_meetings.AgendaItem": _("Tatt opp i teamets møter"),
    "unit_meetings.Decision": _("Bestemt i teamets møter"),
    "unit_meetings.NamingStatement": _("Om navnet ditt kan vises i teamets møter"),
}
"""What each table is called. A test fails for one that has no name here."""

ONLY_IN_THE_FILE = frozenset(
    {
        "about",
        "act",
        "actor",
        "data",
        "episode",
        "for_role",
        "public_id",
        "queued_role",
        "seq",
        "state",
        "version",
        "wrong_codes",
    }
)
"""Columns that say nothing to a reader: numbers of ours, and what programs use."""


GOES_WITHOUT = (("is_brought_in", False), ("is_own_staff", False), ("is_percent_approximate", False))
"""What is not said when it is not so."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is kept."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Section:
    """What is kept of one kind; each row apart."""

    title: str
    rows: list[list[Fact]]


def as_json(taken: TakenOut, *, shown: StaffShown, made_at: datetime) -> dict[str, object]:
    """Everything, with the names the program itself uses."""
    return {
        "made_at": made_at.isoformat(),
        "person": person_row(taken),
        **{name: [_row(row, shown) for row in rows] for name, rows in _tables(taken)},
        "looks": [_look(look, taken, shown) for look in taken.looks],
    }


def as_sections(taken: TakenOut, *, shown: StaffShown) -> list[Section]:
    """Everything, in words; what is empty is left out."""
    found = [Section(_now("Deg"), [_facts(person_row(taken))])]
    for name, rows in _tables(taken):
        told = [_facts(_readable(name, _row(row, shown))) for row in rows]
        found.append(Section(str(TABLES.get(name, name)), [row for row in told if row]))
    looks = [_look_in_words(look, taken, shown) for look in taken.looks]
    found.append(Section(_now("Hvem har sett"), looks))
    return [section for section in found if section.rows]


def _tables(taken: TakenOut) -> Iterator[tuple[str, list[Row]]]:
    for name, rows in taken.tables.items():
        yield name, [row_of(row, taken.key) for row in rows]


STAFF_COLUMNS = frozenset(
    {
        "answered_by",
        "asked_by",
        "by",
        "clinician",
        "confirmed_by",
        "done_by",
        "held_by",
        "sent_by",
        "settled_by",
        "specialist",
        "written_by",
    }
)


def _row(row: Row, shown: StaffShown) -> Row:
    """Names of staff only where the installation shows them; those around one are known anyway."""
    if shown is StaffShown.NAME:
        return row
    return {name: _now("en ansatt") if name in STAFF_COLUMNS and row[name] else row[name] for name in row}


def _readable(table: str, row: Row) -> Row:
    """A happening says in words what it was; what it carries is in those words."""
    if table == "people.Event":
        data = row.get("data")
        return {**row, "kind": words_of(str(row["kind"]), data if isinstance(data, dict) else {})}
    if table == "agenda.AgendaLine":
        return {"kind": _line(row), "due": row["due"]}
    return row


def _line(row: Row) -> str:
    """What the line says, as the team reads it; its code where the rules say it no longer."""
    code, why = str(row["code"]), row["why"]
    first = why[0] if isinstance(why, list) and why else {}
    data = first.get("data", {}) if isinstance(first, dict) else {}
    try:
        return text(code, language(), "title", **data)
    except NoSuchText:
        return code


def _facts(row: Row) -> list[Fact]:
    return [
        Fact(str(FIELDS.get(name, name)), said)
        for name, value in row.items()
        if name not in ONLY_IN_THE_FILE and (said := _said(name, value)) and (name, value) not in GOES_WITHOUT
    ]


def _said(name: str, value: Cell) -> str:
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, bool):
        return _now("Ja") if value else _now("Nei")
    known = VALUES.get(_KNOWN_AS.get(name, name), {}).get(str(value))
    if known is not None:
        return str(known)
    return _day(value) if isinstance(value, str) else _plain(value)


_KNOWN_AS = {"answer": "reply", "place_kind": "place", "kind": "role", "reason": "hold_reason"}


def _plain(value: Cell) -> str:
    """Of many each by itself: a code by its words, a day as a day."""
    if not isinstance(value, list):
        return str(value)
    return ", ".join(str(VALUES["attendant"].get(str(each), _day(str(each)))) for each in value)


def _day(text: str) -> str:
    """A day or an instant as one reads it; any other text as it is."""
    try:
        moment = datetime.fromisoformat(text) if "T" in text else None
        day = moment.astimezone(OSLO).date() if moment else date.fromisoformat(text)
    except ValueError:
        return text
    said = long_day(day, language())
    return f"{said} {clock_words(moment.astimezone(OSLO).time(), language())}" if moment else said


def _look(look: Look, taken: TakenOut, shown: StaffShown) -> Row:
    return {
        "at": look.at.isoformat(),
        "role": look.role,
        "unit": _unit(look, taken, shown),
        "name": _name(look, taken, shown),
        "action": look.action,
        "area": look.area,
        "purpose": look.purpose,
        "permitted": look.permitted,
    }


def _look_in_words(look: Look, taken: TakenOut, shown: StaffShown) -> list[Fact]:
    role = str(IN_WORDS[Role(look.role)][0]) if look.role in set(Role) else ""
    who = ", ".join(part for part in (_name(look, taken, shown), role, _unit(look, taken, shown)) if part)
    what = what_happened(look, to_you=True) if look.permitted else _now("ble stoppet")
    why = why_in_words(look, to_you=True)
    told = [Fact(_now("Når"), _day(look.at.isoformat())), Fact(_now("Hvem"), who), Fact(_now("Hva"), what)]
    return [*told, Fact(_now("Hvorfor"), why)] if why and look.permitted else told


def _name(look: Look, taken: TakenOut, shown: StaffShown) -> str:
    return taken.staff.get(look.who, "") if look.who and shown is StaffShown.NAME else ""


def _unit(look: Look, taken: TakenOut, shown: StaffShown) -> str:
    return taken.units.get(look.unit, "") if look.unit and shown is not StaffShown.ROLE else ""
