"""Access in an emergency: two people, one hour, told to the person; nothing told to who asks."""

from datetime import UTC, date, datetime, timedelta

import pytest

from fotfeste.apps.around.emergency import access_open, access_request, access_waiting, act_answer, act_ask
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.consents.door import Denied, opened
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.people.models import Closeness, EmergencyAccess, Event, Membership
from fotfeste.cli.cast import JOBSEEKERS, Cast
from fotfeste.domain.permissions import Permission
from fotfeste.domain.purposes import Purpose
from fotfeste.domain.verdict import Refused

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ON = date(2026, 11, 22)
WHY = "Brann i bygget. Vi må ringe."


def ask(cast: Cast, person: str = "nora", at: datetime = AT) -> None:
    act_ask(cast.acting("arne"), str(cast.people[person].public_id), WHY, at=at, on=ON)


def answer(cast: Cast, minutes: int | None = 30, who: str = "mette", at: datetime = AT) -> None:
    asked = EmergencyAccess.objects.latest("pk")
    act_answer(cast.acting(who), asked.public_id, minutes, at=at, on=ON)


def opens(cast: Cast, *, at: datetime = AT, purpose: str = Purpose.EMERGENCY) -> bool:
    door = opened(
        cast.acting("arne"), cast.people["nora"].public_id, Permission.PERSON_OPEN, at=at, purpose=purpose
    )
    try:
        with door as found:
            assert not found.may(Permission.NOTE_READ), "an emergency opens no notes"
            return True
    except Denied:
        return False


def test_asked_for_approved_and_over_after_its_minutes(cast: Cast) -> None:
    ask(cast)
    assert not opens(cast)

    answer(cast, 30)

    assert opens(cast)
    assert opens(cast, at=AT + timedelta(minutes=29))
    assert not opens(cast, at=AT + timedelta(minutes=30))


def test_it_opens_only_with_the_reason_said_in_the_session(cast: Cast) -> None:
    ask(cast)
    answer(cast)

    assert not opens(cast, purpose="")


def test_a_no_opens_nothing(cast: Cast) -> None:
    ask(cast)
    answer(cast, None)

    assert not opens(cast)
    assert access_open(cast.acting("arne"), at=AT) == []


@pytest.mark.parametrize(
    "typed",
    [
        "{public_id}",
        "http://127.0.0.1:8000/personer/{public_id}",
        JOBSEEKERS["nora"].identity_number,
        f"{JOBSEEKERS['nora'].identity_number[:6]} {JOBSEEKERS['nora'].identity_number[6:]}",
    ],
)
def test_the_person_is_named_by_number_or_address(cast: Cast, typed: str) -> None:
    about = typed.format(public_id=cast.people["nora"].public_id)

    act_ask(cast.acting("arne"), about, WHY, at=AT, on=ON)

    assert EmergencyAccess.objects.get().person == cast.people["nora"]


@pytest.mark.parametrize(
    "typed", ["11111111111", "6ba7b810-9dad-41d1-80b4-00c04fd430c8", "", "Nora", "Ж" * 400]
)
def test_who_asks_for_somebody_who_is_not_here_hears_the_same(cast: Cast, typed: str) -> None:
    before = LogRow.objects.count()

    assert act_ask(cast.acting("arne"), typed, WHY, at=AT, on=ON) is None

    assert not EmergencyAccess.objects.exists()
    row = LogRow.objects.latest("seq")
    assert LogRow.objects.count() == before + 1
    assert (row.action, row.permitted, row.subject) == ("access.asked_in_emergency", False, None)


def test_a_protected_person_is_not_opened_in_an_emergency_either(cast: Cast) -> None:
    ask(cast, "liv")

    assert not EmergencyAccess.objects.exists()
    row = LogRow.objects.latest("seq")
    assert (row.permitted, row.reason_code) == (False, "access.protected-person")
    assert row.subject == cast.people["liv"].log_id, "the person sees that somebody tried"


def test_somebody_close_is_not_let_in(cast: Cast) -> None:
    Closeness.objects.create(
        person=cast.people["nora"], account=cast.accounts["arne"], kind="sibling", declared_on=ON
    )

    ask(cast)

    assert not EmergencyAccess.objects.exists()


@pytest.mark.parametrize("why", ["", "   \n"])
def test_it_takes_a_reason(cast: Cast, why: str) -> None:
    with pytest.raises(Refused) as refused:
        act_ask(cast.acting("arne"), str(cast.people["nora"].public_id), why, at=AT, on=ON)

    assert [reason.code for reason in refused.value.verdict] == ["emergency.say-why"]


