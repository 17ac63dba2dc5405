"""Two at the same moment with the same measure: one decision, one start and one guide, one answer."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit import chain
from fotfeste.apps.measures.asking import act_ask_for_oneself
from fotfeste.apps.measures.enrolments import act_begin
from fotfeste.apps.measures.inbox import Answer, act_answer
from fotfeste.apps.measures.models import GuideAssignment, MeasureCase, MeasureDecision, Participation
from fotfeste.apps.people.acting import Acting, acting
from fotfeste.apps.people.models import Account, Membership, Relation
from fotfeste.apps.vault.keyring import key_ring
from fotfeste.cli.cast import BEGAN, Cast, make_cast
from fotfeste.domain.measures.requests import RequestAnswer
from fotfeste.domain.permissions import RelationKind, Role
from fotfeste.domain.verdict import Refused
from tests.apps.test_races import at_once
from tests.provider_people import agreed, browser_of, granted, guide_at
from tests.web.filling_in import opened

pytestmark = pytest.mark.django_db(transaction=True)

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ON = date(2026, 11, 22)


@pytest.fixture
def committed(transactional_db: None) -> Cast:
    """The cast as others see it: committed."""
    return make_cast(at=AT, on=ON)


def second_adviser(cast: Cast) -> Account:
    """Somebody else at Hege's office."""
    account = Account.objects.create(username="ida", name="Ida Berg", email="ida@example.no")
    unit = cast.units["nav_bodo"]
    Membership.objects.create(account=account, unit=unit, role=Role.NAV_ADVISER, from_day=BEGAN)
    return account


def as_acting(account: Account) -> Acting:
    found = acting(account, on=ON)
    assert found is not None
    return found


def refusals(came: list[object]) -> list[list[str]]:
    return [[reason.code for reason in each.verdict] for each in came if isinstance(each, Refused)]


@pytest.mark.req("F-05")
def test_of_two_who_confirm_the_start_at_once_one_does_and_there_is_one_guide(committed: Cast) -> None:
    agreed(committed)
    row = granted(committed, "nora", starts_on=ON)
    gina = guide_at(committed.units["brobygger"])

    def begin(who: Acting, guide: UUID) -> Participation:
        return act_begin(who, row.public_id, ON, guide, at=AT, on=ON)

    came = at_once(
        lambda: begin(committed.acting("guro"), committed.accounts["guro"].public_id),
        lambda: begin(as_acting(gina), gina.public_id),
    )

    assert [codes for codes in refusals(came) if "measure-start.begun-already" in codes] == refusals(came)
    assert len(refusals(came)) == 1
    guide = GuideAssignment.objects.get()
    row.refresh_from_db()
    assert row.confirmed_by_id == guide.account_id
    assert Relation.objects.filter(person=row.person, kind=RelationKind.GUIDE).count() == 1
    assert list(chain.breaks(key_ring().audit_key)) == []


@pytest.mark.req("F-12")
def test_of_two_advisers_who_decide_at_once_one_does_and_the_other_is_told(committed: Cast) -> None:
    agreed(committed)
    row = granted(committed, "nora", starts_on=date(2026, 9, 1), first_start=date(2026, 9, 1))
    address = reverse("act", args=[row.person.public_id, "measure-extend"]) + f"?om={row.public_id.hex}"
    said = {"day": "31.08.2027", "reasons": "Trenger mer tid", "told_on": "22.11.2026"}
    both = [browser_of(committed.accounts["hege"]), browser_of(second_adviser(committed))]
    forms = [{**opened(client, address), **said} for client in both]

    def send(client: Client, form: dict[str, str]) -> int:
        return client.post(address, form).status_code

    came = at_once(lambda: send(both[0], forms[0]), lambda: send(both[1], forms[1]))

    assert sorted(came) == [302, 409]  # type: ignore[type-var]  # two statuses
    assert MeasureDecision.objects.filter(kind="extension").count() == 1
    row.refresh_from_db()
    assert row.last_day == date(2027, 8, 31)
    assert list(chain.breaks(key_ring().audit_key)) == []


@pytest.mark.req("F-01")
def test_of_two_who_answer_a_request_at_once_one_does_and_there_is_one_case(committed: Cast) -> None:
    office = committed.units["nav_bodo"].public_id
    request = act_ask_for_oneself(committed.acting("nora"), office, "Hjelp til å søke", at=AT, on=ON)
    ida = as_acting(second_adviser(committed))

    def take_up(who: Acting) -> object:
        return act_answer(who, request.public_id, Answer(RequestAnswer.TAKEN_UP), at=AT, on=ON)

    came = at_once(lambda: take_up(committed.acting("hege")), lambda: take_up(ida))

    assert len(refusals(came)) == 1
    assert MeasureCase.objects.filter(person=committed.people["nora"]).count() == 1
    assert list(chain.breaks(key_ring().audit_key)) == []
