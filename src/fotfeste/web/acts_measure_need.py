"""Acts on the need in a case about a measure: talked through, content, tried before, weighed, amount."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.measures import need
from fotfeste.apps.measures.newest import case_of
from fotfeste.apps.measures.suggestions import suggestion_of
from fotfeste.domain.measures.content import ContentKind, TriedKind
from fotfeste.domain.measures.kinds import TransitionFrom
from fotfeste.domain.measures.offer import AssessmentMeasure
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import YES_NO_UNKNOWN, ActForm, ActPage, Asked, Start, as_bool, from_bool
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import HoursField, hours_typed, text_field
from fotfeste.web.measure_case_words import CONTENT, TRANSITIONS, TRIED, WEIGHED

SEALED = _("Blir kryptert. Personen kan lese det.")


def _known(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=YES_NO_UNKNOWN, widget=forms.RadioSelect, initial="unknown")


class NeedForm(ActForm):
    """What came out of the talk about the need."""

    blames = {"day.": "talked_on"}
    talked_on = DayField(label=_("Dagen dere snakket om det"))
    born_on = DayField(label=_("Fødselsdato"))
    chances = text_field(_("Mulighetene på arbeidsmarkedet"), hint=SEALED, required=True)
    need = text_field(_("Behovet for hjelp"), hint=SEALED, required=True)
    needs_more_help = _known(_("Trenger personen mer hjelp enn NAV selv kan gi?"))
    needs_close_support = forms.BooleanField(label=_("Trenger tett støtte"), required=False)
    reduced_capacity = _known(_("Er arbeidsevnen nedsatt?"))
    in_treatment = _known(_("Er personen i behandling i helsetjenesten?"))
    transition = forms.ChoiceField(
        label=_("Er tiltaket ledd i en overgang?"),
        choices=list(TRANSITIONS.items()),
        widget=forms.RadioSelect,
        initial=TransitionFrom.NONE,
    )
    in_training = forms.BooleanField(label=_("Deltar i opplæring eller utdanning"), required=False)


class ContentForm(ActForm):
    """One part of the content, and why."""

    blames = {"measure-case.describe": "words"}
    part = forms.ChoiceField(
        label=_("Del av innholdet"), choices=list(CONTENT.items()), widget=forms.RadioSelect
    )
    words = text_field(_("Beskriv det nærmere"), hint=_("Må fylles ut når delen er i egne ord."))
    why = text_field(_("Hvorfor trengs det?"), hint=SEALED, required=True)


class DropContentForm(ActForm):
    """Why it is no longer part of the content."""

    why = text_field(_("Hvorfor er det ikke med lenger?"), hint=SEALED, required=True)


class TriedForm(ActForm):
    """What was tried before, and how it went."""

    tried = forms.ChoiceField(
        label=_("Hva ble prøvd?"), choices=list(TRIED.items()), widget=forms.RadioSelect
    )
    what = text_field(_("Hva, hvor og når?"), rows=2, hint=SEALED, required=True)
    how_it_went = text_field(_("Hvordan gikk det?"), hint=SEALED, required=True)


class WeighForm(ActForm):
    """Whether an assessment measure is needed first, weighed together."""

    blames = {"measure-case.weigh": "is_together"}
    weighed = forms.ChoiceField(
        label=_("Trengs avklaring først?"), choices=list(WEIGHED.items()), widget=forms.RadioSelect
    )
    is_together = forms.BooleanField(label=_("Vi har vurdert det sammen med personen"), required=False)
    why = text_field(_("Hvorfor?"), hint=SEALED, required=True)


class AmountForm(ActForm):
    """How much follow-up, from when, and when it is looked at again."""

    blames = {"measure-case.hours": "hours", "day.has-passed": "look_again_on", "day.": "from_day"}
    from_day = DayField(label=_("Fra"))
    hours = HoursField(label=_("Timer i uka"))
    look_again_on = DayField(label=_("Når ser dere på det igjen?"), required=False)
    why = text_field(_("Hvorfor så mye?"), hint=SEALED, required=True)


def _start_of_need(found: Found, asked: Asked) -> Start:
    case = case_of(found.person)
    row = need.newest_talk(case) if case else None
    if case is None or row is None:
        return Start({"number": 0}, suggested={"talked_on": asked.on})
    return Start(
        {
            "talked_on": row.talked_on,
            "born_on": need.born_on(case, found),
            "chances": row.opened("sealed_chances", found.key),
            "need": row.opened("sealed_need", found.key),
            "needs_more_help": from_bool(row.needs_more_help),
            "needs_close_support": row.needs_close_support,
            "reduced_capacity": from_bool(row.reduced_capacity),
            "in_treatment": from_bool(row.in_treatment),
            "transition": row.transition,
            "in_training": row.in_training,
        }
    )


def _talk(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    known = {name: as_bool(typed[name]) for name in ("needs_more_help", "reduced_capacity", "in_treatment")}
    transition = TransitionFrom(typed["transition"])
    need.talk(deed, need.NeedSaid(**{**typed, **known, "transition": transition}))


def _add_content(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    need.add_content(deed, part=ContentKind(typed["part"]), words=typed["words"], why=typed["why"])


def _start_of_drop(found: Found, asked: Asked) -> Start:
    case = case_of(found.person)
    return Start({"parts": len(need.content_of(case)) if case else 0})


def _drop_content(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    need.drop_content(deed, asked.about, why=typed["why"])


def _add_tried(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    tried = TriedKind(typed["tried"])
    need.add_tried(deed, tried=tried, what=typed["what"], how_it_went=typed["how_it_went"])


def _start_of_weighing(found: Found, asked: Asked) -> Start:
    case = case_of(found.person)
    row = need.newest_weighed(case) if case else None
    return Start(
        {"weighed": row.weighed if row else "", "why": row.opened("sealed_why", found.key) if row else ""}
    )


def _weigh(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    need.weigh(
        deed, weighed=AssessmentMeasure(typed["weighed"]), is_together=typed["is_together"], why=typed["why"]
    )


def _start_of_amount(found: Found, asked: Asked) -> Start:
    case = case_of(found.person)
    row = need.newest_amount(case) if case else None
    hours = hours_typed(row.hours_a_week) if row else ""
    proposed = suggestion_of(found, asked.about) if asked.about else None
    if proposed is not None and proposed.hours_a_week is not None:
        wanted = hours_typed(proposed.hours_a_week)
        return Start({"before": hours}, suggested={"from_day": asked.on, "hours": wanted})
    return Start({"hours": hours}, suggested={"from_day": asked.on})


def _agree_amount(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    need.agree_amount(deed, **typed)


_page = partial(
    ActPage,
    action=Action.MEASURE_CHANGED,
    back="measure_case",
    above="measure_case",
    permission=Permission.MEASURE_CHANGE,
)


PAGES = (
    _page(
        "measure-need",
        _("Snakk om behovet"),
        NeedForm,
        _talk,
        start=_start_of_need,
        help=_("Behovet vurderes ut fra mulighetene på arbeidsmarkedet. Det dere skrev før, blir stående."),
    ),
    _page("measure-content", _("Legg til i innholdet"), ContentForm, _add_content),
    _page(
        "measure-content-drop", _("Ta ut av innholdet"), DropContentForm, _drop_content, start=_start_of_drop
    ),
    _page("measure-tried", _("Hva er prøvd før?"), TriedForm, _add_tried),
    _page("measure-weigh", _("Trengs avklaring først?"), WeighForm, _weigh, start=_start_of_weighing),
    _page("measure-amount", _("Hvor mye oppfølging?"), AmountForm, _agree_amount, start=_start_of_amount),
)
