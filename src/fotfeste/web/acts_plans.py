"""Career profile and wishes; how a stand on disclosure is asked for where a list has told one."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.plans import services as plans
from fotfeste.apps.plans.selectors import newest_profile, wishes_of
from fotfeste.domain.agenda import Act
from fotfeste.domain.disclosure import Stand
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Start, today_suggested
from fotfeste.web.acts_start_up import DayForm

LONGEST = 20_000
PROFILE = _("Karriereprofilen: les og skriv")
STANDS = (
    (Stand.FULL, _("Åpen: det som trengs, kan sies")),
    (Stand.PARTIAL, _("Delvis: bare det som står under")),
    (Stand.NONE, _("Ikke åpen: ingenting om helse eller behandling")),
    (Stand.UNCLEAR, _("Ikke avklart ennå")),
)


class WishesForm(ActForm):
    """What the person wants."""

    blames = {"wishes.": "percent"}
    work = forms.CharField(
        label=_("Hva slags arbeid?"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Med jobbsøkerens egne ord. Blir kryptert."),
    )
    percent = forms.IntegerField(
        label=_("Hvor mye, i prosent av full stilling?"),
        required=False,
        min_value=1,
        max_value=100,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": "5"}),
        error_messages={"invalid": _("Skriv et helt tall fra 1 til 100.")},
    )
    is_approximate = forms.BooleanField(label=_("Bare omtrent så mye"), required=False)


def _start_of_wishes(found: Found, asked: Asked) -> Start:
    wishes = wishes_of(found.person)
    if wishes is None:
        return Start({"work": "", "percent": None, "is_approximate": False})
    return Start(
        {
            "work": wishes.opened("sealed_work", found.key),
            "percent": wishes.percent,
            "is_approximate": wishes.is_percent_approximate,
        }
    )


def _wishes(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    plans.state_wishes(
        deed,
        work=typed["work"],
        percent=typed["percent"],
        is_approximate=typed["is_approximate"] and typed["percent"] is not None,
    )


def _date_profile(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    plans.date_profile(deed, dated_on=typed["day"])


def _review(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    plans.review_profile(deed, reviewed_on=typed["day"])


def _start_of_review(found: Found, asked: Asked) -> Start:
    profile = newest_profile(found.person)
    return Start(
        {"day": profile.reviewed_with_clinician_on if profile else None}, suggested={"day": asked.on}
    )


PAGES = (
    ActPage(
        slug=Act.START_PROFILE,
        title=_("Begynn på karriereprofilen"),
        help=_("Skriv dagen dere begynte. Profilen fylles ut sammen, gjerne over flere møter."),
        form=DayForm,
        start=today_suggested,
        do=_date_profile,
        action=Action.PLAN_CHANGED,
        beside="profile",
        beside_words=PROFILE,
    ),
    ActPage(
        slug=Act.REVIEW_PROFILE,
        title=_("Profilen er gått gjennom med behandler"),
        form=DayForm,
        start=_start_of_review,
        do=_review,
        action=Action.PLAN_CHANGED,
        beside="profile",
        beside_words=PROFILE,
    ),
    ActPage(
        slug=Act.UPDATE_PROFILE,
        title=_("Ny versjon av karriereprofilen"),
        help=_("Skriv dagen for den nye versjonen. Den forrige blir stående som den var."),
        form=DayForm,
        start=today_suggested,
        do=_date_profile,
        action=Action.PLAN_CHANGED,
        beside="profile",
        beside_words=PROFILE,
        on_menu=True,
    ),
    ActPage(
        slug="wishes",
        title=_("Det jobbsøkeren vil"),
        form=WishesForm,
        start=_start_of_wishes,
        do=_wishes,
        action=Action.PLAN_CHANGED,
        said=_("Ønskene er lagret."),
        on_menu=True,
    ),
)
