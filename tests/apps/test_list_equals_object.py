"""The list and the door say the same: whoever is listed may be listed, and nobody else is.

Random relations, consents, protection, closeness, clearances, roles and days; the door decides one by one,
`visible_to` in SQL.
"""

from datetime import UTC, date, datetime, timedelta
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from fotfeste.apps.consents.many import found_many
from fotfeste.apps.consents.models import Answer, ConsentStatement
from fotfeste.apps.consents.visible import visible_to
from fotfeste.apps.people.acting import Acting, acting
from fotfeste.apps.people.models import (
    Account,
    Clearance,
    Closeness,
    Controller,
    EmergencyAccess,
    Membership,
    Person,
    Relation,
    Unit,
    UnitOwnership,
)
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.apps.people.models.units import ControllerKind, UnitKind
from fotfeste.apps.people.records import Contact, new_record
from fotfeste.apps.vault.keyring import ensure_controller_key
from fotfeste.domain.permissions import ConsentScope, Permission, Protection, RelationKind, Role

ON = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
KINDS = [kind for kind in RelationKind if kind not in (RelationKind.SELF, RelationKind.BREAK_GLASS)]

around_today = st.integers(-2, 2).map(lambda days: ON + timedelta(days=days))
relations = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(KINDS),
        "mine": st.integers(0, 3).map(lambda number: number > 0),
        "from_day": around_today,
        "lasts": st.none() | st.integers(0, 3),
        "ended": st.booleans(),
    }
)
consents = st.fixed_dictionaries(
    {
        "scope": st.sampled_from(ConsentScope),
        "answer": st.sampled_from(Answer),
        "confirmed": st.booleans(),
        "ended": st.sampled_from(["", "", "withdrawn", "replaced"]),
    }
)
people = st.fixed_dictionaries(
    {
        "same_controller": st.booleans(),
        "in_my_unit": st.booleans(),
        "protection": st.sampled_from([Protection.NONE, Protection.NONE, *Protection]),
        "own_staff": st.integers(0, 4).map(lambda number: number == 0),
        "close": st.integers(0, 4).map(lambda number: number == 0),
        "emergency": st.booleans(),
        "is_me": st.integers(0, 5).map(lambda number: number == 0),
        "relations": st.lists(relations, max_size=3),
        "consents": st.lists(consents, max_size=3, unique_by=lambda each: each["scope"]),
    }
)
actors = st.fixed_dictionaries(
    {
        "role": st.sampled_from(Role),
        "active": st.integers(0, 5).map(lambda number: number > 0),
        "clearances": st.sets(st.sampled_from(ClearanceKind)),
    }
)


class ListAndDoor(TestCase):
    """One world per example."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.controllers = [
            Controller.objects.create(name=name, kind=ControllerKind.HOSPITAL) for name in ("Vårt", "Andres")
        ]
        for controller in cls.controllers:
            ensure_controller_key(str(controller.public_id))
        cls.units = [
            Unit.objects.create(name=name, kind=UnitKind.IPS_TEAM, controller=cls.controllers[0])
            for name in ("Vår", "En annen")
        ]
        cls.number = count()

    @settings(max_examples=300)
    @given(actor=actors, world=st.lists(people, min_size=1, max_size=3), purpose=st.sampled_from(["", "x"]))
    def test_say_the_same(self, actor: dict, world: list[dict], purpose: str) -> None:
        account, other = self._account(actor), self._account({"role": Role.EMPLOYMENT_SPECIALIST})
        rows = [self._person(facts, account, other) for facts in world]
        self._become_one_of_them(actor, account, world, rows)
        found = self._acting(account, active=actor["active"])

        listed = set(visible_to(found, on=ON).values_list("pk", flat=True))

        ids = list(Person.objects.values_list("pk", flat=True))
        doors = found_many(found, ids, at=AT, purpose=purpose)
        opened = {each.person.pk for each in doors if each.may(Permission.PERSON_LIST)}
        assert listed == opened
        assert len(doors) == len(ids), "the door looked at everybody"

    def _become_one_of_them(
        self, actor: dict, account: Account, world: list[dict], rows: list[Person]
    ) -> None:
        """A jobseeker is one of the persons, or nobody who is here."""
        mine = [person for facts, person in zip(world, rows, strict=True) if facts["is_me"]]
        if actor["role"] is Role.JOBSEEKER:
            account.person = mine[0] if mine else self._person({}, account, account)
            account.save()

    def _account(self, facts: dict) -> Account:
        name = f"n{next(self.number)}"
        account = Account.objects.create(username=name, name=name, is_active=facts.get("active", True))
        if facts["role"] is not Role.JOBSEEKER:
            Membership.objects.create(
                account=account, unit=self.units[0], role=facts["role"], from_day=ON - timedelta(days=9)
            )
        for kind in facts.get("clearances", ()):
            Clearance.objects.create(account=account, kind=kind, given_by=account, from_day=ON)
        return account

    def _acting(self, account: Account, *, active: bool) -> Acting:
        found = acting(account, on=ON)
        assert found is not None
        assert found.is_active is active
        return found

    def _person(self, facts: dict, account: Account, other: Account) -> Person:
        controller = self.controllers[0 if facts.get("same_controller", True) else 1]
        protection = facts.get("protection", Protection.NONE)
        record = new_record(controller, Contact("Kari Nordmann"), at=AT, protection=protection)
        person = record.person
        person.is_own_staff = facts.get("own_staff", False)
        person.save()
        record.key_row.person = person
        record.key_row.save()
        unit = self.units[0 if facts.get("in_my_unit", True) else 1]
        UnitOwnership.objects.create(person=person, unit=unit, from_day=ON)
        if facts.get("close"):
            Closeness.objects.create(person=person, account=account, kind="sibling", declared_on=ON)
        if facts.get("emergency"):
            self._open_in_emergency(person, account, other)
        for each in facts.get("relations", ()):
            self._relation(person, each, account if each["mine"] else other)
        for each in facts.get("consents", ()):
            self._consent(person, each)
        return person

    def _open_in_emergency(self, person: Person, account: Account, other: Account) -> None:
        EmergencyAccess.objects.create(
            person=person,
            asked_by=account,
            asked_at=AT,
            answered_by=other if other != account else None,
            is_approved=True,
            ends_at=AT + timedelta(minutes=30),
        )

    def _relation(self, person: Person, facts: dict, account: Account) -> None:
        lasts = facts["lasts"]
        if facts["kind"] is RelationKind.EMPLOYMENT_SPECIALIST and lasts is None:
            taken = Relation.objects.filter(person=person, kind=facts["kind"], until_day=None)
            lasts = 3 if taken.exists() else None
        Relation.objects.create(
            person=person,
            account=account,
            kind=facts["kind"],
            from_day=facts["from_day"],
            until_day=None if lasts is None else facts["from_day"] + timedelta(days=lasts),
            ended_at=AT if facts["ended"] else None,
        )

    def _consent(self, person: Person, facts: dict) -> None:
        ConsentStatement.objects.create(
            person=person,
            scope=facts["scope"],
            answer=facts["answer"],
            stated_on=ON,
            confirmed_at=AT if facts["confirmed"] else None,
            ended_at=AT if facts["ended"] else None,
            end_kind=facts["ended"],
        )
