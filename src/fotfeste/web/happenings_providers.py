"""What happens between NAV, a provider and its guides, in words."""

from django.utils.translation import gettext_lazy

PROVIDERS = {
    "measure.guide-changed": gettext_lazy("Ny veileder i tiltaket"),
    "measure.guide-ended": gettext_lazy("Veilederen i tiltaket har sluttet"),
    "measure.guide-named": gettext_lazy("Veileder i tiltaket er navngitt"),
    "measure.provider-changed": gettext_lazy("NAV valgte tiltaksarrangør"),
    "measure.started": gettext_lazy("Begynte i tiltaket"),
    "measure.suggested": gettext_lazy("Tiltaksarrangøren foreslo noe til NAV"),
    "measure.suggestion-accepted": gettext_lazy("NAV godtok et forslag fra tiltaksarrangøren"),
    "measure.suggestion-refused": gettext_lazy("NAV sa nei til et forslag fra tiltaksarrangøren"),
}
