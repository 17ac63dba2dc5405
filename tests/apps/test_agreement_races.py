"""Two at the same moment: one agreement, nothing half signed, and the other is told why."""

from datetime import UTC, date, datetime
from functools import partial

import pytest

from fotfeste.apps.agreements import signatures
from fotfeste.apps.agreements.asked import AskedReply, act_answer
from fotfeste.apps.agreements.asking import EmployerAsked, act_ask_for_oneself
from fotfeste.apps.agreements.employer_signing import act_sign_as_employer
from fotfeste.apps.agreements.models import Agreement, AgreementRequest, AgreementText, Signature
from fotfeste.apps.agreements.using import Use
from fotfeste.apps.audit import chain
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.vault.keyring import key_ring
from fotfeste.cli.cast import Cast, make_cast
from fotfeste.domain.agreements.identified import SignedBy
from fotfeste.domain.agreements.requests import AskedAnswer
from fotfeste.domain.agreements.target_group import EmployerPart
from fotfeste.domain.permissions import Permission
from tests.agreement_people import deed_of
from tests.apps.test_measure_races import as_acting, refusals, second_adviser
from tests.apps.test_races import at_once
from tests.employer_people import agreement_with, entered, laid_out_by_nav

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


def signs(cast: Cast, who: str, permission: Permission, text: AgreementText) -> None:
    with deed_of(cast, who, "nora", permission) as deed:
        signatures.sign(deed, shown=text.digest, signed_by=SignedBy.OWN_LOG_IN)


@pytest.mark.req("A-01", "A-02")
def test_who_sign_and_take_back_at_once_leave_nothing_half_signed(committed: Cast) -> None:
    cast = committed
    row = agreement_with(cast)
    entered(cast, row)
    text = laid_out_by_nav(cast, row)
    nora = partial(signs, cast, "nora", Permission.AGREEMENT_OWN, text)
    hege = partial(signs, cast, "hege", Permission.AGREEMENT_CHANGE, text)

    def erik() -> None:
        act_sign_as_employer(
            cast.acting("erik"), row.public_id, shown=text.digest, signed_by=SignedBy.OWN_LOG_IN, at=AT, on=ON
        )

    def nora_takes_back() -> None:
        with deed_of(cast, "nora", "nora", Permission.AGREEMENT_OWN) as deed:
            signatures.take_back(deed)

    assert refusals(at_once(nora, nora)) == [["agreement.signed-already"]]
    assert refusals(at_once(erik, hege)) in ([], [["agreement.nav-signs-last"]])
    came = at_once(nora_takes_back, hege)

    standing = set(Signature.objects.filter(taken_back_at=None).values_list("party", flat=True))
    text.refresh_from_db()
    assert (text.concluded_at is not None) is (standing == {"jobseeker", "employer", "nav"})
    assert len(refusals(came)) >= 1
    assert list(chain.breaks(key_ring().audit_key)) == []
