"""What happens around a facilitation and follow-up agreement, in words."""

from django.utils.translation import gettext_lazy

AGREEMENTS = {
    "agreement.asked": gettext_lazy("Spurte NAV om avtale om tilrettelegging og oppfølging"),
    "agreement.assessed": gettext_lazy("Vurdert sammen hva som trengs i avtalen"),
    "agreement.own-words": gettext_lazy("Sa noe om vurderingen i avtalen"),
    "agreement.request-withdrawn": gettext_lazy("Trakk spørsmålet om avtale"),
    "agreement.used": gettext_lazy("NAV bestemte å bruke avtalen om tilrettelegging og oppfølging"),
}
