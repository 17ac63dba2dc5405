"""Two at the same moment with the same request: one agreement, and the other is told why."""

from datetime import UTC, date, datetime

import pytest

from fotfeste.apps.agreements.asked import AskedReply, act_answer
from fotfeste.apps.agreements.asking import EmployerAsked, act_ask_for_oneself
from fotfeste.apps.agreements.models import Agreement, AgreementRequest
from fotfeste.apps.agreements.using import Use
from fotfeste.apps.audit import chain
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.vault.keyring import key_ring
from fotfeste.cli.cast import Cast, make_cast
from fotfeste.domain.agreements.requests import AskedAnswer
from fotfeste.domain.agreements.target_group import EmployerPart
from tests.apps.test_measure_races import as_acting, refusals, second_adviser
from tests.apps.test_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ON = date(2026, 11, 22)
YOUNG = Use(date(2003, 2, 1), True, EmployerPart.NONE_YET)


@pytest.fixture
def committed(transactional_db: None) -> Cast:
    """The cast as others see it: committed."""
    return make_cast(at=AT, on=ON)


def asked(cast: Cast) -> AgreementRequest:
    office = cast.units["nav_bodo"].public_id
    return act_ask_for_oneself(cast.acting("nora"), office, EmployerAsked(), "Hjelp", at=AT, on=ON)


@pytest.mark.req("A-06")
def test_of_two_who_take_up_at_once_one_does_and_there_is_one_agreement(committed: Cast) -> None:
    first, second = asked(committed), asked(committed)
    hege, ida = committed.acting("hege"), as_acting(second_adviser(committed))

    def take_up(who: Acting, row: AgreementRequest) -> object:
        said = AskedReply(AskedAnswer.TAKEN_UP, use=YOUNG)
        return act_answer(who, row.public_id, said, at=AT, on=ON)

    same = at_once(lambda: take_up(hege, first), lambda: take_up(ida, first))
    other = at_once(lambda: take_up(hege, second), lambda: take_up(ida, second))

    assert refusals(same) == [["agreement-request.answered-already"]]
    assert refusals(other) == [["agreement.open-already"]] * 2
    assert Agreement.objects.filter(person=committed.people["nora"]).count() == 1
    assert list(chain.breaks(key_ring().audit_key)) == []
