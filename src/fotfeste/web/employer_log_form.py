"""The form of the quick log: few touches, and only the employer, the way and the day must be there."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.domain.employer_contact import ContactWay
from fotfeste.domain.employer_relation import Cup
from fotfeste.web.employer_words import CUPS, LOGGED_WAYS, NO_CUP
from fotfeste.web.forms_look import DayField

LONGEST = 2_000
NEW = "ny"
Choices = Iterable[tuple[str, str]]


class QuickLogForm(forms.Form):
    """A contact with an employer: where, how, and on whose behalf if anybody's."""

    employer = forms.CharField(
        label=_("Hvem?"),
        max_length=40,
        widget=forms.RadioSelect,
        error_messages={"required": _("Velg en arbeidsgiver.")},
    )
    way = forms.ChoiceField(
        label=_("Hvordan?"),
        choices=tuple((way.value, words) for way, words in LOGGED_WAYS.items()),
        widget=forms.RadioSelect,
        initial=ContactWay.VISIT.value,
    )
    about = forms.ChoiceField(
        label=_("På vegne av"),
        required=False,
        help_text=_("Gjelder det en jobbsøker, står det bare hos jobbsøkeren, aldri hos arbeidsgiveren."),
    )
    day = DayField(label=_("Hvilken dag?"))
    cup = forms.TypedChoiceField(
        label=_("En kopp te?"),
        choices=(("", NO_CUP), *((str(cup.value), words) for cup, words in CUPS.items())),
        coerce=lambda typed: Cup(int(typed)),
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    outcome = forms.CharField(
        label=_("Hvordan gikk det?"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    next_step = forms.CharField(label=_("Neste steg"), required=False, max_length=200)
    next_step_on = DayField(label=_("Dag for neste steg"), required=False)

    def __init__(
        self, data: Mapping[str, Any] | None, *, people: Choices, initial: Mapping[str, Any]
    ) -> None:
        super().__init__(data, initial=dict(initial))
        people = list(people)
        if people:
            self.fields["about"].choices = [("", _("Ingen jobbsøker, bare generelt")), *people]  # type: ignore[attr-defined]  # a choice field
        else:
            del self.fields["about"]

    def offer(self, employers: Choices) -> None:
        """Those to choose among, when the page is shown; any of the team's can be sent."""
        self.fields["employer"].widget.choices = list(employers)

    def clean(self) -> dict[str, Any]:
        """A cup belongs to the team's own relation: on behalf of a jobseeker it is left out."""
        typed = super().clean() or {}
        if typed.get("about"):
            typed["cup"] = None
        return typed

    @property
    def first_fields(self) -> list[Any]:
        """What one sees at once."""
        return [self[name] for name in ("way", "about", "outcome") if name in self.fields]

    @property
    def other_fields(self) -> list[Any]:
        """What is folded away: it is filled in, or may be left empty."""
        return [self[name] for name in ("day", "cup", "next_step", "next_step_on")]

    @property
    def is_folded_out(self) -> bool:
        """Whether there is something to put right, or something typed, among what is folded away."""
        names = ("day", "cup", "next_step", "next_step_on")
        return any(self.errors.get(name) for name in names) if self.is_bound else False
