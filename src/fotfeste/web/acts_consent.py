"""Consent, its consequences and its archive; registration with NAV (I §4.1, §4.4, §5.1)."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.consents.selectors import consents_in_force
from fotfeste.apps.consents.services import archive, consent
from fotfeste.apps.economy.models import NavRegistration
from fotfeste.apps.economy.selectors import registration_of
from fotfeste.apps.economy.services import state_registration
from fotfeste.apps.episodes.selectors import newest_episode
from fotfeste.domain.agenda import Act
from fotfeste.domain.consent import Reply
from fotfeste.domain.permissions import ConsentScope
from fotfeste.domain.verdict import Refused, because
from fotfeste.web.acts_page import (
    YES_NO_UNKNOWN,
    ActForm,
    ActPage,
    Asked,
    Shown,
    Start,
    as_bool,
    today_suggested,
)
from fotfeste.web.acts_start_up import DayForm
from fotfeste.web.forms_look import DayField
from fotfeste.web.happening_values import VALUES

REPLIES = ((Reply.YES, _("Ja")), (Reply.NO, _("Nei")), (Reply.UNCLEAR, _("Ikke avklart ennå")))
FIELD_OF = {
    ConsentScope.IPS_PARTICIPATION: "participation",
    ConsentScope.NAV_CONTACT: "nav_contact",
    ConsentScope.HEALTH_RELEASE: "health_release",
}
CONSENTS = "person_consents"
"""Where one signs together, and where what goes to the archive lies ready."""

UNDO_ARCHIVING = "undo-archiving"
"""The act that takes back a day put down by mistake. No line asks for it."""


def _reply(label: Any, hint: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=REPLIES, widget=forms.RadioSelect, required=False, help_text=hint
    )


class ConsentForm(ActForm):
    """Three consents, none of which follows from another. What is left open stays as it is."""

    blames = {"day.": "day"}
    participation = _reply(
        _("Vil jobbsøkeren delta i IPS?"),
        _("Ingen deltar i IPS uten å si ja. Et ja kan trekkes når som helst."),
    )
    nav_contact = _reply(
        _("Er det greit at vi har kontakt med NAV?"),
        _("Sier jobbsøkeren nei, respekteres det. Da snakker dere om hva det kan føre til."),
    )
    health_release = _reply(
        _("Kan helsetjenesten gi opplysninger til jobbspesialisten?"),
        _("Gjelder bare det som trengs for å komme i arbeid."),
    )
    day = DayField(label=_("Når ble det sagt?"))

    def clean(self) -> dict[str, Any]:
        """There is something to save."""
        typed = super().clean() or {}
        if not self.errors and not any(typed.get(name) for name in FIELD_OF.values()):
            raise forms.ValidationError(_("Svar på minst ett av spørsmålene."))
        return typed


class ConsequencesForm(ActForm):
    """Consequences were explained; the answer may have changed."""

    blames = {"day.": "day"}
    day = DayField(label=_("Når snakket dere om det?"))
    still = forms.ChoiceField(
        label=_("Hva sier jobbsøkeren nå?"),
        choices=(("no", _("Fortsatt nei")), ("yes", _("Ja til kontakt med NAV"))),
        widget=forms.RadioSelect,
    )
    anonymously = forms.ChoiceField(
        label=_("Er det greit at saken tas opp anonymt i møtet med NAV?"),
        choices=YES_NO_UNKNOWN,
        widget=forms.RadioSelect,
        required=False,
        help_text=_(
            "Uten navn, og uten noe som viser hvem det er. Uansett svar blir ingenting sagt med navn."
        ),
    )


class NothingToType(ActForm):
    """Only the button."""


class RegistrationForm(ActForm):
    """Registered with NAV or not."""

    blames = {"day.": "day"}
    reply = forms.ChoiceField(
        label=_("Er jobbsøkeren registrert som arbeidssøker hos NAV?"),
        choices=REPLIES,
        widget=forms.RadioSelect,
    )
    day = DayField(label=_("Når ble det sagt?"))


def _start_of_consent(found: Found, asked: Asked) -> Start:
    """What a list said is shown, never filled in: it is asked anew. What the referral said is proposed."""
    said = consents_in_force(found.person)
    settled = {scope: row.answer for scope, row in said.items() if row.confirmed_at is not None}
    listed = tuple(
        Shown(VALUES["scope"][scope], _("Listen sa: %(reply)s") % {"reply": VALUES["reply"][row.answer]})
        for scope, row in said.items()
        if scope not in settled
    )
    proposed = [scope for scope in said_at_referral(found) if scope not in said]
    return Start(
        suggested={"day": asked.on} | {FIELD_OF[scope]: Reply.YES for scope in proposed},
        initial={name: settled.get(scope) for scope, name in FIELD_OF.items()},
        shown=(*proposal(proposed), *listed),
    )


def said_at_referral(found: Found) -> list[ConsentScope]:
    """What the referral said the person agrees to: a proposal to go through, which opens nothing."""
    episode = newest_episode(found.person)
    said = [ConsentScope(scope) for scope in episode.consents_said] if episode else []
    return [scope for scope in FIELD_OF if scope in said]


def proposal(scopes: Sequence[ConsentScope]) -> tuple[Shown, ...]:
    """The same in words, for the consent's page and for the start-up's agenda."""
    if not scopes:
        return ()
    said = ", ".join(str(VALUES["scope"][scope]) for scope in scopes)
    words = _("Ja til %(scopes)s. Det gjelder ikke før jobbsøkeren har sagt det selv.") % {"scopes": said}
    return (Shown(_("Sagt i henvisningen"), str(words)),)


def _record(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    """Only what was answered anew: a yes that stands is not said again."""
    before = consents_in_force(deed.person)
    for scope, name in FIELD_OF.items():
        said = before.get(scope)
        is_the_same = said is not None and said.answer == typed[name] and said.confirmed_at is not None
        if typed[name] and not is_the_same:
            consent.state_consent(deed, scope=scope, reply=Reply(typed[name]), stated_on=typed["day"])


def _to_the_talk(typed: Mapping[str, Any]) -> str:
    return Act.EXPLAIN_CONSEQUENCES if typed["nav_contact"] == Reply.NO else ""


def _start_of_consequences(found: Found, asked: Asked) -> Start:
    said = consents_in_force(found.person).get(ConsentScope.NAV_CONTACT)
    return Start({"day": said.consequences_explained_on if said else None}, suggested={"day": asked.on})


def _explain(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    anonymously = as_bool(typed.get("anonymously", ""))
    consent.explain_consequences(deed, explained_on=typed["day"], anonymously=anonymously)
    if typed["still"] == "yes":
        consent.state_consent(deed, scope=ConsentScope.NAV_CONTACT, reply=Reply.YES, stated_on=typed["day"])


def _archive(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    said = registration_of(deed.person)
    if said is None or said.answer != Reply.YES:
        raise Refused((because("consent.archive-needs-registration", "I §4.1"),))
    archive.archive_consent(deed, archived_on=typed["day"])


def _archive_withdrawal(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    archive.archive_withdrawal(deed, archived_on=typed["day"])


def _undo_archiving(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    archive.undo_archiving(deed)


def _start_of_registration(found: Found, asked: Asked) -> Start:
    said = registration_of(found.person)
    return Start({"reply": _settled(said)}, _told(said), suggested={"day": asked.on})


def _settled(said: NavRegistration | None) -> str | None:
    """What was answered here; what a list said is shown, never filled in."""
    return said.answer if said and said.confirmed_at else None


def _told(said: NavRegistration | None) -> tuple[Shown, ...]:
    if said is None or said.confirmed_at is not None:
        return ()
    label = _("Listen sa") if said.is_brought_in else _("Henvisningen sa")
    return (Shown(label, str(VALUES["reply"][said.answer])),)


def _register(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    state_registration(deed, reply=Reply(typed["reply"]), stated_on=typed["day"])


PAGES = (
    ActPage(
        slug=Act.RECORD_CONSENT,
        beside=CONSENTS,
        title=_("Samtykke"),
        help=_("Gå gjennom samtykkene sammen. De er uavhengige av hverandre, og hvert av dem kan trekkes."),
        form=ConsentForm,
        start=_start_of_consent,
        do=_record,
        action=Action.CONSENT_STATED,
        said=_("Samtykket er lagret. Det gjelder fra nå."),
        onward=_to_the_talk,
        on_menu=True,
    ),
    ActPage(
        slug=Act.EXPLAIN_CONSEQUENCES,
        title=_("Hva et nei til kontakt med NAV kan føre til"),
        help=_(
            "Uten kontakt med NAV kan jobbspesialisten ikke hjelpe til med ytelser, tiltak eller frister. "
            "Saken kan bare tas opp anonymt i det faste møtet med NAV. Jobbsøket går videre som før."
        ),
        form=ConsequencesForm,
        start=_start_of_consequences,
        do=_explain,
        action=Action.CONSENT_STATED,
    ),
    ActPage(
        slug=Act.ARCHIVE_CONSENT,
        beside=CONSENTS,
        title=_("Samtykket er arkivert hos NAV"),
        help=_("Det undertegnede samtykket skannes inn i NAVs arkiv (Gosys). Skriv dagen det ble gjort."),
        form=DayForm,
        start=today_suggested,
        do=_archive,
        action=Action.CONSENT_STATED,
    ),
    ActPage(
        slug=Act.ARCHIVE_WITHDRAWAL,
        beside=CONSENTS,
        title=_("NAVs arkiv vet at samtykket er trukket"),
        help=_(
            "Send beskjeden til NAVs arkiv (Gosys), og skriv dagen. "
            "Det som ligger der, blir ikke slettet, men skal ikke brukes mer."
        ),
        form=DayForm,
        start=today_suggested,
        do=_archive_withdrawal,
        action=Action.CONSENT_STATED,
    ),
    ActPage(
        slug=UNDO_ARCHIVING,
        title=_("Det ligger ikke i arkivet likevel"),
        help=_("Ble dagen ført ved en feil? Da blir oppgaven åpen igjen."),
        form=NothingToType,
        do=_undo_archiving,
        action=Action.CONSENT_STATED,
        button=_("Ta tilbake"),
    ),
    ActPage(
        slug=Act.RECORD_REGISTRATION,
        title=_("Registrert som arbeidssøker"),
        help=_(
            "Uten å være registrert får jobbsøkeren ikke hjelp fra NAV. Hjelp gjerne til med å registrere."
        ),
        form=RegistrationForm,
        start=_start_of_registration,
        do=_register,
        action=Action.EPISODE_CHANGED,
        on_menu=True,
    ),
)
