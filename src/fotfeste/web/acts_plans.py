"""Disclosure, career profile, wishes and jobs."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.consents.selectors import general_stand
from fotfeste.apps.consents.services.disclosure import take_stand
from fotfeste.apps.plans import services as plans
from fotfeste.apps.plans.selectors import newest_profile, wishes_of
from fotfeste.domain.agenda import Act
from fotfeste.domain.disclosure import Stand
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start, today_suggested
from fotfeste.web.acts_start_up import DayForm
from fotfeste.web.forms_look import DayField
from fotfeste.web.happenings import VALUES

LONGEST = 20_000
STANDS = (
    (Stand.FULL, _("Åpen: det som trengs, kan sies")),
    (Stand.PARTIAL, _("Delvis: bare det som står under")),
    (Stand.NONE, _("Ikke åpen: ingenting om helse eller behandling")),
    (Stand.UNCLEAR, _("Ikke avklart ennå")),
)


class DisclosureForm(ActForm):
    """The person's stand, and their own words."""

    blames = {"day.has-passed": "review_on", "day.too-far-ahead": "review_on", "day.": "day"}
    stand = forms.ChoiceField(
        label=_("Hva kan sies til arbeidsgivere?"), choices=STANDS, widget=forms.RadioSelect
    )
    wording = forms.CharField(
        label=_("Med jobbsøkerens egne ord"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Hva kan sies, og hva kan ikke sies? Blir kryptert."),
    )
    day = DayField(label=_("Når snakket dere om det?"))
    review_on = DayField(
        label=_("Gå gjennom igjen"),
        required=False,
        help_text=_("La det stå tomt, så spør programmet etter seks måneder."),
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


def _start_of_stand(found: Found, asked: Asked) -> Start:
    """What a list said is shown, never filled in; the words it had can be kept."""
    said = general_stand(found.person)
    today = {"day": asked.on}
    if said is None:
        return Start({"stand": None, "wording": ""}, suggested=today)
    wording = said.opened("sealed_wording", found.key)
    if said.confirmed_at is None:
        told = str(VALUES["stand"][said.stand]) + (f": «{wording}»" if wording else "")
        return Start({"stand": None, "wording": wording}, (Shown(_("Listen sa"), told),), suggested=today)
    return Start({"stand": said.stand, "wording": wording, "review_on": None}, suggested=today)


def _take_stand(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    take_stand(
        deed,
        stand=Stand(typed["stand"]),
        wording=typed["wording"],
        stated_on=typed["day"],
        review_on=typed["review_on"],
    )


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
        slug=Act.AGREE_DISCLOSURE,
        title=_("Hva som kan sies til arbeidsgivere"),
        help=_(
            "Snakk om fordeler og ulemper. Jobbsøkeren bestemmer, og kan ombestemme seg. "
            "Dette er et generelt svar; avklar på nytt før hver ny arbeidsgiver."
        ),
        form=DisclosureForm,
        start=_start_of_stand,
        do=_take_stand,
        action=Action.DISCLOSURE_STATED,
        on_menu=True,
    ),
    ActPage(
        slug=Act.START_PROFILE,
        title=_("Begynn på karriereprofilen"),
        help=_("Skriv dagen dere begynte. Profilen fylles ut sammen, gjerne over flere møter."),
        form=DayForm,
        start=today_suggested,
        do=_date_profile,
        action=Action.PLAN_CHANGED,
    ),
    ActPage(
        slug=Act.REVIEW_PROFILE,
        title=_("Profilen er gått gjennom med behandler"),
        form=DayForm,
        start=_start_of_review,
        do=_review,
        action=Action.PLAN_CHANGED,
    ),
    ActPage(
        slug=Act.UPDATE_PROFILE,
        title=_("Ny versjon av karriereprofilen"),
        help=_("Skriv dagen for den nye versjonen. Den forrige blir stående som den var."),
        form=DayForm,
        start=today_suggested,
        do=_date_profile,
        action=Action.PLAN_CHANGED,
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
