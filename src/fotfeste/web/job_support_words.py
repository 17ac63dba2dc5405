"""How the closed lists of support in a job are said."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.domain.job_support import Helper, PlanReader, SupportChoice

Words = str | Promise

CHOICES: Mapping[str, Words] = {
    SupportChoice.PLAN: _("Jobbstøtteplan"),
    SupportChoice.AGREEMENT: _("Tilretteleggings- og oppfølgingsavtale"),
    SupportChoice.BOTH: _("Begge to"),
    SupportChoice.NEITHER: _("Ingen av dem"),
}
HELPERS: Mapping[str, Words] = {
    Helper.SPECIALIST: _("Jobbspesialisten"),
    Helper.WORKPLACE: _("Arbeidsgiveren, lederen på arbeidsplassen"),
    Helper.CLINICIAN: _("Behandleren"),
    Helper.NAV: _("NAV"),
    Helper.FAMILY: _("Familie og venner"),
    Helper.OTHER: _("En annen"),
}
READERS: Mapping[str, Any] = {
    PlanReader.CLINICIAN: _("Behandleren kan lese planen"),
    PlanReader.NAV_ADVISER: _("NAV-veilederen kan lese planen"),
    PlanReader.EMPLOYER: _("Arbeidsgiveren får sin egen del, og bare det som er avtalt om åpenhet"),
}
