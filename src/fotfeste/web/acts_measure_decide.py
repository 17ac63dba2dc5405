"""Acts by which NAV decides in a case about a measure (F-02). Nobody else has them."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.measures import deciding
from fotfeste.apps.measures.newest import case_of
from fotfeste.apps.measures.provider_changes import agreed_providers, named_provider
from fotfeste.domain.measures.deciding import DecisionKind, MainGoal, NeedGroup
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Start
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import text_field
from fotfeste.web.measure_case_words import DECISIONS, GOALS, GROUPS
from fotfeste.web.measure_provider_words import provider_choice
from fotfeste.web.requests import read_uuid

REASONS = _("Personen leser det i brevet. Blir kryptert.")
TOLD = _(
    "I dag når personen leser vedtaket her, ellers dagen brevet kommer fram. Klagefristen regnes herfra."
)
MEASURE_KINDS = (DecisionKind.GRANT, DecisionKind.PARTIAL, DecisionKind.REFUSAL)
NEED_KINDS = (DecisionKind.NEED_14A, DecisionKind.SICK_LISTED_EXEMPTION)


class NeedDecisionForm(ActForm):
    """The decision on the need for help, or the exemption."""

    blames = {
        "measure-decision.no-group": "group",
        "measure-decision.not-sick": "kind",
        "measure-decision.told": "told_on",
    }
    kind = forms.ChoiceField(
        label=_("Hva vedtas?"),
        choices=[(each, DECISIONS[each]) for each in NEED_KINDS],
        widget=forms.RadioSelect,
    )
    goal = forms.ChoiceField(label=_("Hovedmål"), choices=list(GOALS.items()), widget=forms.RadioSelect)
    group = forms.ChoiceField(
        label=_("Behov for hjelp"),
        choices=list(GROUPS.items()),
        widget=forms.RadioSelect,
        required=False,
        help_text=_("For å jobbe delvis og liten mulighet må en annen på kontoret godkjenne."),
    )
    reasons = text_field(_("Begrunnelse"), rows=5, hint=REASONS, required=True)
    told_on = DayField(label=_("Når får personen vite det?"), help_text=TOLD)


class ApproveForm(ActForm):
    """Another pair of eyes: approved, or not."""

    blames = {"measure-decision.told": "told_on"}
    answer = forms.ChoiceField(
        label=_("Godkjenner du vedtaket?"),
        choices=(("yes", _("Ja, det gjelder fra i dag")), ("no", _("Nei, det faller bort"))),
        widget=forms.RadioSelect,
    )
    told_on = DayField(label=_("Når får personen vite det?"), help_text=TOLD)


class MeasureDecisionForm(ActForm):
    """Grant, part of it, or refusal, with reasons."""

    blames = {
        "measure-decision.told": "told_on",
        "measure.first-grant": "last_day",
        "measure-decision.no-days": "first_day",
        "measure-provider.": "provider",
        "day.": "first_day",
    }
    kind = forms.ChoiceField(
        label=_("Hva vedtas?"),
        choices=[(each, DECISIONS[each]) for each in MEASURE_KINDS],
        widget=forms.RadioSelect,
    )
    first_day = DayField(label=_("Første dag"), required=False)
    last_day = DayField(label=_("Siste dag"), required=False)
    provider = forms.ChoiceField(
        label=_("Tiltaksarrangør"),
        required=False,
        help_text=_("Arrangører kontoret har avtale med. Er det ingen ledig plass, blir det venteliste."),
    )
    reasons = text_field(_("Begrunnelse"), rows=5, hint=REASONS, required=True)
    told_on = DayField(label=_("Når får personen vite det?"), help_text=TOLD)

    def shape(self, start: Start) -> None:
        """The providers there are."""
        provider = self.fields["provider"]
        assert isinstance(provider, forms.ChoiceField)  # noqa: S101  # declared above
        provider.choices = [("", _("Ikke valgt ennå")), *start.given.get("providers", ())]


def _start_of_need(found: Found, asked: Asked) -> Start:
    return Start({"decisions": _count(found)}, suggested={"told_on": asked.on})


def _start_of_measure(found: Found, asked: Asked) -> Start:
    case = case_of(found.person)
    agreed = agreed_providers(case.office, case.measure, on=asked.on) if case else []
    given = {"providers": [provider_choice(*each) for each in agreed]}
    return Start({"decisions": _count(found)}, given=given, suggested={"told_on": asked.on})


def _count(found: Found) -> int:
    """Two who decide at once: for the second this has changed meanwhile."""
    case = case_of(found.person)
    return len(deciding.decisions_of(case)) if case else 0


def _decide_need(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    said = {
        "kind": DecisionKind(typed["kind"]),
        "goal": MainGoal(typed["goal"]),
        "group": NeedGroup(typed["group"]) if typed["group"] else None,
    }
    deciding.decide_need(deed, deciding.NeedDecided(**{**typed, **said}))


def _approve(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    deciding.approve_need(deed, asked.about, approves=typed["answer"] == "yes", told_on=typed["told_on"])


def _decide_measure(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    provider = named_provider(read_uuid(typed["provider"]))
    said = {"kind": DecisionKind(typed["kind"]), "provider": provider}
    deciding.decide_measure(deed, deciding.MeasureDecided(**{**typed, **said}))


_page = partial(
    ActPage,
    action=Action.MEASURE_DECIDED,
    back="measure_case",
    above="measure_case",
    permission=Permission.MEASURE_DECIDE,
    said=_("Vedtaket er lagret."),
)


PAGES = (
    _page(
        "measure-decide-need",
        _("Vedtak om behov for hjelp"),
        NeedDecisionForm,
        _decide_need,
        start=_start_of_need,
    ),
    _page("measure-approve", _("Godkjenn et vedtak"), ApproveForm, _approve, start=_start_of_need),
    _page(
        "measure-decide",
        _("Vedtak om tiltak"),
        MeasureDecisionForm,
        _decide_measure,
        start=_start_of_measure,
        help=_(
            "Innvilg, innvilg delvis eller avslå. "
            "Alt som står i veien for en innvilgelse, blir sagt med kilde."
        ),
    ),
)
