"""How the closed lists of the job development plan are said."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.domain.job_plan import HelpArea, HelpDegree, Responsible, Wish

Words = str | Promise

WISHES: Mapping[str, Words] = {
    Wish.WORK: _("Yrker"),
    Wish.LINE_OF_BUSINESS: _("Bransjer"),
    Wish.PLACE: _("Sted"),
    Wish.TRAVEL: _("Reisevei"),
    Wish.HOURS: _("Arbeidstid"),
    Wish.ENVIRONMENT: _("Arbeidsmiljø"),
}
HELP_AREAS: Mapping[str, Words] = {
    HelpArea.APPLICATION: _("Søknad og CV"),
    HelpArea.EMPLOYER_CONTACT: _("Kontakt med arbeidsgivere"),
    HelpArea.INTERVIEW_PRACTICE: _("Øve på intervju"),
    HelpArea.HARD_QUESTIONS: _("Vanskelige spørsmål om eget liv"),
    HelpArea.PRESENCE: _("Være med på intervjuet"),
    HelpArea.ALTERNATIVES: _("Andre veier enn intervju"),
}
HELP_DEGREES: Mapping[str, Words] = {
    HelpDegree.SELF: _("Jobbsøkeren gjør det selv"),
    HelpDegree.TOGETHER: _("Sammen"),
    HelpDegree.SPECIALIST: _("Jobbspesialisten gjør det"),
}
RESPONSIBLES: Mapping[str, Words] = {
    Responsible.JOBSEEKER: _("Jobbsøkeren"),
    Responsible.SPECIALIST: _("Jobbspesialisten"),
    Responsible.CLINICIAN: _("Behandleren"),
    Responsible.OTHER: _("En annen"),
}
