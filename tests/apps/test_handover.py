"""Handing over a caseload: all or nothing, an overlap, and who sees what afterwards."""

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fotfeste.apps.agenda.models import AgendaLine, Alarm
from fotfeste.apps.agenda.services import ringing
from fotfeste.apps.around.handover import HandoverAsked, act_hand_over
from fotfeste.apps.around.handover_page import access_handover, advice
from fotfeste.apps.audit.models import LogRow, LogSubject
from fotfeste.apps.consents.door import Denied, opened
from fotfeste.apps.consents.visible import visible_to
from fotfeste.apps.people.models import Account, Closeness, Event, Membership, Person, Relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import Permission, RelationKind
from fotfeste.domain.verdict import Refused

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ON = date(2026, 11, 22)
SPECIALIST = RelationKind.EMPLOYMENT_SPECIALIST


def relation(cast: Cast, person: str) -> Relation:
    return Relation.objects.get(person=cast.people[person], kind=SPECIALIST, until_day=None)


def asked(cast: Cast, *people: str, giver: str = "siv", to: str = "jonas", **more: object) -> HandoverAsked:
    chosen = {relation(cast, name).public_id: relation(cast, name).version for name in people}
    days = {"from_day": ON, "overlap_until": None, "chosen": chosen}
    return HandoverAsked(
        giver=cast.accounts[giver].public_id,
        receiver=cast.accounts[to].public_id,
        **{**days, **more},  # type: ignore[arg-type]  # the fields of HandoverAsked
    )


def sees(cast: Cast, who: str, person: str, *, at: datetime = AT) -> bool:
    """Whether the door opens; the list must say the same."""
    on = at.date()
    acting = cast.acting(who)
    listed = visible_to(acting, on=on).filter(pk=cast.people[person].pk).exists()
    try:
        with opened(acting, cast.people[person].public_id, Permission.PERSON_OPEN, at=at):
            pass
    except Denied:
        assert not listed
        return False
    assert listed
    return True


def test_a_part_of_the_caseload_goes_to_a_colleague_at_once(cast: Cast) -> None:
    moved = act_hand_over(cast.acting("siv"), asked(cast, "nora"), at=AT, on=ON)

    assert moved == 1
    assert (sees(cast, "siv", "nora"), sees(cast, "jonas", "nora")) == (False, True)
    assert (sees(cast, "siv", "amir"), sees(cast, "jonas", "amir")) == (True, False)


def test_in_the_overlap_both_see_and_then_only_the_new_one(cast: Cast) -> None:
    until = ON + timedelta(days=14)
    act_hand_over(cast.acting("siv"), asked(cast, "nora", "amir", overlap_until=until), at=AT, on=ON)

    last_day, day_after = AT + timedelta(days=14), AT + timedelta(days=15)
    assert [sees(cast, who, "nora", at=last_day) for who in ("siv", "jonas")] == [True, True]
    assert [sees(cast, who, "nora", at=day_after) for who in ("siv", "jonas")] == [False, True]


def test_a_handover_agreed_ahead_changes_nothing_before_its_day(cast: Cast) -> None:
    start = ON + timedelta(days=7)
    act_hand_over(cast.acting("siv"), asked(cast, "nora", from_day=start), at=AT, on=ON)

    day_before, first_day = AT + timedelta(days=6), AT + timedelta(days=7)
    assert [sees(cast, who, "nora", at=day_before) for who in ("siv", "jonas")] == [True, False]
    assert [sees(cast, who, "nora", at=first_day) for who in ("siv", "jonas")] == [False, True]


def test_it_is_one_row_in_the_log_with_everyone_it_moves_and_an_event_on_each_timeline(cast: Cast) -> None:
    act_hand_over(cast.acting("siv"), asked(cast, "nora", "amir"), at=AT, on=ON)

    row = LogRow.objects.get(action="caseload.handed_over")
    shown = set(LogSubject.objects.filter(row=row).values_list("subject", flat=True))
    assert shown == {cast.people["nora"].log_id, cast.people["amir"].log_id}
    assert (row.permitted, row.row_count, row.purpose) == (True, 2, "hands_over")
    for name in ("nora", "amir"):
        event = Event.objects.get(person=cast.people[name], kind="caseload.handed_over")
        assert event.data["receiver"] == cast.accounts["jonas"].public_id.hex


