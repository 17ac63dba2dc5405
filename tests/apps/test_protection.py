"""Address protection, own staff and closeness: from the next request on, for everybody."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection

from fotfeste.apps.around.people import act_declare_closeness
from fotfeste.apps.around.protection import access_protection, act_protect
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.caseload.person import Look
from fotfeste.apps.consents.door import Denied, opened
from fotfeste.apps.consents.visible import visible_to
from fotfeste.apps.people.may_follow import Guard
from fotfeste.apps.people.models import Account, Clearance, Closeness, Membership, Person, Relation
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.apps.people.names import display_names, keys_for_names
from fotfeste.apps.people.records import contact_of
from fotfeste.apps.vault.keys import unwrapped
from fotfeste.cli.cast import Cast
from fotfeste.domain.closeness import ClosenessKind
from fotfeste.domain.permissions import Permission, Protection, RelationKind
from fotfeste.domain.verdict import Refused

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ON = date(2026, 11, 22)
GRADES = [Protection.CODE_6, Protection.CODE_7, Protection.SECTION_19]


def look(cast: Cast, who: str, person: str) -> Look:
    return Look(cast.acting(who), cast.people[person].public_id, AT, ON)


def role_of(cast: Cast, who: str) -> Membership:
    return Membership.objects.get(account=cast.accounts[who])


def protect(
    cast: Cast, who: str, person: str, grade: Protection, *, to: str = "", own_staff: bool = False
) -> None:
    successor = role_of(cast, to) if to else None
    act_protect(look(cast, who, person), Guard(grade, own_staff), successor)


def may_know(cast: Cast, who: str, person: str) -> bool:
    try:
        with opened(cast.acting(who), cast.people[person].public_id, Permission.PERSON_OPEN, at=AT):
            return True
    except Denied as denied:
        return denied.decision.may_know


def everything_in_clear(table: str = "people_person") -> str:
    """All there is in a table, as somebody who has stolen the database reads it."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")  # noqa: S608  # the name of a table in this file
        return repr(
            [[bytes(c) if isinstance(c, memoryview) else c for c in row] for row in cursor.fetchall()]
        )


@pytest.mark.parametrize("grade", GRADES)
def test_what_stood_in_clear_is_sealed_and_no_index_knows_it(cast: Cast, grade: Protection) -> None:
    nora = cast.people["nora"]
    before = everything_in_clear()
    assert nora.name in before
    assert nora.phone in before

    protect(cast, "siv", "nora", grade, to="marit")

    row = Person.objects.get(pk=nora.pk)
    assert nora.name not in everything_in_clear()
    assert nora.name not in everything_in_clear("people_account")
    assert (row.name, row.search_name, row.phone, row.email) == ("", "", "", "")
    assert (row.phone_index, row.email_index) == (None, None)
    assert row.identity_index is not None, "found again by the exact number, by one who is cleared"
    key = unwrapped(row.key, row.public_id)
    assert contact_of(row, key).name == nora.name


def test_lifting_it_brings_back_what_was_sealed(cast: Cast) -> None:
    nora = cast.people["nora"]
    protect(cast, "siv", "nora", Protection.CODE_7, to="marit")

    protect(cast, "marit", "nora", Protection.NONE)

    row = Person.objects.get(pk=nora.pk)
    assert (row.name, row.search_name, row.phone) == (nora.name, nora.search_name, nora.phone)
    assert bytes(row.sealed_name) == b""
    assert Account.objects.get(person=row).name == nora.name


@pytest.mark.parametrize("who", ["siv", "jonas", "odd", "mette", "berit", "hege", "arne", "guro", "erik"])
def test_from_the_next_request_on_nobody_who_is_not_cleared_knows_of_the_person(cast: Cast, who: str) -> None:
    protect(cast, "siv", "nora", Protection.CODE_6, to="marit")

    assert not may_know(cast, who, "nora")
    assert not visible_to(cast.acting(who), on=ON).filter(pk=cast.people["nora"].pk).exists()


def test_the_one_who_is_cleared_follows_the_person_and_the_person_sees_their_own(cast: Cast) -> None:
    protect(cast, "siv", "nora", Protection.CODE_6, to="marit")

    assert may_know(cast, "marit", "nora")
    assert may_know(cast, "nora", "nora")
    assert visible_to(cast.acting("marit"), on=ON).filter(pk=cast.people["nora"].pk).exists()


