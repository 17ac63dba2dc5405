"""Two at the same moment: one act wins, the other is told; nothing is half done and the log is whole."""

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.db import connection

from fotfeste.apps.around.handover import HandoverAsked, act_hand_over
from fotfeste.apps.around.protection import act_protect
from fotfeste.apps.audit import chain
from fotfeste.apps.caseload.person import Look
from fotfeste.apps.consents.door import Denied, opened
from fotfeste.apps.people.may_follow import Guard
from fotfeste.apps.people.models import Event, Membership, Relation
from fotfeste.apps.vault.keyring import key_ring
from fotfeste.cli.cast import Cast, make_cast
from fotfeste.domain.permissions import Permission, Protection, RelationKind
from fotfeste.domain.verdict import Refused

pytestmark = pytest.mark.django_db(transaction=True)

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ON = date(2026, 11, 22)


@pytest.fixture
def committed(transactional_db: None) -> Cast:
    """The cast as others see it: committed."""
    return make_cast(at=AT, on=ON)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Run them at the same moment, each with a connection of its own. What came back, or what was raised."""
    barrier, came = threading.Barrier(len(acts)), [None] * len(acts)

    def run(number: int, act: Callable[[], object]) -> None:
        try:
            barrier.wait(10)
            came[number] = act()  # type: ignore[call-overload]  # a list of whatever comes
        except (Refused, Denied) as told:
            came[number] = told  # type: ignore[call-overload]  # a list of whatever comes
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return came


def asked(cast: Cast, to: str, *people: str) -> HandoverAsked:
    rows = Relation.objects.filter(
        person__in=[cast.people[name] for name in people], account=cast.accounts["siv"]
    )
    chosen = {row.public_id: row.version for row in rows}
    return HandoverAsked(
        giver=cast.accounts["siv"].public_id,
        receiver=cast.accounts[to].public_id,
        chosen=chosen,
        from_day=ON,
        overlap_until=None,
    )


def test_of_two_handovers_of_the_same_persons_one_is_carried_out_and_the_other_refused(
    committed: Cast,
) -> None:
    siv = committed.acting("siv")
    to_jonas, to_marit = asked(committed, "jonas", "nora"), asked(committed, "marit", "amir", "nora")

    came = at_once(
        lambda: act_hand_over(siv, to_jonas, at=AT, on=ON),
        lambda: act_hand_over(siv, to_marit, at=AT, on=ON),
    )

    refused = [each for each in came if isinstance(each, Refused)]
    assert len(refused) == 1
    assert [reason.code for reason in refused[0].verdict] == ["handover.moved-meanwhile"]
    onwards = Relation.objects.filter(kind=RelationKind.EMPLOYMENT_SPECIALIST, until_day=None)
    follows = {row.person.name: row.account.username for row in onwards.select_related("person", "account")}
    nora, amir = committed.people["nora"].name, committed.people["amir"].name
    assert (follows[nora], follows[amir]) in {("jonas", "siv"), ("marit", "marit")}, (
        "all of one, none of the other"
    )
    moved = 1 if follows[nora] == "jonas" else 2
    assert Event.objects.filter(kind="caseload.handed_over").count() == moved
    assert list(chain.breaks(key_ring().audit_key)) == []


def test_a_look_that_begins_after_protection_was_set_never_succeeds(committed: Cast) -> None:
    nora, hege = committed.people["nora"], committed.acting("hege")
    marit = Membership.objects.get(account=committed.accounts["marit"])
    look = Look(committed.acting("siv"), nora.public_id, AT, ON)

    def protect() -> str:
        act_protect(look, Guard(Protection.CODE_6, is_own_staff=False), marit)
        return open_it()

    def open_it() -> str:
        try:
            with opened(hege, nora.public_id, Permission.PERSON_OPEN, at=AT) as found:
                return f"saw {found.person.protection}"
        except Denied:
            return "denied"

    came = at_once(protect, open_it, open_it, open_it)

    assert came[0] == "denied", "from the moment it is set"
    assert set(came[1:]) <= {"saw none", "denied"}, "before it, or not at all"
    assert list(chain.breaks(key_ring().audit_key)) == []
