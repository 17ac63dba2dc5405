"""One act, one transaction, one log."""

import uuid
from datetime import UTC, datetime

import pytest

from fotfeste.apps.audit import chain
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, NoAct, Who, act, record, refused
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.consents.door import Denied, opened
from fotfeste.apps.people.models import Unit
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import Permission

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def entry(action: Action = Action.PERSON_SEEN) -> Entry:
    return Entry(action=action, who=Who(account=uuid.uuid4(), role="employment_specialist"), at=AT)


def failing_act() -> None:
    with act():
        Unit.objects.filter(name="IPS Salten").update(name="Borte")
        record(entry(Action.UNIT_CHANGED))
        raise ZeroDivisionError


def refusing_act() -> None:
    with act():
        record(refused(entry(), "access.no-relation"))
        raise ZeroDivisionError


def renaming_act() -> None:
    with act():
        Unit.objects.filter(name="IPS Salten").update(name="Borte")
        record(entry(Action.UNIT_CHANGED))


def act_in_an_act() -> None:
    with act():
        with act():
            record(entry())
        raise ZeroDivisionError


def test_nothing_can_be_logged_outside_an_act() -> None:
    with pytest.raises(NoAct):
        record(entry())


@pytest.mark.django_db
def test_what_is_done_and_what_is_logged_are_saved_together(cast: Cast) -> None:
    before = LogRow.objects.count()

    with act():
        Unit.objects.filter(name="IPS Salten").update(name="IPS Salten og omegn")
        record(entry(Action.UNIT_CHANGED))

    assert LogRow.objects.count() == before + 1
    assert Unit.objects.filter(name="IPS Salten og omegn").exists()


@pytest.mark.django_db
def test_an_act_that_fails_leaves_neither_change_nor_log(cast: Cast) -> None:
    before = LogRow.objects.count()

    with pytest.raises(ZeroDivisionError):
        failing_act()

    assert LogRow.objects.count() == before
    assert not Unit.objects.filter(name="Borte").exists()


@pytest.mark.django_db
def test_a_refusal_stays_in_the_log_even_when_the_act_is_undone(cast: Cast) -> None:
    with pytest.raises(ZeroDivisionError):
        refusing_act()

    last = LogRow.objects.latest("seq")
    assert (last.permitted, last.reason_code) == (False, "access.no-relation")


@pytest.mark.django_db
def test_when_the_log_cannot_be_written_nothing_is_saved(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(chain, "append", broken)
    with pytest.raises(OSError, match="no room"):
        renaming_act()

    assert not Unit.objects.filter(name="Borte").exists()


@pytest.mark.django_db
def test_an_act_inside_an_act_is_the_same_act(cast: Cast) -> None:
    before = LogRow.objects.count()

    with pytest.raises(ZeroDivisionError):
        act_in_an_act()

    assert LogRow.objects.count() == before


def test_the_door_opens_for_the_specialist_and_the_look_is_logged(cast: Cast) -> None:
    nora = cast.people["nora"]

    with opened(cast.acting("siv"), nora.public_id, Permission.PERSON_OPEN, at=AT) as found:
        assert found.person.name == nora.name

    last = LogRow.objects.latest("seq")
    assert (last.action, last.subject, last.purpose) == ("person.seen", nora.log_id, "employment_specialist")


@pytest.mark.parametrize("name", ["jonas", "odd", "tom", "arne", "guro", "erik", "amir", "mette"])
def test_the_door_stays_shut_for_everybody_else_and_the_attempt_is_logged(cast: Cast, name: str) -> None:
    nora = cast.people["nora"]

    with (
        pytest.raises(Denied),
        opened(cast.acting(name), nora.public_id, Permission.PERSON_OPEN, at=AT),
    ):
        pytest.fail("the door opened")

    last = LogRow.objects.latest("seq")
    assert (last.permitted, last.subject) == (False, nora.log_id)
    assert last.reason_code


def test_somebody_who_is_not_there_and_somebody_one_may_not_know_of_are_alike(cast: Cast) -> None:
    answers = []
    for public_id in (uuid.uuid4(), cast.people["liv"].public_id):
        with (
            pytest.raises(Denied) as caught,
            opened(cast.acting("siv"), public_id, Permission.PERSON_OPEN, at=AT),
        ):
            pytest.fail("the door opened")
        answers.append(caught.value.decision.may_know)

    assert answers == [False, False]
