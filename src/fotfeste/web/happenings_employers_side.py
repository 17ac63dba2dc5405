"""What happens in a facilitation agreement, in words."""

from django.utils.translation import gettext_lazy

EMPLOYERS_SIDE = {
    "agreement.no-longer-shared": gettext_lazy("Delte ikke lenger avtalen med jobbspesialisten"),
    "agreement.shared": gettext_lazy("Delte avtalen med jobbspesialisten"),
    "agreement.employer-came": gettext_lazy("Noen hos arbeidsgiveren fikk tilgang til avtalen"),
    "agreement.employer-invited": gettext_lazy("Noen hos arbeidsgiveren er invitert til avtalen"),
    "agreement.employer-left": gettext_lazy("Noen hos arbeidsgiveren har ikke lenger tilgang til avtalen"),
    "agreement.invitation-revoked": gettext_lazy("En invitasjon til avtalen er stoppet"),
    "agreement.plan-sent": gettext_lazy("Arbeidsgiveren sendte oppfølgingsplanen til NAV"),
    "agreement.plan-taken-over": gettext_lazy("NAV overtok arbeidsgiverens oppfølgingsplan"),
}
