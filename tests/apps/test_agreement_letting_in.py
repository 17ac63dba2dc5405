"""Letting in and out at the employer: what is over or used is told, and changes nothing."""

from uuid import UUID, uuid4

import pytest

from fotfeste.apps.agreements.accepting import At, act_come_in
from fotfeste.apps.agreements.employer_members import end_member
from fotfeste.apps.agreements.employer_side import changed_by_nav
from fotfeste.apps.audit.ledger import Who
from fotfeste.cli.cast import Cast
from fotfeste.domain.verdict import Refused
from tests.employer_people import agreement_with


def test_an_invitation_that_is_not_there_lets_nobody_in(cast: Cast) -> None:
    now = At(cast.at, cast.on, Who(account=None, request_id=UUID(int=0)))

    with pytest.raises(Refused, match=r"agreement-employer.link-or-code"):
        act_come_in(uuid4(), cast.accounts["erik"], now=now)


def test_who_is_not_let_in_cannot_be_put_out(cast: Cast) -> None:
    agreement_with(cast)
    nora = cast.people["nora"].public_id

    with (
        pytest.raises(Refused, match=r"agreement-employer.not-here"),
        changed_by_nav(cast.acting("hege"), nora, at=cast.at, on=cast.on) as (deed, row),
    ):
        end_member(deed, row, uuid4().hex)
