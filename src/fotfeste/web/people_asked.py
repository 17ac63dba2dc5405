"""Who is asked to a meeting, chosen from the people around: next of kin, clinician, anybody named."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from fotfeste.apps.consents.door import Found
from fotfeste.apps.episodes.models import Meeting
from fotfeste.apps.episodes.services.meetings import Around
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.meetings import Attendant, attendant_of
from fotfeste.domain.permissions import RelationKind
from fotfeste.web.happening_values import VALUES

NOT_ASKED = frozenset(
    {RelationKind.EMPLOYMENT_SPECIALIST, RelationKind.STAND_IN, RelationKind.SELF, RelationKind.BREAK_GLASS}
)
"""Who is there anyway, or is not one to ask."""


@dataclass(frozen=True, slots=True)
class PersonToAsk:
    """Somebody around the person, as a box to tick. `name` is what the meeting keeps."""

    field: str
    name: str
    kind: RelationKind

    @property
    def label(self) -> str:
        """The name, and what they are to the person."""
        return f"{self.name} ({str(VALUES['role'][self.kind]).lower()})"


def people_to_ask(found: Found, *, on: date) -> list[PersonToAsk]:
    """Everyone whose relation holds that day, but for those who are there anyway."""
    return [
        PersonToAsk(
            field=f"with_{each.public_id.hex}",
            name=each.account.name if each.account else each.contact_name,
            kind=RelationKind(each.kind),
        )
        for each in found.relations
        if each.holds_on(on) and each.kind not in NOT_ASKED
    ]


def asked_by_name(meeting: Meeting, people: Iterable[PersonToAsk], key: SealingKey) -> dict[str, bool]:
    """Which of them were asked to this meeting."""
    named = set(meeting.opened("sealed_people", key).splitlines())
    return {each.field: each.name in named for each in people}


def add_people(form: forms.Form, people: Iterable[PersonToAsk]) -> None:
    """A box to tick for each."""
    for each in people:
        form.fields[each.field] = forms.BooleanField(label=each.label, required=False)


def around_from(found: Found, typed: Mapping[str, Any], *, on: date) -> Around:
    """What was filled in of who comes, when and where. A form may ask about kinds without names as well."""
    chosen = [each for each in people_to_ask(found, on=on) if typed.get(each.field)]
    ticked = {Attendant.NAV_ADVISER: "nav_adviser", Attendant.NEXT_OF_KIN: "next_of_kin"}
    named = {attendant_of(each.kind) for each in chosen}
    return Around(
        starts_at=typed.get("clock"),
        where=typed.get("where", ""),
        attendants=frozenset({*named, *(who for who, name in ticked.items() if typed.get(name))}),
        others=typed.get("others", ""),
        people=tuple(each.name for each in chosen),
        wishes_nav=bool(typed.get("nav_wished")),
    )