def test_the_agenda_tells_the_new_one_when_the_overlap_ends(cast: Cast) -> None:
    until = ON + timedelta(days=14)
    act_hand_over(cast.acting("siv"), asked(cast, "nora", overlap_until=until), at=AT, on=ON)

    line = AgendaLine.objects.get(person=cast.people["nora"], code="handover.overlap-ends")
    assert line.due == until
    assert line.why[0]["data"]["former"] == "Siv Rønning"


def test_the_agenda_rings_on_the_first_day_of_a_handover_that_is_agreed_ahead(cast: Cast) -> None:
    start, until = ON + timedelta(days=7), ON + timedelta(days=14)
    act_hand_over(cast.acting("siv"), asked(cast, "nora", from_day=start, overlap_until=until), at=AT, on=ON)
    nora = (cast.people["nora"].pk, cast.people["nora"].public_id)

    line = AgendaLine.objects.get(person=nora[0], code="handover.overlap-ends")
    assert line.state == "waiting"
    assert Alarm.objects.get(person=nora[0]).ask_again_on <= start
    assert nora in ringing(on=start)


def test_a_handover_without_overlap_asks_nothing_of_the_agenda(cast: Cast) -> None:
    act_hand_over(cast.acting("siv"), asked(cast, "nora", from_day=ON + timedelta(days=7)), at=AT, on=ON)

    assert not AgendaLine.objects.filter(code="handover.overlap-ends").exists()


def test_what_was_made_for_the_old_specialist_is_void(cast: Cast) -> None:
    before = Person.objects.get(pk=cast.people["nora"].pk).policy_epoch

    act_hand_over(cast.acting("siv"), asked(cast, "nora"), at=AT, on=ON)

    assert Person.objects.get(pk=cast.people["nora"].pk).policy_epoch == before + 1


def test_one_refusal_and_nobody_moves(cast: Cast) -> None:
    Closeness.objects.create(
        person=cast.people["amir"], account=cast.accounts["jonas"], kind="sibling", declared_on=ON
    )

    with pytest.raises(Refused) as refused:
        act_hand_over(cast.acting("siv"), asked(cast, "nora", "amir"), at=AT, on=ON)

    (reason,) = refused.value.verdict
    assert reason.code == "handover.receiver-may-not-see"
    assert dict(reason.data) == {"person": str(relation(cast, "amir").public_id)}
    assert relation(cast, "nora").account == cast.accounts["siv"]
    assert not Event.objects.filter(kind="caseload.handed_over").exists()


