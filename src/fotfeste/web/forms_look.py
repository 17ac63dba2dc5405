"""How forms look: Django's own forms with Aksel's classes, labels, hints and errors.

`{{ form }}` gives the error summary and all fields; `{{ form.name.as_field_group }}` gives one field.
Fields that need not be filled in say so; required ones do not shout.
"""

import re
from datetime import date, time
from typing import Any, NoReturn

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

from fotfeste import clock
from fotfeste.web.words import typed_dates

_CLASSES: tuple[tuple[type[forms.Widget], str, str], ...] = (
    (forms.HiddenInput, "text", ""),
    (forms.CheckboxSelectMultiple, "choices", "aksel-checkbox__input"),
    (forms.RadioSelect, "choices", "aksel-radio__input"),
    (forms.CheckboxInput, "checkbox", "aksel-checkbox__input"),
    (forms.SelectMultiple, "text", "aksel-textarea__input"),
    (forms.Select, "select", "aksel-select__input"),
    (forms.Textarea, "text", "aksel-textarea__input"),
    (forms.FileInput, "text", "file"),
    (forms.widgets.Input, "text", "aksel-text-field__input"),
)


def _look_of(widget: forms.Widget) -> tuple[str, str]:
    for kind, layout, css in _CLASSES:
        if isinstance(widget, kind):
            return layout, css
    return "text", ""


_CLOCK = re.compile(r"(?:kl\.? ?)?([0-9]{1,2})(?:[.: ]?([0-9]{2}))?", re.IGNORECASE | re.ASCII)


class AkselBoundField(BoundField):
    """A field of a form that knows how it is laid out, and where a link from the error summary leads."""

    @property
    def layout(self) -> str:
        """ "text", "select", "checkbox" or "choices": which part of django/forms/field.html draws it."""
        return _look_of(self.field.widget)[0]

    @property
    def error_anchor(self) -> str:
        """The id that the error summary links to: the field, or the first of its choices."""
        return f"{self.auto_id}_0" if self.layout == "choices" else str(self.auto_id)

    @property
    def label_before_error(self) -> str:
        """The label as the error summary says it: «Navn:», but «Kan dette sies?» without another mark."""
        label = str(self.label)
        return label if label.endswith(("?", ":", ".", "!")) else f"{label}:"

    @property
    def is_optional(self) -> bool:
        """Whether to say that it may be left empty (a lone tick box always may)."""
        return not self.field.required and self.layout != "checkbox"

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Django's attributes, with Aksel's class in front of the widget's own."""
        built = super().build_widget_attrs(attrs, widget)
        chosen = widget or self.field.widget
        own = built.get("class") or chosen.attrs.get("class", "")
        css = f"{_look_of(chosen)[1]} {own}".strip()
        return built | {"class": css} if css else built


class AkselRenderer(TemplatesSetting):
    """Draws forms with the templates under web/templates/django/forms."""

    form_template_name = "django/forms/form.html"
    field_template_name = "django/forms/field.html"
    bound_field_class = AkselBoundField


class DayInput(forms.TextInput):
    """A date as text: people type it faster than they find it in a calendar, and every browser is alike."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "numeric", "autocomplete": "off", "size": "14", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        """A day from the record is shown as 22.11.2026; what was typed is shown as it was typed."""
        return f"{value:%d.%m.%Y}" if isinstance(value, date) else super().format_value(value)


class ClockField(forms.CharField):
    """An hour, typed as people write it: 14.15, 14:15, 1415 or 9. Gives a time; None for an empty field."""

    default_error_messages = {
        "invalid_clock": _("Vi forstår ikke klokkeslettet «%(typed)s». Skriv det slik: 14.15."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 10)
        kwargs.setdefault("help_text", _("Timer og minutter, for eksempel 14.15"))
        kwargs.setdefault(
            "widget", forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "size": "8"})
        )
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        """Reads what was typed; raises ValidationError with the typed text in it."""
        typed = super().clean(value)
        if not typed:
            return None
        found = _CLOCK.fullmatch(typed.strip())
        if not found:
            self._refuse(typed)
        try:
            return time(int(found[1]), int(found[2] or 0))
        except ValueError:
            self._refuse(typed)

    def _refuse(self, typed: str) -> NoReturn:
        message = self.error_messages["invalid_clock"]
        raise forms.ValidationError(message, "invalid_clock", {"typed": typed[:20]})


class DayField(forms.DateField):
    """A day, typed in any of the ways people write dates here. Tells what it could not read."""

    widget = DayInput
    default_error_messages = {
        "invalid": _("Vi forstår ikke datoen «%(typed)s». Skriv den slik: %(example)s."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("Dag, måned og år, for eksempel 22.11.2026"))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        """Reads what was typed; raises ValidationError with the typed text in it."""
        if value in self.empty_values or isinstance(value, date):
            return super().to_python(value)
        try:
            return typed_dates.read_day(str(value), clock.today())
        except typed_dates.NotADate as error:
            said = {"typed": str(value)[:40], "example": f"{clock.today():%d.%m.%Y}"}
            raise forms.ValidationError(self.error_messages["invalid"], "invalid", said) from error
