"""What came with a list: confirmed together with the person, or cleared up at the desk (design §7)."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.consents.selectors import consents_in_force, general_stand
from fotfeste.apps.consents.services.consent import state_consent
from fotfeste.apps.consents.services.disclosure import confirm_stand, take_stand
from fotfeste.apps.economy.models import NavRegistration
from fotfeste.apps.economy.selectors import registration_of
from fotfeste.apps.economy.services import state_registration
from fotfeste.domain.agenda import Act
from fotfeste.domain.consent import Reply
from fotfeste.domain.disclosure import Stand
from fotfeste.domain.permissions import ConsentScope
from fotfeste.web.acts_consent import REPLIES
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.acts_plans import LONGEST, STANDS
from fotfeste.web.forms_look import DayField
from fotfeste.web.happening_values import VALUES

QUESTIONS = {
    ConsentScope.IPS_PARTICIPATION: _("Vil jobbsøkeren delta i IPS?"),
    ConsentScope.NAV_CONTACT: _("Er det greit at vi har kontakt med NAV?"),
    ConsentScope.HEALTH_RELEASE: _("Kan helsetjenesten gi opplysninger til jobbspesialisten?"),
}


class ConfirmForm(ActForm):
    """One question for each thing the list told. What is left unanswered is asked again later."""

    blames = {"day.": "day"}
    day = DayField(label=_("Når snakket dere om det?"))

    def shape(self, start: Start) -> None:
        """Ask only about what the list told and nobody has confirmed."""
        asked = dict(_questions(start.given))
        self.fields = {**asked, "day": self.fields["day"]}

    def clean(self) -> dict[str, Any]:
        """There is an answer to save. The words of a list are none until somebody says what may be told."""
        typed = super().clean() or {}
        answers = {name for name, value in typed.items() if value and name not in {"day", "wording"}}
        words, told = typed.get("wording", ""), str(self.start.given.get("wording", ""))
        if words and words.split() != told.split() and "stand" not in answers:
            self.add_error("stand", _("Svar på hva som kan sies, så blir ordene med."))
        elif not self.errors and not answers:
            raise forms.ValidationError(_("Svar på minst ett av spørsmålene."))
        return typed


def _questions(told: Mapping[str, Any]) -> Iterator[tuple[str, forms.Field]]:
    for scope, label in QUESTIONS.items():
        if scope in told:
            yield scope, _choice(label, REPLIES, told[scope])
    if "registration" in told:
        label = _("Er jobbsøkeren registrert som arbeidssøker hos NAV?")
        yield "registration", _choice(label, REPLIES, told["registration"])
    if "stand" in told:
        yield "stand", _choice(_("Hva kan sies til arbeidsgivere?"), STANDS, told["stand"])
        yield (
            "wording",
            forms.CharField(
                label=_("Med jobbsøkerens egne ord"),
                required=False,
                max_length=LONGEST,
                initial=told["wording"],
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=_("Det listen sa står her. Rett det sammen. Blir kryptert."),
            ),
        )


def _choice(label: Any, choices: Any, told: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        required=False,
        help_text=_("Listen sa: %(told)s") % {"told": told},
    )


def _start(found: Found, asked: Asked) -> Start:
    told: dict[str, str] = {
        scope: str(VALUES["reply"][row.answer])
        for scope, row in consents_in_force(found.person).items()
        if row.is_brought_in and row.confirmed_at is None and row.answer != Reply.UNCLEAR
    }
    registration = registration_of(found.person)
    if registration and _waits(registration):
        told["registration"] = str(VALUES["reply"][registration.answer])
    stand = general_stand(found.person)
    if stand and stand.confirmed_at is None and stand.stand != Stand.UNCLEAR:
        wording = stand.opened("sealed_wording", found.key)
        told |= {"stand": str(VALUES["stand"][stand.stand]), "wording": wording}
    shown = (
        () if told else (Shown(_("Ingenting å bekrefte"), _now("Alt listen sa er bekreftet eller rettet.")),)
    )
    return Start(initial=dict.fromkeys(told), shown=shown, given=told, suggested={"day": asked.on})


def _waits(said: NavRegistration) -> bool:
    return said.is_brought_in and said.confirmed_at is None and said.answer != Reply.UNCLEAR


def _confirm(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    for scope in QUESTIONS:
        if typed.get(scope):
            state_consent(deed, scope=scope, reply=Reply(typed[scope]), stated_on=typed["day"])
    if typed.get("registration"):
        state_registration(deed, reply=Reply(typed["registration"]), stated_on=typed["day"])
    if typed.get("stand"):
        _confirm_stand(deed, typed)


def _confirm_stand(deed: Deed, typed: Mapping[str, Any]) -> None:
    """The same stand in the same words is a confirmation; anything else is a new statement."""
    told = general_stand(deed.person)
    is_the_same = told is not None and told.stand == typed["stand"]
    if told is not None and is_the_same and told.opened("sealed_wording", deed.key) == typed["wording"]:
        confirm_stand(deed)
    else:
        take_stand(deed, stand=Stand(typed["stand"]), wording=typed["wording"], stated_on=typed["day"])


def _to_the_talk(typed: Mapping[str, Any]) -> str:
    return Act.EXPLAIN_CONSEQUENCES if typed.get(ConsentScope.NAV_CONTACT) == Reply.NO else ""


PAGES = (
    ActPage(
        slug=Act.CONFIRM_STATEMENTS,
        beside="person_consents",
        title=_("Bekreft det listen sa"),
        help=_(
            "Samtykke, åpenhet og registrering som kom med en liste, åpner ikke for noe før jobbsøkeren "
            "har bekreftet det. Gå gjennom det sammen. Det dere ikke svarer på nå, blir spurt om igjen."
        ),
        form=ConfirmForm,
        start=_start,
        do=_confirm,
        action=Action.CONSENT_CONFIRMED,
        said=_("Svarene er lagret og gjelder fra nå."),
        onward=_to_the_talk,
    ),
)
