"""Changing the method a course follows: IPS or Supported Employment, with why (W-11)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.episodes.selectors import newest_episode
from fotfeste.apps.episodes.services.method import change_method
from fotfeste.domain.method import Method
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Start
from fotfeste.web.job_fields import text_field
from fotfeste.web.method_fields import CHOICES


class MethodForm(ActForm):
    """Which method, and why."""

    blames = {"method.as-it-is": "method", "method.say-why": "reason"}
    method = forms.ChoiceField(label=_("Metode"), choices=CHOICES, widget=forms.RadioSelect)
    reason = text_field(
        _("Hvorfor endres den?"), hint=_("Blir et notat, kryptert. Jobbsøkeren kan lese det.")
    )


def _start(found: Found, asked: Asked) -> Start:
    episode = newest_episode(found.person)
    return Start({"method": episode.method if episode else None})


def _change(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    change_method(deed, method=Method(typed["method"]), reason=typed["reason"])


PAGES = (
    ActPage(
        slug="change-method",
        title=_("Endre metode"),
        help=_(
            "Med Supported Employment går løpet uten behandler: ingen steder blir det spurt etter en. "
            "Alt annet er som før, og ingenting som er skrevet, blir borte."
        ),
        form=MethodForm,
        start=_start,
        do=_change,
        action=Action.EPISODE_CHANGED,
        said=_("Metoden er endret."),
        on_menu=True,
    ),
)