@pytest.mark.parametrize(
    ("successor", "code"),
    [
        ("", "closeness.name-a-successor"),
        ("jonas", "closeness.successor-may-not-see"),
        ("siv", "closeness.successor-may-not-see"),
    ],
)
def test_one_who_would_be_shut_out_first_names_somebody_who_is_cleared(
    cast: Cast, successor: str, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        protect(cast, "siv", "nora", Protection.CODE_6, to=successor)

    assert [reason.code for reason in refused.value.verdict] == [code]
    assert may_know(cast, "siv", "nora")
    assert Person.objects.get(pk=cast.people["nora"].pk).protection == Protection.NONE


def test_one_who_is_cleared_keeps_following_the_person(cast: Cast) -> None:
    protect(cast, "marit", "liv", Protection.SECTION_19)

    assert may_know(cast, "marit", "liv")
    assert Person.objects.get(pk=cast.people["liv"].pk).protection == Protection.SECTION_19


@pytest.mark.parametrize("who", ["jonas", "mette", "berit", "hege", "arne", "nora"])
def test_nobody_but_the_specialist_changes_protection(cast: Cast, who: str) -> None:
    with pytest.raises(Denied):
        protect(cast, who, "nora", Protection.CODE_6, to="marit")

    assert Person.objects.get(pk=cast.people["nora"].pk).protection == Protection.NONE


def test_who_loses_access_is_told_beforehand(cast: Cast) -> None:
    page = access_protection(look(cast, "siv", "nora"))

    assert {each.name for each in page.would_lose} == {"Siv Rønning", "Berit Aas", "Hege Dahl"}
    assert "Marit Balto" in {row.account.name for row in page.successors}


def test_own_staff_is_a_protection_of_its_own(cast: Cast) -> None:
    Clearance.objects.create(
        account=cast.accounts["jonas"],
        kind=ClearanceKind.OWN_STAFF,
        given_by=cast.accounts["arne"],
        from_day=ON,
    )
    protect(cast, "siv", "nora", Protection.NONE, to="jonas", own_staff=True)

    row = Person.objects.get(pk=cast.people["nora"].pk)
    assert row.name == cast.people["nora"].name, "the name of one of our own may be searched by those cleared"
    assert [may_know(cast, who, "nora") for who in ("siv", "marit", "jonas")] == [False, False, True]


def test_what_waits_to_be_sent_is_void_and_the_act_is_logged(cast: Cast) -> None:
    before = Person.objects.get(pk=cast.people["nora"].pk).policy_epoch

    protect(cast, "siv", "nora", Protection.CODE_6, to="marit")

    assert Person.objects.get(pk=cast.people["nora"].pk).policy_epoch > before
    row = LogRow.objects.get(action="protection.changed")
    assert (row.subject, row.area, row.permitted) == (cast.people["nora"].log_id, "protection", True)


def test_a_protected_name_is_opened_for_a_list_with_one_statement(cast: Cast) -> None:
    people = list(Person.objects.filter(pk__in=[cast.people["liv"].pk, cast.people["nora"].pk]))

    names = display_names(people, keys_for_names(people))

    assert names == {cast.people["liv"].pk: "Liv Hemmelig", cast.people["nora"].pk: cast.people["nora"].name}


def test_one_who_is_close_steps_back_and_never_sees_the_record_again(cast: Cast) -> None:
    act_declare_closeness(look(cast, "siv", "nora"), ClosenessKind.SIBLING, role_of(cast, "jonas"))

    assert not may_know(cast, "siv", "nora")
    assert may_know(cast, "jonas", "nora")
    assert Closeness.objects.get(person=cast.people["nora"]).kind == ClosenessKind.SIBLING


def test_the_specialist_does_not_step_back_and_leave_the_person_alone(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        act_declare_closeness(look(cast, "siv", "nora"), ClosenessKind.SIBLING, None)

    assert [reason.code for reason in refused.value.verdict] == ["closeness.name-a-successor"]
    assert not Closeness.objects.exists()


def test_somebody_else_around_the_person_steps_back_at_once(cast: Cast) -> None:
    act_declare_closeness(look(cast, "hege", "nora"), ClosenessKind.FRIEND_OR_NEIGHBOUR, None)

    assert not may_know(cast, "hege", "nora")
    ended = Relation.objects.get(person=cast.people["nora"], kind=RelationKind.NAV_ADVISER)
    assert ended.ended_at == AT


def test_a_person_who_is_handed_over_already_needs_a_cleared_one_on_the_other_side(cast: Cast) -> None:
    """In an overlap the one who leaves protects the person: what counts is who follows from now on."""
    own = Relation.objects.get(person=cast.people["nora"], kind=RelationKind.EMPLOYMENT_SPECIALIST)
    Relation.objects.filter(pk=own.pk).update(until_day=ON + timedelta(days=7))
    Relation.objects.create(
        person=own.person, account=cast.accounts["jonas"], kind=own.kind, from_day=ON, unit=own.unit
    )

    with pytest.raises(Refused):
        protect(cast, "siv", "nora", Protection.CODE_6)
    protect(cast, "siv", "nora", Protection.CODE_6, to="marit")

    assert [may_know(cast, who, "nora") for who in ("siv", "jonas", "marit")] == [False, False, True]
