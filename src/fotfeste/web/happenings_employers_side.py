"""What happens in a facilitation agreement, in words."""

from django.utils.translation import gettext_lazy

EMPLOYERS_SIDE = {
    "agreement.employer-came": gettext_lazy("Noen hos arbeidsgiveren fikk tilgang til avtalen"),
    "agreement.employer-invited": gettext_lazy("Noen hos arbeidsgiveren er invitert til avtalen"),
    "agreement.employer-left": gettext_lazy("Noen hos arbeidsgiveren har ikke lenger tilgang til avtalen"),
    "agreement.invitation-revoked": gettext_lazy("En invitasjon til avtalen er stoppet"),
}
