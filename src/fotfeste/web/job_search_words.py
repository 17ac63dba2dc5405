"""The job search in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.domain.job_leads import HelpKind, LeadResult, LeadState, SearchLevel, SentBy
from fotfeste.domain.preparation import PreparationPoint

Words = str | Promise

STATES: Mapping[LeadState, Words] = {
    LeadState.FOUND: _("Funnet, ikke svart"),
    LeadState.NOT_WANTED: _("Ønskes ikke"),
    LeadState.WANTED: _("Ønskes"),
    LeadState.APPLIED: _("Søkt"),
    LeadState.INTERVIEW: _("Intervju"),
    LeadState.RESULT: _("Avsluttet"),
}
RESULTS: Mapping[LeadResult, Words] = {
    LeadResult.JOB: _("Det ble jobb"),
    LeadResult.NO: _("Det ble nei"),
    LeadResult.WITHDRAWN: _("Jobbsøkeren trakk seg"),
}
SENDERS: Mapping[SentBy, Words] = {
    SentBy.JOBSEEKER: _("Jobbsøkeren selv"),
    SentBy.TOGETHER: _("Jobbsøkeren, med hjelp"),
    SentBy.SPECIALIST: _("Jobbspesialisten, på vegne av jobbsøkeren"),
}
HELP: Mapping[HelpKind, Words] = {
    HelpKind.APPLICATION_AND_CV: _("Søknad og CV"),
    HelpKind.EMPLOYER_CONTACT: _("Kontakt med arbeidsgivere"),
    HelpKind.INTERVIEW_PRACTICE: _("Øve på intervju"),
    HelpKind.HARD_QUESTIONS: _("Vanskelige spørsmål om livet"),
    HelpKind.AT_INTERVIEW: _("Være med på intervjuet"),
    HelpKind.INSTEAD_OF_INTERVIEW: _("Noe annet enn intervju"),
    HelpKind.OTHER: _("Annet"),
}
LEVELS: Mapping[SearchLevel, Words] = {
    SearchLevel.LINE: _("Bransje"),
    SearchLevel.COMPANY: _("Bedrift"),
    SearchLevel.JOB: _("Jobb"),
}
POINTS: Mapping[PreparationPoint, Words] = {
    PreparationPoint.ABOUT_EMPLOYER: _("Hva vi vet om arbeidsgiveren"),
    PreparationPoint.OWN_STRENGTHS: _("Det jobbsøkeren kan og vil fortelle"),
    PreparationPoint.OWN_QUESTIONS: _("Det jobbsøkeren vil spørre om"),
    PreparationPoint.HARD_QUESTIONS: _("Øvd på vanskelige spørsmål"),
    PreparationPoint.WHAT_MAY_BE_SAID: _("Gått gjennom hva som kan sies, og hva som ikke skal sies"),
    PreparationPoint.WAY_THERE: _("Veien dit, tid og klær"),
    PreparationPoint.EMPLOYER_NEEDS: _("Arbeidsgiveren har fortalt hva de trenger"),
    PreparationPoint.EMPLOYER_KNOWS_WHO_COMES: _("Arbeidsgiveren vet hvem som kommer"),
    PreparationPoint.EMPLOYER_AGREED_TOPICS: _("Arbeidsgiveren har fått vite det som er avtalt, og ikke mer"),
}
