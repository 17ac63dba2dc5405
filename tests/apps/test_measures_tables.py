"""The office in charge opens a measure's case and nothing else; a request is sealed from the first."""

import pytest

from fotfeste.apps.audit.ledger import act
from fotfeste.apps.consents.door import Denied, opened
from fotfeste.apps.measures.models import MeasureRequest
from fotfeste.apps.people.models import OfficeInCharge
from fotfeste.apps.vault.keys import key_for
from fotfeste.cli.cast import Cast
from fotfeste.domain.measures.requests import RequestStatus
from fotfeste.domain.permissions import Permission


def in_charge(cast: Cast, person: str, office: str) -> None:
    OfficeInCharge.objects.create(person=cast.people[person], unit=cast.units[office], from_day=cast.on)


def test_the_office_in_charge_reads_and_decides_and_sees_nothing_else(cast: Cast) -> None:
    in_charge(cast, "amir", "nav_fauske")

    with opened(
        cast.acting("tom"), cast.people["amir"].public_id, Permission.MEASURE_DECIDE, at=cast.at
    ) as found:
        assert found.may(Permission.MEASURE_READ)
        assert not found.may(Permission.PERSON_OPEN)
        assert not found.may(Permission.COURSE_READ)


@pytest.mark.parametrize("name", ["hege", "siv", "berit", "guro", "mette", "arne"])
def test_nobody_else_decides(cast: Cast, name: str) -> None:
    in_charge(cast, "amir", "nav_fauske")

    with (
        pytest.raises(Denied),
        opened(cast.acting(name), cast.people["amir"].public_id, Permission.MEASURE_DECIDE, at=cast.at),
    ):
        pytest.fail("the door opened")


def test_a_request_about_nobody_yet_is_sealed_with_the_house_key(cast: Cast) -> None:
    row = MeasureRequest(
        office=cast.units["nav_bodo"], channel="public_form", receipt="ABCD", asked_at=cast.at
    )
    key = key_for("measure-requests")
    row.seal("sealed_name", "Kari Nordmann", key)
    with act():
        row.save()

    kept = MeasureRequest.objects.get()
    assert b"Kari" not in bytes(kept.sealed_name)
    assert kept.opened("sealed_name", key) == "Kari Nordmann"
    assert kept.status is RequestStatus.WAITS
