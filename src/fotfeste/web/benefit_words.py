"""What somebody lives on, in words. A word the program does not know is shown as it was written."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: Mapping[str, str | Promise] = {
    "disability_benefit": _("Uføretrygd"),
    "employment_scheme_benefits": _("Tiltakspenger"),
    "none": _("Ingen ytelse"),
    "sickness_benefit": _("Sykepenger"),
    "social_assistance": _("Økonomisk sosialhjelp"),
    "unemployment_benefit": _("Dagpenger"),
    "work_assessment_allowance": _("Arbeidsavklaringspenger (AAP)"),
}


def benefit_in_words(kind: str) -> str:
    """The benefit as people call it."""
    return str(WORDS.get(kind, kind))
