"""Fields that several forms about jobs share: how much, how many hours, which occupation, which employer."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.consents.door import Found
from fotfeste.apps.employers.models import Employer
from fotfeste.domain.verdict import Refused, because
from fotfeste.parameters.occupations import styrk_08
from fotfeste.web.employer_words import employer_named

MOST_EMPLOYERS = 500
LONGEST = 2_000
_ROUGHLY_FULL = 12


class HoursField(forms.CharField):
    """Hours a week, typed as people write them: 15 or 37,5. Gives a Decimal; None for an empty field."""

    default_error_messages = {"invalid_hours": _("Skriv timer som et tall, for eksempel 15 eller 37,5.")}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", _ROUGHLY_FULL)
        kwargs.setdefault("widget", forms.TextInput({"inputmode": "decimal", "size": "6"}))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        """Reads what was typed."""
        typed = str(super().clean(value)).strip().replace(",", ".")
        if not typed:
            return None
        try:
            hours = Decimal(typed)
        except InvalidOperation:
            hours = Decimal("NaN")
        if not hours.is_finite() or hours != round(hours, 1):
            raise forms.ValidationError(self.error_messages["invalid_hours"], "invalid_hours")
        return hours


def hours_typed(hours: Decimal | None) -> str:
    """As one types it."""
    return "" if hours is None else f"{hours:f}".removesuffix(".0").replace(".", ",")


def percent_field(label: Any) -> forms.IntegerField:
    """Percent of a full position."""
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=1,
        max_value=100,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": "5"}),
        error_messages={
            "invalid": _("Skriv et helt tall fra 1 til 100."),
            "max_value": _("En stilling er høyst 100 prosent. Er det to jobber, før dem hver for seg."),
        },
    )


def text_field(label: Any, *, rows: int = 3, hint: Any = "", required: bool = False) -> forms.CharField:
    """Words of one's own, sealed when they are saved."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
        help_text=hint,
    )


def occupation_field(label: Any, *, hint: Any = "") -> forms.CharField:
    """An occupation: chosen from the list while one types, or said in own words."""
    return forms.CharField(
        label=label,
        required=False,
        max_length=200,
        help_text=hint,
        widget=forms.TextInput(attrs={"list": "occupations", "autocomplete": "off"}),
    )


def occupations_offered() -> list[str]:
    """What the list of occupations shows while one types."""
    return [f"{each.code} {each.title}" for each in styrk_08().occupations]


def occupation_said(typed: str) -> tuple[str, str]:
    """The code and the words of what was typed. No code where nothing of the list was chosen."""
    meant = styrk_08().meant_by(typed)
    return (meant.code, meant.title) if meant else ("", typed.strip())


def occupation_typed(code: str, words: str) -> str:
    """As it stands in the field again."""
    return f"{code} {words}" if code else words


def employers_of_team(found: Found) -> list[tuple[str, str]]:
    """The employers of the team the person belongs to, by name."""
    owner = found.person.owning_unit_id  # type: ignore[attr-defined]  # annotated by the door
    rows = Employer.objects.filter(team=owner).order_by("search_name", "pk")
    return [(row.public_id.hex, employer_named(row)) for row in rows[:MOST_EMPLOYERS]]


def employer_chosen(found: Found, chosen: str) -> Employer | None:
    """The employer that was chosen from the list; refused when the team does not know it."""
    if not chosen:
        return None
    row = Employer.objects.filter(team=found.person.owning_unit_id, public_id=chosen).first()  # type: ignore[attr-defined]  # annotated by the door
    if row is None:
        raise Refused((because("job.employer-unknown", "house §jobs"),))
    return row
