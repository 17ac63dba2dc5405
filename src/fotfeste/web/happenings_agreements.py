"""What happens around a facilitation and follow-up agreement, in words."""

from django.utils.translation import gettext_lazy

AGREEMENTS = {
    "agreement.amended": gettext_lazy("Avtalen om tilrettelegging ble endret uten ny signatur"),
    "agreement.asked": gettext_lazy("Spurte NAV om avtale om tilrettelegging og oppfølging"),
    "agreement.assessed": gettext_lazy("Vurdert sammen hva som trengs i avtalen"),
    "agreement.concluded": gettext_lazy("Avtalen om tilrettelegging er inngått"),
    "agreement.contact-named": gettext_lazy("Fast kontaktperson i NAV er navngitt"),
    "agreement.employer-named": gettext_lazy("Arbeidsgiver ble satt inn i avtalen"),
    "agreement.employer-taken-out": gettext_lazy("Arbeidsgiver ble tatt ut av avtalen"),
    "agreement.end-answered": gettext_lazy("NAV svarte på ønsket om å avslutte avtalen"),
    "agreement.end-asked": gettext_lazy("Ba om at avtalen avsluttes"),
    "agreement.ended": gettext_lazy("NAV avsluttet avtalen om tilrettelegging"),
    "agreement.laid-out": gettext_lazy("Avtalen ble lagt fram til signering"),
    "agreement.letter-sent": gettext_lazy("Et brev om avtalen er sendt"),
    "agreement.line-changed": gettext_lazy("En linje i avtalen ble endret"),
    "agreement.line-removed": gettext_lazy("En linje i avtalen ble fjernet"),
    "agreement.line-written": gettext_lazy("En linje i avtalen ble skrevet"),
    "agreement.own-words": gettext_lazy("Sa noe om vurderingen i avtalen"),
    "agreement.promise-answered": gettext_lazy("Svaret på en søknad i avtalen ble ført"),
    "agreement.promise-applied": gettext_lazy("En søknad i avtalen ble ført"),
    "agreement.promise-broken": gettext_lazy("Et løfte i avtalen blir ikke holdt"),
    "agreement.promise-kept": gettext_lazy("Et løfte i avtalen er holdt"),
    "agreement.request-withdrawn": gettext_lazy("Trakk spørsmålet om avtale"),
    "agreement.review-asked": gettext_lazy("Noe er endret rundt jobben, så avtalen må gås gjennom"),
    "agreement.review-set": gettext_lazy("Neste gjennomgang av avtalen er avtalt"),
    "agreement.reviewed": gettext_lazy("Avtalen om tilrettelegging ble gått gjennom"),
    "agreement.signature-taken-back": gettext_lazy("En signatur ble trukket tilbake"),
    "agreement.signed": gettext_lazy("Avtalen ble signert av en part"),
    "agreement.taken-back": gettext_lazy("Avtalen ble tatt tilbake til utkast"),
    "agreement.used": gettext_lazy("NAV bestemte å bruke avtalen om tilrettelegging og oppfølging"),
}