def test_a_protected_person_goes_only_to_somebody_who_is_cleared(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        act_hand_over(cast.acting("marit"), asked(cast, "liv", giver="marit"), at=AT, on=ON)

    assert [reason.code for reason in refused.value.verdict] == ["handover.receiver-may-not-see"]


def test_of_two_who_hand_over_the_same_person_one_hears_that_it_is_done(cast: Cast) -> None:
    first, second = asked(cast, "nora"), asked(cast, "nora", "amir", to="marit")
    act_hand_over(cast.acting("siv"), first, at=AT, on=ON)

    with pytest.raises(Refused) as refused:
        act_hand_over(cast.acting("siv"), second, at=AT, on=ON)

    (reason,) = refused.value.verdict
    assert reason.code == "handover.moved-meanwhile"
    assert relation(cast, "nora").account == cast.accounts["jonas"]
    assert relation(cast, "amir").account == cast.accounts["siv"]


def test_a_page_that_is_older_than_a_change_does_not_win(cast: Cast) -> None:
    old = asked(cast, "nora")
    Relation.objects.filter(pk=relation(cast, "nora").pk).update(version=7)

    with pytest.raises(Refused) as refused:
        act_hand_over(cast.acting("siv"), old, at=AT, on=ON)

    assert [reason.code for reason in refused.value.verdict] == ["handover.moved-meanwhile"]


@pytest.mark.parametrize("thief", ["jonas", "odd", "mette-of-another-team"])
def test_nobody_hands_over_the_persons_of_others(cast: Cast, thief: str) -> None:
    if thief == "mette-of-another-team":
        thief = "mette"
        Membership.objects.filter(account=cast.accounts["mette"]).update(unit=cast.units["ips_helgeland"])
    asked_for = asked(cast, "nora", giver="siv", to="odd")

    with pytest.raises(Refused) as refused:
        act_hand_over(cast.acting(thief), asked_for, at=AT, on=ON)

    codes = {reason.code for reason in refused.value.verdict}
    assert "handover.moved-meanwhile" in codes, "the same answer as for one who is not there"
    assert relation(cast, "nora").account == cast.accounts["siv"]
    row = LogRow.objects.filter(permitted=False).latest("seq")
    assert LogSubject.objects.get(row=row).subject == cast.people["nora"].log_id


def test_the_supervisor_hands_over_for_one_who_has_left_and_whose_account_is_closed(cast: Cast) -> None:
    Membership.objects.filter(account=cast.accounts["siv"]).update(until_day=ON - timedelta(days=1))
    Account.objects.filter(pk=cast.accounts["siv"].pk).update(is_active=False)
    page = access_handover(cast.acting("mette"), cast.accounts["siv"].public_id, at=AT, on=ON)

    moved = act_hand_over(cast.acting("mette"), asked(cast, "nora", "amir"), at=AT, on=ON)

    assert page.giver is not None
    assert page.giver.is_gone
    assert [str(person.name) for person in page.people] == ["Amir Eira", cast.people["nora"].name]
    assert moved == 2
    assert sees(cast, "jonas", "nora")


def test_the_supervisor_names_nobody_before_choosing_whose_caseload(cast: Cast) -> None:
    page = access_handover(cast.acting("mette"), None, at=AT, on=ON)

    assert page.people == ()
    assert {each.name: each.caseload.active for each in page.team} == {
        "Jonas Eidissen": 1,
        "Marit Balto": 0,
        "Siv Rønning": 2,
    }, "the protected person is in no count for one who is not cleared"
    assert LogSubject.objects.filter(row=LogRow.objects.latest("seq")).count() == 0


def test_choosing_a_caseload_is_a_look_at_everyone_in_it(cast: Cast) -> None:
    access_handover(cast.acting("mette"), cast.accounts["siv"].public_id, at=AT, on=ON)

    row = LogRow.objects.latest("seq")
    assert (row.area, row.purpose, row.row_count) == ("handover", "hands_over", 2)


def test_what_goes_along_is_told_for_each(cast: Cast) -> None:
    (nora,) = [
        person
        for person in access_handover(cast.acting("siv"), None, at=AT, on=ON).people
        if str(person.name) == cast.people["nora"].name
    ]

    assert (nora.goes_along.around, nora.goes_along.stand_ins) == (2, 0)
    assert nora.goes_along.lines == AgendaLine.objects.filter(person=cast.people["nora"]).count() > 0


def test_too_large_a_caseload_is_advised_against_and_never_refused(cast: Cast) -> None:
    jonas = next(
        each
        for each in access_handover(cast.acting("siv"), None, at=AT, on=ON).receivers
        if each.name == "Jonas Eidissen"
    )

    assert advice(jonas, 19, on=ON) == ()
    (reason,) = advice(jonas, 20, on=ON)
    assert (reason.code, dict(reason.data)) == ("caseload.larger-than-advised", {"active": 21, "most": 20})


def test_a_stand_in_who_takes_over_is_a_stand_in_no_longer(cast: Cast) -> None:
    stand_in = Relation.objects.create(
        person=cast.people["nora"],
        account=cast.accounts["jonas"],
        kind=RelationKind.STAND_IN,
        from_day=ON - timedelta(days=5),
        until_day=ON + timedelta(days=20),
    )

    act_hand_over(cast.acting("siv"), asked(cast, "nora"), at=AT, on=ON)

    stand_in.refresh_from_db()
    assert stand_in.until_day == ON


def test_a_receiver_that_is_nobody_is_refused_with_everything_else_that_is_wrong(cast: Cast) -> None:
    nonsense = HandoverAsked(
        giver=None, receiver=uuid.uuid4(), chosen={}, from_day=ON - timedelta(days=1), overlap_until=None
    )

    with pytest.raises(Refused) as refused:
        act_hand_over(cast.acting("siv"), nonsense, at=AT, on=ON)

    assert {reason.code for reason in refused.value.verdict} == {
        "handover.not-a-colleague",
        "handover.starts-in-the-past",
        "handover.nobody-chosen",
    }


def test_the_page_takes_as_many_statements_for_many_as_for_one(cast: Cast) -> None:
    def statements(who: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as counted:
            access_handover(cast.acting(who), None, at=AT, on=ON)
        return len(counted)

    one, two = statements("jonas"), statements("siv")

    assert one == two
