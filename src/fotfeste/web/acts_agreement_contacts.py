"""The act of putting down contact that NAV had, as the agreement promises (A-07)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.agreements.contacts import log_contact
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.domain.agreements.parties import OUTSIDE, Party
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import ActForm, ActPage, Asked, today_suggested
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import text_field

CONTACTS_PAGE = "agreement_contacts"
"""The page that the act comes back to."""


class LogContactForm(ActForm):
    """With whom, on which day, and about what."""

    blames = {"day.": "day", "regular-contact.": "with_party"}
    with_party = forms.ChoiceField(
        label=_("Hvem hadde du kontakt med?"),
        choices=(
            (Party.JOBSEEKER, _("Jobbsøkeren")),
            (Party.EMPLOYER, _("Arbeidsgiveren")),
            ("both", _("Begge")),
        ),
        widget=forms.RadioSelect,
    )
    day = DayField(label=_("Hvilken dag?"))
    words = text_field(
        _("Hva gjaldt det?"),
        hint=_("Jobbsøkeren kan lese det. Arbeidsgiveren ser bare dagen. Blir kryptert."),
    )


def _log(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    chosen = typed["with_party"]
    parties = OUTSIDE if chosen == "both" else (Party(chosen),)
    log_contact(deed, parties, had_on=typed["day"], words=typed["words"])


PAGES = (
    ActPage(
        slug="agreement-log-contact",
        title=_("Før kontakt"),
        form=LogContactForm,
        start=today_suggested,
        do=_log,
        said=_("Kontakten er ført."),
        action=Action.AGREEMENT_CHANGED,
        permission=Permission.AGREEMENT_CHANGE,
        back=CONTACTS_PAGE,
        above=CONTACTS_PAGE,
    ),
)
