"""Acts on a participation: which provider, who is the guide, what is proposed, and the answer (F-05)."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.measures import suggestions
from fotfeste.apps.measures.guides import change_guide, end_guide, guide_now, guides_at
from fotfeste.apps.measures.models import Participation
from fotfeste.apps.measures.models_providers import ProposalAnswer, ProposalKind
from fotfeste.apps.measures.provider_changes import agreed_providers, change_provider, named_provider
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import HoursField, hours_typed, text_field
from fotfeste.web.lines import language
from fotfeste.web.measure_provider_words import SUGGESTIONS, provider_choice
from fotfeste.web.requests import read_uuid
from fotfeste.web.words.dates import long_day

READ_BY = _("Personen, NAV og veilederen leser det. Blir kryptert.")


class ProviderForm(ActForm):
    """Which provider, and why."""

    blames = {"measure-provider.": "provider"}
    provider = forms.ChoiceField(
        label=_("Tiltaksarrangør"),
        help_text=_("Arrangører kontoret har avtale med. Er det ingen ledig plass, blir det venteliste."),
    )
    why = text_field(_("Hvorfor?"), hint=READ_BY, required=True)

    def shape(self, start: Start) -> None:
        """The providers there is an agreement with."""
        _choose(self.fields["provider"], start.given.get("providers", ()))


class GuideForm(ActForm):
    """Who takes over, and what they need to know."""

    blames = {"measure-guide.": "guide"}
    guide = forms.ChoiceField(label=_("Hvem tar over som veileder?"))
    handover = text_field(_("Hva må den nye veilederen vite?"), rows=5, hint=READ_BY, required=True)

    def shape(self, start: Start) -> None:
        """Those who work at the provider."""
        _choose(self.fields["guide"], start.given.get("guides", ()))


class GuideEndForm(ActForm):
    """Why this one is no longer the guide."""

    why = text_field(_("Hvorfor?"), hint=READ_BY, required=True)


class SuggestForm(ActForm):
    """What the provider proposes to NAV."""

    blames = {"measure-suggestion.how-much": "hours", "measure-case.hours": "hours"} | dict.fromkeys(
        ("measure-suggestion.which-day", "measure-suggestion.not-later", "measure-suggestion.not-earlier"),
        "day",
    )
    blames["day."] = "day"
    kind = forms.ChoiceField(
        label=_("Hva foreslår du?"), choices=list(SUGGESTIONS.items()), widget=forms.RadioSelect
    )
    day = DayField(
        label=_("Siste dag"),
        required=False,
        help_text=_("Når du foreslår å forlenge, forkorte eller avslutte."),
    )
    hours = HoursField(
        label=_("Timer i uka"), required=False, help_text=_("Når du foreslår en annen mengde.")
    )
    why = text_field(_("Hvorfor?"), rows=5, hint=READ_BY, required=True)


class AnswerForm(ActForm):
    """NAV's answer, and why."""

    blames = {"measure-suggestion.say-why": "reason"}
    answer = forms.ChoiceField(
        label=_("Hva svarer NAV?"),
        choices=((ProposalAnswer.ACCEPTED, _("Ja")), (ProposalAnswer.REFUSED, _("Nei"))),
        widget=forms.RadioSelect,
    )
    reason = text_field(
        _("Hvorfor?"), hint=_("Må fylles ut når svaret er nei. Veilederen og personen leser det.")
    )


def _choose(field: forms.Field, choices: Any) -> None:
    assert isinstance(field, forms.ChoiceField)  # noqa: S101  # declared so in each form
    field.choices = [("", _("Velg")), *choices]


def _row(found: Found, asked: Asked) -> Participation | None:
    rows = Participation.objects.filter(person=found.person).select_related("provider", "office")
    return next((each for each in rows if each.public_id.hex == asked.about), None)


def _start_of_provider(found: Found, asked: Asked) -> Start:
    row = _row(found, asked)
    if row is None:
        return Start({"version": 0})
    agreed = agreed_providers(row.office, row.measure, on=asked.on)
    shown = (Shown(_("Tiltaksarrangør nå"), row.provider.name),) if row.provider else ()
    given = {"providers": [provider_choice(*each) for each in agreed]}
    return Start({"version": row.version}, shown=shown, given=given)


