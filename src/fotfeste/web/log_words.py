"""The log in plain words: what somebody did, and why; for the jobseeker and for those who answer for it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fotfeste.apps.audit.actions import Action, Channel
from fotfeste.apps.audit.selectors import Look
from fotfeste.apps.people.emergency import EMERGENCY_PURPOSES
from fotfeste.domain.permissions import RelationKind, Role
from fotfeste.domain.purposes import Purpose

Words = str | Promise

LOOKED: Mapping[str, Words] = {
    "calendar_file": gettext_lazy("hentet et møte til kalenderen"),
    "whole_course": gettext_lazy("så hele forløpet"),
    "workbook": gettext_lazy("åpnet arbeidsboka"),
    "assess": gettext_lazy("åpnet kartleggingen for å skrive"),
    "assessment": gettext_lazy("leste kartleggingen"),
    "attachments": gettext_lazy("så hvilke filer som finnes"),
    "carried_over": gettext_lazy("så deler av karriereprofilen som er klare for NAV"),
    "consents": gettext_lazy("så samtykkene"),
    "discharge": gettext_lazy("så det som står om utskriving"),
    "disclosure": gettext_lazy("leste hva som kan sies til arbeidsgivere"),
    "emergency": gettext_lazy("leste hvorfor noen ba om nødtilgang"),
    "facts": gettext_lazy("så opplysningene i saken"),
    "home": gettext_lazy("åpnet forsiden"),
    "identity_number": gettext_lazy("så fødselsnummeret"),
    "job_search": gettext_lazy("så jobbsøket"),
    "log": gettext_lazy("så hvem som har sett"),
    "log_in": gettext_lazy("så om jobbsøkeren har en innlogging"),
    "log_question": gettext_lazy("leste et spørsmål om loggen"),
    "notes": gettext_lazy("leste notatene"),
    "one_page": gettext_lazy("leste arket med vanlige ord"),
    "overview": gettext_lazy("åpnet saken"),
    "people_around": gettext_lazy("så hvem som er rundt jobbsøkeren"),
    "profile": gettext_lazy("leste karriereprofilen"),
    "profile_versions": gettext_lazy("leste tidligere versjoner av karriereprofilen"),
    "protection": gettext_lazy("så hvordan opplysningene er vernet"),
    "signing": gettext_lazy("åpnet samtykkene til signering"),
    "text": gettext_lazy("så om en tekst til en arbeidsgiver fortsatt kan sendes"),
    "timeline": gettext_lazy("så tidslinjen"),
}
"""A look, by the part of the record that was looked at."""

DID: Mapping[str, Words] = {
    Action.ACCESS_ASKED_IN_EMERGENCY: gettext_lazy("ba om nødtilgang"),
    Action.ACCESS_GRANTED_IN_EMERGENCY: gettext_lazy("ga nødtilgang"),
    Action.ACCESS_REFUSED_IN_EMERGENCY: gettext_lazy("sa nei til nødtilgang"),
    Action.ACCOUNT_CHANGED: gettext_lazy("laget en ny lenke til jobbsøkerens innlogging"),
    Action.ACCOUNT_CREATED: gettext_lazy("ga jobbsøkeren en innlogging"),
    Action.AGENDA_SEEN: gettext_lazy("så neste steg i en liste"),
    Action.AGREEMENT_CHANGED: gettext_lazy("skrev i avtalen om tilrettelegging og oppfølging"),
    Action.AGREEMENT_DOCUMENT_TAKEN: gettext_lazy("lastet ned avtalen om tilrettelegging og oppfølging"),
    Action.AGREEMENT_REQUEST_ANSWERED: gettext_lazy("svarte på et ønske om tilretteleggingsavtale"),
    Action.AGREEMENT_REQUEST_MADE: gettext_lazy("ba om en tilretteleggingsavtale"),
    Action.AGREEMENT_REQUEST_SEEN: gettext_lazy("leste et ønske om tilretteleggingsavtale"),
    Action.AGREEMENT_REQUESTS_SEEN: gettext_lazy("så ønsket om tilretteleggingsavtale i en liste"),
    Action.AGREEMENT_SEEN: gettext_lazy("leste avtalen om tilrettelegging og oppfølging"),
    Action.AGREEMENT_SIGNED: gettext_lazy("signerte avtalen om tilrettelegging og oppfølging"),
    Action.AGREEMENTS_SEEN: gettext_lazy("så avtalen om tilrettelegging og oppfølging i en liste"),
    Action.ASSESSMENT_CHANGED: gettext_lazy("skrev i kartleggingen"),
    Action.ATTACHMENT_ADDED: gettext_lazy("la til en fil"),
    Action.ATTACHMENT_REMOVED: gettext_lazy("slettet en fil"),
    Action.ATTACHMENT_TAKEN: gettext_lazy("lastet ned en fil"),
    Action.CASELOAD_HANDED_OVER: gettext_lazy("overleverte saken"),
    Action.CASELOAD_IMPORTED: gettext_lazy("hentet inn opplysninger fra en liste"),
    Action.MEASURE_HISTORY_IMPORTED: gettext_lazy("hentet inn tidligere tiltak fra en liste"),
    Action.CASELOAD_SEEN: gettext_lazy("så navnet i porteføljen"),
    Action.CLOSENESS_DECLARED: gettext_lazy("meldte fra om å være nær, og ser ikke saken lenger"),
    Action.CONSENT_CONFIRMED: gettext_lazy("bekreftet et samtykke"),
    Action.CONSENT_DOCUMENT_TAKEN: gettext_lazy("lastet ned et undertegnet samtykke"),
    Action.CONSENT_SIGNED: gettext_lazy("svarte på et samtykke"),
    Action.CONSENT_SIGNED_TOGETHER: gettext_lazy("lånte bort skjermen til å undertegne et samtykke"),
    Action.CONSENT_STATED: gettext_lazy("førte et samtykke"),
    Action.CONSENT_WITHDRAWN: gettext_lazy("førte at et samtykke er trukket tilbake"),
    Action.CONTACT_CHANGED: gettext_lazy("endret kontaktopplysninger"),
    Action.DISCHARGE_ADVISED: gettext_lazy("ga råd om utskriving"),
    Action.DISCHARGE_CONSIDERED: gettext_lazy("førte noe om utskriving"),
    Action.DISCHARGE_LETTER_READ: gettext_lazy("hentet brevet om utskriving"),
    Action.DISCHARGED: gettext_lazy("skrev ut jobbsøkeren fra porteføljen"),
    Action.DISCLOSURE_STATED: gettext_lazy("førte hva som kan sies til arbeidsgivere"),
    Action.DISCLOSURE_TALKED_THROUGH: gettext_lazy("førte samtalen om åpenhet"),
    Action.EMPLOYER_CONTACTS_SEEN: gettext_lazy("så kontakter med en arbeidsgiver på dine vegne"),
    Action.DRAFT_KEPT: gettext_lazy("tok vare på et utkast"),
    Action.ECONOMY_CHANGED: gettext_lazy("førte noe om penger"),
    Action.EMPLOYER_CONTACT_RECORDED: gettext_lazy("førte noe om kontakt med en arbeidsgiver"),
    Action.EMPLOYMENT_CHANGED: gettext_lazy("førte noe om jobb"),
    Action.EPISODE_CHANGED: gettext_lazy("førte noe om løpet"),
    Action.FACT_CLEARED_UP: gettext_lazy("ryddet opp i noe"),
    Action.IDENTITY_NUMBER_SEEN: gettext_lazy("så fødselsnummeret"),
    Action.IMPORT_REPORT_TAKEN: gettext_lazy("holdt opplysningene opp mot en liste"),
    Action.IMPORT_SEEN: gettext_lazy("holdt opplysningene opp mot en liste"),
    Action.JOB_SEARCH_CHANGED: gettext_lazy("førte noe om jobbsøket"),
    Action.JOURNAL_CARRIED: gettext_lazy("førte noe over i helsejournalen"),
    Action.LOG_SEEN: gettext_lazy("så hvem som har sett"),
    Action.LOOK_ANSWERED: gettext_lazy("svarte på et spørsmål om loggen"),
    Action.LOOK_ASKED_ABOUT: gettext_lazy("spurte om noe i loggen"),
    Action.MEASURE_AGREEMENT_SAVED: gettext_lazy("førte en avtale med en tiltaksarrangør"),
    Action.MEASURE_CHANGED: gettext_lazy("skrev i saken om tiltak"),
    Action.MEASURE_DECIDED: gettext_lazy("gjorde et vedtak om tiltak"),
    Action.MEASURE_FOLLOWED: gettext_lazy("førte noe om deltakelsen i tiltaket"),
    Action.MEASURE_REQUEST_ANSWERED: gettext_lazy("svarte på en søknad om tiltak"),
    Action.MEASURE_REQUEST_MADE: gettext_lazy("søkte om eller foreslo et tiltak"),
    Action.MEASURE_REQUEST_SEEN: gettext_lazy("leste en søknad om tiltak"),
    Action.MEASURE_REQUESTS_SEEN: gettext_lazy("så søknaden om tiltak i en liste"),
    Action.MEASURE_SEEN: gettext_lazy("åpnet saken om tiltak"),
    Action.MEASURES_SEEN: gettext_lazy("så saken om tiltak i en liste"),
    Action.MEETING_RECORDED: gettext_lazy("førte et møte"),
    Action.NAMING_STATED: gettext_lazy("førte om navnet kan vises i teamets møter"),
    Action.NOTE_WRITTEN: gettext_lazy("skrev et notat"),
    Action.PERSON_CREATED: gettext_lazy("registrerte jobbsøkeren"),
    Action.PLAN_CHANGED: gettext_lazy("endret profil, plan eller ønsker"),
    Action.PROFILE_CARRIED_OVER: gettext_lazy("gjorde deler av karriereprofilen klare for NAV"),
    Action.PROFILE_CHANGED: gettext_lazy("skrev i karriereprofilen"),
    Action.PROFILE_REVIEW_ASKED: gettext_lazy("ba behandler gå gjennom karriereprofilen"),
    Action.PROFILE_REVIEWED: gettext_lazy("gikk gjennom karriereprofilen"),
    Action.PROTECTION_CHANGED: gettext_lazy("endret vernet av opplysningene"),
    Action.RECORD_TAKEN_OUT: gettext_lazy("tok med seg opplysningene"),
    Action.OFFICE_COOPERATION_CHANGED: gettext_lazy("førte om kontoret samarbeider med helsetjenesten"),
    Action.REFERRAL_ANSWERED: gettext_lazy("svarte på en henvisning"),
    Action.REFERRAL_SEEN: gettext_lazy("leste en henvisning"),
    Action.REFERRAL_SENT: gettext_lazy("sendte en henvisning"),
    Action.REFERRALS_SEEN: gettext_lazy("så navnet blant henvisninger"),
    Action.REMARK_ANSWERED: gettext_lazy("svarte på det jobbsøkeren sa om opplysningene"),
    Action.REMARK_SAID: gettext_lazy("sa fra om noe i opplysningene"),
    Action.RELATION_BEGUN: gettext_lazy("førte opp noen rundt jobbsøkeren"),
    Action.RELATION_ENDED: gettext_lazy("førte at noen ikke er med lenger"),
    Action.RELATION_LINKED: gettext_lazy("knyttet noen rundt jobbsøkeren til en bruker"),
    Action.SEARCHED: gettext_lazy("fant navnet i et søk"),
    Action.SIGNING_ENDED: gettext_lazy("avsluttet signering på egen skjerm"),
    Action.SIGNING_OPENED: gettext_lazy("gjorde klar til signering på egen skjerm"),
    Action.TEXT_COMPOSED: gettext_lazy("skrev en tekst til en arbeidsgiver"),
    Action.TEXT_SENT: gettext_lazy("sendte en tekst til en arbeidsgiver"),
    Action.TEXT_STOPPED: gettext_lazy("stoppet en tekst til en arbeidsgiver"),
    Action.TEXT_WORDS_APPROVED: gettext_lazy(
        "leste ord det ble advart mot, og bekreftet at jobbsøkeren er enig"
    ),
    Action.SUPERVISION_RECORDED: gettext_lazy("førte noe fra veiledning av jobbspesialisten"),
    Action.SUPERVISION_SEEN: gettext_lazy("så navnet i en oppgave fra veilederen"),
    Action.UNIT_MEETING_RECORDED: gettext_lazy("førte noe fra et møte i teamet"),
    Action.UNIT_MEETING_SEEN: gettext_lazy("så navnet i et møte i teamet"),
    Action.UNIT_MEETING_TASKS_SEEN: gettext_lazy("så navnet i en oppgave fra et møte"),
    Action.SHARED_PEOPLE_SEEN: gettext_lazy("så navnet blant dem som er delt"),
}
"""Everything else that can be logged about a person."""

WHY: Mapping[str, Words] = {
    RelationKind.EMPLOYMENT_SPECIALIST: gettext_lazy("er jobbspesialisten"),
    RelationKind.STAND_IN: gettext_lazy("er vikar for jobbspesialisten"),
    RelationKind.CLINICIAN: gettext_lazy("er behandler"),
    RelationKind.NAV_ADVISER: gettext_lazy("er NAV-veileder, og jobbsøkeren har sagt ja"),
    RelationKind.GUIDE: gettext_lazy("er veileder hos arrangør"),
    RelationKind.CONTACT_PERSON: gettext_lazy("er fast kontaktperson i NAV"),
    RelationKind.EMPLOYER_CONTACT: gettext_lazy("er part i avtalen"),
    RelationKind.SELF: gettext_lazy("er jobbsøkeren selv"),
    RelationKind.BREAK_GLASS: gettext_lazy("hadde nødtilgang"),
    Purpose.COVERS_FOR_COLLEAGUE: gettext_lazy("var vikar for en kollega"),
    Purpose.PREPARES_MEETING: gettext_lazy("forberedte et møte"),
    Purpose.SUPERVISES: gettext_lazy("veiledet jobbspesialisten"),
    Purpose.REVIEWS_QUALITY: gettext_lazy("gikk gjennom kvaliteten i teamet"),
    Purpose.ANSWERS_COMPLAINT: gettext_lazy("svarte på en klage eller et spørsmål"),
    Purpose.ASKED_ABOUT_DISCHARGE: gettext_lazy("ble spurt om råd om utskriving"),
    Purpose.EMERGENCY: gettext_lazy("fare for liv eller helse"),
    "answers_emergency": gettext_lazy("skulle svare på om noen får nødtilgang"),
    "brings_list": gettext_lazy("hentet inn en liste for teamet"),
    "hands_over": gettext_lazy("overleverte saker i teamet"),
    "steps_back": gettext_lazy("overlot saken til en annen"),
}
"""Why somebody looked: who they are to the person, or what they said."""


TO_YOU: Mapping[str, Words] = {
    "log_in": gettext_lazy("så om du har en innlogging"),
    "people_around": gettext_lazy("så hvem som er rundt deg"),
    Action.CONSENT_SIGNED_TOGETHER: gettext_lazy("lånte deg skjermen til å undertegne et samtykke"),
    Action.ACCOUNT_CHANGED: gettext_lazy("laget en ny lenke til innloggingen din"),
    Action.ACCOUNT_CREATED: gettext_lazy("ga deg en innlogging"),
    Action.PERSON_CREATED: gettext_lazy("registrerte deg"),
    Action.RELATION_BEGUN: gettext_lazy("førte opp noen rundt deg"),
    Action.RELATION_LINKED: gettext_lazy("knyttet noen rundt deg til en bruker"),
    RelationKind.NAV_ADVISER: gettext_lazy("er NAV-veileder, og du har sagt ja"),
    RelationKind.SELF: gettext_lazy("er deg selv"),
}
"""What is said otherwise to the jobseeker than to those who read about them."""


def what_happened(look: Look, *, to_you: bool = False) -> str:
    """What somebody did, without who: «leste notatene». `to_you`: said to the jobseeker."""
    key = look.area if look.action == Action.PERSON_SEEN else look.action
    if look.action == Action.PERSON_SEEN:
        words = LOOKED.get(key, gettext_lazy("åpnet et skjema i saken"))
    else:
        words = DID.get(key, gettext_lazy("førte noe i saken"))
    return str(TO_YOU.get(key, words) if to_you else words)


def why_in_words(look: Look, *, to_you: bool = False) -> str:
    """Why, after «fordi»; empty where the log does not say."""
    words = WHY.get(look.purpose, "")
    return str(TO_YOU.get(look.purpose, words) if to_you else words)


def is_in_emergency(look: Look) -> bool:
    """Whether it was access in an emergency that opened the record: such looks are marked."""
    is_reason = look.purpose in EMERGENCY_PURPOSES or look.role == Role.ADMINISTRATOR
    return look.permitted and look.action != Action.ACCESS_ASKED_IN_EMERGENCY and is_reason


def through_what(look: Look) -> str:
    """Said only where it was not a page: a program, the command line, or the program by itself."""
    if look.channel == Channel.API:
        return _("gjennom et annet program")
    return _("automatisk") if look.channel in (Channel.JOB, Channel.COMMAND) else ""
