"""Two at the same moment with the same referral: one answer stands, and one person is one."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from fotfeste.apps.audit import chain
from fotfeste.apps.episodes.models import Episode, SentReferral
from fotfeste.apps.people.models import Person, Relation
from fotfeste.apps.people.records import Contact
from fotfeste.apps.referrals.answering import Answered, act_answer
from fotfeste.apps.referrals.sending import ReferralWritten, act_send
from fotfeste.apps.vault.keyring import key_ring
from fotfeste.cli.cast import Cast, make_cast
from fotfeste.domain.permissions import Protection, RelationKind
from fotfeste.domain.referral import ReferralAnswer, TreatmentRelation
from fotfeste.domain.verdict import Refused
from tests.apps.test_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ON = date(2026, 11, 22)
NEW_NUMBER = "13918334232"


@pytest.fixture
def committed(transactional_db: None) -> Cast:
    """The cast as others see it: committed."""
    return make_cast(at=AT, on=ON)


def send(cast: Cast) -> SentReferral:
    written = ReferralWritten(
        team=cast.units["ips_salten"].public_id,
        contact=Contact("Kari Ny"),
        referred_on=ON,
        wishes_to_work=True,
        treatment=TreatmentRelation.CURRENT,
        identity_number=NEW_NUMBER,
        protection=Protection.NONE,
    )
    return act_send(cast.acting("berit"), written, at=AT, on=ON)


def accept(cast: Cast, who: str, referral: UUID) -> UUID:
    said = Answered(ReferralAnswer.ACCEPTED, cast.accounts[who].public_id)
    return act_answer(cast.acting(who), referral, said, at=AT, on=ON)


@pytest.mark.req("I-8")
def test_of_two_who_accept_at_once_one_follows_the_person_and_the_other_is_refused(committed: Cast) -> None:
    referral = send(committed)

    came = at_once(
        lambda: accept(committed, "siv", referral.public_id),
        lambda: accept(committed, "jonas", referral.public_id),
    )

    refused = [each for each in came if isinstance(each, Refused)]
    assert [[reason.code for reason in each.verdict] for each in refused] == [["referral.answered-already"]]
    followed = Relation.objects.get(person=referral.person, kind=RelationKind.EMPLOYMENT_SPECIALIST)
    referral.refresh_from_db()
    assert followed.account_id == referral.specialist_id == referral.answered_by_id
    assert Episode.objects.filter(person=referral.person).count() == 1
    assert list(chain.breaks(key_ring().audit_key)) == []


@pytest.mark.req("I-7.3")
def test_two_who_refer_the_same_new_person_at_once_make_one_person(committed: Cast) -> None:
    came = at_once(lambda: send(committed), lambda: send(committed))

    assert all(isinstance(each, SentReferral) for each in came)
    person = Person.objects.get(name="Kari Ny")
    assert SentReferral.objects.filter(person=person).count() == 2
    assert Episode.objects.filter(person=person).count() == 1