def _start_of_guide(found: Found, asked: Asked) -> Start:
    row = _row(found, asked)
    before = guide_now(row) if row else None
    if row is None or before is None:
        return Start({"now": 0})
    others = [each for each in guides_at(row.provider_id, on=asked.on) if each.pk != before.account_id]
    return Start(
        {"now": before.pk},
        shown=(Shown(_("Veileder nå"), before.account.name),),
        given={"guides": [(str(each.public_id), each.name) for each in others]},
    )


def _start_of_answer(found: Found, asked: Asked) -> Start:
    row = suggestions.suggestion_of(found, asked.about)
    if row is None:
        return Start({"answered": ""})
    shown = [Shown(_("Forslag"), str(SUGGESTIONS[row.kind]))]
    if row.wanted_day:
        shown.append(Shown(_("Siste dag"), long_day(row.wanted_day, language())))
    if row.hours_a_week is not None:
        shown.append(Shown(_("Timer i uka"), hours_typed(row.hours_a_week)))
    shown.append(Shown(_("Hvorfor"), row.opened("sealed_why", found.key)))
    return Start({"answered": row.answer}, shown=tuple(shown))


def _change_provider(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    provider = named_provider(read_uuid(typed["provider"]))
    change_provider(deed, asked.about, provider=provider, why=typed["why"])


def _change_guide(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    change_guide(deed, asked.about, guide=read_uuid(typed["guide"]), handover=typed["handover"])


def _end_guide(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    end_guide(deed, asked.about, why=typed["why"])


def _suggest(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    kind = ProposalKind(typed["kind"])
    said = suggestions.Suggested(kind, typed["day"], typed["hours"], typed["why"])
    suggestions.suggest(deed, asked.about, said)


def _answer(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    suggestions.answer(deed, asked.about, ProposalAnswer(typed["answer"]), reason=typed["reason"])


_of_office = partial(
    ActPage,
    action=Action.MEASURE_DECIDED,
    permission=Permission.MEASURE_DECIDE,
    back="measure_participations",
    above="measure_participations",
)
_of_guide = partial(
    ActPage,
    action=Action.MEASURE_FOLLOWED,
    permission=Permission.MEASURE_FOLLOW,
    back="participant",
    above="participant",
)

PAGES = (
    _of_office(
        "measure-provider",
        _("Velg tiltaksarrangør"),
        ProviderForm,
        _change_provider,
        start=_start_of_provider,
        help=_("Den som har begynt, må ha en ledig plass hos den nye. Andre beholder plassen sin i køen."),
    ),
    _of_office(
        "measure-guide-end",
        _("Veilederen har sluttet"),
        GuideEndForm,
        _end_guide,
        action=Action.MEASURE_CHANGED,
        permission=Permission.MEASURE_CHANGE,
        start=_start_of_guide,
        help=_("Veilederen ser ikke deltakelsen lenger. Arrangøren får den i innboksen og navngir en ny."),
    ),
    _of_guide(
        "measure-guide",
        _("Bytt veileder"),
        GuideForm,
        _change_guide,
        start=_start_of_guide,
        help=_("Fra det øyeblikket du lagrer, er det kollegaen din som ser deltakelsen."),
    ),
    _of_guide(
        "measure-suggest",
        _("Foreslå noe til NAV"),
        SuggestForm,
        _suggest,
        help=_("NAV avgjør. Forslaget endrer ingenting før NAV har gjort et vedtak."),
        button=_("Send forslaget"),
        said=_("Forslaget er sendt til NAV."),
    ),
    _of_office(
        "measure-suggestion-answer",
        _("Svar på forslaget"),
        AnswerForm,
        _answer,
        start=_start_of_answer,
        help=_("Et ja endrer ingenting alene. Gjør vedtaket etterpå."),
        said=_("Svaret er lagret."),
    ),
)
