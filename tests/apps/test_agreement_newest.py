"""Which agreement counts: the open one, else the newest; without an open one there is nothing to act on."""

from datetime import timedelta

import pytest

from fotfeste.apps.agreements.newest import agreement_asked, agreement_of
from fotfeste.apps.consents.door import opened
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import Permission
from fotfeste.domain.verdict import Refused
from tests.agreement_people import agreement_for


def test_the_open_agreement_counts_and_else_the_newest(cast: Cast) -> None:
    nora = cast.people["nora"]
    assert agreement_of(nora) is None

    over = agreement_for(cast, "nora")
    over.ended_on = cast.on
    over.save()
    assert agreement_of(nora) == over

    going_on = agreement_for(cast, "nora", used_on=cast.on - timedelta(days=3))
    assert agreement_of(nora) == going_on


def test_without_an_open_agreement_there_is_nothing_to_act_on(cast: Cast) -> None:
    over = agreement_for(cast, "nora")
    over.ended_on = cast.on
    over.save()

    hege, nora = cast.acting("hege"), cast.people["nora"].public_id
    with (
        opened(hege, nora, Permission.AGREEMENT_READ, at=cast.at) as found,
        pytest.raises(Refused, match=r"agreement.none-open"),
    ):
        agreement_asked(found)
