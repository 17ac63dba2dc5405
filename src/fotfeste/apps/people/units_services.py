"""Acts on units and controllers. A new controller's key is kept before its row is saved. Inside an act."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db.models import F, QuerySet

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, record
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Controller, Unit
from fotfeste.apps.people.models.units import ControllerKind, UnitKind
from fotfeste.apps.vault.keyring import ensure_controller_key


class StaleUnit(Exception):  # says what is wrong
    """Somebody saved the unit since it was shown. Carries what is saved now."""

    def __init__(self, saved: Unit) -> None:
        super().__init__(saved.public_id)
        self.saved = saved


class NumberTaken(Exception):  # says what is wrong
    """Another NAV office has this number."""


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What a unit is called, what kind it is, and its number (NAV offices: four digits)."""

    name: str
    kind: UnitKind
    number: str = ""


def create_controller(name: str, kind: ControllerKind, *, by: Acting, at: datetime) -> Controller:
    """A body that answers for data. Its key is on disk first: a row without a key could seal nothing."""
    public_id = uuid4()
    ensure_controller_key(str(public_id))
    controller = Controller.objects.create(public_id=public_id, name=name.strip(), kind=kind)
    _log("controller", public_id, by=by, at=at, area="created")
    return controller


def rename_controller(controller: Controller, name: str, *, by: Acting, at: datetime) -> None:
    """Another name. Kind and key stay."""
    Controller.objects.filter(pk=controller.pk).update(name=name.strip())
    _log("controller", controller.public_id, by=by, at=at, area="renamed")


def create_unit(facts: UnitFacts, controller: Controller, *, by: Acting, at: datetime) -> Unit:
    """A unit under a controller. Raises NumberTaken."""
    _number_is_free(facts)
    unit = Unit.objects.create(
        name=facts.name.strip(), kind=facts.kind, number=facts.number, controller=controller
    )
    _log("unit", unit.public_id, by=by, at=at, area="created")
    return unit


def change_unit(unit: Unit, facts: UnitFacts, *, version: int, by: Acting, at: datetime) -> None:
    """Another name or number; kind and controller stay. Raises StaleUnit and NumberTaken."""
    if unit.version != version:
        raise StaleUnit(unit)
    _number_is_free(facts, but=unit)
    changed = Unit.objects.filter(pk=unit.pk, version=version)
    changed.update(name=facts.name.strip(), number=facts.number, version=F("version") + 1)
    _log("unit", unit.public_id, by=by, at=at, area="changed")


def unit_to_change(public_id: UUID) -> Unit | None:
    """The unit, held still until the act is over."""
    return Unit.objects.select_for_update().filter(public_id=public_id).first()


def units_in_order() -> QuerySet[Unit]:
    """All units, by controller and name."""
    return Unit.objects.select_related("controller").order_by("controller__name", "name", "pk")


def _number_is_free(facts: UnitFacts, but: Unit | None = None) -> None:
    if facts.kind != UnitKind.NAV_OFFICE or not facts.number:
        return
    others = Unit.objects.filter(kind=UnitKind.NAV_OFFICE, number=facts.number)
    if but is not None:
        others = others.exclude(pk=but.pk)
    if others.exists():
        raise NumberTaken


def _log(object_type: str, public_id: UUID, *, by: Acting, at: datetime, area: str) -> None:
    record(Entry(Action.UNIT_CHANGED, by.who, at, object_type=object_type, object_id=public_id, area=area))
