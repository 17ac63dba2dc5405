"""Those around a person: put down, linked, ended; what each sees is what the door gives them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from fotfeste.apps.around.people import access_people_around, act_end, act_link, act_put_down
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.caseload.person import Look
from fotfeste.apps.consents.door import Denied, opened
from fotfeste.apps.consents.models import ConsentStatement
from fotfeste.apps.people.around import Somebody
from fotfeste.apps.people.models import Event, Membership, Person, Relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import ConsentScope, Permission, RelationKind
from fotfeste.domain.purposes import Purpose
from fotfeste.domain.verdict import Refused

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ON = date(2026, 11, 22)


def look(cast: Cast, who: str = "siv", person: str = "nora", purpose: str = "") -> Look:
    return Look(cast.acting(who), cast.people[person].public_id, AT, ON, purpose)


def role_of(cast: Cast, who: str) -> Membership:
    return Membership.objects.get(account=cast.accounts[who])


def relation(cast: Cast, who: str, person: str = "nora") -> Relation:
    return Relation.objects.get(account=cast.accounts[who], person=cast.people[person])


def refusals(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [reason.code for reason in refused.value.verdict]


def what_the_door_gives(cast: Cast, who: str, person: str, purpose: str = "") -> frozenset[Permission]:
    try:
        with opened(
            cast.acting(who), cast.people[person].public_id, Permission.PERSON_OPEN, at=AT, purpose=purpose
        ) as found:
            return found.decision.permitted
    except Denied as denied:
        return denied.decision.permitted


@pytest.mark.parametrize("person", ["nora", "amir", "sofie", "liv"])
def test_what_the_page_says_each_sees_is_what_the_door_gives_them(cast: Cast, person: str) -> None:
    specialist = {"nora": "siv", "amir": "siv", "sofie": "jonas", "liv": "marit"}[person]
    names = {account.name: key for key, account in cast.accounts.items()}

    page = access_people_around(look(cast, specialist, person))

    assert page.now
    for each in page.now:
        assert each.sees == what_the_door_gives(cast, names[each.name], person), each.name


def test_a_stand_in_sees_when_they_say_why_and_until_their_last_day(cast: Cast) -> None:
    until = ON + timedelta(days=7)
    act_put_down(look(cast), Somebody(RelationKind.STAND_IN, role_of(cast, "jonas"), until=until))

    (jonas,) = [each for each in access_people_around(look(cast)).now if each.name == "Jonas Eidissen"]

    assert jonas.until_day == until
    assert Permission.NOTE_READ not in what_the_door_gives(cast, "jonas", "nora")
    assert jonas.sees == what_the_door_gives(cast, "jonas", "nora", Purpose.COVERS_FOR_COLLEAGUE)
    later = AT + timedelta(days=8)
    with (
        pytest.raises(Denied),
        opened(
            cast.acting("jonas"),
            cast.people["nora"].public_id,
            Permission.PERSON_OPEN,
            at=later,
            purpose=Purpose.COVERS_FOR_COLLEAGUE,
        ),
    ):
        pytest.fail("a stand-in came in after the last day")


@pytest.mark.parametrize(
    ("who", "until", "codes"),
    [
        ("jonas", None, ["stand-in.needs-an-end"]),
        ("jonas", ON + timedelta(days=57), ["stand-in.too-long"]),
        ("siv", ON, ["stand-in.is-the-specialist"]),
        ("odd", ON, ["stand-in.not-a-colleague"]),
        ("berit", ON, ["around.not-in-that-role", "stand-in.not-a-colleague"]),
    ],
)
def test_a_stand_in_is_a_colleague_for_a_time(
    cast: Cast, who: str, until: date | None, codes: list[str]
) -> None:
    with pytest.raises(Refused) as refused:
        act_put_down(look(cast), Somebody(RelationKind.STAND_IN, role_of(cast, who), until=until))

    assert refusals(refused) == codes


def test_a_name_is_put_down_and_linked_to_an_account_later(cast: Cast) -> None:
    somebody = Somebody(RelationKind.NAV_ADVISER, name="Tom i NAV", unit_name="NAV Fauske")
    act_put_down(look(cast), somebody)
    named = Relation.objects.get(contact_name="Tom i NAV")

    act_link(look(cast), named.public_id, role_of(cast, "tom"), version=named.version)

    named.refresh_from_db()
    assert (named.account, named.contact_name, named.version) == (cast.accounts["tom"], "", 2)
    assert Event.objects.filter(person=cast.people["nora"], kind="relation.linked").exists()


def test_a_name_is_linked_to_somebody_who_has_that_role(cast: Cast) -> None:
    act_put_down(look(cast), Somebody(RelationKind.NAV_ADVISER, name="Tom i NAV"))
    named = Relation.objects.get(contact_name="Tom i NAV")

    with pytest.raises(Refused) as refused:
        act_link(look(cast), named.public_id, role_of(cast, "odd"), version=named.version)

    assert refusals(refused) == ["around.not-in-that-role"]


def test_one_who_leaves_is_a_former_one_and_sees_nothing_from_that_moment(cast: Cast) -> None:
    hege = relation(cast, "hege")
    act_end(look(cast), hege.public_id, version=hege.version)

    page = access_people_around(look(cast))

    assert "Hege Dahl" not in {each.name for each in page.now}
    assert [(each.name, each.until_day) for each in page.former] == [("Hege Dahl", ON)]
    assert what_the_door_gives(cast, "hege", "nora") == frozenset()


def test_the_specialist_is_not_just_ended(cast: Cast) -> None:
    siv = relation(cast, "siv")

    with pytest.raises(Refused) as refused:
        act_end(look(cast), siv.public_id, version=siv.version)

    assert refusals(refused) == ["around.takes-a-handover"]


def test_of_two_who_end_the_same_one_the_second_is_told(cast: Cast) -> None:
    hege = relation(cast, "hege")
    act_end(look(cast), hege.public_id, version=hege.version)

    with pytest.raises(Refused) as refused:
        act_end(look(cast), hege.public_id, version=hege.version)

    assert refusals(refused) == ["around.changed-meanwhile"]


def test_an_id_of_somebody_around_another_person_changes_nothing(cast: Cast) -> None:
    of_sofie = relation(cast, "hege", "sofie")

    with pytest.raises(Refused) as refused:
        act_end(look(cast), of_sofie.public_id, version=of_sofie.version)

    assert refusals(refused) == ["around.changed-meanwhile"]
    of_sofie.refresh_from_db()
    assert of_sofie.ended_at is None


def test_next_of_kin_take_the_person_s_consent(cast: Cast) -> None:
    mother = Somebody(RelationKind.NEXT_OF_KIN, name="Anne Lunde", unit_name="mor")
    with pytest.raises(Refused) as refused:
        act_put_down(look(cast), mother)
    assert refusals(refused) == ["around.next-of-kin-without-consent"]

    ConsentStatement.objects.create(
        person=cast.people["nora"],
        scope=ConsentScope.NEXT_OF_KIN,
        answer="yes",
        stated_on=ON,
        confirmed_at=AT,
    )
    act_put_down(look(cast), mother)

    (kin,) = [each for each in access_people_around(look(cast)).now if each.is_only_a_name]
    assert (kin.name, kin.sees) == ("Anne Lunde", frozenset())


@pytest.mark.parametrize("who", ["jonas", "berit", "hege", "arne", "nora"])
def test_nobody_else_changes_who_is_around(cast: Cast, who: str) -> None:
    with pytest.raises(Denied):
        act_put_down(look(cast, who), Somebody(RelationKind.CLINICIAN, role_of(cast, "berit")))


def test_the_supervisor_may_change_who_is_around_without_reading_the_record(cast: Cast) -> None:
    until = ON + timedelta(days=3)

    act_put_down(look(cast, "mette"), Somebody(RelationKind.STAND_IN, role_of(cast, "jonas"), until=until))

    assert relation(cast, "jonas").until_day == until
    with pytest.raises(Denied):
        access_people_around(look(cast, "mette"))


def test_each_act_is_one_row_in_the_log_an_event_and_a_new_policy(cast: Cast) -> None:
    rows, epoch = LogRow.objects.count(), Person.objects.get(pk=cast.people["nora"].pk).policy_epoch
    until = ON + timedelta(days=3)

    act_put_down(look(cast), Somebody(RelationKind.STAND_IN, role_of(cast, "jonas"), until=until))

    row = LogRow.objects.latest("seq")
    assert LogRow.objects.count() == rows + 1
    assert (row.action, row.subject) == ("relation.begun", cast.people["nora"].log_id)
    assert Event.objects.filter(person=cast.people["nora"], kind="relation.begun", at=AT).count() > 0
    assert Person.objects.get(pk=cast.people["nora"].pk).policy_epoch == epoch + 1
