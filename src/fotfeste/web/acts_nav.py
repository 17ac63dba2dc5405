"""Ties to NAV: what the referral said, confirmed together; and what the person lives on (I §5, §5.1)."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.economy.selectors import benefit_of, registration_of
from fotfeste.apps.economy.services import state_benefit, state_registration
from fotfeste.domain.agenda import Act
from fotfeste.domain.consent import Reply
from fotfeste.web.acts_consent import REPLIES
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.benefit_words import WORDS, benefit_in_words
from fotfeste.web.forms_look import DayField
from fotfeste.web.happening_values import VALUES

BENEFIT = "state-benefit"


class NavTiesForm(ActForm):
    """One question for each thing the referral said of NAV. What is left unanswered is asked again later."""

    blames = {"day.": "day"}
    registration = forms.ChoiceField(
        label=_("Er jobbsøkeren registrert som arbeidssøker hos NAV?"),
        choices=REPLIES,
        widget=forms.RadioSelect,
        required=False,
    )
    benefit = forms.ChoiceField(
        label=_("Hva lever jobbsøkeren av?"), choices=(("", "–"), *WORDS.items()), required=False
    )
    day = DayField(label=_("Når snakket dere om det?"))

    def shape(self, start: Start) -> None:
        """Ask only about what waits."""
        for name in ("registration", "benefit"):
            if name not in start.given:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """There is an answer to save."""
        typed = super().clean() or {}
        if not self.errors and not any(typed.get(name) for name in ("registration", "benefit")):
            raise forms.ValidationError(_("Svar på minst ett av spørsmålene."))
        return typed


class BenefitForm(ActForm):
    """What the person lives on."""

    blames = {"day.": "day"}
    benefit = forms.ChoiceField(label=_("Hva lever jobbsøkeren av?"), choices=(("", "–"), *WORDS.items()))
    day = DayField(label=_("Når ble det sagt?"))


def _start_of_ties(found: Found, asked: Asked) -> Start:
    waits = dict(_waiting(found))
    shown = [Shown(label, said) for label, said in waits.values()]
    nothing = Shown(_("Ingenting å bekrefte"), str(_("Alt henvisningen sa, er bekreftet eller rettet.")))
    return Start(
        initial=dict.fromkeys(waits),
        shown=tuple(shown) or (nothing,),
        given=waits,
        suggested={"day": asked.on},
    )


def _waiting(found: Found) -> Iterator[tuple[str, tuple[Any, str]]]:
    registered, lives_on = registration_of(found.person), benefit_of(found.person)
    if registered and not registered.is_brought_in and registered.confirmed_at is None:
        yield "registration", (_("Henvisningen sa: registrert"), str(VALUES["reply"][registered.answer]))
    if lives_on and lives_on.is_from_referral:
        kind = lives_on.opened("sealed_kind", found.key)
        yield "benefit", (_("Henvisningen sa: ytelse"), benefit_in_words(kind))


def _confirm(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    if typed.get("registration"):
        state_registration(deed, reply=Reply(typed["registration"]), stated_on=typed["day"])
    if typed.get("benefit"):
        state_benefit(deed, kind=typed["benefit"], stated_on=typed["day"])


def _start_of_benefit(found: Found, asked: Asked) -> Start:
    """What was said is shown; one that the program has no word for cannot be chosen again."""
    before = benefit_of(found.person)
    kind = before.opened("sealed_kind", found.key) if before else ""
    shown = (Shown(_("Ført nå"), benefit_in_words(kind)),) if kind else ()
    chosen = kind if kind in WORDS and before and before.confirmed_at else None
    return Start({"benefit": chosen}, shown, suggested={"day": asked.on})


def _state(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    state_benefit(deed, kind=typed["benefit"], stated_on=typed["day"])


PAGES = (
    ActPage(
        slug=Act.CONFIRM_NAV_TIES,
        title=_("Bekreft det henvisningen sa om NAV"),
        help=_("Det åpner ikke for noe før jobbsøkeren har bekreftet det. Gå gjennom det sammen."),
        form=NavTiesForm,
        start=_start_of_ties,
        do=_confirm,
        action=Action.EPISODE_CHANGED,
        said=_("Svarene er lagret."),
    ),
    ActPage(
        slug=BENEFIT,
        title=_("Ytelse"),
        help=_("Hva jobbsøkeren lever av nå. Blir kryptert."),
        form=BenefitForm,
        start=_start_of_benefit,
        do=_state,
        action=Action.EPISODE_CHANGED,
        on_menu=True,
    ),
)
