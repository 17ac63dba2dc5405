"""What one can live on, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.domain.measures.allowance import BenefitHeld

BENEFITS: Mapping[str, str | Promise] = {
    BenefitHeld.NONE: _("Ingen ytelse fra NAV"),
    BenefitHeld.SICKNESS: _("Sykepenger"),
    BenefitHeld.UNEMPLOYMENT: _("Dagpenger"),
    BenefitHeld.WORK_ASSESSMENT: _("Arbeidsavklaringspenger"),
    BenefitHeld.DISABILITY: _("Uføretrygd"),
    BenefitHeld.SINGLE_PARENT: _("Overgangsstønad"),
    BenefitHeld.CHILD_PENSION: _("Barnepensjon"),
    BenefitHeld.SOCIAL_ASSISTANCE: _("Økonomisk sosialhjelp"),
    BenefitHeld.QUALIFICATION: _("Kvalifiseringsstønad"),
    BenefitHeld.INTRODUCTION: _("Introduksjonsstønad"),
    BenefitHeld.OTHER: _("En annen ytelse til å leve av"),
}
