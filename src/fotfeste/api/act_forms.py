"""The form of a page as JSON: its fields described, and what was sent given to it to read."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from django import forms
from pydantic import Field, StrictBool, StrictInt

from fotfeste.api.fields import Text, is_day
from fotfeste.api.problems import ReasonShown, about, shown
from fotfeste.api.trouble import Trouble
from fotfeste.web.acts_page import ActForm, Start

Name = Annotated[Text, Field(max_length=60)]
Values = dict[Name, Text | StrictInt | StrictBool]
"""What is sent: the fields of the form by name. What is left out is not filled in."""

_CODES = {
    "required": "api.missing-field",
    "max_length": "api.too-long",
    "min_length": "api.too-short",
    "invalid_choice": "api.not-a-choice",
    "max_value": "api.out-of-range",
    "min_value": "api.out-of-range",
    "null_characters_not_allowed": "api.cannot-be-kept",
}


def filled(form: type[ActForm], start: Start, values: Values) -> Mapping[str, Any]:
    """What the form makes of it. Raises Trouble with every fault."""
    made = form({name: _typed(value) for name, value in values.items() if value is not False}, start=start)
    wrong = [*_unknown(made, values), *_of_another_kind(made, values)]
    if not wrong and not made.is_valid():
        wrong = list(_told(made))
    if wrong:
        raise Trouble(422, "api.not-understood", reasons=wrong)
    return made.cleaned_data


def faults_of(form: forms.Form) -> list[ReasonShown]:
    """Every fault that a page's form finds in what was sent; none when it can be taken."""
    return [] if form.is_valid() else list(_told(form))


def schema_of(fields: Mapping[str, forms.Field], *, may_vary: bool = False) -> dict[str, Any]:
    """Fields as JSON Schema. `may_vary`: which there are, and which are needed, depends on the person."""
    described: dict[str, Any] = {
        "type": "object",
        "properties": {name: _property(field) for name, field in fields.items()},
        "additionalProperties": {"type": ["string", "integer", "boolean"]} if may_vary else False,
    }
    needed = [name for name, field in fields.items() if field.required]
    if needed and not may_vary:
        described["required"] = needed
    return described


def _property(field: forms.Field) -> dict[str, Any]:
    if isinstance(field, forms.BooleanField):
        return {"type": "boolean"}
    if isinstance(field, forms.DateField):
        return {"type": "string", "format": "date"}
    if isinstance(field, forms.IntegerField):
        return {"type": "integer", "minimum": field.min_value, "maximum": field.max_value}
    if isinstance(field, forms.ChoiceField):
        choices = [str(key) for key, _ in field.choices if key]  # type: ignore[union-attr, misc]  # ours are plain pairs
        return {"type": "string", "enum": choices} if choices else {"type": "string"}
    longest = getattr(field, "max_length", None)
    return {"type": "string", "maxLength": longest} if longest else {"type": "string"}


def _typed(value: str | int | bool) -> str:
    """As a browser would send it."""
    return "on" if value is True else str(value)


def _unknown(form: ActForm, values: Values) -> Iterator[ReasonShown]:
    for name in values:
        if name not in form.fields:
            yield _at("api.unknown-field", name)


def _of_another_kind(form: ActForm, values: Values) -> Iterator[ReasonShown]:
    for name, value in values.items():
        field = form.fields.get(name)
        if isinstance(field, forms.DateField) and not is_day(value) and value != "":
            yield _at("api.not-a-day", name)
        elif field is not None and type(value) is not _kind(field):
            yield _at("api.wrong-kind", name)


def _kind(field: forms.Field) -> type:
    if isinstance(field, forms.BooleanField):
        return bool
    return int if isinstance(field, forms.IntegerField) else str


def _told(form: forms.Form) -> Iterator[ReasonShown]:
    for name, errors in form.errors.as_data().items():
        for error in errors:
            code = _CODES.get(error.code or "", "api.not-accepted")
            where = "" if name == "__all__" else name
            if code == "api.not-accepted":
                yield _at(code, where, " ".join(map(str, error.messages)))
            else:
                yield _at(code, where)


def _at(code: str, name: str, text: str | None = None) -> ReasonShown:
    where = f"body.{name}".rstrip(".").encode("ascii", "backslashreplace").decode()
    if text is not None:
        return shown(about(code, said=text), where)
    return shown(about(code, field=where), where)