def test_asked_again_while_it_waits_is_one_request(cast: Cast) -> None:
    ask(cast)
    ask(cast, at=AT + timedelta(minutes=1))

    assert EmergencyAccess.objects.count() == 1
    assert LogRow.objects.filter(action="access.asked_in_emergency").count() == 2


def test_the_reason_is_sealed(cast: Cast) -> None:
    ask(cast)

    assert WHY.encode() not in bytes(EmergencyAccess.objects.get().sealed_why)
    request = access_request(cast.acting("mette"), EmergencyAccess.objects.get().public_id, at=AT, on=ON)
    assert (str(request.why), str(request.name)) == (WHY, cast.people["nora"].name)


def test_the_list_of_requests_tells_nobody_s_name_and_reading_one_is_a_look(cast: Cast) -> None:
    ask(cast)
    before = LogRow.objects.count()

    (waiting,) = access_waiting(cast.acting("mette"), at=AT, on=ON)
    assert LogRow.objects.count() == before
    access_request(cast.acting("mette"), waiting.public_id, at=AT, on=ON)

    row = LogRow.objects.latest("seq")
    assert (row.subject, row.area, row.purpose) == (
        cast.people["nora"].log_id,
        "emergency",
        "answers_emergency",
    )


@pytest.mark.parametrize("who", ["siv", "jonas", "odd", "arne", "berit", "hege", "nora"])
def test_nobody_but_the_supervisor_of_the_team_answers(cast: Cast, who: str) -> None:
    ask(cast)

    with pytest.raises(Denied):
        answer(cast, who=who)

    assert EmergencyAccess.objects.get().answered_at is None


def test_a_supervisor_of_another_team_does_not_even_see_it(cast: Cast) -> None:
    Membership.objects.filter(account=cast.accounts["mette"]).update(unit=cast.units["ips_helgeland"])
    ask(cast)

    assert access_waiting(cast.acting("mette"), at=AT, on=ON) == []
    with pytest.raises(Denied):
        answer(cast)


@pytest.mark.parametrize(("minutes", "code"), [(61, "emergency.too-long"), (0, "emergency.too-long")])
def test_no_longer_than_an_hour(cast: Cast, minutes: int, code: str) -> None:
    ask(cast)

    with pytest.raises(Refused) as refused:
        answer(cast, minutes)

    assert [reason.code for reason in refused.value.verdict] == [code]
    assert not opens(cast)


def test_answered_once(cast: Cast) -> None:
    ask(cast)
    answer(cast, None)

    with pytest.raises(Refused) as refused:
        answer(cast, 60)

    assert [reason.code for reason in refused.value.verdict] == ["emergency.already-answered"]


def test_a_request_nobody_answered_for_a_day_is_gone(cast: Cast) -> None:
    ask(cast)
    later = AT + timedelta(hours=24, seconds=1)

    assert access_waiting(cast.acting("mette"), at=later, on=ON) == []
    with pytest.raises(Refused):
        answer(cast, at=later)


def test_the_person_is_told(cast: Cast) -> None:
    ask(cast)
    answer(cast, 45)

    kinds = set(Event.objects.filter(person=cast.people["nora"]).values_list("kind", flat=True))
    granted = Event.objects.get(person=cast.people["nora"], kind="emergency.granted")
    errand = Errand.objects.get(kind="mail.notice")
    assert {"emergency.asked", "emergency.granted"} <= kinds
    assert granted.data["minutes"] == 45
    assert errand.payload == {"account": cast.accounts["nora"].public_id.hex}
    row = LogRow.objects.get(action="access.granted_in_emergency")
    assert row.subject == cast.people["nora"].log_id


def test_every_look_in_the_emergency_says_so_in_the_log(cast: Cast) -> None:
    ask(cast)
    answer(cast)
    opens(cast)

    row = LogRow.objects.latest("seq")
    assert (row.actor, row.purpose, row.permitted) == (
        cast.accounts["arne"].public_id,
        "emergency",
        True,
    )


@pytest.mark.parametrize("said", [Purpose.SUPERVISES, Purpose.PREPARES_MEETING, Purpose.EMERGENCY])
def test_whatever_is_said_a_look_that_only_an_emergency_opens_is_logged_as_one(
    cast: Cast, said: Purpose
) -> None:
    ask(cast)
    answer(cast)

    assert opens(cast, purpose=said)

    assert LogRow.objects.latest("seq").purpose == Purpose.EMERGENCY


def test_what_a_supervisor_says_stands_as_it_was_said(cast: Cast) -> None:
    door = opened(
        cast.acting("mette"),
        cast.people["nora"].public_id,
        Permission.PERSON_OPEN,
        at=AT,
        purpose=Purpose.SUPERVISES,
    )
    with door:
        pass

    assert LogRow.objects.latest("seq").purpose == Purpose.SUPERVISES
