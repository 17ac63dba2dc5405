"""The employer asks that the agreement ends, or says that something has changed around the job (A-10)."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from fotfeste.apps.agreements import ending
from fotfeste.apps.agreements.employer_deed import EmployerDeed
from fotfeste.domain.agreements.ending import ReviewCause
from fotfeste.web.acts_agreement_ending import AskToEndForm, ChangedForm
from fotfeste.web.acts_page import Asked
from fotfeste.web.by_employer_page import EmployerActPage
from fotfeste.web.job_fields import text_field


class EmployerAsksToEndForm(AskToEndForm):
    """The same question; the jobseeker can read what is written."""

    why = text_field(_("Vil du si hvorfor?"), hint=_("Du må ikke. NAV og jobbsøkeren kan lese det."))


def _ask(deed: EmployerDeed, typed: Mapping[str, Any], asked: Asked) -> None:
    ending.ask_to_end(deed, typed["why"])


def _changed(deed: EmployerDeed, typed: Mapping[str, Any], asked: Asked) -> None:
    ending.say_changed(deed, ReviewCause(typed["cause"]))


PAGES = (
    EmployerActPage(
        slug="ask-end",
        title=_("Be om at avtalen avsluttes"),
        form=EmployerAsksToEndForm,
        do=_ask,
        button=_("Send"),
        said=_("NAV har fått spørsmålet, og svarer deg."),
        help=_("NAV bestemmer, og svarer deg. Avtalen gjelder til NAV har avsluttet den."),
    ),
    EmployerActPage(
        slug="changed",
        title=_("Noe er endret rundt jobben"),
        form=ChangedForm,
        do=_changed,
        said=_("Det er sagt fra. Avtalen skal gås gjennom."),
        help=_("En jobb som er slutt, eller en ny arbeidsgiver, gjør at dere går gjennom avtalen."),
    ),
)
