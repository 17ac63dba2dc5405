"""What has happened, in words: for the timeline and for what is new."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fotfeste import clock
from fotfeste.apps.caseload.mine import Mine
from fotfeste.apps.people.models import Event
from fotfeste.web.happening_values import VALUES
from fotfeste.web.happenings_agreements import AGREEMENTS
from fotfeste.web.happenings_employers_side import EMPLOYERS_SIDE
from fotfeste.web.happenings_providers import PROVIDERS
from fotfeste.web.lines import language
from fotfeste.web.words.dates import long_day

WORDS: Mapping[str, str | Promise] = {
    "appointment.called-off": gettext_lazy("Avlyst: %(meeting_kind)s %(planned_on)s"),
    "appointment.held": gettext_lazy("Holdt: %(meeting_kind)s (%(place)s)"),
    "appointment.moved": gettext_lazy("Flyttet til %(planned_on)s: %(meeting_kind)s"),
    "appointment.not-there": gettext_lazy("Jobbsøkeren kom ikke: %(meeting_kind)s"),
    "appointment.planned": gettext_lazy("Avtalt til %(planned_on)s: %(meeting_kind)s"),
    "appointment.undone": gettext_lazy("Angret: %(meeting_kind)s er avtalt til %(planned_on)s"),
    "appointment.missed": gettext_lazy("Jobbsøkeren kom ikke til oppstartsmøtet"),
    "benefit.stated": gettext_lazy("Ytelse ført"),
    "assessment.changed": gettext_lazy("Endret i kartleggingen: %(area)s"),
    "assessment.said": gettext_lazy("Skrevet i kartleggingen: %(area)s"),
    "caseload.handed_over": gettext_lazy("Ny jobbspesialist fra %(begins_on)s"),
    "consent.archived": gettext_lazy("Samtykket er arkivert hos NAV"),
    "consent.confirmed": gettext_lazy("Samtykke bekreftet: %(scope)s – %(reply)s"),
    "consent.consequences-explained": gettext_lazy("Følgene av et nei til kontakt med NAV er forklart"),
    "consent.archiving-undone": gettext_lazy("Samtykket ligger likevel ikke i arkivet hos NAV"),
    "consent.signed": gettext_lazy("Samtykke undertegnet: %(scope)s – %(reply)s"),
    "consent.stated": gettext_lazy("Samtykke: %(scope)s – %(reply)s"),
    "consent.withdrawal-archived": gettext_lazy("NAVs arkiv har fått vite at samtykket er trukket"),
    "consent.withdrawn": gettext_lazy("Samtykke trukket: %(scope)s"),
    "contact.held": gettext_lazy("Kontakt om jobben (%(place)s)"),
    "contact.reached": gettext_lazy("Fikk tak i jobbsøkeren"),
    "contact.unanswered": gettext_lazy("Ringte, ikke svar"),
    "contact.changed": gettext_lazy("Kontaktopplysninger endret"),
    "contingency-plan.made": gettext_lazy("Plan for når kontakten glipper"),
    "course.method-changed": gettext_lazy("Følges nå med %(method)s. Før: %(before_method)s"),
    "course.method-chosen": gettext_lazy("Følges med %(method)s"),
    "departure.reflected-on": gettext_lazy("Avvik fra retningslinjen er tenkt gjennom"),
    "measure.history-linked": gettext_lazy("Tidligere tiltak er koblet til personen"),
    "discharge.considered": gettext_lazy("Utskriving vurderes"),
    "discharge.given-up": gettext_lazy("Jobbsøkeren fortsetter i porteføljen"),
    "discharge.put-down": gettext_lazy("Vurderingen av utskriving er endret"),
    "discharge.supervisor-answered": gettext_lazy("Metodeveileder har gitt råd om utskriving"),
    "discharge.supervisor-asked": gettext_lazy("Metodeveileder er spurt om utskriving"),
    "discharge.talked-with-clinician": gettext_lazy("Utskriving er drøftet med behandler"),
    "discharge.talked-with-supervisor": gettext_lazy("Utskriving er drøftet med metodeveileder"),
    "disclosure.confirmed": gettext_lazy("Åpenhet bekreftet: %(stand)s"),
    "disclosure.change-read": gettext_lazy("Lest at åpenhet er endret"),
    "disclosure.stated": gettext_lazy("Åpenhet: %(stand)s"),
    "disclosure.stated-for-employer": gettext_lazy("Åpenhet for én arbeidsgiver: %(stand)s"),
    "disclosure.talked-through": gettext_lazy("Fordeler og ulemper ved åpenhet er snakket om"),
    "economy.problem-flagged": gettext_lazy("Et akutt pengeproblem er ført"),
    "economy.problem-settled": gettext_lazy("Pengeproblemet er ordnet"),
    "economy.talked-through": gettext_lazy("Samtale om penger"),
    "emergency.asked": gettext_lazy("Noen ba om nødtilgang"),
    "emergency.granted": gettext_lazy("Nødtilgang ble gitt i %(minutes)s minutter"),
    "emergency.refused": gettext_lazy("Nødtilgang ble avslått"),
    "employer-contact.agreed": gettext_lazy("Kontakt med en arbeidsgiver er avtalt til %(planned_on)s"),
    "employer-contact.called-off": gettext_lazy("Kontakten med en arbeidsgiver %(planned_on)s er avlyst"),
    "employer-contact.held": gettext_lazy("Kontakt med en arbeidsgiver (%(way)s)"),
    "employer-contact.step-taken": gettext_lazy("Neste steg med en arbeidsgiver er tatt"),
    "employer.first-contacted": gettext_lazy("Første kontakt med en arbeidsgiver"),
    "episode.discharged": gettext_lazy("Skrevet ut"),
    "episode.referred": gettext_lazy("Henvist"),
    "hold.begun": gettext_lazy("Jobbsøket venter"),
    "hold.contact": gettext_lazy("Kontakt mens jobbsøket venter"),
    "hold.ended": gettext_lazy("Jobbsøket er tatt opp igjen"),
    "hold.looked-at": gettext_lazy("Jobbsøket venter videre, ses på igjen %(look_again_on)s"),
    "hospital.admitted": gettext_lazy("Innlagt på sykehus"),
    "hospital.left": gettext_lazy("Skrevet ut fra sykehus"),
    "information-talk.held": gettext_lazy("Informasjonssamtale holdt"),
    "information-talk.not-held": gettext_lazy("Informasjonssamtale er ikke holdt"),
    "job-plan.activity-agreed": gettext_lazy("Avtalt noe i jobbutviklingsplanen"),
    "job-plan.activity-done": gettext_lazy("Noe i jobbutviklingsplanen er gjort"),
    "job-plan.activity-dropped": gettext_lazy("Noe i jobbutviklingsplanen er lagt bort"),
    "job-plan.employer-named": gettext_lazy("En arbeidsgiver er ført i jobbutviklingsplanen"),
    "job-plan.employer-removed": gettext_lazy("En arbeidsgiver er tatt ut av jobbutviklingsplanen"),
    "job-plan.help-agreed": gettext_lazy("Avklart hvor mye hjelp som ønskes"),
    "job-plan.withdrawn": gettext_lazy("Jobbutviklingsplanen er trukket (versjon %(number)s)"),
    "job-plan.written": gettext_lazy("Jobbutviklingsplan, versjon %(number)s"),
    "job-support.considered": gettext_lazy("Jobbstøtteplan og avtale er vurdert: %(choice)s"),
    "job-support.ended": gettext_lazy("Jobbstøtteplanen er avsluttet"),
    "job-support.extended": gettext_lazy(
        "Jobbstøtteplanen er forlenget til %(until_on)s (versjon %(number)s)"
    ),
    "job-support.shared": gettext_lazy("Bestemt hvem som deler jobbstøtteplanen"),
    "job-support.written": gettext_lazy("Jobbstøtteplan, versjon %(number)s"),
    "job.completed": gettext_lazy("Opplysninger om jobben lagt til"),
    "job.ended": gettext_lazy("Siste dag i jobben"),
    "job.employer-needs-said": gettext_lazy("Arbeidsgiveren har sagt hva de trenger"),
    "job.wishes-said": gettext_lazy("Ønsker møtt i jobben: %(met)s av %(said)s"),
    "job.started": gettext_lazy("Første dag i jobb"),
    "job.departure-reflected-on": gettext_lazy("Oppfølgingen i jobben er tenkt gjennom"),
    "job.training-done": gettext_lazy("Opplæring på arbeidsplassen er ferdig"),
    "job.training-planned": gettext_lazy("Opplæring på arbeidsplassen er avtalt"),
    "application.answered": gettext_lazy("Svar på en søknad"),
    "application.sent": gettext_lazy("Søknad sendt"),
    "attachment.added": gettext_lazy("Fil lagt til: %(attachment)s"),
    "attachment.removed": gettext_lazy("Fil slettet: %(attachment)s"),
    "help.given": gettext_lazy("Hjelp i jobbsøket: %(help)s"),
    "interview.agreed": gettext_lazy("Intervju er avtalt til %(planned_on)s"),
    "interview.called-off": gettext_lazy("Intervjuet ble ikke noe av"),
    "interview.held": gettext_lazy("Intervju"),
    "interview.prepared": gettext_lazy("Intervjuet er forberedt"),
    "lead.employer-named": gettext_lazy("En mulighet har fått arbeidsgiver"),
    "lead.ended": gettext_lazy("En mulighet er avsluttet"),
    "lead.found": gettext_lazy("En mulighet er funnet"),
    "lead.not-wanted": gettext_lazy("Jobbsøkeren sa nei til en mulighet"),
    "lead.wanted": gettext_lazy("Jobbsøkeren sa ja til en mulighet"),
    "search.narrowed": gettext_lazy("Søket er smalnet inn"),
    "search.widened": gettext_lazy("Søket er åpnet igjen"),
    "journal.carried": gettext_lazy("Ført inn i helsejournalen"),
    "log-in.address-asked": gettext_lazy("Ny e-post til innloggingen er bedt om, fra %(from_on)s"),
    "log-in.address-asked-untold": gettext_lazy(
        "Ny e-post til innloggingen er bedt om, fra %(from_on)s. Det sto ingen e-post å gi beskjed på"
    ),
    "log-in.address-refused": gettext_lazy("Jobbsøkeren sa nei til ny e-post til innloggingen"),
    "log-in.address-stopped": gettext_lazy("Innloggingen er brukt. Ny e-post ble ikke tatt i bruk"),
    "log-in.given": gettext_lazy("Jobbsøkeren har fått en innlogging (%(known_by)s)"),
    "log-in.link-made": gettext_lazy("Ny lenke til å lage passord (%(sent_by)s)"),
    "measure.amount-agreed": gettext_lazy("Avtalt hvor mye oppfølging"),
    "measure.assessment-weighed": gettext_lazy("Vurdert om avklaring trengs først"),
    "measure.branch-settled": gettext_lazy("Avklart om tiltaket er knyttet til en jobb"),
    "measure.case-closed": gettext_lazy("Saken om tiltak lukket"),
    "measure.content-added": gettext_lazy("Lagt til i innholdet i tiltaket"),
    "measure.content-dropped": gettext_lazy("Tatt ut av innholdet i tiltaket"),
    "measure.decided-grant": gettext_lazy("Tiltak innvilget"),
    "measure.decided-partial": gettext_lazy("Tiltak delvis innvilget"),
    "measure.decided-refusal": gettext_lazy("Avslag på tiltak"),
    "measure.aim-changed": gettext_lazy("Målet med tiltaket er endret"),
    "measure.employer-plan": gettext_lazy("Ført hva arbeidsgiver har gjort"),
    "measure.ended": gettext_lazy("Tiltaket tar slutt, siste dag %(last_on)s"),
    "measure.extended": gettext_lazy("Tiltaket er forlenget til og med %(last_on)s"),
    "measure.issuer-known": gettext_lazy("Ført hvem som sykmelder"),
    "measure.issuer-letter": gettext_lazy("Laget brev til sykmelder"),
    "measure.issuer-none": gettext_lazy("Ført at det ikke er noen sykmelding lenger"),
    "measure.issuer-told": gettext_lazy("Sykmelder fikk vite om tiltaket"),
    "measure.money-put-down": gettext_lazy("Ført hva personen lever av"),
    "measure.nav-task": gettext_lazy("Ført en av NAVs oppgaver"),
    "measure.need-14a": gettext_lazy("Vedtak om behov for hjelp"),
    "measure.need-talked": gettext_lazy("Snakket om behovet for hjelp"),
    "measure.pause-over": gettext_lazy("Oppholdet i tiltaket er over, siste dag %(last_on)s"),
    "measure.paused": gettext_lazy("Opphold i tiltaket fra %(from_on)s"),
    "measure.reopened": gettext_lazy("Tiltaket er tatt opp igjen, til og med %(last_on)s"),
    "measure.second-asked": gettext_lazy("Vedtak om behov for hjelp venter på godkjenning"),
    "measure.second-dropped": gettext_lazy("Vedtak om behov for hjelp ikke godkjent"),
    "measure.shortened": gettext_lazy("Tiltaket er forkortet til og med %(last_on)s"),
    "measure.sick-listed-exemption": gettext_lazy("Unntak fra vedtak om behov for hjelp"),
    "measure.report-assessment": gettext_lazy("Arrangøren skrev en vurdering"),
    "measure.report-final": gettext_lazy("Arrangøren skrev sluttrapporten"),
    "measure.tried-added": gettext_lazy("Ført hva som er prøvd før"),
    "measure.asked": gettext_lazy("Søkte NAV om tiltak"),
    **EMPLOYERS_SIDE,
    **PROVIDERS,
    **AGREEMENTS,
    "measure.proposal-accepted": gettext_lazy("Sa ja til tiltaket NAV foreslo"),
    "measure.proposal-declined": gettext_lazy("Sa nei til tiltaket NAV foreslo"),
    "measure.proposed": gettext_lazy("NAV foreslo et tiltak"),
    "measure.request-withdrawn": gettext_lazy("Trakk søknaden om tiltak"),
    "measure.taken-up": gettext_lazy("NAV tok opp søknaden om tiltak"),
    "meeting.called-off": gettext_lazy("Oppstartsmøtet %(planned_on)s er avlyst"),
    "meeting.held": gettext_lazy("Oppstartsmøte (%(place)s)"),
    "meeting.moved": gettext_lazy("Oppstartsmøtet er flyttet til %(planned_on)s"),
    "meeting.planned": gettext_lazy("Oppstartsmøte er avtalt til %(planned_on)s"),
    "meeting.undone": gettext_lazy("Angret: oppstartsmøtet er avtalt til %(planned_on)s"),
    "meeting.start_up": gettext_lazy("Oppstartsmøte"),
    "naming.agreed": gettext_lazy("Sa ja til å bli navngitt: %(meeting)s"),
    "naming.refused": gettext_lazy("Sa nei til å bli navngitt: %(meeting)s"),
    "note.written": gettext_lazy("Notat skrevet"),
    "person.brought_in": gettext_lazy("Hentet inn fra en liste"),
    "person.brought_in_again": gettext_lazy("Endringer hentet inn fra en liste"),
    "person.registered": gettext_lazy("Registrert i programmet"),
    "problem.arose": gettext_lazy("Noe dere følger med på, har skjedd"),
    "problem.settled": gettext_lazy("Problemet er over"),
    "profile.carried-over": gettext_lazy("Deler av karriereprofilen er gjort klare for NAV"),
    "profile.comment-seen": gettext_lazy("Behandlerens kommentar til karriereprofilen er lest"),
    "profile.dated": gettext_lazy("Karriereprofil"),
    "profile.page-written": gettext_lazy("Arket med vanlige ord er skrevet"),
    "profile.review-asked": gettext_lazy("Behandler er bedt om å gå gjennom karriereprofilen"),
    "profile.reviewed": gettext_lazy("Karriereprofilen er gått gjennom med behandler"),
    "profile.started": gettext_lazy("Karriereprofilen er begynt"),
    "profile.updated": gettext_lazy("Karriereprofilen er oppdatert"),
    "protection.changed": gettext_lazy("Vernet av opplysningene er endret"),
    "question.put-off": gettext_lazy("Noe å avklare er utsatt til %(ask_again_on)s"),
    "question.settled": gettext_lazy("Noe listen lot stå åpent er avklart"),
    "referral.accepted": gettext_lazy("Henvisningen er tatt imot"),
    "referral.sent": gettext_lazy("Henvisning sendt"),
    "referral.waiting": gettext_lazy("Henvisningen er satt på vent"),
    "referral.refused": gettext_lazy("Henvisningen ble ikke tatt imot"),
    "referral.day-corrected": gettext_lazy("Dagen for henvisningen er rettet"),
    "remark.answered": gettext_lazy("Svart på det jobbsøkeren sa om opplysningene"),
    "remark.said": gettext_lazy("Jobbsøkeren sa fra om noe i opplysningene"),
    "registration.confirmed": gettext_lazy("Registrert som arbeidssøker, bekreftet: %(reply)s"),
    "registration.stated": gettext_lazy("Registrert som arbeidssøker: %(reply)s"),
    "relation.begun": gettext_lazy("%(role)s er kommet til"),
    "relation.ended": gettext_lazy("%(role)s er ikke lenger med"),
    "relation.linked": gettext_lazy("%(role)s er knyttet til en bruker"),
    "startup.delay-cause-recorded": gettext_lazy("Notert hvorfor oppstarten drøyde"),
    "startup.finished": gettext_lazy("Oppstarten er oppsummert"),
    "startup.point-done": gettext_lazy("Gått gjennom i oppstarten: %(point)s"),
    "startup.point-undone": gettext_lazy("Likevel ikke gått gjennom: %(point)s"),
    "text.composed": gettext_lazy("Tekst til en arbeidsgiver er skrevet"),
    "text.dropped": gettext_lazy("Tekst til en arbeidsgiver er lagt bort"),
    "text.queued": gettext_lazy("Tekst til en arbeidsgiver er lagt i kø"),
    "text.sent": gettext_lazy("Tekst til en arbeidsgiver er sendt"),
    "text.stop-read": gettext_lazy("Lest at en tekst til en arbeidsgiver ble stoppet"),
    "text.stopped": gettext_lazy("Tekst til en arbeidsgiver ble stoppet"),
    "supervision.task-given": gettext_lazy("Jobbspesialisten fikk en oppgave av veilederen sin"),
    "unit-meeting.decided": gettext_lazy("Vedtak i et møte: %(meeting)s"),
    "undertaking.begun": gettext_lazy("Begynt: %(undertaking)s"),
    "undertaking.ended": gettext_lazy("Slutt: %(undertaking)s"),
    "wishes.stated": gettext_lazy("Ønskene er oppdatert"),
}


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened, ready to be shown."""

    words: str
    on: date
    at: datetime
    by: str
    is_brought_in: bool
    person: str = ""
    public_id: UUID | None = None

    @property
    def is_same_day(self) -> bool:
        """Whether it was put down the day it happened, or the day it was brought in."""
        return self.is_brought_in or self.at.astimezone(clock.OSLO).date() == self.on


def happening(event: Event, *, name: Mine | None = None) -> Happening:
    """An event in words. `event.by` must be loaded with it."""
    return Happening(
        words=words_of(event.kind, event.data),
        on=event.on,
        at=event.at,
        by=event.by.name if event.by else "",
        is_brought_in=event.is_brought_in,
        person=str(name.name) if name else "",
        public_id=name.public_id if name else None,
    )


def words_of(kind: str, data: Mapping[str, Any]) -> str:
    """The words for a kind of event, with what it carries."""
    template = WORDS.get(kind)
    if template is None:
        return _("Noe ble registrert")
    return str(template) % _Said(data)


class _Said(dict[str, str]):
    """What an event carries, said as the reader reads it. What it does not carry is «ikke ført»."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__({name: _said(name, value) for name, value in data.items()})

    def __missing__(self, name: str) -> str:
        return _("ikke ført")


def _said(name: str, value: Any) -> str:
    known = VALUES.get(name, {}).get(str(value))
    if known is not None:
        return str(known)
    if name.endswith("_on") and isinstance(value, str):
        return long_day(date.fromisoformat(value), language())
    return str(value)
