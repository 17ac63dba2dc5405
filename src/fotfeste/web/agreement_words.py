"""The facilitation agreement in words: its lines, who promises what to whom, where it stands."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.domain.agreements.content import GoalKind, Instrument, LineKind
from fotfeste.domain.agreements.identified import OnBehalfReason, SignedBy
from fotfeste.domain.agreements.parties import NavUnit, Party, Towards
from fotfeste.domain.agreements.standing import Standing

Words = str | Promise

PARTIES: Mapping[str, Words] = {
    Party.JOBSEEKER: _("Jobbsøkeren"),
    Party.EMPLOYER: _("Arbeidsgiveren"),
    Party.NAV: _("NAV"),
}
TOWARDS: Mapping[str, Words] = {
    Towards.JOBSEEKER: _("Jobbsøkeren"),
    Towards.EMPLOYER: _("Arbeidsgiveren"),
    Towards.BOTH: _("Både jobbsøkeren og arbeidsgiveren"),
    Towards.NAV: _("NAV"),
}
KINDS: Mapping[str, Words] = {
    LineKind.GOAL: _("Mål"),
    LineKind.FOLLOW_UP: _("Oppfølging"),
    LineKind.COMMITMENT: _("Det noen skal gjøre"),
    LineKind.ACCOMMODATION: _("Tilrettelegging"),
    LineKind.MEASURE: _("Tiltak og støtte"),
}
INSTRUMENTS: Mapping[str, Words] = {
    Instrument.FIND_WORKPLACE: _("Finne en arbeidsplass eller tiltaksplass"),
    Instrument.EMPLOYER_CONTACT: _("Hjelp i kontakten med arbeidsgivere"),
    Instrument.FOLLOW_UP_AT_WORK: _("Oppfølging på jobben, også av kolleger"),
    Instrument.WORKPLACE_ASSESSMENT: _("Finne ut hva arbeidsplassen trenger av tilrettelegging"),
    Instrument.WORK_TRAINING: _("Arbeidstrening"),
    Instrument.WAGE_SUBSIDY: _("Lønnstilskudd"),
    Instrument.AIDS: _("Hjelpemidler"),
    Instrument.ADAPTATION_GUIDANCE: _("Råd om tilrettelegging"),
    Instrument.MENTOR: _("Mentor"),
    Instrument.INCLUSION_GRANT: _("Inkluderingstilskudd"),
    Instrument.OTHER: _("Noe annet"),
}
GOALS: Mapping[str, Words] = {
    GoalKind.JOB_HERE: _("Få jobb i bedriften"),
    GoalKind.KEEP_JOB: _("Beholde jobben"),
    GoalKind.EXPERIENCE: _("Få arbeidserfaring"),
    GoalKind.TRYING_OUT: _("Prøve ut hva som passer"),
    GoalKind.LANGUAGE: _("Lære språket"),
    GoalKind.CERTIFICATE: _("Ta fagbrev eller kompetansebevis"),
    GoalKind.OTHER: _("Noe annet"),
}
NAV_UNITS: Mapping[str, Words] = {
    NavUnit.OFFICE: _("NAV-kontoret"),
    NavUnit.ASSISTIVE_TECHNOLOGY: _("Hjelpemiddelsentralen"),
    NavUnit.WORKING_LIFE: _("Arbeidslivssenteret"),
    NavUnit.OTHER: _("En annen del av NAV"),
}
STANDINGS: Mapping[str, Words] = {
    Standing.DRAFT: _("Utkast"),
    Standing.TO_BE_SIGNED: _("Venter på signatur"),
    Standing.IN_FORCE: _("Gjelder"),
    Standing.CHANGING: _("Gjelder, og en endring venter på signatur"),
    Standing.ENDED: _("Avsluttet"),
    Standing.LAPSED: _("Utkastet gikk ut"),
}
COLORS: Mapping[str, str] = {
    Standing.TO_BE_SIGNED: "warning",
    Standing.IN_FORCE: "success",
    Standing.CHANGING: "warning",
}
SIGNED_BY: Mapping[str, Words] = {
    SignedBy.OWN_LOG_IN: _("logget inn med passord"),
    SignedBy.SECOND_FACTOR: _("logget inn med passord og engangskode eller passnøkkel"),
    SignedBy.ON_BEHALF: _("signert av NAV på vegne av jobbsøkeren"),
    SignedBy.OUTSIDE_SERVICE: _("signert hos en signeringstjeneste"),
}
ON_BEHALF: Mapping[str, Words] = {
    OnBehalfReason.NO_ELECTRONIC_ID: _("har ikke elektronisk ID"),
    OnBehalfReason.RESERVED: _("har reservert seg mot digital kontakt"),
    OnBehalfReason.LACKS_DIGITAL_SKILLS: _("kan ikke bruke digitale tjenester"),
}
