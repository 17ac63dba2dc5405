"""What the employer of a job needs, when it was asked, and when to ask again (W-11)."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.employment.selectors import job_of
from fotfeste.apps.employment.services_needs import say_employer_needs
from fotfeste.domain.agenda import Act
from fotfeste.web.acts_jobs import job_asked, which_job
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Start
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import text_field


class NeedsForm(ActForm):
    """What the employer needs."""

    blames = {
        "employer-needs.empty": "needs",
        "employer-needs.again-before": "ask_again_on",
        "day.has-passed": "ask_again_on",
        "day.too-far-ahead": "ask_again_on",
        "day.": "asked_on",
    }
    needs = text_field(_("Hva trenger arbeidsgiveren?"), hint=_("Blir kryptert. Jobbsøkeren kan lese det."))
    asked_on = DayField(label=_("Spurt dag"))
    ask_again_on = DayField(label=_("Spør igjen, hvis en dag er avtalt"), required=False)


def _start(found: Found, asked: Asked) -> Start:
    return Start({}, which_job(job_of(found.person, asked.about)), suggested={"asked_on": asked.on})


def _say(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    say_employer_needs(deed, job_asked(deed.found, asked), **typed)


PAGES = (
    ActPage(
        slug=Act.ASK_EMPLOYER_NEEDS,
        title=_("Hva arbeidsgiveren trenger"),
        help=_(
            "For eksempel opplæring, hvem de ringer, eller hjelp til å tilrettelegge. "
            "Fortell bare det jobbsøkeren har sagt ja til."
        ),
        form=NeedsForm,
        start=_start,
        do=_say,
        action=Action.EMPLOYMENT_CHANGED,
        back="person_jobs",
    ),
)
