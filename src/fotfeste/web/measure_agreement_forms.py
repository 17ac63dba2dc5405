"""What is filled in about an agreement with a provider."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.measures.agreements import AgreementSaid, AgreementSeen, providers
from fotfeste.apps.people.offices import nav_offices
from fotfeste.domain.measures.kinds import MeasureKind
from fotfeste.web.acts_measure import OFFERED
from fotfeste.web.acts_page import ActForm, Start
from fotfeste.web.forms_look import DayField
from fotfeste.web.measure_words import KINDS
from fotfeste.web.requests import read_uuid

MOST = 100_000


class AgreementForm(ActForm):
    """An agreement as it is to be. Provider and measure are chosen once: another is another agreement."""

    blames = {
        "measure-agreement.no-such-provider": "provider",
        "measure-agreement.no-office": "offices",
        "measure-agreement.not-yours": "offices",
        "measure-agreement.places": "places",
        "measure-agreement.fewer": "places",
        "measure-agreement.too-long": "until_day",
        "day.ends-before-start": "until_day",
        "measure-agreement.": "from_day",
    }
    provider = forms.ChoiceField(label=_("Tiltaksarrangør"))
    measure = forms.ChoiceField(
        label=_("Hvilket tiltak?"),
        choices=[(each, KINDS[each]) for each in OFFERED],
        widget=forms.RadioSelect,
        initial=MeasureKind.FOLLOW_UP,
    )
    from_day = DayField(label=_("Gjelder fra"))
    until_day = DayField(
        label=_("Gjelder til og med"), required=False, help_text=_("Tomt når ingen slutt er avtalt.")
    )
    places = forms.IntegerField(
        label=_("Plasser"),
        min_value=0,
        max_value=MOST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": "6"}),
        error_messages={"invalid": _("Skriv et helt tall.")},
    )
    offices = forms.MultipleChoiceField(
        label=_("Hvilke NAV-kontor gjelder den for?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Ditt eget kontor må være med."),
    )

    def shape(self, start: Start) -> None:
        """The providers and offices there are; without provider and measure when it is changed."""
        chosen, given = self.fields["provider"], self.fields["offices"]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101  # declared above
        assert isinstance(given, forms.MultipleChoiceField)  # noqa: S101  # declared above
        given.choices = list(start.given.get("offices", ()))
        chosen.choices = [("", _("Velg")), *start.given.get("providers", ())]
        if start.given.get("is_change"):
            del self.fields["provider"], self.fields["measure"]

    def said(self) -> AgreementSaid:
        """What was filled in."""
        typed = self.cleaned_data
        chosen = (read_uuid(each) for each in typed["offices"])
        return AgreementSaid(
            from_day=typed["from_day"],
            until_day=typed["until_day"],
            places=typed["places"],
            offices=tuple(each for each in chosen if each is not None),
            provider=read_uuid(typed.get("provider", "")),
            measure=MeasureKind(typed.get("measure", MeasureKind.FOLLOW_UP)),
        )


def start_of(found: AgreementSeen | None, **suggested: Any) -> Start:
    """What the form starts from: the agreement as it is, or an empty one."""
    given: dict[str, Any] = {"offices": [(str(each.public_id), each.name) for each in nav_offices()]}
    if found is None:
        given["providers"] = [(str(each.public_id), each.name) for each in providers()]
        return Start(given=given, suggested=suggested)
    row = found.row
    return Start(
        {
            "from_day": row.from_day,
            "until_day": row.until_day,
            "places": row.places,
            "offices": [str(each.public_id) for each in found.offices],
        },
        given={**given, "is_change": True},
    )
