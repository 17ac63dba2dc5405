"""Everything that is kept about a person, to take along: every table that points at them, without exception
but those named here with the reason.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.apps import apps
from django.db.models import BinaryField, Field, ForeignKey, Model, QuerySet

from fotfeste.apps.around.own import own_record
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.selectors import Look, looks_at
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Account, Person
from fotfeste.apps.people.selectors import names_of_staff, names_of_units
from fotfeste.apps.vault.fields import SealedField
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.permissions import Permission

KEPT_OUT: Mapping[str, str] = {
    "agreements.AgreementDocument": "a file of its own, downloaded with the agreement",
    "agenda.Alarm": "when the rules are asked again; tells nothing about anybody",
    "consents.ConsentDocument": "a file of its own, downloaded at «Mine samtykker»",
    "discharge.DischargeLetter": "a file of its own, downloaded at «Forløpet mitt»",
    "imports.BroughtRow": "keyed fingerprints that nobody can read",
    "imports.MergeQuestion": "would tell about another person",
    "imports.StagedRow": "a list's row, sealed with the list's key; gone within a day",
    "people.Closeness": "is about the member of staff who declared it",
    "vault.PersonKey": "the key itself; what it opens is here",
}
"""Tables that point at a person and are not taken along, each with the reason."""

_NOT_FIELDS = frozenset({"id", "person", "password"})
_OWN_PERSON_FIELDS = frozenset({"id", "log_id", "policy_epoch", "version", "search_name"})
EVERY_LOOK = 1_000_000


@dataclass(frozen=True, slots=True)
class TakenOut:
    """Everything, still sealed: the person, the rows of each table, the looks of others."""

    person: Person = field(repr=False)
    key: SealingKey = field(repr=False)
    tables: Mapping[str, list[Model]] = field(repr=False)
    looks: list[Look] = field(repr=False)
    staff: Mapping[UUID, str] = field(repr=False)
    units: Mapping[UUID, str] = field(repr=False)


Cell = str | int | bool | None | list[object] | dict[str, object]
Row = dict[str, Cell]


def access_everything(acting: Acting, *, at: datetime, area: str) -> TakenOut:
    """Everything that is kept about oneself. `area` says in which form it is taken along."""
    with own_record(
        acting, Permission.RECORD_TAKE_OUT, at=at, action=Action.RECORD_TAKEN_OUT, area=area
    ) as found:
        looks = looks_at(found.person.log_id, most=EVERY_LOOK, except_for=acting.account)
        return TakenOut(
            person=found.person,
            key=found.key,
            tables={model._meta.label: list(_rows(model, found.person)) for model in tables()},
            looks=looks,
            staff=names_of_staff(look.who for look in looks if look.who),
            units=names_of_units(look.unit for look in looks if look.unit),
        )


def tables() -> Iterator[type[Model]]:
    """Every table that points at a person, but for those kept out."""
    for model in sorted(apps.get_models(), key=lambda each: each._meta.label):
        is_about = any(_points_at_person(each) for each in model._meta.concrete_fields)
        if is_about and model._meta.label not in KEPT_OUT and model is not Account:
            yield model


def columns(model: type[Model]) -> "list[Field[object, object]]":
    """What is taken along of each row: everything but numbers of ours and fingerprints."""
    left_out = _OWN_PERSON_FIELDS if model is Person else _NOT_FIELDS
    return [
        column
        for column in model._meta.concrete_fields
        if column.name not in left_out and not _is_fingerprint(column)
    ]


def row_of(row: Model, key: SealingKey) -> Row:
    """One row, opened. Takes no database."""
    return {name_of(column): _cell(row, column, key) for column in columns(type(row))}


def name_of(column: "Field[object, object]") -> str:
    """What a column is called in what is taken along: sealed or not makes no difference there."""
    return column.name.removeprefix("sealed_")


def person_row(taken: TakenOut) -> Row:
    """The person's own row. Name, phone and e-mail are told once, whether they stand in clear or sealed."""
    found: Row = {}
    for column in columns(Person):
        value = _cell(taken.person, column, taken.key)
        found[name_of(column)] = found.get(name_of(column)) or value
    return found


def _rows(model: type[Model], person: Person) -> QuerySet[Model]:
    link = next(each.name for each in model._meta.concrete_fields if _points_at_person(each))
    others = [each.name for each in columns(model) if isinstance(each, ForeignKey)]
    return model._default_manager.filter(**{link: person}).select_related(*others).order_by("pk")


def _points_at_person(column: object) -> bool:
    return isinstance(column, ForeignKey) and column.remote_field.model is Person


def _is_fingerprint(column: object) -> bool:
    return isinstance(column, BinaryField) and not isinstance(column, SealedField)


def _cell(row: Model, column: "Field[object, object]", key: SealingKey) -> Cell:
    if isinstance(column, SealedField):
        return str(row.opened(column.name, key))  # type: ignore[attr-defined]  # a row with a sealed column opens it
    value = getattr(row, column.name)
    if isinstance(value, Account):
        return value.name
    if isinstance(value, Model):
        return str(getattr(value, "name", "") or getattr(value, "public_id", ""))
    if value is None or isinstance(value, bool | int | list | dict):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
